"""How many sign, as the letter itself says: in its title, its first line, above its list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claims.language.words import of_language
from claims.model import Span
from claims.signers.signer_counts import DIGITS, WORD, Count, counts_in, value_of
from claims.signers.signing_context import (
    before,
    conjunction,
    context,
    have_signed,
    including,
    is_others,
    is_own,
    leads,
    names_undersigned,
    opening,
    reported,
    signed_by,
    speaking_as,
    title_by,
    undersigned,
)
from claims.text.openings import either, phrase_set, phrases

Role = Literal["total", "listed", "undisclosed", "group"]


@of_language
def _labelled() -> re.Pattern[str]:
    total = either("signatory_totals", "whole")
    return re.compile(
        rf"\((?:{total}:?\s*)?(?P<boxed>{DIGITS})(?:\s+{total})?\)"
        rf"|:\s*(?P<after>{DIGITS})\s*$|^(?P<first>{DIGITS})(?=\s)"
    )


@dataclass(frozen=True, slots=True)
class Total:
    """A count that is one of this letter's signatories, and its role."""

    count: Count
    role: Role
    group: str | None = None


def totals_in_title(text: str, span: Span) -> list[Total]:
    """Totals of a title: "100+ rights groups demand …", "Joint statement by 45 organisations"."""
    counts = list(counts_in(text, span))
    found = []
    for n, count in enumerate(counts):
        lead = _without_kind(text[span.start : count.lead].casefold()).strip(" “\"'")
        after = text[count.span.end : span.end].casefold()
        # A letter without a title begins with its first line: "We, the undersigned 5 organizations, ask …".
        if (not lead and leads().match(after)) or title_by().search(lead) or undersigned().search(lead):
            found.append(Total(count, _role(text, count, counts[n + 1 : n + 2], span)))
    return _as_groups(text, found)


def _without_kind(lead: str) -> str:
    """What stands before a number in a title, without "Joint statement:" at its head."""
    head, mark, rest = lead.partition(":")
    kinds = phrase_set("letter_words", "kinds_of_text")
    return rest if mark and head.split() and all(word in kinds for word in head.split()) else lead


def totals_in_sentence(text: str, span: Span, *, lead: bool, signature: bool) -> list[Total]:
    """Totals of a sentence. `lead`: it opens the body; `signature`: it stands with the signatures."""
    if not (lead or signature or context().search(text, span.start, span.end)):
        return []
    counts = list(counts_in(text, span))
    found: list[Total] = []
    for n, count in enumerate(counts):
        role = _role(text, count, counts[n + 1 : n + 2], span)
        if role != "total":
            own = is_own(text, span) or names_undersigned(span.of(text)[:400])
            # "The twelve organisations listed above declare:"
            heads = lead and opening().fullmatch(before(text, span, count))
            if found or signature or own or heads:
                found.append(Total(count, role))
        elif (
            _is_total(text, span, count, lead=lead, signature=signature)
            or found
            and found[-1].role in {"total", "group"}
            and found[-1].count is counts[n - 1]
            and _coordinated(text, counts[n - 1], count)
        ):
            found.append(Total(count, "total"))
        elif found and including().search(before(text, span, count)):
            found.append(Total(count, "group", count.noun))
        elif n and found and found[-1].role == "total" and _breaks_down(text, found[-1].count, counts[n - 1], count):
            found += [Total(one, "group", one.noun) for one in (counts[n - 1], count)]
    return _as_groups(text, found)


def _breaks_down(text: str, whole: Count, one: Count, two: Count) -> bool:
    """ "19 bodies and persons (13 organisations and 6 individuals)": two counts that make the whole.

    Alone between brackets they are its parts even where they do not make it: that is then a slip of the letter.
    """
    between = text[whole.span.end : one.number.start]
    boxed = between.rstrip()[-1:] == "(" and text[two.span.end : two.span.end + 1] == ")"
    return (
        (one.value + two.value == whole.value or boxed and max(one.value, two.value) < whole.value)
        and len(between) <= 40
        and between.rstrip()[-1:] in {"(", ":", "–", "—", "-"}
        and _coordinated(text, one, two)
    )


def total_of_label(text: str, span: Span) -> Total | None:
    """The number in a heading of the list: "Signatories (45)", "Individuals: 30", "33 organisations"."""
    line = span.of(text)
    found = _labelled().search(line) if len(line) <= 100 else None
    if not found:
        return None
    number = Span(*found.span(found.lastgroup or 0)).shifted(span.start)
    label = re.sub(r"[\W\d_]+$", "", (line[: found.start()] or line[found.end() :]).strip(" :–-*#"))
    # "Signatories (45)" is one figure; "Endorsed by 6 unions and 41 branches (47 in total)" holds others.
    whole_line = sum(c.isdigit() for c in line) == sum(c.isdigit() for c in number.of(text))
    count = Count(span if whole_line else number, number, value_of(number.of(text)), "=", span.start, label.casefold())
    stems = phrases("signatories", "announcing")
    whole = not label or any(w.casefold().startswith(stems) for w in WORD.findall(label))
    return Total(count, "total" if whole else "group", None if whole else label)


def _role(text: str, count: Count, following: Sequence[Count], span: Span) -> Role:
    """By what is said of the count up to the next one: not disclosed, listed below, or all of them."""
    until = following[0].lead if following else span.end
    inside = f" {text[count.number.end : count.span.end].casefold()} "
    after = text[count.span.end : min(until, count.span.end + 200)].casefold()
    if any(p in after or f" {p} " in inside for p in phrases("signatories", "undisclosed")):
        return "undisclosed"
    near = re.split(rf"[;:]|,\s(?!{either('signatory_totals', 'aside')})", after[:80])[0]
    return "listed" if re.search(rf"\b{either('signatories', 'listed')}\b", near) else "total"


def _is_total(text: str, span: Span, count: Count, *, lead: bool, signature: bool) -> bool:
    head = before(text, span, count)
    after = text[count.span.end : min(span.end, count.span.end + 400)].casefold()
    if undersigned().search(head) or names_undersigned(text[count.number.end : count.span.end], after):
        return True
    others = is_others(text, span, count)
    if count.noun.startswith(phrases("signatories", "signed_names")) and head.strip(" :") in {
        "",
        *phrases("signatory_totals", "whole"),
    }:
        return signature or not others
    if have_signed().match(after) or (
        speaking_as().search(head) and re.search(rf",\s+{either('signatory_totals', 'we')}\b", after)
    ):
        return not others
    if signed_by().search(head):
        return signature or is_own(text, span) or (lead and not others)
    if not lead or opening().fullmatch(head) is None or leads().match(after) is None:
        return False
    return reported().match(after) is None


def _coordinated(text: str, one: Count, two: Count) -> bool:
    return conjunction().fullmatch(text, one.span.end, two.number.start) is not None


def _as_groups(text: str, found: list[Total]) -> list[Total]:
    """Of "120 organisations and 45 individuals", two groups, neither is the whole."""
    result = list(found)
    for n in range(1, len(found)):
        one, two = found[n - 1], found[n]
        if one.role == two.role == "total" and _coordinated(text, one.count, two.count):
            result[n - 1] = replace(one, role="group", group=one.count.noun)
            result[n] = replace(two, role="group", group=two.count.noun)
    return result
