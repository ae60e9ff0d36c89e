"""A sentence with its counts, what a count is of the letter's signers, and which of them are groups of one whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from claims.language.words import vocabulary
from claims.parts.counting.kept_back import keep_back
from claims.quick_records import dataclass
from claims.signers import signing_context as context
from claims.signers import signing_verbs as verbs
from claims.signers.acts.voice_patterns import openly
from claims.signers.counted_signers import Count
from claims.text.openings import either, phrase_set, phrases

NEAR, FAR = 200, 400

Role = Literal["total", "listed", "undisclosed", "group"]


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

    `lead`: it is the first of the body; `early`: in its first paragraphs or above it; `signature`: with the signatures;
    `last`: no prose of the letter stands behind it; `previous`: the sentence before it, of the same paragraph.
    """

    text: str
    counts: Sequence[Count]
    lead: bool = False
    early: bool = False
    signature: bool = False
    previous: str = ""
    last: bool = False

    def before(self, count: Count) -> str:
        return context.before(self.text, count)

    def after(self, count: Count, reach: int = FAR) -> str:
        return self.text[count.span.end : count.span.end + reach].casefold()


def role_of(told: Told, n: int) -> Role:
    """By what is said of the count up to the next one: not disclosed, listed below, or all of them."""
    count = told.counts[n]
    until = told.counts[n + 1].lead if n + 1 < len(told.counts) else len(told.text)
    inside = f" {told.text[count.number.end : count.span.end].casefold()} "
    after = told.text[count.stop : min(until, count.stop + NEAR)].casefold()
    near = re.split(rf"[;:]|,\s(?!{either('signatory_totals', 'aside')})", after[:80])[0]
    if verbs.whose_names().match(after) and not verbs.listed().search(near):
        return "undisclosed"  # "three clubs whose names are known to the editors"
    if keep_back(after, told.text) or any(
        p in after or f" {p} " in inside for p in phrases("signatories", "undisclosed")
    ):
        return "undisclosed"
    if openly().search(near):
        return "listed"  # "Twenty-eight sign it with their names"
    if verbs.signs_now().match(after):
        return "total"  # "Eleven clubs set their names below"
    return "listed" if verbs.listed().search(near) else "total"


def named_before(text: str, count: Count) -> int:
    """How many stand by name beside a count of others: 1 in "Alder Watch and 12 other organisations", 0 if none do."""
    # "Alder Watch and more than 60 groups": one more changes nothing
    return names_before(text, count) if count.comparator == "=" else 0


def names_before(text: str, count: Count) -> int:
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


def coordinated(text: str, one: Count, two: Count) -> bool:
    return context.conjunction().fullmatch(text, one.span.end, two.number.start) is not None


def _sums_up(text: str, three: Sequence[Total]) -> bool:
    """Whether the first of three counts is of all, the others of kinds: "65 signatories, 23 groups, 42 people"."""
    if len(three) < 3 or not three[0].count.noun.startswith(phrases("signatories", "signed_names")):
        return False
    larger = three[0].count.value > max(one.count.value for one in three[1:])
    return larger and all(coordinated(text, a.count, b.count) for a, b in pairwise(three))


def as_groups(text: str, found: list[Total]) -> list[Total]:
    """Of "120 organisations and 45 individuals", two groups, neither is the whole."""
    result = list(found)
    for n in range(1, len(found)):
        one, two = found[n - 1], found[n]
        if _sums_up(text, found[n - 1 : n + 2]) or verbs.in_all().match(text[two.count.number.end :].casefold()):
            continue
        if n > 1 and two.count.value == one.count.value + found[n - 2].count.value:
            continue  # "7 engineers and 4 teachers, 11 persons together"
        if one.role in {"total", "group"} and two.role == "total" and coordinated(text, one.count, two.count):
            result[n - 1] = replace(one, role="group", group=one.count.noun)
            result[n] = replace(two, role="group", group=two.count.noun)
            found[n] = result[n]
    return result
