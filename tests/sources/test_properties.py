"""What holds for every claim and every table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import Claim, Letter
from sources.compare import compare_claim
from sources.index import Index
from sources.model import Observation, ReferenceTable, Verdict
from sources.settings import DEFAULTS
from sources.weighing import Scales

START, LETTER = date(2020, 1, 1), date(2020, 7, 1)
COMPARATORS = st.sampled_from(["=", "~", ">", ">=", "<", "<="])
MEASURES = st.sampled_from(["killed", "held", "dead_in_event", "signers", "wounded", "serving"])
FIGURES = st.lists(
    st.fixed_dictionaries(
        {
            "value": st.integers(1, 2000),
            "comparator": COMPARATORS,
            "measure_id": MEASURES,
            "producer_id": st.sampled_from(list("abcd")),
            "place": st.sampled_from(["Erehwon", "Yarg", "Utopia", None]),
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
    assert " true" not in found.explanation
    assert " false" not in found.explanation
    decided = {each.observation.observation_id for each in found.evidence if each.decides}
    assert set(found.observation_ids) == decided
    assert len(found.near_misses) <= DEFAULTS.near_misses


@SLOW
@given(days=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40)), max_size=6))
def test_uncovered_days_are_those_in_no_window(days: list[tuple[int, int]]) -> None:
    from sources.periods import uncovered

    windows = [(START + timedelta(low), START + timedelta(low + length)) for low, length in days]
    end = START + timedelta(50)
    gaps = uncovered(START, end, windows)
    missing = {day for low, high in gaps for day in (low + timedelta(at) for at in range((high - low).days + 1))}
    every = {START + timedelta(at) for at in range(51)}
    assert missing == {day for day in every if not any(low <= day <= high for low, high in windows)}
