"""Whether a slip of a length's number, or of a day as it is printed, explains that the two do not fit."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import MAXYEAR, date
from decimal import Decimal

from claims.relations.datings.spans_passed import relation_fits
from claims.relations.fits.slips import slips_of
from claims.relations.spans.spans_model import Moment, SpanRelation
from expectations.relating import BREATH

_MONTHS = 12
_LONGEST = 31


def is_told_in_one_breath(relation: SpanRelation) -> bool:
    """ "built half a century ago, in 2003": a length and a day of its own with no clause between them."""
    ours = relation.length.whole
    spans = [one.span for one in relation.pairs[0] if one.span is not None]
    return any(max(ours.start, span.start) - min(ours.end, span.end) <= BREATH for span in spans)


def one_slip_fits(relation: SpanRelation, text: str) -> bool:
    """Whether the length, or one of its days as the letter prints them, misprinted once would make it fit.

    What nothing of the kind explains counts from other days, or is told of something else.
    """
    numbers = slips_of(relation.length.number)
    if any(relation_fits(relation, other, pair) for pair in relation.pairs for other in numbers):
        return True
    pairs = (other for start, end in relation.pairs for other in _slipped(start, end, text))
    return any(relation_fits(relation, relation.length.number, pair) for pair in pairs)


def _slipped(start: Moment, end: Moment, text: str) -> Iterator[tuple[Moment, Moment]]:
    for other in _misprinted(start, text):
        yield other, end
    for other in _misprinted(end, text):
        yield start, other


def _misprinted(moment: Moment, text: str) -> Iterator[Moment]:
    """A moment with another year, month or day, of those that its own words print."""
    printed = moment.span.of(text) if moment.span is not None else ""
    if str(moment.first.year) in printed:
        for year in slips_of(Decimal(moment.first.year)):
            yield from _moved(moment, year=int(year))
    if moment.grain in ("day", "month") and printed:
        for month in range(1, _MONTHS + 1):
            yield from _moved(moment, month=month)
    if moment.grain == "day" and str(moment.first.day) in printed:
        for day in slips_of(Decimal(moment.first.day)):
            yield from _moved(moment, day=int(day))


def _moved(moment: Moment, *, year: int = 0, month: int = 0, day: int = 0) -> Iterator[Moment]:
    """The moment on another day, if there is such a day."""
    first = (year or moment.first.year, month or moment.first.month, day or moment.first.day)
    last = (year or moment.last.year, month or moment.last.month, day or moment.last.day)
    if not 0 < first[0] <= MAXYEAR or first[2] > _LONGEST:
        return
    longest = monthrange(*last[:2])[1]
    if moment.grain == "day" and first[2] > longest:
        return
    ends = longest if moment.grain == "month" else min(last[2], longest)
    yield replace(moment, first=_day(*first), last=date(last[0], last[1], ends))


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
