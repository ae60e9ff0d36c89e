"""How many sign, as the letter itself says: in its title, its first lines, above its list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claims.language.words import vocabulary
from claims.signers import signing_context as context
from claims.signers import signing_verbs as verbs
from claims.signers.counted_signers import Count
from claims.text.openings import either, phrase_set, phrases
from claims.text.plurals import is_plural

Role = Literal["total", "listed", "undisclosed", "group"]
NEAR, FAR, SHORT = 200, 400, 60


@dataclass(frozen=True, slots=True)
class Total:
    """A count that is one of this letter's signatories, and its role; `beside` it stand so many by name.

    `by_list`: known for a total only because the list holds as many.
    """

    count: Count
    role: Role
    group: str | None = None
    beside: int = 0
    by_list: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its counts, and where it stands.

    `lead`: it is the first of the body; `early`: in its first paragraphs or above it; `signature`: with the signatures.
    """

    text: str
    counts: Sequence[Count]
    lead: bool = False
    early: bool = False
    signature: bool = False

    def before(self, count: Count) -> str:
        return context.before(self.text, count)

    def after(self, count: Count, reach: int = FAR) -> str:
        return self.text[count.span.end : count.span.end + reach].casefold()


def totals_in_title(told: Told) -> list[Total]:
    """Totals of a title: "100+ rights groups demand …", "Joint statement by 45 organisations"."""
    found = []
    for n, count in enumerate(told.counts):
        lead = context.without_page(context.without_kind(told.text[: count.lead].casefold()).strip(" “\"'"))
        named = _named_before(told.text, count)
        after = told.text[count.span.end :]
        leads = verbs.leads().match(after.casefold()) or verbs.calls_to().match(after)
        leads = leads or verbs.headlines().match(after)
        if n and told.counts[n - 1].number.start >= count.lead:
            continue  # "Over 200 academics, 16 organisations": its bound is another number's
        heads = count.signers and (not lead or _names_before(told.text, count) > 0) and leads is not None
        if count.signers and (heads or context.title_by().search(lead) or context.undersigned().search(lead + " ")):
            found.append(Total(count, _role(told, n), beside=named))
        elif (
            count.signers
            and (
                lead in phrase_set("signatory_totals", "title_by")
                or context.ends_by().search(lead)
                and not after.strip()
            )
            or _is_one_more(told, n, found)
        ):
            found.append(Total(count, "total"))
    return _as_groups(told.text, found)


def _is_one_more(told: Told, n: int, found: Sequence[Total]) -> bool:
    """Whether a number with a noun of its own goes on with a total: "Over 30 economists and 4 institutes: cancel …"."""
    count = told.counts[n]
    if not found or not count.noun or found[-1].count is not told.counts[n - 1]:
        return False
    kind = is_plural(count.noun.split()[-1]) and count.noun not in phrase_set("signatory_totals", "never_signers")
    return kind and _coordinated(told.text, found[-1].count, count)


def totals_in_sentence(told: Told) -> list[Total]:
    """Totals of a sentence of the letter."""
    if not (told.lead or told.early or told.signature or context.context().search(told.text)):
        return []
    found: list[Total] = []
    for n, count in enumerate(told.counts):
        if (total := _read(told, n, found)) is not None:
            found.append(total)
        elif count.signers and n and found and _breaks_down(told.text, found[-1], told.counts[n - 1], count):
            found += [Total(one, "group", one.noun) for one in (told.counts[n - 1], count)]
    return _as_groups(told.text, found)


