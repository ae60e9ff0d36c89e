"""An invented table that sentences are held against from the letter on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Claim, Event, Measure, Place, Producer
from sources.compare import compare_letter
from sources.model import Observation, ReferenceTable, Verdict
from sources.table.published import interval_of

PUTSCH = date(2021, 3, 1)


def _measure(measure_id: str, label: str, kind: str, forms: tuple[str, ...], parent: str | None = None) -> Measure:
    return Measure(
        measure_id=measure_id,
        label=label,
        kind=kind,  # type: ignore[arg-type]
        unit="person",
        parent=parent,
        definition=f"{label} in Erehwon.",
        surface_forms=forms,
        confused_with=(),
    )


def _producer(producer_id: str, name: str, coverage: str, counts: str) -> Producer:
    return Producer(
        producer_id=producer_id,
        name=name,
        aliases=(),
        url=None,
        counts=counts,
        cadence="",
        caveat="",
        lag_days=0,
        coverage=coverage,  # type: ignore[arg-type]
    )


def _row(measure: str, value: int, end: date, **changes: Any) -> Observation:
    comparator = changes.pop("comparator", "=")
    producer = changes.pop("producer", "harbour")
    start = changes.pop("start", PUTSCH)
    return Observation(
        observation_id=f"{producer}-{measure}-{end}-{value}",
        measure_id=measure,
        event_id=None,
        place="Erehwon",
        place_code="ERE",
        period_start=start,
        period_end=end,
        period_end_grain="day",
        value=Decimal(value),
        interval=interval_of(comparator, Decimal(value), None, None),
        comparator=comparator,
        unit="person",
        producer_id=producer,
        published_by=producer,
        title="List",
        url="https://example.org/list",
        published_on=end,
        published_by_rule=None,
        accessed_on=None,
        licence="unknown",
        as_printed=f"{value} {changes.pop('printed', 'people')}",
        grade="primary",
        cites=None,
        superseded_by=None,
        note="",
    )


@pytest.fixture(scope="session")
def harbour_table() -> ReferenceTable:
    return ReferenceTable(
        where="a test",
        sha256="",
        observations=(
            _row("killed_by_army", 2640, date(2022, 12, 31)),
            _row("killed_by_army", 1310, date(2022, 12, 31), start=date(2022, 1, 1)),
            _row("killed_by_army", 3830, date(2023, 6, 10)),
            _row("killed_by_army", 3905, date(2023, 7, 10)),
            _row("people_held", 12460, date(2023, 7, 10), printed="in detention"),
            _row("people_held", 12300, date(2023, 6, 10), printed="in detention"),
            _row("uprooted", 2_804_000, date(2023, 6, 30), comparator="~", producer="lantern", start=None),
        ),
        measures=(
            _measure("killed_by_army", "People killed", "cumulative", ("killed", "people killed", "deaths")),
            _measure("people_held", "People in detention", "stock", ("in detention", "held", "behind bars")),
            _measure("uprooted", "People displaced", "stock", ("displaced", "internally displaced")),
        ),
        events=(
            Event(
                event_id="putsch",
                name="Putsch of 1 March 2021",
                surface_forms=("putsch",),
                place="Erehwon",
                start=PUTSCH,
                end=PUTSCH,
                verified=True,
            ),
        ),
        producers=(
            _producer("harbour", "Harbour Count", "floor", "People killed and people in detention."),
            _producer("lantern", "Lantern Bureau", "estimate", "People displaced."),
        ),
        places=(
            Place(place_id="ERE", name="Erehwon", aliases=(), kind="country", parent=None),
            Place(place_id="ERE-O", name="Oldtown", aliases=(), kind="township", parent="ERE"),
            Place(place_id="UTO", name="Utopia", aliases=(), kind="country", parent=None),
        ),
    )


@pytest.fixture(scope="session")
def told(harbour_table: ReferenceTable) -> Callable[[str, date, Decimal], tuple[Claim, Verdict]]:
    """The claim of a number in a letter that consists of one sentence, and its verdict."""

    def verdict(sentence: str, on: date, number: Decimal) -> tuple[Claim, Verdict]:
        text = f"Open letter\n\n{on.day} {on:%B} {on.year}\n\n{sentence}\n\nSigned,\nTest Network\n"
        letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
        extraction = extract(letter, harbour_table.field)
        claim = next(each for each in extraction.claims if each.quantity.value == number)
        return claim, compare_letter(extraction, harbour_table)[claim.claim_id]

    return verdict
