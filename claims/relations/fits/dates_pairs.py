"""Which two days a length may lie between: every pair near it that it fits exactly or but for one slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.relations.fits.dates_days import Day, own_day, printed_days
from claims.relations.fits.dates_lengths import Stretch
from claims.relations.fits.dates_slips import Fit, fit_of
from claims.relations.spans.spans_scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A length with the two days it may lie between."""

    stretch: Stretch
    start: Day
    end: Day
    fit: Fit

    @property
    def printed(self) -> tuple[Day, ...]:
        return tuple(day for day in (self.start, self.end) if not day.is_own)

    @property
    def places(self) -> frozenset[int]:
        """Where its two days are told, whichever is the start."""
        return frozenset((_place_of(self.start), _place_of(self.end)))


def candidates(scene: Scene, stretch: Stretch) -> list[Candidate]:
    """Every pair of days that a length fits, exactly or but for one slip, each in its best reading of the year."""
    best: dict[tuple[int, int], Candidate] = {}
    for start, end in _pairs(list(printed_days(scene, stretch)), own_day(scene)):
        fit = fit_of(stretch, start, end)
        key = (_place_of(start), _place_of(end))
        if fit is not None and (key not in best or (fit.exact and not best[key].fit.exact)):
            best[key] = Candidate(stretch=stretch, start=start, end=end, fit=fit)
    return list(best.values())


def _place_of(day: Day) -> int:
    """One number for each place of the letter where a day is told; both readings of a year share it."""
    if day.dated is None or day.moment.span is None:
        return -1
    return day.moment.span.start * 2 + day.last


def _pairs(days: Sequence[Day], own: Sequence[Day]) -> Iterator[tuple[Day, Day]]:
    """Each day with the letter's own, and any two of which one stands beside the length."""
    for day in days:
        for now in own:
            yield day, now
            yield now, day
    for one in days:
        for other in days:
            apart = one.dated is not other.dated or (other.last and not one.last)
            if apart and min(abs(one.away), abs(other.away)) <= 1:
                yield one, other
