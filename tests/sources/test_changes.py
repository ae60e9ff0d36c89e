"""Changes: which two figures are taken, and what lies between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import Claim, Letter
from sources.compare import compare_claim
from sources.comparison.asking.weighing import Scales
from sources.lookup.table_index import Index
from sources.model import Observation, ReferenceTable, Verdict
from sources.settings import DEFAULTS

START, END, LETTER = date(2020, 1, 1), date(2020, 6, 30), date(2020, 7, 1)
SLOW = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Compare = Callable[..., Verdict]


@pytest.fixture
def compare(
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> Compare:
    def run(value: object, figures: list[tuple[object, date, dict[str, Any]]], **changes: Any) -> Verdict:
        held = {"measure_id": "held", "period_start": None}
        rows = [
            observation_of(f"row-{at}", count, period_end=day, **{**held, **more})
            for at, (count, day, more) in enumerate(figures)
        ]
        told = {"measure": "held", "start": START, "end": END, "place": "Erehwon", "direction": "up", **changes}
        scales = Scales(index=Index(table_of(rows)), settings=DEFAULTS)
        return compare_claim(claim_of(value, **told), letter_of(LETTER), scales)

    return run


# day of the first figure, day of the last, grain of the claim's period, whether they are taken
TAKEN = [
    (START, END, "day", True),
    (date(2020, 1, 8), date(2020, 6, 23), "day", True),
    (date(2020, 1, 9), END, "day", False),
    (START, date(2020, 6, 20), "day", False),
    (date(2020, 1, 29), date(2020, 6, 2), "month", True),
    (date(2020, 2, 9), date(2020, 6, 2), "month", False),
]


@pytest.mark.parametrize(("first", "last", "grain", "taken"), TAKEN)
def test_figures_stand_at_the_ends_of_the_period(
    compare: Compare, first: date, last: date, grain: str, taken: bool
) -> None:
    found = compare(200, [(1000, first, {}), (1200, last, {})], grain=grain)
    assert found.against_source == ("consistent" if taken else "unverified")


LEFT_OUT = [
    {"grade": "weak"},
    {"producer_id": "b"},
    {"place": "Yarg"},
    {"comparator": ">"},
    {"event_id": "flood"},
    {"period_start": date(2019, 1, 1)},
]


@pytest.mark.parametrize("more", LEFT_OUT)
def test_a_figure_of_another_kind_makes_no_pair(compare: Compare, more: dict[str, Any]) -> None:
    found = compare(200, [(1000, START, {}), (1200, END, more)])
    assert (found.against_source, found.observation_ids) == ("unverified", ())


def test_two_counters_that_see_it_differently_are_shown(compare: Compare) -> None:
    other = {"producer_id": "b"}
    found = compare(200, [(1000, START, {}), (1200, END, {}), (1000, START, other), (2000, END, other)])
    assert found.against_source == "conflicting_sources"
    assert "sources_conflict" in found.cautions


def test_a_change_says_nothing_of_timeliness_and_offers_no_wording(compare: Compare) -> None:
    found = compare(200, [(1000, START, {}), (1200, END, {})])
    assert (found.timeliness, found.suggestion) == (None, None)
    assert "the change between them bears the claim out" in found.explanation


def test_nothing_is_divided_by_nothing(compare: Compare) -> None:
    found = compare(20, [(0, START, {}), (1200, END, {})], dimension="percentage", quantity_unit="percent")
    assert found.against_source == "unverified"


@SLOW
@given(before=st.integers(1, 5000), after=st.integers(1, 5000))
def test_the_difference_itself_is_always_borne_out(compare: Compare, before: int, after: int) -> None:
    figures = [(before, START, {}), (after, END, {})]
    direction = "up" if after >= before else "down"
    size = abs(after - before)
    assert compare(size, figures, direction=direction).against_source == "consistent"
    share = Decimal(size) / before * 100
    told = {"direction": direction, "dimension": "percentage", "quantity_unit": "percent"}
    assert compare(round(share, 2), figures, **told).against_source == "consistent"


@SLOW
@given(before=st.integers(1, 5000), rise=st.integers(0, 5000), more=st.integers(0, 20000))
def test_a_larger_claim_is_never_called_too_small(compare: Compare, before: int, rise: int, more: int) -> None:
    found = compare(rise + more, [(before, START, {}), (before + rise, END, {})])
    assert found.against_source in ("consistent", "not_comparable", "overstated", "contradicted")
    assert (found.against_source == "contradicted") <= (rise == 0)


YEARS = [(date(2018, 1, 1), date(2018, 12, 31)), (date(2019, 1, 1), date(2019, 12, 31))]


@pytest.mark.parametrize(
    ("claimed", "direction", "axis"),
    [
        (70, "down", "contradicted"),
        (70, "up", "consistent"),
        (71, "down", "not_comparable"),
        (400, "up", "not_comparable"),
    ],
)
def test_from_one_year_to_the_next_each_is_counted_by_itself(
    compare: Compare, claimed: int, direction: str, axis: str
) -> None:
    figures = [
        (count, last, {"measure_id": "killed", "period_start": first})
        for count, (first, last) in zip((310, 380), YEARS, strict=True)
    ]
    told = {"measure": "killed", "start": YEARS[0][0], "end": YEARS[1][1], "grain": "year"}
    assert compare(claimed, figures, direction=direction, **told).against_source == axis


def test_figures_of_which_a_pair_bears_the_claim_out_are_no_conflict(compare: Compare) -> None:
    figures = [(310, START, {}), (380, END, {}), (380, START, {"producer_id": "b"}), (310, END, {"producer_id": "b"})]
    assert compare(70, figures, direction="down").against_source == "consistent"
