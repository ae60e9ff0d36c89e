"""Each figure of the packaged series hidden, claimed, and compared with its neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from claims.model import Claim, Letter
from sources.compare import compare_claim
from sources.comparison.asking.weighing import Scales
from sources.lookup.table_index import Index
from sources.model import Observation, ReferenceTable, Verdict
from sources.settings import DEFAULTS

SHARE = Decimal("0.2")


def series_of(table: ReferenceTable, kind: str) -> list[list[Observation]]:
    """The exact figures of each series of at least three dates, one a date, by date."""
    kinds = {measure.measure_id: measure.kind for measure in table.measures}
    found: dict[tuple[object, ...], dict[object, Observation]] = defaultdict(dict)
    for each in table.observations:
        exact = each.comparator in ("=", "~") and each.event_id is None and each.grade != "weak"
        if exact and kinds[each.measure_id] == kind:
            key = (each.producer_id, each.measure_id, each.place, each.period_start)
            found[key].setdefault(each.period_end, each)
    return [list(members.values()) for members in found.values() if len(members) >= 3]


def without(table: ReferenceTable, hidden: Observation) -> ReferenceTable:
    """The table without a figure and without every other row that tells the same series of about the same day."""
    kept = tuple(each for each in table.observations if not _repeats(each, hidden))
    return replace(table, observations=kept)


def _repeats(each: Observation, hidden: Observation) -> bool:
    return (
        each.measure_id == hidden.measure_id
        and each.period_start == hidden.period_start
        and (
            each.producer_id != hidden.producer_id
            or each.period_end == hidden.period_end
            or each.comparator not in ("=", "~")
        )
    )


@pytest.fixture
def claimed(
    first_table: ReferenceTable, claim_of: Callable[..., Claim], letter_of: Callable[..., Letter]
) -> Callable[[Observation, Decimal], Verdict]:
    def compare(hidden: Observation, value: Decimal) -> Verdict:
        claim = claim_of(value, measure=hidden.measure_id, start=hidden.period_start, end=hidden.period_end)
        # what a counter's coverage lets it refute is another matter (tests/sources/evidence): here all are registers
        counters = tuple(replace(each, coverage="register") for each in first_table.producers)
        table = replace(without(first_table, hidden), producers=counters)
        scales = Scales(index=Index(table), settings=DEFAULTS)
        return compare_claim(claim, letter_of(hidden.period_end + timedelta(days=1)), scales)

    return compare


def interior(table: ReferenceTable, kind: str) -> list[tuple[Observation, Observation, Observation]]:
    return [
        (members[at - 1], members[at], members[at + 1])
        for members in series_of(table, kind)
        for at in range(1, len(members) - 1)
    ]


def test_running_counts_are_bracketed_by_their_neighbours(
    first_table: ReferenceTable, claimed: Callable[[Observation, Decimal], Verdict]
) -> None:
    triples = interior(first_table, "cumulative")
    assert len(triples) > 50
    borne_out = [each for _, each, _ in triples if claimed(each, each.value).against_source == "consistent"]
    assert len(borne_out) >= 0.95 * len(triples)


@pytest.mark.parametrize(
    ("factor", "axes"), [(1 + SHARE, {"overstated"}), (1 - SHARE, {"contradicted", "understated"})]
)
def test_a_fifth_more_or_less_is_caught_where_the_neighbours_allow(
    first_table: ReferenceTable,
    claimed: Callable[[Observation, Decimal], Verdict],
    factor: Decimal,
    axes: set[str],
) -> None:
    caught = 0
    for before, each, after in interior(first_table, "cumulative"):
        value = each.value * factor
        high, low = after.value * (1 + DEFAULTS.material), before.value * (1 - DEFAULTS.material)
        verdict = claimed(each, value)
        if value > high or value < low:
            assert verdict.against_source in axes, each.observation_id
            caught += 1
        else:
            assert verdict.against_source == "consistent", each.observation_id
    assert caught > 25


def test_stocks_are_never_refuted_by_their_neighbours(
    first_table: ReferenceTable, claimed: Callable[[Observation, Decimal], Verdict]
) -> None:
    triples = interior(first_table, "stock")
    verdicts = [claimed(each, each.value) for _, each, _ in triples]
    assert len(triples) > 30
    assert {verdict.against_source for verdict in verdicts} <= {"consistent", "not_comparable"}
    borne_out = [verdict for verdict in verdicts if verdict.against_source == "consistent"]
    assert len(borne_out) >= 0.75 * len(triples)
