"""View data of the reference table: who counts what, and pages of every series of figures with where it was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from claims.model import Measure, Producer
from claims.quick_records import dataclass
from reports.letter_page.evidence import source_view
from reports.site.figures_pages import FOLDER, FiguresPage, MeasureView, SeriesView, figures_pages
from reports.words.addresses_shown import Address, address
from reports.words.table_names import Names
from reports.words.wording import Word, day, word
from sources.lookup.series import sparkline
from sources.model import Observation, ReferenceTable

FILE: Final = "reference.html"

# a page is for reading: of a large table it shows the course of things, and the table itself has the rest
LARGE: Final = 20_000
SERIES: Final = 60
FIGURES: Final = 60


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
    figures = () if large else figures_pages(measures)
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
