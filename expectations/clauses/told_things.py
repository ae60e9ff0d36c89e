"""What letters tell of things, as it is held against other letters: first by what is cheap to know of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from operator import ne
from sys import intern

from claims.extraction import Extraction
from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.things import Thing
from expectations.arith import figure

_SWAPPED = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A thing and the letter that tells it, of which it is the `at`th; `day` is the letter's own, `digits` those of the
    number, as it is and in order.

    What tells whether two can clash at all stands here: of ten thousand letters not all things are in memory.
    """

    letter: Extraction
    letter_id: str
    at: int
    noun: str
    start: date | None
    end: date | None
    value: Decimal
    day: date | None
    digits: str
    sorted_digits: str

    @property
    def thing(self) -> Thing:
        return self.letter.things.things[self.at]

    @property
    def all_names(self) -> frozenset[str]:
        return self.letter.things.names

    @property
    def claim(self) -> Claim:
        return self.thing.claim


def told_in(extraction: Extraction) -> Iterator[Told]:
    """What a letter tells."""
    letter = extraction.letter
    day = letter.written_on or letter.published_on
    for at, thing in enumerate(extraction.things.things):
        value, noun = thing.claim.quantity.value, intern(thing.noun)
        digits = figure(value).replace(",", "").replace(".", "")
        number = value, day, digits, "".join(sorted(digits))
        yield Told(extraction, letter.letter_id, at, noun, thing.start, thing.end, *number)


def may_clash(one: Told, other: Told) -> bool:
    """What all that makes two counts clash asks for, as cheaply as it can be told: of ten thousand letters there are
    millions of pairs. They share a start or an end, or one slip leads from number to number.
    """
    if one.letter is other.letter:
        return False
    shared = (one.start is not None and one.start == other.start) or (one.end is not None and one.end == other.end)
    if not shared and one.sorted_digits != other.sorted_digits and _digits_off(one, other) != 1:
        return False
    return not windows_differ(one, other) or may_fall(one, other)


def _digits_off(one: Told, other: Told) -> int:
    """How many digits are others; -1 of numbers of another length."""
    if len(one.digits) != len(other.digits):
        return -1
    return sum(map(ne, one.digits, other.digits))


def one_slip(one: Told, other: Told) -> bool:
    """One digit another, or two neighbouring digits exchanged."""
    return _digits_off(one, other) == 1 or exchanged(one, other)


def windows_differ(one: Told, other: Told) -> bool:
    """Whether both sentences name days, and others."""
    if one.end is None or other.end is None:
        return False
    return one.end != other.end or (None not in (one.start, other.start) and one.start != other.start)


def exchanged(one: Told, other: Told) -> bool:
    """Two neighbouring digits exchanged."""
    if one.sorted_digits != other.sorted_digits:
        return False
    off = [at for at, (a, b) in enumerate(zip(one.digits, other.digits, strict=True)) if a != b]
    return len(off) == _SWAPPED and off[1] - off[0] == 1


def may_fall(one: Told, other: Told) -> bool:
    """Whether two counts are since one day, each up to the day of its letter, that of the other later."""
    since = one.start is not None and one.start == other.start and one.start != one.end
    later = one.day is not None and other.day is not None and one.day < other.day
    return since and later and one.end in (None, one.day) and other.end in (None, other.day)
