"""How many sign, as the letter itself says: in its title, its first line, above its list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from claims.head import phrase_set, phrases
from claims.model import Comparator, Span
from claims.words import vocabulary

Role = Literal["total", "listed", "undisclosed", "group"]
WORD = re.compile(r"[^\W\d_]+(?:['’\-/][^\W\d_]+)*")
DIGITS = r"(?<![\w.,$€£%/\-#])\d{1,3}(?:[,.\u00a0\u202f ]\d{3}(?!\d))+(?![.,]?\d)|(?<![\w.,$€£/\-#])\d{1,7}(?![\d%]|[.,]\d|[a-zA-Z]|/)"
STEP = re.compile(r"[\s,\-–—/&+]*(?:\(|“|\")?")
PLUS = re.compile(r"\s?\+(?!\d)")
CONJUNCTION = re.compile(
    r"[\s,;]*(?:and|&|as well as|together with|plus|along with)?[\s,]*(?:(?:over|more than|some|about|around|nearly|another|a further)\s+)?",
    re.IGNORECASE,
)
INCLUDING = re.compile(
    r"(?:including|among them|of whom|of which|comprising|consisting of|made up of)\W+(?:\w+\W+){0,3}$", re.IGNORECASE
)


REACH = 240


@dataclass(frozen=True, slots=True)
class Count:
    """A number of possible signers as it stands: `span` from number to noun, `number` the number's own span."""

    span: Span
    number: Span
    value: int
    comparator: Comparator
    lead: int
    noun: str


@dataclass(frozen=True, slots=True)
class Total:
    """A count that is one of this letter's signatories, and its role."""

    count: Count
    role: Role
    group: str | None = None


def totals_in_title(text: str, span: Span) -> list[Total]:
    """Totals of a title: "100+ rights groups demand …", "Joint statement by 45 organisations"."""
    counts = list(_counts(text, span))
    found = []
    for n, count in enumerate(counts):
        before = text[span.start : count.lead].casefold().strip(" “\"'")
        after = text[count.span.end : span.end].casefold()
        leads = not before and _has_phrase(after[:160], "lead_verbs")
        signs = re.search(r"\b(?:from|by|of|signed by|behalf of)(?: a coalition of)?$", before) is not None
        if leads or signs:
            found.append(Total(count, _role(text, count, counts[n + 1 : n + 2], span)))
    return _as_groups(text, found)


def totals_in_sentence(text: str, span: Span, *, lead: bool, signature: bool) -> list[Total]:
    """Totals of a sentence. `lead`: it opens the body; `signature`: it stands with the signatures."""
    if not (lead or signature or _context().search(text, span.start, span.end)):
        return []
    counts = list(_counts(text, span))
    found: list[Total] = []
    for n, count in enumerate(counts):
        role = _role(text, count, counts[n + 1 : n + 2], span)
        if role != "total":
            if found or signature or _is_own(text, span) or "undersigned" in span.of(text)[:400].casefold():
                found.append(Total(count, role))
        elif _is_total(text, span, count, lead=lead, signature=signature) or found and found[-1].role in {"total", "group"} and _coordinated(text, counts[n - 1], count):
            found.append(Total(count, "total"))
        elif found and INCLUDING.search(_before(text, span, count)):
            found.append(Total(count, "group", count.noun))
    return _as_groups(text, found)


def total_of_label(text: str, span: Span) -> Total | None:
    """The number in a heading of the list: "Signatories (45)", "Individuals: 30", "33 organisations"."""
    line = span.of(text)
    found = re.search(
        rf"\((?:total:?\s*)?({DIGITS.replace('(?<![', '(?<![')})\)|:\s*({DIGITS})\s*$|^({DIGITS})(?=\s)", line
    )
    if not found or len(line) > 100:
        return None
    group = 1 if found[1] else 2 if found[2] else 3
    number = Span(*found.span(group)).shifted(span.start)
    value = _value(number.of(text))
    label = re.sub(r"[\W\d_]+$", "", (line[: found.start()] or line[found.end() :]).strip(" :–-*#"))
    count = Count(Span(span.start, span.end), number, value, "=", span.start, label.casefold())
    whole = any(w.casefold().startswith(phrases("signatories", "announcing")) for w in WORD.findall(label)) or not label
    return Total(count, "total" if whole else "group", None if whole else label)


