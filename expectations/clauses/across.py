"""The same things of the same time in two letters, whatever they are: by noun, names, words and days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from claims.extraction import Extraction
from claims.model.intervals import meets
from claims.quick_records import dataclass
from expectations.arith import certainly_less
from expectations.clauses.told_things import Told, exchanged, may_clash, may_fall, one_slip, told_in, windows_differ

_LEAST = 100
_LARGE = 1000
_WORDS = 2
_RATIO = Decimal("1.5")
_WIDEST = 400
_TELLING = 20
_MONTH = 31


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
    told = {id(extraction): tuple(told_in(extraction)) for extraction in extractions}
    seen: set[tuple[str, str, str]] = set()
    for one, other in _pairs([each for of_letter in told.values() for each in of_letter]):
        key = (one.letter_id, other.letter_id, one.noun)
        if not may_clash(one, other) or key in seen:
            continue
        if meets(one.claim.quantity.interval, other.claim.quantity.interval):
            continue
        falls = _falls(one, other)
        if falls or _is_one(one, other) or _retold(one, other, told):
            seen.add(key)
            yield Clash(one, other, falls=falls)


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
    if windows_differ(one, other):
        return False
    same_window = one.end is not None and (one.start, one.end) == (other.start, other.end)
    low, high = sorted((one.value, other.value))
    close = low >= _LEAST and high / low <= _RATIO
    swapped = exchanged(one, other)
    if not swapped and not (same_window and close):
        return False
    shared = (one.thing.names & other.thing.names) - {one.noun}
    if swapped:
        words = (one.thing.lemmas & other.thing.lemmas) - one.thing.names - other.thing.names
        named = bool(shared) or bool(one.all_names & other.all_names)
        return named and (bool(words) or one.value >= _LARGE)
    return bool(shared) and len(one.thing.lemmas & other.thing.lemmas) > _WORDS


def _retold(one: Told, other: Told, told: OfLetters) -> bool:
    """Whether the later letter names the day of the earlier and tells the same of as many things, but for a slip.

    "On 25 November we wrote to you … 28 villages of the east coast" of "24 villages along the east coast".
    """
    if one.day is None or other.day is None or one.day == other.day or windows_differ(one, other):
        return False
    early, late = (one, other) if one.day < other.day else (other, one)
    if not _names_day(late.letter, early.day) or _has(told, late.letter, early) or _has(told, early.letter, late):
        return False
    own = None not in (one.end, other.end)
    words = (one.thing.lemmas & other.thing.lemmas) - one.thing.names - other.thing.names
    if own and words:
        return one_slip(one, other) or one.start == one.end
    alone = min(one.value, other.value) >= _LARGE and all(
        sum(each.noun == each_of.noun for each in told[id(each_of.letter)]) == 1 for each_of in (one, other)
    )
    return (alone or len(words) >= _WORDS) and one_slip(one, other)


def _names_day(letter: Extraction, day: date | None) -> bool:
    """Whether a letter names a day, or the month it lies in."""
    if day is None:
        return False
    named = (one for one in letter.dates if one.start is not None and one.end is not None)
    return any(one.start <= day <= one.end and (one.end - one.start).days <= _MONTH for one in named)  # type: ignore[operator]


def _has(told: OfLetters, letter: Extraction, one: Told) -> bool:
    """Whether a letter gives the number too, of the same things."""
    return any(each.noun == one.noun and each.value == one.value for each in told[id(letter)])


def _falls(one: Told, other: Told) -> bool:
    """Whether a count since one day is smaller in the later letter, told of the same with a name in common."""
    if not may_fall(one, other):
        return False
    ours, theirs = one.thing, other.thing
    words = len(ours.lemmas & theirs.lemmas) > _WORDS and bool(ours.names & theirs.names)
    smaller = certainly_less(other.claim.quantity.interval, one.claim.quantity.interval)
    return words and smaller
