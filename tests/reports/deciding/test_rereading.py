"""A right reading is compared again, and its verdict takes the place of the first; without one nothing changes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from claims.letters import letter_from_bytes
from claims.model import Interval
from expectations.check import check_letter
from reports.deciding.decisions import Decisions
from reports.deciding.entries import Entry
from reports.deciding.folding import standings
from reports.deciding.things_decided import claim_subjects
from reports.standing.rereading import as_right, reread
from sources.settings import DEFAULTS
from sources.table.load import load_table

LETTER = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))[0]


@pytest.fixture(scope="module")
def table() -> Any:
    return load_table(None)


@pytest.fixture(scope="module")
def checked(table: Any) -> Any:
    letter = letter_from_bytes(LETTER.read_bytes(), path=LETTER.name, letter_id="l")
    return check_letter(letter, table.field, table)


def decided(checked: Any, claim: Any, decision: str, **payload: Any) -> Decisions:
    subject = claim_subjects(checked)[claim.claim_id]
    return Decisions(
        kept=standings([Entry(subject=subject, revision=1, decision=decision, by="Ada", at="", payload=payload)])
    )


def held(checked: Any) -> Any:
    """A claim that its sources hold up, said exactly or as a floor."""
    return next(one for one in checked.extraction.claims if checked.verdict_of(one).against_source == "consistent")


def test_a_right_reading_is_compared_again(checked: Any, table: Any) -> None:
    claim = held(checked)
    right = {"value": f"{claim.quantity.value * 1000:f}", "comparator": "="}
    [again] = reread([checked], decided(checked, claim, "read_wrongly", right=right), table, DEFAULTS)
    assert again.verdict_of(claim).against_source not in ("consistent", "unverified")
    assert again.extraction.claims == checked.extraction.claims
    others = [one for one in checked.extraction.claims if one != claim]
    assert all(again.verdict_of(one) == checked.verdict_of(one) for one in others)


@pytest.mark.parametrize(
    ("decision", "payload"), [("read_wrongly", {}), ("accept", {}), ("dismiss", {"reason": "fine"})]
)
def test_nothing_else_changes_a_verdict(checked: Any, table: Any, decision: str, payload: dict[str, str]) -> None:
    decisions = decided(checked, held(checked), decision, **payload)
    assert reread([checked], decisions, table, DEFAULTS)[0].verdicts == checked.verdicts


def test_without_a_table_nothing_is_compared(checked: Any) -> None:
    decisions = decided(checked, held(checked), "read_wrongly", right={"value": "1"})
    assert reread([checked], decisions, None, DEFAULTS) == [checked]


@pytest.mark.parametrize(
    ("right", "low", "high"),
    [
        ({"value": "17"}, 17, 17),
        ({"value": "17", "comparator": ">="}, 17, None),
        ({"value": "17", "comparator": "<"}, None, 17),
        ({"value": "24000"}, 23500, 24500),
    ],
)
def test_what_a_right_reading_admits(make: Any, right: dict[str, str], low: int | None, high: int | None) -> None:
    claim = make.claim("About 60 wells are dry.\n", "60 wells", "60")
    interval = as_right(claim, {"comparator": "=", **right}).quantity.interval
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert [interval.low, interval.high] == ends
    assert as_right(claim, {}) is claim


def test_measure_and_period_alone(make: Any) -> None:
    claim = make.claim("About 60 wells are dry.\n", "60 wells", "60")
    read = as_right(claim, {"measure": "wells_dry", "start": "2024-01-01"})
    assert (read.measure, read.measures_possible) == ("wells_dry", ("wells_dry",))
    assert str(read.period.start) == "2024-01-01"
    assert read.quantity == replace(claim.quantity, interval=Interval(low=Decimal(60), high=Decimal(60)))
