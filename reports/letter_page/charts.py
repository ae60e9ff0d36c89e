"""The series of observations around a claim, as the points of a small drawing; the template draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claims.model import Claim
from reports.words.table_names import Names, series_key
from reports.words.wording import day, figure, phrase
from sources.model import Observation, Verdict

WIDTH, HEIGHT = 360, 132
LEFT, RIGHT, TOP, BOTTOM = 8, 8, 22, 24
FEWEST = 3  # dates; two points are told better by the arithmetic line


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where a figure stands in the drawing, and its text; `decides` where it carries the verdict."""

    x: float
    y: float
    text: str
    decides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Coordinates in a box of `width` × `height`, y downwards; `summary` says in words what the drawing shows."""

    width: int
    height: int
    points: tuple[Point, ...]
    line: str
    claim: Point
    first: str
    last: str
    lowest: str
    highest: str
    title: str
    summary: str


def chart(claim: Claim, verdict: Verdict | None, names: Names, written_on: date | None) -> Chart | None:
    """The series of the observation that decides, with the claim in it; `None` where there are too few points."""
    deciding = [one.observation for one in verdict.evidence if one.decides] if verdict else []
    if not deciding:
        return None
    series = [one for one in names.series.get(series_key(deciding[0]), ()) if one.unit == deciding[0].unit]
    when = (claim.period.end if claim.period else None) or written_on
    if when is None or len({one.period_end for one in series}) < FEWEST:
        return None
    return _drawn(claim, when, series, {one.observation_id for one in deciding}, names)


def _drawn(claim: Claim, when: date, series: Sequence[Observation], deciding: set[str], names: Names) -> Chart:
    dated = [(one, one.period_end) for one in series if one.period_end]
    days = [end.toordinal() for _, end in dated] + [when.toordinal()]
    values = [one.value for one, _ in dated] + [claim.quantity.value]
    scale = _Scale(low_x=min(days), high_x=max(days), low_y=min(values), high_y=max(values))
    points = tuple(
        Point(x=scale.x(end), y=scale.y(one.value), text=_told(one.value, end), decides=one.observation_id in deciding)
        for one, end in dated
    )
    first, last = date.fromordinal(min(days)), date.fromordinal(max(days))
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        points=points,
        line=" ".join(f"{point.x},{point.y}" for point in points),
        claim=Point(x=scale.x(when), y=scale.y(claim.quantity.value), text=claim.text),
        first=day(first),
        last=day(last),
        lowest=figure(min(values)),
        highest=figure(max(values)),
        title=f"{names.measure(series[0].measure_id)}, {names.producer(series[0].producer_id)}",
        summary=_summary(claim, when, series, names),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """From days and figures to the drawing; a flat series runs through its middle."""

    low_x: int
    high_x: int
    low_y: Decimal
    high_y: Decimal

    def x(self, when: date) -> float:
        width = self.high_x - self.low_x
        share = (when.toordinal() - self.low_x) / width if width else 0.5
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: Decimal) -> float:
        height = self.high_y - self.low_y
        share = float((value - self.low_y) / height) if height else 0.5
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _told(value: Decimal, when: date) -> str:
    return f"{figure(value)} ({day(when)})"


def _summary(claim: Claim, when: date, series: Sequence[Observation], names: Names) -> str:
    first, last = (_told(one.value, one.period_end or when) for one in (series[0], series[-1]))
    measure, producer = names.measure(series[0].measure_id), names.producer(series[0].producer_id)
    return phrase("chart", measure=measure, producer=producer, count=len(series), first=first, last=last,
                  claim=claim.text, when=day(when))  # fmt: skip
