"""Claims, letters and tables made by hand, so that a comparison is tested without reading a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from claims.model import Citation, Claim, Event, Interval, Letter, Measure, Period, Place, Producer, Quantity, Span
from sources.model import Observation, ReferenceTable
from sources.table.load import load_table
from sources.table.published import interval_of

LINK_LOST = Citation(
    kind="link",
    mark=None,
    text="reported",
    url="#",
    producer=None,
    published_on=None,
    span=None,
    problem="target is empty",
)


def note(producer: str | None, published_on: date | None) -> Citation:
    return Citation(
        kind="footnote", mark="1", text="a note", url=None, producer=producer, published_on=published_on, span=None
    )


def interval(comparator: str, value: Decimal, low: object = None, high: object = None) -> Interval:
    """What a wording admits, as claims.numbers.bounding.comparators reads it."""
    if low is not None or high is not None:
        as_decimal = [None if end is None else Decimal(str(end)) for end in (low, high)]
        return Interval(low=as_decimal[0], high=as_decimal[1])
    match comparator:
        case ">":
            return Interval(low=value, high=None, low_open=True)
        case ">=":
            return Interval(low=value, high=None)
        case "<":
            return Interval(low=None, high=value, high_open=True)
        case "<=":
            return Interval(low=None, high=value)
        case "~":
            return Interval(low=value * Decimal("0.9"), high=value * Decimal("1.1"))
        case _:
            return Interval(low=value, high=value)


def make_claim(value: object, **changes: Any) -> Claim:
    """A claim of so many `counted`; `low` and `high` override what the comparator admits."""
    number, comparator = Decimal(str(value)), changes.pop("comparator", "=")
    admitted = interval(comparator, number, changes.pop("low", None), changes.pop("high", None))
    counted, dimension = changes.pop("counted", "people"), changes.pop("dimension", "count")
    start, end, grain = changes.pop("start", None), changes.pop("end", None), changes.pop("grain", "day")
    anchor = changes.pop("anchor", None)
    quantity = Quantity(
        span=Span(0, 1),
        text=f"{value} {counted}",
        number_span=Span(0, 1),
        as_written=str(value),
        value=number,
        interval=admitted,
        comparator=comparator,
        comparator_span=None,
        dimension=dimension,
        unit=changes.pop("quantity_unit", "person"),
        counted=counted,
        counted_span=None,
        direction=changes.pop("direction", None),
    )
    period = None
    if start is not None or end is not None:
        period = Period(
            text="", span=changes.pop("period_span", Span(0, 1)), start=start, end=end, grain=grain, anchor=anchor
        )
    measure = changes.pop("measure", None)
    fields: dict[str, Any] = {
        "claim_id": "letter-1",
        "letter_id": "letter",
        "kind": "statistic",
        "span": Span(0, 1),
        "text": quantity.text,
        "sentence": changes.pop("sentence", "The figure."),
        "sentence_span": Span(0, 1),
        "quantity": quantity,
        "measure": measure,
        "measures_possible": (measure,) if measure else (),
        "unit": quantity.unit,
        "place": "Myanmar",
        "place_inherited": None,
        "period": period,
        "event": None,
        "attribution": None,
        "citations": (),
    }
    return Claim(**{**fields, **changes})


def make_letter(written_on: date | None, **changes: Any) -> Letter:
    fields: dict[str, Any] = {
        "letter_id": "letter",
        "path": "letter.txt",
        "sha256": "0" * 64,
        "text": "The figure.",
        "title": None,
        "title_span": None,
        "written_on": written_on,
        "written_on_span": None,
        "published_on": None,
        "published_on_span": None,
    }
    return Letter(**{**fields, **changes})


def make_observation(observation_id: str, value: object, **changes: Any) -> Observation:
    number, comparator = Decimal(str(value)), changes.get("comparator", "=")
    fields: dict[str, Any] = {
        "observation_id": observation_id,
        "measure_id": "killed",
        "event_id": None,
        "place": "Erehwon",
        "place_code": None,
        "period_start": date(2020, 1, 1),
        "period_end": date(2020, 6, 30),
        "period_end_grain": "day",
        "value": number,
        "interval": interval_of(comparator, number, None, None),
        "comparator": "=",
        "unit": "person",
        "producer_id": "a",
        "published_by": "The Paper",
        "title": "A count of those who were killed",
        "url": "https://example.org/count",
        "published_on": changes.get("period_end", date(2020, 6, 30)),
        "published_by_rule": None,
        "accessed_on": None,
        "licence": "unknown",
        "as_printed": f"{value} people",
        "grade": "quoted",
        "cites": None,
        "superseded_by": None,
        "note": "",
    }
    return Observation(**{**fields, **changes})


def _measure(
    measure_id: str, kind: str, parent: str | None = None, confused: tuple[str, ...] = (), unit: str = "person"
) -> Measure:
    return Measure(
        measure_id=measure_id,
        label=measure_id.capitalize(),
        kind=kind,  # type: ignore[arg-type]
        unit=unit,
        parent=parent,
        definition="",
        surface_forms=(),
        confused_with=confused,
    )


def _producer(producer_id: str) -> Producer:
    name = f"Producer {producer_id.upper()}"
    return Producer(
        producer_id=producer_id, name=name, aliases=(), url=None, counts="", cadence="", caveat="", lag_days=10
    )


def make_table(observations: Iterable[Observation]) -> ReferenceTable:
    """A table of an invented country, Erehwon, with its province Yarg, around the observations given."""
    return ReferenceTable(
        where="a test",
        sha256="",
        observations=tuple(observations),
        measures=(
            _measure("killed", "cumulative", confused=("wounded",)),
            _measure("wounded", "cumulative"),
            _measure("held", "stock", confused=("serving",)),
            _measure("serving", "stock", parent="held"),
            _measure("displaced", "stock"),
            _measure("displaced_since", "stock", parent="displaced"),
            _measure("dead_in_event", "event"),
            _measure("children_killed", "cumulative", parent="killed", unit="child"),
            _measure("schoolgirls_killed", "cumulative", parent="children_killed", unit="girl"),
            _measure("children_dead_in_event", "event", parent="dead_in_event", unit="child"),
            _measure("days_with_killings", "cumulative", parent="killed", unit="day"),
            _measure("detained", "stock", parent="arrested"),
            _measure("arrested", "cumulative"),
            _measure("cost", "stock", unit="USD"),
            _measure("signers", "total"),
        ),
        events=(
            Event(
                event_id="flood",
                name="The great flood",
                surface_forms=("flood",),
                place="Yarg",
                start=date(2020, 5, 1),
                end=date(2020, 5, 1),
                verified=True,
            ),
            Event(
                event_id="petition",
                name="Petition of the bakers of Erehwon",
                surface_forms=(),
                place=None,
                start=date(2020, 3, 1),
                end=date(2020, 3, 1),
                verified=True,
            ),
        ),
        producers=tuple(_producer(each) for each in "abcd"),
        places=(
            Place(place_id="ERE", name="Erehwon", aliases=("Nowhere",), kind="country", parent=None),
            Place(place_id="ERE-Y-O", name="Oldtown", aliases=(), kind="township", parent="ERE-Y"),
            Place(place_id="ERE-Y", name="Yarg", aliases=(), kind="region", parent="ERE"),
            Place(place_id="UTO", name="Utopia", aliases=(), kind="country", parent=None),
        ),
    )


@pytest.fixture(scope="session")
def packaged_table() -> ReferenceTable:
    return load_table()


@pytest.fixture(scope="session")
def first_table() -> ReferenceTable:
    """The pack on Myanmar alone."""
    return load_table(packs=("myanmar",))


@pytest.fixture(scope="session")
def claim_of() -> Callable[..., Claim]:
    return make_claim


@pytest.fixture(scope="session")
def letter_of() -> Callable[..., Letter]:
    return make_letter


@pytest.fixture(scope="session")
def observation_of() -> Callable[..., Observation]:
    return make_observation


@pytest.fixture(scope="session")
def table_of() -> Callable[[Iterable[Observation]], ReferenceTable]:
    return make_table


@pytest.fixture(scope="session")
def note_of() -> Callable[[str | None, date | None], Citation]:
    return note


@pytest.fixture(scope="session")
def lost_link() -> Citation:
    return LINK_LOST
