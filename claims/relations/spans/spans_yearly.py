"""A whole number of years ends on the day and month it began: which date of the letter an anniversary is of."""

from __future__ import annotations

from collections.abc import Iterable

from claims.relations.spans.spans_model import Moment
from claims.relations.spans.spans_scene import Scene
from claims.relations.spans.spans_tie import Pairs, Place, product


def same_day(place: Place, ends: Iterable[Moment]) -> Pairs:
    """For "one year since the floods": the one date of the letter with the day and month of the end."""
    if place.length.word != "year" or place.length.sign != "=":
        return ()
    return yearly(place.scene, ends)


def yearly(scene: Scene, ends: Iterable[Moment]) -> Pairs:
    """Pairs of an end and the one printed day of the letter that lies whole years before it."""
    found: list[tuple[Moment, Moment]] = []
    for end in ends:
        starts = {(d.moment.first, d.moment.last): d.moment for d in scene.dates() if _years_before(d.moment, end)}
        if len(starts) == 1:
            found += product(starts.values(), [end])
    return tuple(found)


def _years_before(start: Moment, end: Moment) -> bool:
    day = start.grain == "day" and start.first == start.last and end.first == end.last
    return day and not start.read and start.first.year < end.first.year and _day(start) == _day(end)


def _day(moment: Moment) -> tuple[int, int]:
    return moment.first.month, moment.first.day
