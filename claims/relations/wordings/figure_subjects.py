"""The subject of a figure, read once: what it counts, in which role it stands, which of its list it is.

A relation may raise an alarm only between figures whose subjects permit it (`expectations/permits`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.quotients.quotient_words import listed
from claims.relations.pairing import is_set, nouns_meet, plain_unit
from claims.relations.phrasing import ends, holds, starts, without_end, words_of

Role = Literal["counted", "per", "set", "range"]
_REACH = 3
_ITEM = 6
"""An item of a list has no more words; longer stretches are clauses."""
_STOPS = frozenset((".", "!", "?", ")"))
_JOINS = frozenset((",", ";"))


@dataclass(frozen=True, slots=True)
class Subject:
    """What one figure is said of.

    `noun`: what it counts, in the singular, for money and measures the unit; `None` where the number stands alone.
    `role`: counted as it stands, so much per something ("80 in every hundred"), set and not counted ("a target of"), or
    a range of two numbers that is no one figure ("480 to 660").
    """

    figure: Figure
    told: Told
    noun: str | None
    role: Role


class Subjects:
    """The subjects of a letter's figures, by their claims."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self._by_place = {
            one.claim.quantity.number_span.start: one
            for told in figures.sentences
            for one in (*told.loose, *told.figures, *told.counts)
        }

    def of(self, claim: Claim) -> Subject | None:
        """The subject of a claim; None where its number stands in no sentence of the letter's own."""
        figure = self._by_place.get(claim.quantity.number_span.start)
        return None if figure is None else subject_of(self.figures.told(figure), figure)

    def of_all(self, claims: Iterable[Claim]) -> list[Subject]:
        """The subjects of the claims that have one."""
        return [one for one in map(self.of, claims) if one is not None]


def subject_of(told: Told, figure: Figure) -> Subject:
    """The subject of a figure of a sentence."""
    return Subject(figure, told, _noun(figure), _role(told, figure))


def _noun(figure: Figure) -> str | None:
    if figure.claim.quantity.dimension != "count":
        return plain_unit(figure) or None
    return figure.noun.split()[-1].lower() if figure.noun else None


def _role(told: Told, figure: Figure) -> Role:
    if figure.claim.quantity.comparator == "range":
        return "range"
    if figure.is_average or _is_of_each(told, figure):
        return "per"
    return "set" if is_set(told, figure) else "counted"


def _is_of_each(told: Told, figure: Figure) -> bool:
    """ "80 in every hundred", "$150,000 each"."""
    behind = told.norms[figure.stop + len((figure.noun or "").split()) :][:_REACH]
    per = starts(behind, "each") or starts(behind, "for_each") or listed("every") & set(behind[:2])
    return bool(per or listed("every") & set(told.norms[figure.stop : figure.stop + 2]))


def one_kind(one: Subject, other: Subject) -> bool:
    """Whether both say what they count, and it may be the same."""
    if None in (one.noun, other.noun):
        return False
    ours, theirs = one.figure.claim.quantity.dimension, other.figure.claim.quantity.dimension
    met = one.noun == other.noun or (ours == "count" and nouns_meet(one.noun or "", other.noun or ""))
    return ours == theirs and met


def items_untold(parts: Iterable[Subject]) -> int:
    """How many items of the lists that the parts stand in have no number: of "two nuns, four sisters and a cook" one.

    Each may count one or two ("a couple").
    """
    return sum(_items_of(told, of) for told, of in _by_sentence(parts))


def numbers_left(parts: Iterable[Subject]) -> Decimal:
    """What the numbers behind names make that stand in the lists of some parts and are none of them."""
    return sum((_left(told, of) for told, of in _by_sentence(parts)), Decimal(0))


def rest_untold(parts: Iterable[Subject]) -> bool:
    """ "52 went to the lorries, 37 to the airport, the rest did not say": what is left of the whole has no number."""
    for told, of in _by_sentence(parts):
        last = max(part.stop for part in of)
        if holds(told.norms[last:], "left_before") and not any(one.first >= last for one in told.counts):
            return True
    return False


def figures_between(parts: Iterable[Subject], last: bool = True) -> list[Figure]:
    """The other figures in the sentences of some parts, behind the first of them and, if asked, before the last."""
    found = []
    for told, of in _by_sentence(parts):
        ours, end = {part.first for part in of}, max(part.first for part in of)
        inside = (one for one in told.counts if min(ours) < one.first and not (last and one.first > end))
        found += [one for one in inside if one.first not in ours]
    return found


def is_of_those(one: Subject) -> bool:
    """ "12 of those thirty-nine": a figure of which the one before it is told."""
    bare = without_end(one.told.norms[: one.figure.first], "articles")
    before = without_end(bare, "of_whole")
    return len(before) < len(bare) and any(other.stop == len(before) for other in one.told.counts)


def is_a_whole(one: Subject) -> bool:
    """ "Of those forty, 11 are": a bare figure of which others are told."""
    before, behind = one.told.norms[: one.figure.first], one.told.norms[one.figure.stop :]
    bare = without_end(before, "articles")
    alone = not behind or behind[0] in words_of("stops")
    return alone and len(bare) < len(before) and bool(ends(bare, "of_whole"))


def _by_sentence(parts: Iterable[Subject]) -> Iterator[tuple[Told, list[Figure]]]:
    found: dict[int, tuple[Told, list[Figure]]] = {}
    for one in parts:
        found.setdefault(one.told.number, (one.told, []))[1].append(one.figure)
    yield from found.values()


def _items(told: Told, start: int) -> Iterator[range]:
    """The stretches between commas and "and" from a word on, up to the sentence's end."""
    begun = start
    for at in range(start, len(told.norms)):
        word = told.norms[at]
        if word in _STOPS:
            yield range(begun, at)
            return
        if word in _JOINS or word in words_of("and_words"):
            yield range(begun, at)
            begun = at + 1
    yield range(begun, len(told.norms))


def _items_of(told: Told, parts: list[Figure]) -> int:
    items = [item for item in _items(told, min(part.first for part in parts)) if len(item)]
    last = max(at for at, item in enumerate(items) if any(part.first in item for part in parts))
    near = items[1 : last + _REACH]
    return sum(len(item) <= _ITEM and not _has_number(told, item) for item in near)


def _has_number(told: Told, item: range) -> bool:
    taken = any(one.first in item for one in (*told.counts, *told.figures, *told.loose))
    return taken or any(told.norms[at][:1].isdigit() for at in item)


def _left(told: Told, parts: list[Figure]) -> Decimal:
    """What the bare numbers make that stand behind the first part and were taken for parts of names."""
    ours = {part.first for part in parts}
    loose = (one for one in told.loose if one.first not in ours and one.first > min(ours))
    return sum((one.claim.quantity.value for one in loose), Decimal(0))
