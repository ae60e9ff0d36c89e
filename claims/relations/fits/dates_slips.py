"""How a length fits two days: exactly, or but for a slip in its number, or in one of the dates."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain

from claims.model import Interval
from claims.quick_records import dataclass
from claims.relations.datings.spans_passed import OF_WHOLE_YEARS, lies_in, relation_fits
from claims.relations.fits.dates_days import Day
from claims.relations.fits.dates_lengths import Stretch
from claims.relations.fits.slips import KINDS, slips_of
from claims.relations.spans.spans_lengths import admitted, unit_of
from claims.relations.spans.spans_model import Length, Moment, SpanRelation

_SMALL = 24
"""Up to here one number is taken for any other: "ten" for twelve is no slip of a digit."""
_HUNDRED, _ROUNDED = Decimal(100), Decimal("0.05")
_MOST = 24
"""No slip makes a length more than so many times too long or too short."""
_UNIT_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
_REACH = {"year": 99 * 366, "day": 31, "month": 341}
"""By how many days a slip in the year, the day or the month of a date may put it wrong."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a length and two days fit: the `slip` of its number ("exact"; "" where none explains it), and what may be
    wrong with a date instead ("year", "day", "month", "").
    """

    slip: str
    moved: str = ""

    @property
    def exact(self) -> bool:
        return self.slip == "exact"


EXACT = Fit("exact")


class Fitting:
    """A length that is held against pair after pair of days."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch, self.number = stretch, stretch.place.length.number
        self._relation = bare(stretch)
        self._admitted: dict[Decimal, Interval] = {}

    def is_exact(self, start: Day, end: Day) -> bool:
        """Whether the length, as it is printed, lies between the two days as they are."""
        pair = (start.moment, end.moment)
        return self.fits(self.number, pair) or _rounds(self.stretch, pair)

    def slipped(self, start: Day, end: Day) -> Fit | None:
        """How a length that does not fit the two days would; None where no slip in one of the three explains it."""
        slip, moved = _slip(self, (start.moment, end.moment)), _moved(self, start, end)
        return Fit(slip, moved) if slip or moved else None

    def fits(self, number: Decimal, pair: tuple[Moment, Moment]) -> bool:
        """Whether a length of its kind, with `number` for its own, lies between two moments."""
        if pair[1].last < pair[0].first:
            return False
        if self._relation.kind in OF_WHOLE_YEARS:
            return relation_fits(self._relation, number, pair)
        return lies_in(self._admits(number), self._relation.length, pair)

    def _admits(self, number: Decimal) -> Interval:
        if number not in self._admitted:
            self._admitted[number] = admitted(self._relation.length, number)
        return self._admitted[number]


def bare(stretch: Stretch) -> SpanRelation:
    """The relation of a length without its days."""
    length = stretch.place.length
    return SpanRelation(
        kind=stretch.kind,
        span=length.span,
        text=length.whole.of(stretch.place.told.reading.text),
        length=length,
        pairs=(),
        bound=False,
        reading="fits",
    )


def _rounds(stretch: Stretch, pair: tuple[Moment, Moment]) -> bool:
    """ "two thousand days" for 2,003: hundreds are rounded."""
    number, gone = stretch.place.length.number, Decimal((pair[1].first - pair[0].first).days)
    is_round = stretch.kind == "length" and stretch.place.length.word == "day" and not number % _HUNDRED
    return is_round and abs(gone - number) <= number * _ROUNDED


def _slip(fitting: Fitting, pair: tuple[Moment, Moment]) -> str:
    """The likeliest slip of the number that makes it fit; "other" for any other small one."""
    number, unit = fitting.number, _UNIT_DAYS[unit_of(fitting.stretch.place.length.word)]
    gone = (pair[1].last - pair[0].first).days
    if not number * unit <= gone * _MOST or gone > _MOST * number * unit + 2 * _UNIT_DAYS["year"]:
        return ""
    found = {how for other, how in slips_of(number).items() if fitting.fits(other, pair)}
    least = next((how for how in KINDS if how in found), "")
    if least or number > _SMALL:
        return least
    return "other" if any(fitting.fits(Decimal(n), pair) for n in range(1, _SMALL + 1)) else ""


def _moved(fitting: Fitting, start: Day, end: Day) -> str:
    """What would have to be another in one of the two dates."""
    apart, slack = _apart(fitting.stretch.place.length, start.moment, end.moment)
    for how, reach in _REACH.items():
        if apart <= reach + slack:
            starts = ((other, end.moment) for other in _misdated(start, how))
            ends = ((start.moment, other) for other in _misdated(end, how))
            if any(fitting.fits(fitting.number, pair) for pair in chain(starts, ends)):
                return how
    return ""


def _apart(length: Length, start: Moment, end: Moment) -> tuple[int, int]:
    """By how many days two moments miss a length, and how many days the words may be loose."""
    unit = _UNIT_DAYS[unit_of(length.word)]
    said, gone = int(length.number * unit), (end.first - start.first).days
    return abs(gone - said), 2 * unit + (start.last - start.first).days + (end.last - end.first).days + said // 6


def _misdated(day: Day, how: str) -> Iterator[Moment]:
    """The moment with another day, month or year for the one printed; the letter's own day is not doubted."""
    moment = day.moment
    if day.is_own:
        return
    if how == "year" and moment.read != "year":
        for year in _whole(slips_of(Decimal(moment.first.year)), 1000, 2200):
            yield from _shifted(moment, year - moment.first.year, moment.first.month, moment.first.day)
    elif how == "month" and moment.grain in ("day", "month"):
        for month in range(1, 13):
            yield from _shifted(moment, 0, month, moment.first.day)
    elif how == "day" and moment.grain == "day":
        for other in _whole(slips_of(Decimal(moment.first.day)), 1, 31):
            yield from _shifted(moment, 0, moment.first.month, other)


def _whole(numbers: Iterable[Decimal], least: int, most: int) -> list[int]:
    return [int(one) for one in numbers if one == int(one) and least <= one <= most]


def _shifted(moment: Moment, years: int, month: int, day: int) -> Iterator[Moment]:
    """The moment so many years on, in this month, from this day; none where the calendar has no such day."""
    if day > monthrange(moment.first.year + years, month)[1]:
        return
    first = date(moment.first.year + years, month, day)
    if first != moment.first:
        last = first + (moment.last - moment.first)
        yield Moment(first=first, last=last, grain=moment.grain, span=moment.span, text=moment.text, read=moment.read)
