"""What holds for every claim and every table."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import Claim, Letter
from sources.compare import compare_claim
from sources.comparison.asking.weighing import Scales
from sources.lookup.table_index import Index
from sources.lookup.vintages import as_known_on, known_by
from sources.model import Observation, ReferenceTable, Verdict
from sources.settings import DEFAULTS

START, LETTER = date(2020, 1, 1), date(2020, 7, 1)
COMPARATORS = st.sampled_from(["=", "~", ">", ">=", "<", "<="])
MEASURES = st.sampled_from(
    ["killed", "held", "dead_in_event", "signers", "wounded", "serving", "children_killed", "detained", "arrested"]
)
FIGURES = st.lists(
    st.fixed_dictionaries(
        {
            "value": st.integers(1, 2000),
            "comparator": COMPARATORS,
            "measure_id": MEASURES,
            "producer_id": st.sampled_from(list("abcd")),
            "place": st.sampled_from(["Erehwon", "Yarg", "Oldtown", "Utopia", None]),
            "event_id": st.sampled_from([None, None, None, "flood", "petition"]),
            "period_start": st.sampled_from([None, START, date(2020, 2, 1), date(2019, 6, 1)]),
            "period_end": st.dates(date(2020, 2, 2), date(2020, 12, 1)),
            "grade": st.sampled_from(["primary", "quoted", "weak"]),
        }
    ),
    max_size=8,
)
CLAIMS = st.fixed_dictionaries(
    {
        "value": st.integers(1, 2000),
        "comparator": COMPARATORS,
        "measure": MEASURES,
        "event": st.sampled_from([None, None, "flood", "petition"]),
        "place": st.sampled_from(["Erehwon", "Yarg", None]),
        "start": st.sampled_from([None, START]),
        "end": st.sampled_from([None, LETTER, date(2020, 5, 1)]),
        "direction": st.sampled_from([None, None, None, "up", "down"]),
        "dimension": st.sampled_from(["count", "count", "count", "percentage"]),
    }
)
SLOW = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def figures(told: list[dict[str, Any]], observation_of: Callable[..., Observation]) -> list[Observation]:
    return [
        observation_of(f"row-{at}", each["value"], **{key: part for key, part in each.items() if key != "value"})
        for at, each in enumerate(told)
    ]


def verdict(claim: Claim, rows: list[Observation], table_of: Callable[..., ReferenceTable], letter: Letter) -> Verdict:
    return compare_claim(claim, letter, Scales(index=Index(table_of(rows)), settings=DEFAULTS))


def made(told: dict[str, Any], claim_of: Callable[..., Claim], **changes: Any) -> Claim:
    rest = {key: part for key, part in told.items() if key != "value"}
    return claim_of(told["value"], **{**rest, **changes})


@SLOW
@given(told=FIGURES, claimed=CLAIMS, order=st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(
    told: list[dict[str, Any]],
    claimed: dict[str, Any],
    order: Any,
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    rows = figures(told, observation_of)
    shuffled = list(rows)
    order.shuffle(shuffled)
    claim, letter = made(claimed, claim_of), letter_of(LETTER)
    assert verdict(claim, rows, table_of, letter) == verdict(claim, shuffled, table_of, letter)


@SLOW
@given(told=FIGURES, claimed=CLAIMS)
def test_an_irrelevant_figure_changes_nothing(
    told: list[dict[str, Any]],
    claimed: dict[str, Any],
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    rows = figures(told, observation_of)
    strange = observation_of("strange", 77_777, measure_id="displaced_since", place="Utopia")
    claim, letter = made(claimed, claim_of), letter_of(LETTER)
    assert verdict(claim, rows, table_of, letter) == verdict(claim, [*rows, strange], table_of, letter)


@SLOW
@given(told=FIGURES, claimed=CLAIMS, less=st.integers(0, 500), more=st.integers(0, 500))
def test_widening_a_claim_never_makes_it_overstated(
    told: list[dict[str, Any]],
    claimed: dict[str, Any],
    less: int,
    more: int,
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    rows, letter = figures(told, observation_of), letter_of(LETTER)
    value = Decimal(claimed["value"])
    narrow = made(claimed, claim_of, comparator="range", low=value, high=value)
    wide = made(claimed, claim_of, comparator="range", low=max(value - less, Decimal(0)), high=value + more)
    if verdict(narrow, rows, table_of, letter).against_source == "consistent":
        refuted = ("overstated", "understated", "contradicted")
        assert verdict(wide, rows, table_of, letter).against_source not in refuted


@SLOW
@given(told=FIGURES, claimed=CLAIMS)
def test_weak_figures_alone_never_decide(
    told: list[dict[str, Any]],
    claimed: dict[str, Any],
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    rows = figures([{**each, "grade": "weak"} for each in told], observation_of)
    found = verdict(made(claimed, claim_of), rows, table_of, letter_of(LETTER))
    assert found.against_source in ("unverified", "not_comparable")
    assert found.observation_ids == ()


@SLOW
@given(told=FIGURES, claimed=CLAIMS)
def test_every_verdict_speaks_for_itself(
    told: list[dict[str, Any]],
    claimed: dict[str, Any],
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    found = verdict(made(claimed, claim_of), figures(told, observation_of), table_of, letter_of(LETTER))
    assert found.explanation.endswith((".", "'", '"'))
    assert "{" not in found.explanation + found.arithmetic + (found.suggestion or "")
    if "≠" in found.arithmetic:
        assert "sources_conflict" in found.cautions or found.timeliness in ("stale_at_writing", "superseded_since")
    assert " true" not in found.explanation
    assert " false" not in found.explanation
    decided = {each.observation.observation_id for each in found.evidence if each.decides}
    assert set(found.observation_ids) == decided
    assert len(found.near_misses) <= DEFAULTS.near_misses


@SLOW
@given(days=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40)), max_size=6))
def test_uncovered_days_are_those_in_no_window(days: list[tuple[int, int]]) -> None:
    from sources.comparison.asking.window_ends import uncovered

    windows = [(START + timedelta(low), START + timedelta(low + length)) for low, length in days]
    end = START + timedelta(50)
    gaps = uncovered(START, end, windows)
    missing = {day for low, high in gaps for day in (low + timedelta(at) for at in range((high - low).days + 1))}
    every = {START + timedelta(at) for at in range(51)}
    assert missing == {day for day in every if not any(low <= day <= high for low, high in windows)}


def count(claim_of: Callable[..., Claim], value: int, measure: str, comparator: str = ">=", **changes: Any) -> Claim:
    told = {"measure": measure, "comparator": comparator, "start": START, "end": LETTER, "place": "Erehwon"}
    return claim_of(value, **{**told, **changes})


@SLOW
@given(part=st.integers(20, 2000), claimed=st.integers(1, 3000))
def test_a_part_bounds_its_whole_from_below(
    part: int,
    claimed: int,
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    rows, letter = [observation_of("part", part, measure_id="children_killed")], letter_of(LETTER)
    least = verdict(count(claim_of, claimed, "killed"), rows, table_of, letter).against_source
    assert (least == "consistent") == (claimed <= part)
    assert least in ("consistent", "unverified")
    exact = verdict(count(claim_of, claimed, "killed", "="), rows, table_of, letter).against_source
    assert (exact in ("contradicted", "understated")) == (claimed * (1 + DEFAULTS.kin) < part)
    assert exact != "consistent"


@SLOW
@given(whole=st.integers(20, 2000), claimed=st.integers(1, 3000))
def test_a_whole_bounds_its_parts_from_above(
    whole: int,
    claimed: int,
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    rows, letter = [observation_of("whole", whole, measure_id="killed", period_end=LETTER)], letter_of(LETTER)
    for comparator in ("=", ">="):
        found = verdict(count(claim_of, claimed, "children_killed", comparator), rows, table_of, letter)
        assert (found.against_source == "overstated") == (claimed > whole * (1 + DEFAULTS.kin))
        assert found.against_source in ("overstated", "unverified")


@SLOW
@given(told=FIGURES, claimed=CLAIMS, part=st.integers(1, 3000), measure=st.sampled_from(["children_killed", "serving"]))
def test_a_part_changes_nothing_that_figures_of_the_measure_itself_decide(
    told: list[dict[str, Any]],
    claimed: dict[str, Any],
    part: int,
    measure: str,
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    claim, letter = made(claimed, claim_of), letter_of(LETTER)
    rows = figures([each for each in told if each["measure_id"] == claim.measure], observation_of)
    alone = verdict(claim, rows, table_of, letter)
    more = observation_of("more", part, measure_id=measure, event_id=None)
    if alone.observation_ids and alone.evidence[0].observation.measure_id == claim.measure != measure:
        kin = any(each.observation.event_id != claim.event for each in alone.evidence if each.decides)
        if not kin and alone.against_source in ("consistent", "conflicting_sources"):
            assert verdict(claim, [*rows, more], table_of, letter).against_source == alone.against_source


@SLOW
@given(told=FIGURES, claimed=CLAIMS)
def test_as_known_on_the_letters_day_uses_nothing_that_came_later(
    told: list[dict[str, Any]],
    claimed: dict[str, Any],
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    claim, letter = made(claimed, claim_of), letter_of(LETTER)
    table = table_of(figures(told, observation_of))
    then = replace(DEFAULTS, as_known="letter")
    found = compare_claim(claim, letter, Scales(index=Index(table), settings=then))
    assert all(known_by(each.observation, LETTER) for each in found.evidence)
    given_only = Scales(index=Index(as_known_on(table, LETTER)), settings=DEFAULTS)
    assert found.against_source == compare_claim(claim, letter, given_only).against_source


def long_table(observation_of: Callable[..., Observation], table_of: Callable[..., ReferenceTable]) -> ReferenceTable:
    """Twelve hundred weekly and monthly figures of three producers and places, far more than a shelf reads whole."""
    dice, rows = random.Random(7), []
    for measure in ("killed", "children_killed", "held"):
        for place in ("Erehwon", "Yarg", "Oldtown"):
            for producer in "abc":
                value = dice.randrange(50, 900)
                for week in range(45):
                    value += dice.randrange(0, 12)
                    day = START - timedelta(90) + timedelta(7 * week)
                    start = day - timedelta(6) if week % 3 == 0 and measure != "held" else START - timedelta(90)
                    told = {"measure_id": measure, "place": place, "producer_id": producer, "published_on": day}
                    rows.append(
                        observation_of(
                            f"{measure}-{place}-{producer}-{week}",
                            value if start < day - timedelta(6) or measure == "held" else dice.randrange(1, 60),
                            period_start=None if measure == "held" else start,
                            period_end=day,
                            **told,
                        )
                    )
    return table_of(rows)


def test_what_is_looked_up_on_a_long_shelf_decides_as_the_whole_shelf_does(
    monkeypatch: pytest.MonkeyPatch,
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    table, letter, dice = long_table(observation_of, table_of), letter_of(LETTER), random.Random(8)
    claims = [
        claim_of(
            dice.randrange(5, 1500),
            comparator=dice.choice(["=", ">", ">=", "<=", "~"]),
            measure=dice.choice(["killed", "children_killed", "held"]),
            place=dice.choice(["Erehwon", "Yarg", "Oldtown"]),
            start=dice.choice([START - timedelta(90), START, date(2020, 2, 3)]),
            end=dice.choice([LETTER, date(2020, 5, 1)]),
        )
        for _ in range(150)
    ]
    axes = []
    for many in (10, 10**9):
        monkeypatch.setattr("sources.lookup.lookup_shelves.MANY", many)
        scales = Scales(index=Index(table), settings=DEFAULTS)
        found = [compare_claim(claim, letter, scales) for claim in claims]
        axes.append([(each.against_source, each.timeliness) for each in found])
    assert axes[0] == axes[1]
    assert len({axis for axis, _ in axes[0]}) >= 4
