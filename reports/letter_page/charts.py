"""The courses of published figures behind a letter's claims: one drawing a course, all its claims in it.

It stands on the card of the first claim; the cards of the others lead there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from claims.model import Claim
from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from reports.charts.claims_drawn import FEWEST, courses_of, stated
from reports.charts.course import Drawing
from reports.charts.drawing import COURSES, drawn
from reports.letter_page.links import Reference
from reports.words.addresses_shown import card_id
from reports.words.table_names import Names, SeriesKey, series_key
from reports.words.wording import day, figure, phrase
from sources.model import Verdict

ROWS: Final = 24
"""Figures of the table behind a drawing, the latest; the page of the measure has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A figure of the drawing, for those who read rather than look."""

    day: str
    producer: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing with its caption: `legend` gives the class and name of each course; `rows` is the table behind it."""

    title: str
    svg: Markup
    legend: tuple[tuple[str, str], ...]
    rows: tuple[ChartRow, ...]


def letter_charts(checked: CheckedLetter, names: Names) -> Mapping[str, Chart | Reference]:
    """For each claim, by id, its drawing or where it stands; nothing for claims whose figures make no course."""
    written_on = checked.extraction.letter.written_on
    by_course: dict[tuple[SeriesKey, str], list[tuple[Claim, Verdict, date]]] = {}
    for claim in checked.extraction.claims:
        verdict = checked.verdict_of(claim)
        when = (claim.period.end if claim.period else None) or written_on
        first = next((one.observation for one in verdict.evidence if one.decides), None) if verdict else None
        if verdict is not None and first is not None and when is not None:
            by_course.setdefault((series_key(first), first.unit), []).append((claim, verdict, when))
    return dict(_charts(by_course, names, written_on))


def _charts(
    by_course: Mapping[tuple[SeriesKey, str], Sequence[tuple[Claim, Verdict, date]]],
    names: Names,
    written_on: date | None,
) -> Iterator[tuple[str, Chart | Reference]]:
    for (key, unit), group in by_course.items():
        made = _chart(key, unit, group, names, written_on)
        if made is None:
            continue
        first, *others = [claim.claim_id for claim, _, _ in group]
        yield first, made
        at = Reference(text=phrase("chart_there"), href=f"#{card_id(first)}")
        yield from ((claim_id, at) for claim_id in others)


def _chart(
    key: SeriesKey,
    unit: str,
    group: Sequence[tuple[Claim, Verdict, date]],
    names: Names,
    written_on: date | None,
) -> Chart | None:
    deciding = {one.observation.observation_id for _, verdict, _ in group for one in verdict.evidence if one.decides}
    courses = courses_of(key, unit, names, deciding)
    if not courses or len({dot.day for dot in courses[0].dots}) < FEWEST:
        return None
    title = f"{names.measure(key[0])}, {courses[0].name}"
    first, last = courses[0].dots[0], courses[0].dots[-1]
    claims = "; ".join(f"“{claim.text}” ({day(when)})" for claim, _, when in group)
    summary = phrase("chart", measure=names.measure(key[0]), producer=courses[0].name, count=len(courses[0].dots),
                     first=first.text, last=last.text, claims=claims)  # fmt: skip
    drawing = Drawing(
        title=title,
        summary=summary,
        unit=unit,
        courses=courses,
        stated=tuple(stated(claim, when) for claim, _, when in group),
        written_on=written_on,
    )
    svg = drawn(drawing)
    if svg is None:
        return None
    rows = sorted(((dot.day, course.name, dot.value) for course in courses for dot in course.dots), reverse=True)
    return Chart(
        title=title,
        svg=svg,
        legend=tuple((f"c{min(number, COURSES - 1)}", course.name) for number, course in enumerate(courses)),
        rows=tuple(ChartRow(day=day(when), producer=who, figure=figure(value)) for when, who, value in rows[:ROWS]),
    )