def _counts(text: str, span: Span) -> Iterator[Count]:
    end = span.start
    for found in _number().finditer(text, span.start, span.end):
        if found.start() < end:
            continue
        if count := _count(text, found, span):
            end = count.span.end
            yield count


def _count(text: str, found: re.Match[str], span: Span) -> Count | None:
    """The number at `found` with the signers it counts, if it counts any."""
    plus = PLUS.match(text, found.end(), span.end)
    noun = _signers(text, plus.end() if plus else found.end(), span.end)
    if noun is None:
        return None
    value = _value(found[0])
    if value < 2:
        return None
    comparator, lead = _comparator(text, found.start(), span.start)
    if plus and comparator == "=":
        comparator = ">="
    return Count(Span(found.start(), noun.end), Span(*found.span()), value, comparator, lead, noun.of(text).casefold())


def _signers(text: str, at: int, limit: int) -> Span | None:
    """The noun of the signers after a number: up to eight words on, then on through "companies, and individuals"."""
    nouns = phrase_set("signatories", "signers")
    noun: Span | None = None
    first = at
    for _ in range(12):
        step = STEP.match(text, at, limit)
        word = WORD.match(text, step.end() if step else at, limit)
        if not word or (step and "(" in step[0]):
            break
        lowered = word[0].casefold()
        two = WORD.match(text, min(word.end() + 4, limit), limit) if lowered == "heads" else None
        if two or lowered in nouns or lowered.rpartition("-")[2] in nouns:
            noun = Span(two.start() if two and not noun else word.start(), two.end() if two else word.end())
            word = two or word
        elif (
            lowered in vocabulary("signatories")["numbers"]
            or lowered in phrase_set("totals_stops", "stops")
            or (noun and lowered in phrase_set("signatories", "lead_verbs"))
        ):
            break
        at = word.end()
    if noun is None or noun.end - first > 140:
        return None
    return noun


def _comparator(text: str, at: int, floor: int) -> tuple[Comparator, int]:
    table = vocabulary("signatories")["comparators"]
    before = text[max(floor, at - 40) : at]
    stripped = before.rstrip()
    lowered = stripped.casefold()
    for phrase in phrases("signatories", "comparators"):
        if lowered.endswith(phrase) and not lowered[: -len(phrase)][-1:].isalnum():
            return table[phrase], at - len(before) + len(stripped) - len(phrase)
    return "=", at


def _role(text: str, count: Count, following: Sequence[Count], span: Span) -> Role:
    """By what is said of the count up to the next one: not disclosed, listed below, or all of them."""
    until = following[0].lead if following else span.end
    inside, after = (
        text[count.number.end : count.span.end].casefold(),
        text[count.span.end : min(until, count.span.end + 200)].casefold(),
    )
    if any(p in after or f" {p} " in f" {inside} " for p in phrases("signatories", "undisclosed")):
        return "undisclosed"
    near = re.split(r"[;:]|,\s(?!which|who|that)", after[:80])[0]
    return (
        "listed" if any(re.search(rf"\b{re.escape(p)}\b", near) for p in phrases("signatories", "listed")) else "total"
    )


def _is_total(text: str, span: Span, count: Count, *, lead: bool, signature: bool) -> bool:
    before = _before(text, span, count).casefold()
    inside = text[count.number.end : count.span.end].casefold()
    if "undersigned" in inside or UNDERSIGNED.search(before):
        return True
    if (
        count.noun.startswith(("signator", "signature"))
        and (signature or not _is_others(text, span, count))
        and not before.strip(" :")
    ):
        return True
    if SIGNED_BY.search(before):
        return signature or _is_own(text, span) or (lead and not _is_others(text, span, count))
    return (
        lead
        and OPENING.fullmatch(before) is not None
        and _has_phrase(text[count.span.end : min(span.end, count.span.end + 400)].casefold(), "lead_verbs")
    )


