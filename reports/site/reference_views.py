"""View data of the reference table: who counts what, and pages of every series of figures with where it was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from claims.model import Measure, Producer
from reports.letter_page.evidence import SourceView, source_view
from reports.words.addresses_shown import Address, address
from reports.words.table_names import Names
from reports.words.wording import Word, day, word
from sources.lookup.series import sparkline
from sources.model import Observation, ReferenceTable

FILE: Final = "reference.html"
FOLDER: Final = "reference"

# a page is for reading: of a large table it shows the course of things, and the table itself has the rest
LARGE: Final = 20_000
SERIES: Final = 60
FIGURES: Final = 60
A_PAGE: Final = 150  # figures: some 150 KB; a measure stays whole


@dataclass(frozen=True, slots=True, kw_only=True)
class ProducerView:
    """Who counts, what, and what its figures may be taken for."""

    producer_id: str
    name: str
    aliases: str
    counts: str
    coverage: Word
    basis: str
    cadence: str
    caveat: str
    address: Address | None
    figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """What one producer printed of one thing over time: `figures` by as-of date, `more` of them not shown."""

    producer: str
    producer_id: str
    about: str
    since: str
    course: str
    figures: tuple[SourceView, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """What is counted, and its series; `more` of them not shown."""

    measure_id: str
    label: str
    kind: Word
    unit: str
    definition: str
    part_of: str
    figures: int
    series: tuple[SeriesView, ...]
    more: int
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """A page of figures, of some measures; `corrections`: where each figure stands that corrects one of them, from
    here; `pages` are all there are, by number and file.
    """

    number: int
    measures: tuple[MeasureView, ...]
    corrections: Mapping[str, str]
    pages: tuple[tuple[int, str], ...]

    @property
    def name(self) -> str:
        return figures_file(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePage:
    """The first page. `large`: the table has so many figures that none is shown, only who counts what. `figures` are
    the pages of them, to which each measure leads by its `href`.
    """

    where: str
    sha256: str
    observations: int
    large: bool
    producers: tuple[ProducerView, ...]
    measures: tuple[MeasureView, ...]
    figures: tuple[FiguresPage, ...]


def figures_file(number: int) -> str:
    """The file of the `number`th page of figures, beside the others."""
    return f"figures-{number}.html"


def reference_page(table: ReferenceTable, names: Names) -> ReferencePage:
    """The pages of a table, in an order of its own: producers by name, measures by label, series by place and start."""
    large = len(table.observations) > LARGE
    shown = () if large else table.observations
    by_measure, by_producer = _grouped(shown)
    measures = [
        _measure(each, by_measure.get(each.measure_id, []), names)
        for each in sorted(table.measures, key=lambda each: (each.label.casefold(), each.measure_id))
        if large or each.measure_id in by_measure
    ]
    figures = () if large else _figures_pages(measures)
    led = {one.measure_id: f"{FOLDER}/{page.name}#m-{one.measure_id}" for page in figures for one in page.measures}
    return ReferencePage(
        where=table.where,
        sha256=table.sha256,
        observations=len(table.observations),
        large=large,
        producers=tuple(
            _producer(each, by_producer.get(each.producer_id, 0))
            for each in sorted(table.producers, key=lambda each: (each.name.casefold(), each.producer_id))
        ),
        measures=tuple(replace(one, href=led.get(one.measure_id, "")) for one in measures),
        figures=figures,
    )


def _figures_pages(measures: Sequence[MeasureView]) -> tuple[FiguresPage, ...]:
    """The measures in their order, as many a page as have not too many figures."""
    parts: list[list[MeasureView]] = []
    room = 0
    for one in measures:
        shown = sum(len(series.figures) for series in one.series)
        if not parts or shown > room:
            parts.append([])
            room = A_PAGE
        parts[-1].append(one)
        room -= shown
    pages = tuple((number, figures_file(number)) for number in range(1, len(parts) + 1))
    stands = {one.observation_id: name for (_, name), part in zip(pages, parts, strict=True) for one in _shown(part)}
    return tuple(
        FiguresPage(number=number, measures=tuple(part), corrections=_corrections(part, name, stands), pages=pages)
        for (number, name), part in zip(pages, parts, strict=True)
    )


def _corrections(part: Iterable[MeasureView], name: str, stands: Mapping[str, str]) -> dict[str, str]:
    """The way from the page `name` to every figure that corrects one on it; what is not shown has none."""
    by = {one.superseded_by for one in _shown(part) if one.superseded_by in stands}
    return {one: f"{stands[one] if stands[one] != name else ''}#o-{one}" for one in by}


def _shown(measures: Iterable[MeasureView]) -> Iterator[SourceView]:
    return (one for measure in measures for series in measure.series for one in series.figures)


def _grouped(rows: Iterable[Observation]) -> tuple[dict[str, list[Observation]], dict[str, int]]:
    by_measure: dict[str, list[Observation]] = defaultdict(list)
    by_producer: dict[str, int] = defaultdict(int)
    for row in rows:
        by_measure[row.measure_id].append(row)
        by_producer[row.producer_id] += 1
    return by_measure, by_producer


def _producer(producer: Producer, figures: int) -> ProducerView:
    return ProducerView(
        producer_id=producer.producer_id,
        name=producer.name,
        aliases=", ".join(producer.aliases),
        counts=producer.counts,
        coverage=word("coverage", producer.coverage),
        basis=producer.coverage_basis,
        cadence=producer.cadence,
        caveat=producer.caveat,
        address=address(producer.url),
        figures=figures,
    )


def _measure(measure: Measure, rows: Sequence[Observation], names: Names) -> MeasureView:
    series: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for row in rows:
        start = row.period_start.isoformat() if row.period_start else ""
        series[row.place or "", row.event_id or "", start, row.producer_id, row.unit].append(row)
    return MeasureView(
        measure_id=measure.measure_id,
        label=measure.label,
        kind=word("measure_kind", measure.kind),
        unit=measure.unit,
        definition=measure.definition,
        part_of=names.measure(measure.parent) if measure.parent else "",
        figures=len(rows),
        series=tuple(_series(series[key], names) for key in sorted(series)[:SERIES]),
        more=max(0, len(series) - SERIES),
    )


def _series(rows: Sequence[Observation], names: Names) -> SeriesView:
    ordered = sorted(rows, key=lambda row: (str(row.period_end or ""), row.observation_id))
    first = ordered[0]
    standing = [row.value for row in ordered if row.superseded_by is None]
    return SeriesView(
        producer=names.producer(first.producer_id),
        producer_id=first.producer_id,
        about=names.event(first.event_id) if first.event_id else first.place or "",
        since=day(first.period_start) if first.period_start else "",
        course=sparkline(standing) if len(standing) > 1 else "",
        figures=tuple(source_view(row, names, "") for row in ordered[-FIGURES:]),
        more=max(0, len(ordered) - FIGURES),
    )
