"""View data of the pages of measures and producers, from claims gathered over all letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reports.charts.claims_drawn import FEWEST, courses_of
from reports.charts.course import Course, Drawing
from reports.charts.drawing import COURSES, drawn
from reports.subjects.gathered import Gathered, Place, tallied
from reports.subjects.subject_views import (
    ClaimRow,
    DrawingView,
    Link,
    MeasurePage,
    ProducerPage,
    SubjectRow,
    SubjectsPage,
)
from reports.words.addresses_shown import address
from reports.words.table_names import Names, SeriesKey, series_key, subject_of
from reports.words.wording import counted, phrase, word

ROWS: Final = 300
"""Claims on one page; the tables of the run have all."""
DRAWINGS, DOTS = 8, 120
_NAME = re.compile(r"[^A-Za-z0-9_-]")


def file_of(identifier: str) -> str:
    """The file of a measure's or producer's page: its id where that names a file on any machine."""
    return _NAME.sub("-", identifier) + ".html"


def measure_pages(found: Gathered, names: Names) -> Iterator[MeasurePage]:
    """A page for each measure of which a letter speaks, by id."""
    for measure_id, places in sorted(found.measures.items()):
        row = names.measures.get(measure_id)
        if row is None:
            continue
        yield MeasurePage(
            measure_id=measure_id,
            label=names.measure(measure_id),
            definition=row.definition,
            kind=word("measure_kind", row.kind),
            unit=row.unit,
            claims=len(places),
            letters=_letters(places),
            tallies=tallied(places),
            drawings=tuple(_drawings(places, names)),
            rows=_rows(places, names),
            more=max(0, len(places) - ROWS),
        )


def producer_pages(found: Gathered, names: Names) -> Iterator[ProducerPage]:
    """A page for each producer whose figures decided a claim, or that a letter cites, by id."""
    deciding, citing = found.deciding, found.citing
    for producer_id in sorted({*deciding, *citing}):
        row = names.producers.get(producer_id)
        if row is None:
            continue
        decided, cited = deciding.get(producer_id, []), citing.get(producer_id, [])
        yield ProducerPage(
            producer_id=producer_id,
            name=names.producer(producer_id),
            counts=row.counts,
            coverage=word("coverage", row.coverage),
            basis=row.coverage_basis,
            cadence=row.cadence,
            caveat=row.caveat,
            address=address(row.url),
            decided=len(decided),
            tallies=tallied(decided),
            rows=_rows(decided, names),
            more=max(0, len(decided) - ROWS),
            cited=len(cited),
            cited_rows=_rows(cited, names),
            cited_more=max(0, len(cited) - ROWS),
        )


def subjects_page(found: Gathered, names: Names) -> SubjectsPage:
    """The list of both, the most claims first."""
    deciding = found.deciding
    return SubjectsPage(
        measures=tuple(
            _subject(names.measure(one), f"measures/{file_of(one)}", places)
            for one, places in sorted(found.measures.items(), key=lambda pair: (-len(pair[1]), pair[0]))
            if one in names.measures
        ),
        producers=tuple(
            _subject(names.producer(one), f"producers/{file_of(one)}", deciding.get(one, []))
            for one in sorted({*deciding, *found.citing}, key=lambda one: (-len(deciding.get(one, [])), one))
            if one in names.producers
        ),
        other=found.other,
    )


def _subject(text: str, href: str, places: Sequence[Place]) -> SubjectRow:
    return SubjectRow(
        link=Link(text=text, href=href), claims=len(places), letters=_letters(places), tallies=tallied(places)
    )


def _letters(places: Iterable[Place]) -> int:
    return len({place.letter_id for place in places})


def _rows(places: Sequence[Place], names: Names) -> tuple[ClaimRow, ...]:
    return tuple(
        ClaimRow(
            title=place.title,
            text=place.text,
            href=place.href,
            period=place.period,
            source=place.source,
            arithmetic=place.arithmetic,
            producers=tuple(
                Link(text=names.producer(one), href=f"../producers/{file_of(one)}")
                for one in dict.fromkeys(each.producer_id for each in place.deciding)
            ),
        )
        for place in places[:ROWS]
    )


def _drawings(places: Sequence[Place], names: Names) -> Iterator[DrawingView]:
    """A drawing for each place, event and start of which the deciding figures speak, the most claims first."""
    groups: dict[tuple[object, ...], list[Place]] = {}
    for place in places:
        if place.said is not None:
            first = place.deciding[0]
            groups.setdefault((subject_of(series_key(first)), first.unit), []).append(place)
    for group in sorted(groups.values(), key=len, reverse=True)[:DRAWINGS]:
        made = _drawing(group, names)
        if made is not None:
            yield made


def _drawing(group: Sequence[Place], names: Names) -> DrawingView | None:
    first = group[0].deciding[0]
    key: SeriesKey = series_key(first)
    deciding = {one.observation_id for place in group for one in place.deciding}
    courses = courses_of(key, first.unit, names, deciding)
    if len({dot.day for course in courses for dot in course.dots}) < FEWEST:
        return None
    about = names.event(first.event_id) if first.event_id else first.place or ""
    title = ", ".join(part for part in (names.measure(first.measure_id), about) if part)
    said = tuple(place.said for place in group[:DOTS] if place.said is not None)
    svg = drawn(
        Drawing(
            title=title,
            summary=_summary(title, courses, len(group)),
            unit=first.unit,
            courses=courses,
            stated=said,
        )
    )
    if svg is None:
        return None
    legend = tuple((f"c{min(number, COURSES - 1)}", course.name) for number, course in enumerate(courses))
    return DrawingView(title=title, svg=svg, legend=legend)


def _summary(title: str, courses: Sequence[Course], claims: int) -> str:
    producers, figures = ", ".join(one.name for one in courses), sum(len(one.dots) for one in courses)
    return phrase("chart_letters", title=title, producers=producers, count=figures, claims=counted(claims, "claim"))