# "We, the undersigned", "The undersigned", "We are", "On behalf of the", "We—".
UNDERSIGNED = re.compile(
    r"(?:\bundersigned\b[\s,:–—-]*(?:(?:are|represent|group|coalition|of|a|total)\s+){0,4}"
    r"|^\W*we\b[\s,:–—-]*(?:(?:are|the|as|a|an|coalition|group|alliance|network|of|write|on|behalf|following|below)[\s,]+){0,7}"
    r"|\bon behalf of (?:the |a coalition of |all )?)$"
)
SIGNED_BY = re.compile(
    r"\b(?:signed|endorsed|supported|co-signed|cosigned|backed|joined|issued|subscribed|sent|written) (?:on to )?(?:by|to by)(?: the| a coalition of| a total of| a group of| us,?)?\s*$|\bsigned:?\s*$"
)
OPENING = re.compile(
    r"(?:\(?[\w .,'’/]{0,60}\d{4}\)?\s*[–—:-]+\s*)?\W*(?:(?:today|yesterday|a|an|the|global|broad|international|regional|diverse|wide|coalition|group|alliance|network|of|total|joint|this week)[\s,]+){0,8}"
)


def _is_own(text: str, span: Span) -> bool:
    lowered = " ".join(span.of(text)[:300].casefold().split())
    return any(p in lowered for p in phrases("signatories", "own")) or lowered.lstrip("*_ ").startswith(
        phrases("demands", "signed_starts")
    )


def _before(text: str, span: Span, count: Count) -> str:
    # Marked where it is cut, so that "^" is the start of the sentence only.
    start = max(span.start, count.lead - REACH)
    return ("… " if start > span.start else "") + text[start : count.lead]


def _is_others(text: str, span: Span, count: Count) -> bool:
    start, end = max(span.start, count.lead - REACH), min(span.end, count.span.end + REACH)
    lowered = " ".join(text[start:end].casefold().split())
    if re.search(r"\b(?:in|on|since)\s+(?:\w+\s+){0,2}(?:19|20)\d\d\b", lowered):
        return True
    return any(re.search(rf"\b{re.escape(p)}\b", lowered) for p in phrases("signatories", "others"))


def _coordinated(text: str, before: Count, count: Count) -> bool:
    return CONJUNCTION.fullmatch(text, before.span.end, count.number.start) is not None


def _has_phrase(text: str, name: str) -> bool:
    words = set(WORD.findall(text))
    return any((p in words) if " " not in p else (p in text) for p in phrases("signatories", name))


def _as_groups(text: str, found: list[Total]) -> list[Total]:
    """ "120 organisations and 45 individuals" are two groups: neither is the whole."""
    result = list(found)
    for n in range(1, len(found)):
        one, two = found[n - 1], found[n]
        if one.role == two.role == "total" and _coordinated(text, one.count, two.count):
            result[n - 1] = replace(one, role="group", group=one.count.noun)
            result[n] = replace(two, role="group", group=two.count.noun)
    return result


def _value(written: str) -> int:
    digits = re.sub(r"\D", "", written)
    if digits:
        return int(digits)
    words = vocabulary("signatories")
    total = current = 0
    for word in re.findall(r"[a-z]+", written.casefold()):
        if word in words["numbers"]:
            current += words["numbers"][word]
        elif word in words["scales"]:
            scale = words["scales"][word]
            current = max(1, current) * scale
            if scale >= 1000:
                total, current = total + current, 0
    return total + current


@cache
def _context() -> re.Pattern[str]:
    """What a sentence about signatories always holds."""
    stems = "|".join(re.escape(s) for s in phrases("totals_stops", "context"))
    return re.compile(rf"\b(?:{stems})", re.IGNORECASE)


@cache
def _number() -> re.Pattern[str]:
    words = vocabulary("signatories")
    simple = "|".join(sorted(words["numbers"], key=len, reverse=True))
    any_word = "|".join(sorted([*words["numbers"], *words["scales"]], key=len, reverse=True))
    spelled = rf"\b(?:a\s+(?=hundred|thousand)|(?={simple}))(?:(?:{any_word})\b(?:[\s-]+(?:and\s+)?(?=(?:{any_word})\b))?){{1,8}}"
    return re.compile(rf"{DIGITS}|{spelled}", re.IGNORECASE)
