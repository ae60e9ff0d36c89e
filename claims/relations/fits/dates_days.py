"""The days that a length may begin or end with: those printed near it, and the letter's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from claims.quick_records import dataclass
from claims.relations.fits.dates_lengths import Stretch
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_model import Moment
from claims.relations.spans.spans_scene import Scene, Told
from claims.times.calendar_steps import month_end

_BACK, _ON, _PARAGRAPHS = 14, 2, 4
"""How many sentences a length may reach back and on to a date, over how many paragraphs."""
_LONGEST = {"month": 31, "year": 366}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A moment that a length may begin or end with: printed `away` sentences from it (negative: before it), or the
    letter's own (`dated` None). `last`: the second day of a date that tells two ("15 June to 31 August").
    """

    moment: Moment
    away: int = 0
    told: Told | None = None
    dated: Dated | None = None
    last: bool = False

    @property
    def is_own(self) -> bool:
        return self.dated is None


def own_day(scene: Scene) -> list[Day]:
    """The letter's own day."""
    return [Day(moment=scene.now[0])] if scene.now else []


def printed_days(scene: Scene, stretch: Stretch) -> Iterator[Day]:
    """Every day printed near a length and told as finely; for an anniversary those of the whole letter."""
    at = place_in(scene, stretch.place.told)
    paragraph = stretch.place.told.reading.passage.paragraph
    for there, told in enumerate(scene.told):
        near = at - _BACK <= there <= at + _ON and abs(told.reading.passage.paragraph - paragraph) <= _PARAGRAPHS
        if near or stretch.kind == "anniversary":
            for dated in told.dates:
                for moment in stretch.place.sharp(dated.moments):
                    yield from _ends(Day(moment=moment, away=there - at, told=told, dated=dated))


def place_in(scene: Scene, told: Told) -> int:
    """The how-manieth of the sentences it is."""
    return next(at for at, one in enumerate(scene.told) if one is told)


def _ends(day: Day) -> Iterator[Day]:
    """ "15 June to 31 August" is two days, "2018-2022" two years; any other date is one."""
    moment = day.moment
    if moment.grain == "day" and moment.first != moment.last:
        yield replace(day, moment=replace(moment, last=moment.first))
        yield replace(day, moment=replace(moment, first=moment.last), last=True)
    elif moment.grain in ("month", "year") and (moment.last - moment.first).days > _LONGEST[moment.grain]:
        yield replace(day, moment=replace(moment, last=_end(_start(moment.first, moment.grain), moment.grain)))
        yield replace(day, moment=replace(moment, first=_start(moment.last, moment.grain)), last=True)
    else:
        yield day


def _end(day: date, grain: str) -> date:
    return month_end(day) if grain == "month" else day.replace(month=12, day=31)


def _start(day: date, grain: str) -> date:
    return day.replace(day=1) if grain == "month" else day.replace(month=1, day=1)
