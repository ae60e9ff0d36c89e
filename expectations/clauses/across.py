"""The same things of the same time in two letters, whatever they are: by noun, names, words and days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from operator import ne
from sys import intern

from claims.extraction import Extraction
from claims.model import Claim
from claims.model.intervals import meets
from claims.quick_records import dataclass
from claims.relations.things import Thing
from expectations.arith import certainly_less, figure

_LEAST = 100
_LARGE = 1000
_WORDS = 2
_RATIO = Decimal("1.5")
_WIDEST = 400
_TELLING = 20
_MONTH = 31


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


@dataclass(frozen=True, slots=True)
class Clash:
    """Two counts of one thing that cannot both be; `falls`: the later letter has fewer since one start."""

    one: Told
    other: Told
    falls: bool


OfLetters = Mapping[int, Sequence[Told]]
"""What each letter tells, by the letter's identity."""


def clashes(extractions: Sequence[Extraction]) -> Iterator[Clash]:
    """Every pair of letters that give one thing two numbers, each pair and thing once."""
    told = {id(extraction): tuple(_told(extraction)) for extraction in extractions}
    seen: set[tuple[str, str, str]] = set()
    for one, other in _pairs([each for of_letter in told.values() for each in of_letter]):
        key = (one.letter_id, other.letter_id, one.noun)
        if not _may_clash(one, other) or key in seen:
            continue
        if meets(one.claim.quantity.interval, other.claim.quantity.interval):
            continue
        falls = _falls(one, other)
        if falls or _is_one(one, other) or _retold(one, other, told):
            seen.add(key)
            yield Clash(one, other, falls=falls)


def _told(extraction: Extraction) -> Iterator[Told]:
    letter = extraction.letter
    day = letter.written_on or letter.published_on
    for at, thing in enumerate(extraction.things.things):
        value, noun = thing.claim.quantity.value, intern(thing.noun)
        digits = figure(value).replace(",", "").replace(".", "")
        number = value, day, digits, "".join(sorted(digits))
        yield Told(extraction, letter.letter_id, at, noun, thing.start, thing.end, *number)


def _may_clash(one: Told, other: Told) -> bool:
    """What all that makes two counts clash asks for, as cheaply as it can be told: of ten thousand letters there are
    millions of pairs. They share a start or an end, or one slip leads from number to number.
    """
    if one.letter is other.letter:
        return False
    shared = (one.start is not None and one.start == other.start) or (one.end is not None and one.end == other.end)
    if not shared and one.sorted_digits != other.sorted_digits and _digits_off(one, other) != 1:
        return False
    return not _windows_differ(one, other) or _may_fall(one, other)


def _digits_off(one: Told, other: Told) -> int:
    """How many digits are others; -1 of numbers of another length."""
    if len(one.digits) != len(other.digits):
        return -1
    return sum(map(ne, one.digits, other.digits))


def _pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Counts of one noun that share a start, a window, or the digits of their number."""
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in told:
        if one.start is not None:
            groups["start", one.noun, one.start].append(one)
        if one.value >= _TELLING:
            groups["noun", one.noun].append(one)
        if one.value >= _LEAST:
            groups["digits", one.noun, one.sorted_digits].append(one)
    for group in groups.values():
        yield from combinations(sorted(group[:_WIDEST], key=_order), 2)


def _order(one: Told) -> tuple[date, str]:
    return (one.day or date.min, one.letter_id)


def _is_one(one: Told, other: Told) -> bool:
    """Whether both tell of one thing: digits exchanged under shared names, or one window and words in common."""
    if _windows_differ(one, other):
        return False
    same_window = one.end is not None and (one.start, one.end) == (other.start, other.end)
    low, high = sorted((one.value, other.value))
    close = low >= _LEAST and high / low <= _RATIO
    exchanged = _exchanged(one, other)
    if not exchanged and not (same_window and close):
        return False
    shared = (one.thing.names & other.thing.names) - {one.noun}
    if exchanged:
        words = (one.thing.lemmas & other.thing.lemmas) - one.thing.names - other.thing.names
        named = bool(shared) or bool(one.all_names & other.all_names)
        return named and (bool(words) or one.value >= _LARGE)
    return bool(shared) and len(one.thing.lemmas & other.thing.lemmas) > _WORDS


def _retold(one: Told, other: Told, told: OfLetters) -> bool:
    """Whether the later letter names the day of the earlier and tells the same of as many things, but for a slip.

    "On 25 November we wrote to you … 28 villages of the east coast" of "24 villages along the east coast".
    """
    if one.day is None or other.day is None or one.day == other.day or _windows_differ(one, other):
        return False
    early, late = (one, other) if one.day < other.day else (other, one)
    if not _names_day(late.letter, early.day) or _has(told, late.letter, early) or _has(told, early.letter, late):
        return False
    own = None not in (one.end, other.end)
    words = (one.thing.lemmas & other.thing.lemmas) - one.thing.names - other.thing.names
    if own and words:
        return _one_slip(one, other) or one.start == one.end
    alone = min(one.value, other.value) >= _LARGE and all(
        sum(each.noun == each_of.noun for each in told[id(each_of.letter)]) == 1 for each_of in (one, other)
    )
    return (alone or len(words) >= _WORDS) and _one_slip(one, other)


def _names_day(letter: Extraction, day: date | None) -> bool:
    """Whether a letter names a day, or the month it lies in."""
    if day is None:
        return False
    named = (one for one in letter.dates if one.start is not None and one.end is not None)
    return any(one.start <= day <= one.end and (one.end - one.start).days <= _MONTH for one in named)  # type: ignore[operator]


def _has(told: OfLetters, letter: Extraction, one: Told) -> bool:
    """Whether a letter gives the number too, of the same things."""
    return any(each.noun == one.noun and each.value == one.value for each in told[id(letter)])


def _one_slip(one: Told, other: Told) -> bool:
    """One digit another, or two neighbouring digits exchanged."""
    return _digits_off(one, other) == 1 or _exchanged(one, other)


def _windows_differ(one: Told, other: Told) -> bool:
    """Whether both sentences name days, and others."""
    if one.end is None or other.end is None:
        return False
    return one.end != other.end or (None not in (one.start, other.start) and one.start != other.start)


def _exchanged(one: Told, other: Told) -> bool:
    """Two neighbouring digits exchanged."""
    if one.sorted_digits != other.sorted_digits:
        return False
    off = [at for at, (a, b) in enumerate(zip(one.digits, other.digits, strict=True)) if a != b]
    return len(off) == _WORDS and off[1] - off[0] == 1


def _falls(one: Told, other: Told) -> bool:
    """Whether a count since one day is smaller in the later letter, told of the same with a name in common."""
    if not _may_fall(one, other):
        return False
    ours, theirs = one.thing, other.thing
    words = len(ours.lemmas & theirs.lemmas) > _WORDS and bool(ours.names & theirs.names)
    smaller = certainly_less(other.claim.quantity.interval, one.claim.quantity.interval)
    return words and smaller


def _may_fall(one: Told, other: Told) -> bool:
    """Whether two counts are since one day, each up to the day of its letter, that of the other later."""
    since = one.start is not None and one.start == other.start and one.start != one.end
    later = one.day is not None and other.day is not None and one.day < other.day
    return since and later and one.end in (None, one.day) and other.end in (None, other.day)
