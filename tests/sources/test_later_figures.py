"""Figures that come later move only the verdicts that they should: those of their own series and window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from claims.model import Claim, Event, Interval, Letter, Measure, Place, Producer
from sources.compare import compare_claim
from sources.comparison.asking.weighing import Scales
from sources.lookup.table_index import Index
from sources.model import Observation, ReferenceTable, Verdict
from sources.settings import DEFAULTS

WRITTEN = date(2023, 7, 20)
START = date(2021, 3, 1)
# claim, with what it says before anything comes later
PROBES = [
    (3905, "=", "consistent"),
    (3900, ">", "consistent"),
    (3840, "=", "consistent"),
    (2500, ">=", "understated"),
    (2500, "=", "understated"),
    (9000, "=", "overstated"),
    (39050, "=", "overstated"),
    (4000, "<", "not_comparable"),
    (3000, "<", "contradicted"),
]


def _row(value: int, end: date, **changes: object) -> Observation:
    row = Observation(
        observation_id=f"h-{value}-{end}-{len(changes)}",
        measure_id="killed",
        event_id=None,
        place="Erehwon",
        place_code="ERE",
        period_start=START,
        period_end=end,
        period_end_grain="day",
        value=Decimal(value),
        interval=Interval(low=Decimal(value), high=Decimal(value)),
        comparator="=",
        unit="person",
        producer_id="harbour",
        published_by="harbour",
        title="List",
        url="https://example.org/list",
        published_on=end,
        published_by_rule=None,
        accessed_on=None,
        licence="unknown",
        as_printed=str(value),
        grade="primary",
        cites=None,
        superseded_by=None,
        note="",
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def _measure(measure_id: str, kind: str) -> Measure:
    return Measure(
        measure_id=measure_id, label=measure_id, kind=kind, unit="person", parent=None,  # type: ignore[arg-type]
        definition="", surface_forms=(measure_id,), confused_with=(),
    )  # fmt: skip


def _table(*later: Observation) -> ReferenceTable:
    first = (_row(3400, date(2022, 12, 31)), _row(3830, date(2023, 6, 10)), _row(3905, date(2023, 7, 10)))
    producers = tuple(
        Producer(producer_id=each, name=each, aliases=(), url=None, counts="", cadence="", caveat="", lag_days=0,
                 coverage="register")
        for each in ("harbour", "lantern")
    )  # fmt: skip
    event = Event(event_id="putsch", name="Putsch", surface_forms=("putsch",), place="Erehwon", start=START, end=START,
                  verified=True)  # fmt: skip
    places = tuple(
        Place(place_id=code, name=name, aliases=(), kind="country", parent=None)
        for code, name in (("ERE", "Erehwon"), ("UTO", "Utopia"))
    )
    measures = (_measure("killed", "cumulative"), _measure("held", "stock"))
    return ReferenceTable(
        where="a test", sha256="", observations=(*first, *later), measures=measures, events=(event,),
        producers=producers, places=places,
    )  # fmt: skip


Said = Callable[..., Verdict]


@pytest.fixture
def said(claim_of: Callable[..., Claim], letter_of: Callable[..., Letter]) -> Said:
    def verdict(value: int, comparator: str, *later: Observation, as_known: str | None = None) -> Verdict:
        claim = claim_of(
            value, comparator=comparator, measure="killed", place="Erehwon", start=START, end=WRITTEN,
            attribution="harbour",
        )  # fmt: skip
        settings = replace(DEFAULTS, as_known=as_known)  # type: ignore[arg-type]
        return compare_claim(claim, letter_of(WRITTEN), Scales(index=Index(_table(*later)), settings=settings))

    return verdict


def elsewhere() -> Iterator[Observation]:
    """Forty later figures that speak of something else: another place, measure or counter's other start."""
    for week in range(10):
        day = WRITTEN + timedelta(days=7 * week + 1)
        yield _row(90_000 + week, day, place="Utopia", place_code="UTO", note="a")
        yield _row(12_000 + week, day, measure_id="held", period_start=None, note="b", grade="primary")
        yield _row(300 + week, day, period_start=WRITTEN, note="c", cites=None, title="Another list")
        yield _row(55 + week, day, period_start=date(2023, 7, 15), producer_id="lantern", note="d", url="-", title="-")


@pytest.mark.parametrize(("value", "comparator", "axis"), PROBES)
def test_a_probe_says_what_it_says(said: Said, value: int, comparator: str, axis: str) -> None:
    assert said(value, comparator).against_source == axis


@pytest.mark.parametrize(("value", "comparator", "axis"), PROBES)
def test_later_figures_of_something_else_move_nothing(said: Said, value: int, comparator: str, axis: str) -> None:
    before = said(value, comparator)
    for each in elsewhere():
        after = said(value, comparator, each)
        assert (after.against_source, after.timeliness) == (before.against_source, before.timeliness), each
    assert said(value, comparator, *elsewhere()).against_source == axis


@pytest.mark.parametrize(("value", "comparator", "axis"), PROBES)
@pytest.mark.parametrize("days", [1, 10, 30, 90])
def test_what_was_not_out_moves_nothing_that_is_asked_as_known_then(
    said: Said, value: int, comparator: str, axis: str, days: int
) -> None:
    later = _row(3905 + 3 * days, WRITTEN + timedelta(days=days))
    assert said(value, comparator, later, as_known="letter").against_source == axis


@pytest.mark.parametrize(
    ("value", "comparator", "before", "later", "days", "after"),
    [
        # must not move
        (3905, "=", "consistent", 3990, 10, "consistent"),
        (3905, "=", "consistent", 4300, 60, "consistent"),
        (9000, "=", "overstated", 3990, 10, "overstated"),
        (39050, "=", "overstated", 4300, 60, "overstated"),
        (2500, "=", "understated", 3990, 10, "understated"),
        (4100, "=", "overstated", 3910, 2, "overstated"),
        (4000, "<", "not_comparable", 4300, 60, "consistent"),
        # what was open is settled by the figures around it
        (4000, "<", "not_comparable", 3935, 10, "consistent"),
        # what lay beyond the pace did not, where the count shows it
        (4100, "=", "overstated", 4200, 10, "consistent"),
        (4600, "=", "overstated", 4700, 10, "consistent"),
    ],
)
def test_later_figures_of_the_series_move_what_lies_between(
    said: Said, value: int, comparator: str, before: str, later: int, days: int, after: str
) -> None:
    assert said(value, comparator).against_source == before
    assert said(value, comparator, _row(later, WRITTEN + timedelta(days=days))).against_source == after