def _read(told: Told, n: int, found: list[Total]) -> Total | None:
    """What count `n` of a sentence is, if it counts this letter's signers; `found` are the totals before it."""
    count, role = told.counts[n], _role(told, n)
    if role != "total":
        # "The twelve organisations listed above declare:"
        heads = told.lead and context.opening().fullmatch(told.before(count)) is not None
        ours = context.of_signers(told.text)
        of_us = bool(found) or told.signature or context.is_own(told.text) or heads or role == "undisclosed" and ours
        hidden = told.signature and role == "undisclosed"  # "Six of them have asked us to withhold their names."
        return Total(count, role) if of_us and (count.signers or found or ours or hidden) else None
    if context.also_signed().search(told.before(count)) or _comes_beside(told, count):
        return Total(count, "group", count.noun)
    if (beside := _is_total(told, n)) is not None:
        return Total(count, "total", beside=beside)
    if not found or not (count.signers or _goes_on_to_signers(told, n)):
        return None
    one = found[-1]
    if one.role in {"total", "group"} and one.count is told.counts[n - 1] and _coordinated(told.text, one.count, count):
        return Total(count, "total")
    return Total(count, "group", count.noun) if context.including().search(told.before(count)) else None


def _goes_on_to_signers(told: Told, n: int) -> bool:
    """Whether a number with a noun of its own stands in a row that ends with signers: "5 mayors and 90 MPs"."""
    if not told.counts[n].noun or n + 1 == len(told.counts):
        return False
    following = told.counts[n + 1]
    return following.signers and _coordinated(told.text, told.counts[n], following)


def _comes_beside(told: Told, count: Count) -> bool:
    """Whether a count is of those who sign beside the first ones: "A further 560 members of the public signed it."."""
    if not count.signers or told.lead or context.is_former(told.text) or context.is_others(told.text, count):
        return False
    return verbs.come_beside(told.text, count.span.end)


def _breaks_down(text: str, total: Total, one: Count, two: Count) -> bool:
    """ "19 bodies and persons (13 organisations and 6 individuals)": two counts that make the whole.

    Alone between brackets they are its parts even where they do not make it: that is then a slip of the letter.
    """
    whole = total.count
    between = text[whole.span.end : one.number.start]
    boxed = between.rstrip()[-1:] == "(" and text[two.span.end : two.span.end + 1] == ")"
    return (
        total.role == "total"
        and (one.value + two.value == whole.value or boxed and max(one.value, two.value) < whole.value)
        and len(between) <= 40
        and between.rstrip()[-1:] in {"(", ":", "–", "—", "-"}
        and _coordinated(text, one, two)
    )


def _role(told: Told, n: int) -> Role:
    """By what is said of the count up to the next one: not disclosed, listed below, or all of them."""
    count = told.counts[n]
    until = told.counts[n + 1].lead if n + 1 < len(told.counts) else len(told.text)
    inside = f" {told.text[count.number.end : count.span.end].casefold()} "
    after = told.text[count.stop : min(until, count.stop + NEAR)].casefold()
    if _withholds(after) or any(p in after or f" {p} " in inside for p in phrases("signatories", "undisclosed")):
        return "undisclosed"
    near = re.split(rf"[;:]|,\s(?!{either('signatory_totals', 'aside')})", after[:80])[0]
    return "listed" if verbs.listed().search(near) else "total"


def _withholds(after: str) -> bool:
    """Whether those counted keep their names back, in whatever words: "sign without disclosing their names"."""
    words = re.findall(r"[^\W\d_]+", re.split(r"[.;:]", after)[0])[:14]
    no = next((at for at, word in enumerate(words) if word in phrase_set("signatories", "negators")), len(words))
    return any(word.startswith(phrases("signatories", "naming")) for word in words[no + 1 :])


def _is_total(told: Told, n: int) -> int | None:
    """How many stand beside a count that is the letter's total (mostly none), or `None` if it is no such total."""
    count, head = told.counts[n], told.before(told.counts[n])
    inside = told.text[count.number.end : count.span.end].casefold()
    if count.signers and (context.undersigned().search(head) or context.names_undersigned(inside, told.after(count))):
        return 0
    if told.early and context.for_the().fullmatch(head) and re.match(r"\s*:", told.after(count)):
        return 0
    short = told.early or len(told.text) < SHORT
    if not count.noun and short and not head.strip() and verbs.signed_alone().match(told.after(count)):
        return 0  # "1,204 have signed."
    if not count.noun or count.noun in phrase_set("signatory_totals", "never_signers"):
        return None
    if context.signed_by().search(head):
        others = context.is_others(told.text, count)
        own = told.signature or context.is_own(told.text) or (told.lead and not others)
        return 0 if own and not context.is_former(told.text) else None
    return _of_signers(told, n, head) if count.signers or context.we_joined().search(head) else None


