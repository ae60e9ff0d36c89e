"""The decision table of cases.yml, one test a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.model import Citation, Claim, Letter, Span
from sources.compare import compare_claim
from sources.comparison.asking.weighing import Scales
from sources.lookup.table_index import index_of
from sources.model import Observation, ReferenceTable
from sources.settings import DEFAULTS

TABLE = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))
UNTOLD = object()


def rows() -> Iterator[Any]:
    for group in TABLE["groups"]:
        for row in group["claims"]:
            yield pytest.param(group, row, id=f"{group['name']}: {row[0]} {row[1]}")


def figure(number: int, told: dict[str, Any], observation_of: Callable[..., Observation]) -> Observation:
    changes = {
        "measure_id": told.get("m", "killed"),
        "event_id": told.get("e"),
        "place": told.get("at", "Erehwon"),
        "period_start": told.get("from", date(2020, 1, 1)),
        "period_end": told["to"],
        "comparator": told.get("c", "="),
        "producer_id": told.get("by", "a"),
        "grade": told.get("g", "quoted"),
        "published_on": told.get("out", told["to"]),
        "period_end_grain": told.get("grain", "day"),
        "superseded_by": told.get("corrected_by"),
        "cites": told.get("cites"),
        "as_printed": told.get("printed", f"{told['v']} people"),
    }
    return observation_of(f"row-{number}", told["v"], **changes)


def claim(group: dict[str, Any], row: list[Any], claim_of: Callable[..., Claim], cited: tuple[Citation, ...]) -> Claim:
    comparator, value = row[0], row[1]
    bounds = {"low": value[0], "high": value[1]} if isinstance(value, list) else {}
    end = group.get("end", UNTOLD)
    return claim_of(
        value[0] if isinstance(value, list) else value,
        comparator=comparator,
        measure=group.get("measure", "killed"),
        measures_possible=tuple(group.get("possible", [group.get("measure", "killed")])),
        start=group.get("start", date(2020, 1, 1)),
        grain=group.get("grain", "day"),
        end=date(2020, 7, 1) if end is UNTOLD else end,
        place=group.get("place", "Erehwon"),
        event=group.get("event"),
        citations=cited,
        attribution=group.get("attribution"),
        direction=group.get("direction"),
        dimension=group.get("dimension", "count"),
        quantity_unit=group.get("unit", "person"),
        sentence=group.get("sentence", "The figure."),
        period_span=Span(0, 1) if group.get("told", True) else None,
        **bounds,
    )


@pytest.mark.parametrize(("group", "row"), list(rows()))
def test_a_row_of_the_decision_table(
    group: dict[str, Any],
    row: list[Any],
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
    note_of: Callable[..., Citation],
    lost_link: Citation,
) -> None:
    table = table_of(figure(at, told, observation_of) for at, told in enumerate(group["figures"]))
    letter = letter_of(group.get("letter", date(2020, 7, 1)))
    notes = {"lost": (lost_link,), "none": ()}
    cites = group.get("cites", [None, None])
    cited = notes[cites] if isinstance(cites, str) else (note_of(*cites),)
    settings = replace(DEFAULTS, as_known=group.get("as_known"))
    verdict = compare_claim(
        claim(group, row, claim_of, cited), letter, Scales(index=index_of(table), settings=settings)
    )
    axis, when, cautions = row[2:]
    assert (verdict.against_source, verdict.timeliness, list(verdict.cautions)) == (axis, when, cautions)
    assert verdict.explanation
    assert verdict.arithmetic


def test_the_table_has_a_row_for_each_word_of_each_axis() -> None:
    told = [row for group in TABLE["groups"] for row in group["claims"]]
    assert len(told) >= 380
    undecided = {"conflicting_sources", "not_comparable", "unverified"}
    assert {row[2] for row in told} == {"consistent", "overstated", "understated", "contradicted"} | undecided
    assert {row[3] for row in told} == {None, "current_at_writing", "stale_at_writing", "superseded_since"}
