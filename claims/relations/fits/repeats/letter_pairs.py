"""Figures of two letters that are one but for a slip: which letters tell of the same, and their near pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures
from claims.relations.fits.repeats.letter_ground import Ground
from claims.relations.fits.repeats.near_pairs import NearPair, may_be_one, may_slip, plain_unit_of, repeatable
from claims.relations.fits.slips import KINDS, Slip, slips_of
from claims.relations.told_figures import read_figures

_RARE, _COMMON = 12, 2
"""A name that more letters than these have tells nothing of two; and so many names two letters share at least."""
_PARTNERS = 20
_MOST, _LARGE = 4, 100

Key = tuple[str, str, Decimal]


@dataclass(frozen=True)
class Side:
    """One letter of a run, the `at`-th."""

    at: int
    ground: Ground

    @cached_property
    def names(self) -> frozenset[str]:
        """The words with a capital that do not open a sentence."""
        return frozenset(name for names in self.ground.names for name in names)

    @cached_property
    def sketch(self) -> Sketch:
        return Sketch(self.names, frozenset(self.by_value))

    @cached_property
    def by_value(self) -> dict[Key, list[Figure]]:
        found: dict[Key, list[Figure]] = defaultdict(list)
        for one in self.ground.row:
            found[key_of(one)].append(one)
        return found

    @cached_property
    def told_things(self) -> frozenset[tuple[Key, str]]:
        """The numbers that tell something: of a named thing, or large."""
        row = ((key_of(one), one.noun or "") for one in self.ground.row)
        return frozenset((key, noun) for key, noun in row if key[2] >= (_LARGE if not noun else _MOST))


@dataclass(frozen=True, slots=True)
class Sketch:
    """What of a side tells whether it can have a pair with another: its names, and its numbers."""

    names: frozenset[str]
    keys: frozenset[Key]

    def may_pair(self, other: Sketch) -> bool:
        """Whether one slip leads from a number of one to a number of the other that it does not give itself."""
        ours, theirs = self.keys - other.keys, other.keys - self.keys
        slipped = ((key[:2], slip) for key in theirs for slip in slips_of(key[2])) if ours else ()
        return any((*alike, slip) in ours for alike, slip in slipped)


@dataclass(frozen=True)
class Kinship:
    """Two letters that share names: how many, and the numbers that both give of the same things."""

    first: Side
    second: Side
    names: int

    @cached_property
    def alike(self) -> frozenset[tuple[Key, str]]:
        """Numbers of the same things that both give: those of one noun, and large ones."""
        return self.first.told_things & self.second.told_things


def side_of(at: int, document: Document, readings: Sequence[SentenceReading], claims: Sequence[Claim]) -> Side:
    """A letter as read, as one side of a pair of letters."""
    figures: Figures = read_figures(document, readings, claims)
    return Side(at, Ground(figures, repeatable(figures), ()))


def key_of(one: Figure) -> Key:
    """What is looked up: the dimension, the unit and the number."""
    quantity = one.claim.quantity
    return quantity.dimension, plain_unit_of(one), quantity.value


def sketch_of(document: Document, readings: Sequence[SentenceReading], claims: Sequence[Claim]) -> Sketch:
    """A letter as read, in short."""
    return side_of(0, document, readings, claims).sketch


def kin_letters(sides: Sequence[Side]) -> Iterator[Kinship]:
    """The pairs of letters that share names which few others have, each with no more than so many partners."""
    for one, other, many in kin([side.names for side in sides]):
        yield Kinship(sides[one], sides[other], many)


def kin(names: Sequence[frozenset[str]]) -> Iterator[tuple[int, int, int]]:
    """The same of letters by their names: the places of both, and how many names they share."""
    letters: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(names):
        for name in own:
            letters[name].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in letters.values():
        if len(places) <= _RARE:
            shared.update(combinations(places, 2))
    partners: Counter[int] = Counter()
    for (one, other), many in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if many >= _COMMON and max(partners[one], partners[other]) < _PARTNERS:
            partners.update((one, other))
            yield one, other, many


def letter_pairs(kinship: Kinship) -> Iterator[NearPair]:
    """Every figure of the second letter with those of the first that one slip makes equal to it, if neither letter
    gives the other's number.
    """
    first, second = kinship.first, kinship.second
    for again in second.ground.row:
        dimension, unit, value = key_of(again)
        if (dimension, unit, value) in first.by_value:
            continue
        for other, slip in slips_of(value).items():
            key = (dimension, unit, other)
            for one in first.by_value[key][:_MOST] if key in first.by_value and key not in second.by_value else ():
                if _may_be_one(kinship, one, again, slip):
                    yield NearPair(one, again, _likelier(one, again, slip))


def _may_be_one(kinship: Kinship, one: Figure, again: Figure, slip: Slip) -> bool:
    ours, theirs = kinship.first.ground.figures, kinship.second.ground.figures
    if not may_slip(ours, theirs, one, again, slip):
        return False
    return may_be_one(ours, theirs, one, again)


def _likelier(one: Figure, again: Figure, slip: Slip) -> Slip:
    back = slips_of(one.claim.quantity.value).get(again.claim.quantity.value, slip)
    return min(slip, back, key=KINDS.index)