def _of_signers(told: Told, n: int, head: str) -> int | None:
    """The same for a count whose noun is one of signers."""
    count, after = told.counts[n], told.after(told.counts[n])
    others = context.is_others(told.text, count)
    if count.noun.startswith(phrases("signatories", "signed_names")):
        if head.strip(" :") in {"", *phrases("signatory_totals", "whole")}:
            own = told.signature or not others or told.early and not context.is_others_before(told.text, count)
            return 0 if own or verbs.as_of().match(after) else None
        if verbs.in_all().match(after):
            return 0
    if context.our().fullmatch(head) and count.noun in phrase_set("signatory_totals", "own_bodies"):
        return 0
    if context.we_joined().search(head):
        return 1
    if verbs.have_signed().match(after) and not context.is_others_letter(told.text, count):
        return None if context.is_former(told.text) else 0
    if verbs.signed_alone().match(after):
        return 0 if not context.is_others_before(told.text, count) and not context.is_former(told.text) else None
    if context.speaking_as().search(head) and verbs.speaks_on().match(after):
        return 0 if not others else None
    if told.early and context.is_ours().search(head):
        return 0
    return _heads(told, count, head, after)


def _heads(told: Told, count: Count, head: str, after: str) -> int | None:
    """The same for the first lines of a letter, that speak of its signers as a headline does."""
    named = _named_before(told.text, count)
    others = context.named().fullmatch(told.text[: count.lead]) is not None
    if context.opening().fullmatch(head) is None and not (named or others):
        if told.early and (
            context.title_by().search(head.strip()) or head.strip() in phrase_set("signatory_totals", "title_by")
        ):
            return 0
        return None
    if told.lead and verbs.leads().match(after) and not verbs.reported().match(after):
        return named
    if told.early and verbs.says_in_it().match(after):
        return named
    early = told.early and verbs.addresses().match(after) and not context.is_others_before(told.text, count)
    return named if early else None


def _named_before(text: str, count: Count) -> int:
    """How many stand by name beside a count of others: 1 in "Alder Watch and 12 other organisations", 0 if none do."""
    # "Alder Watch and more than 60 groups": one more changes nothing
    return _names_before(text, count) if count.comparator == "=" else 0


def _names_before(text: str, count: Count) -> int:
    found = context.named().fullmatch(text[: count.lead])
    if found is None:
        return 0
    names = [piece.strip() for piece in re.split(r",", found["names"]) if piece.strip()]
    if any(name.split()[0].casefold() in vocabulary("signatories")["numbers"] for name in names):
        return 0  # "Ten reef groups and 31,204 members of the public"
    capital = all(_without_article(name)[:1].isupper() for name in names)
    return len(names) if capital and len(names) <= 6 and all(len(name.split()) <= 9 for name in names) else 0


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.casefold() in phrase_set("letter_words", "articles") and rest else name


def _coordinated(text: str, one: Count, two: Count) -> bool:
    return context.conjunction().fullmatch(text, one.span.end, two.number.start) is not None


def _as_groups(text: str, found: list[Total]) -> list[Total]:
    """Of "120 organisations and 45 individuals", two groups, neither is the whole."""
    result = list(found)
    for n in range(1, len(found)):
        one, two = found[n - 1], found[n]
        if one.role in {"total", "group"} and two.role == "total" and _coordinated(text, one.count, two.count):
            result[n - 1] = replace(one, role="group", group=one.count.noun)
            result[n] = replace(two, role="group", group=two.count.noun)
            found[n] = result[n]
    return result
