"""The gate: sound tables pass, every fault is named for a person, and a letter's own errors never fail a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

import expectations.suites.run as run
from expectations.gates.checks import OBSERVATIONS, TABLES
from expectations.gates.gate import gate
from expectations.gates.gated_rows import rows_of
from expectations.results import GateResult
from reports.exports.tables.table_frames import frames

Gated = Callable[..., dict[str, GateResult]]
Rows = Mapping[str, list[dict[str, Any]]]


def spoil(rows: Rows, table: str, at: int, **cells: Any) -> dict[str, list[dict[str, Any]]]:
    copy = deepcopy(dict(rows))
    copy[table][at].update(cells)
    return copy


def test_sound_tables_pass_with_every_check_run(gated: Gated, rows: Rows) -> None:
    results = gated(rows)
    assert list(results) == [OBSERVATIONS, *TABLES]
    assert [result.messages for result in results.values()] == [()] * 6
    assert all(result.success for result in results.values())
    assert all(one.success for result in results.values() for one in result.checks)
    assert [result.left_out for result in results.values()] == [()] * 6
    assert [results[table].rows for table in TABLES] == [2, 4, 5, 4, 6]


def test_a_letter_without_numbers_and_a_run_without_letters_pass(gated: Gated, made: ModuleType) -> None:
    empty = made.checked_letter(
        claims=(), signatories=made.signatories(stated=None, listed=None, undisclosed=None, totals=(), names=()),
        findings=(), verdicts={},
    )  # fmt: skip
    for checked in ([empty], []):
        results = gated(rows_of(checked))
        assert [message for result in results.values() for message in result.messages] == []


def test_what_a_letter_gets_wrong_never_fails_a_table(gated: Gated, made: ModuleType) -> None:
    wrong = made.checked_letter(
        signatories=made.signatories(undisclosed=7),
        findings=(made.finding(status="inconsistent"),),
        verdicts={"flood-120": made.verdict(against_source="contradicted", timeliness="stale_at_writing")},
    )
    results = gated(rows_of([wrong], table=made.reference_table()))
    assert all(result.success for result in results.values())
    totals = next(one for one in results["letters"].checks if not one.check.gates)
    assert totals.success is False
    assert [(line.subject, line.status) for line in totals.lines] == [("flood", "differs")]
    assert results["letters"].faults == ()


AXIS = "consistent, overstated, understated, contradicted, conflicting_sources, not_comparable, unverified"


@pytest.mark.parametrize(
    ("table", "at", "cells", "row", "column", "what"),
    [
        ("claims", 0, {"comparator": "≥"}, "claim_id=flood-120", "comparator",
         "'≥' is none of: =, ~, >, >=, <, <=, range"),
        ("claims", 0, {"letter_id": "lost"}, "claim_id=flood-120", "letter_id", "'lost' is not in the table letters"),
        ("claims", 1, {"start": 500, "end": 499}, "claim_id=flood-40", "start, end",
         "'500 and 499' are out of order: start exceeds end"),
        ("claims", 0, {"start": -1}, "claim_id=flood-120", "start", "'-1' is out of bounds: it must be at least 0"),
        ("claims", 0, {"verbatim": False}, "claim_id=flood-120", "verbatim", "'False' is none of: True"),
        ("claims", 0, {"sentence": "  "}, "claim_id=flood-120", "sentence", "is empty and must be filled"),
        ("claims", 0, {"period_start": date(2025, 1, 1)}, "claim_id=flood-120", "period_start, period_end",
         "'2025-01-01 and 2024-06-12' are out of order: period_start exceeds period_end"),
        ("verdicts", 0, {"claim_id": "x-1"}, "claim_id=x-1", "claim_id", "'x-1' is not in the table claims"),
        ("verdicts", 1, {"against_source": "true"}, "claim_id=flood-40", "against_source",
         f"'true' is none of: {AXIS}"),
        ("verdicts", 0, {"observation_ids": "nowhere"}, "claim_id=flood-120", "observation_ids",
         "'nowhere' is not in the table observations"),
        ("verdicts", 0, {"source_url": "www.counter.example"}, "claim_id=flood-120", "source_url",
         "'www.counter.example' is not written as https?://\\S+"),
        ("findings", 0, {"severity": "grave"}, "finding_id=flood:signatory-total:1", "severity",
         "'grave' is none of: error, warning, info"),
        ("findings", 1, {"claim_ids": "flood-120|x"}, "finding_id=flood:signatory-total:2", "claim_ids",
         "'flood-120|x' is not in the table claims"),
        ("signatories", 1, {"position": 1}, "letter_id=flood, position=1", "letter_id, position",
         "'flood and 1' is there twice: letter_id and position must name one row"),
        ("letters", 1, {"sha256": "beef"}, "letter_id=drought", "sha256", "'beef' is not written as [0-9a-f]{64}"),
        ("letters", 1, {"letter_id": "flood"}, "letter_id=flood", "letter_id", "'flood' occurs more than once"),
        ("observations", 0, {"measure_id": "heads"}, "observation_id=counter-people_killed-2024-06-10", "measure_id",
         "'heads' is not in the table measures"),
    ],
)  # fmt: skip
def test_a_fault_names_table_row_column_value_and_what_is_wrong(
    gated_alone: Callable[..., GateResult],
    rows: Rows,
    table: str,
    at: int,
    cells: dict[str, Any],
    row: str,
    column: str,
    what: str,
) -> None:
    result = gated_alone(spoil(rows, table, at, **cells), table)
    assert result.success is False
    assert f"table {table}, {row}, column {column}: {what}" in result.messages


def test_a_claim_without_a_verdict_is_a_fault(gated: Gated, rows: Rows) -> None:
    results = gated({**rows, "verdicts": rows["verdicts"][1:]})
    assert results["claims"].messages == (
        "table claims, claim_id=flood-120, column claim_id: 'flood-120' is not in the table verdicts",
    )
    assert results["verdicts"].success is True


def test_a_row_without_its_key_is_named_by_its_place(gated: Gated, rows: Rows) -> None:
    assert "table claims, row 2, column claim_id: is empty and must be filled" in gated(
        spoil(rows, "claims", 1, claim_id=None)
    )["claims"].messages  # fmt: skip


def test_only_the_table_at_fault_fails(gated: Gated, rows: Rows) -> None:
    results = gated(spoil(rows, "findings", 0, severity="grave"))
    assert [table for table, result in results.items() if not result.success] == ["findings"]


def test_a_missing_column_is_a_fault_and_not_an_exception(gated: Gated, rows: Rows) -> None:
    whole = frames(rows)
    results = gated(rows, {"verdicts": whole["verdicts"].drop(columns=["claim_id"])})
    assert "table verdicts, column claim_id: is missing from the table" in results["verdicts"].messages
    assert len(set(results["verdicts"].messages)) == len(results["verdicts"].messages)
    assert results["claims"].success is True


def test_an_undeclared_column_and_another_order_are_faults(gated: Gated, rows: Rows) -> None:
    whole = frames(rows)["letters"]
    extra = gated(rows, {"letters": whole.assign(mood="cheerful")})["letters"]
    assert extra.messages == ("table letters, column mood: is not declared for the table",)
    turned = gated(rows, {"letters": whole[whole.columns[::-1]]})["letters"]
    assert turned.messages == ("table letters: has its columns in another order than declared",)


@pytest.mark.parametrize("column", ["title", "stated", "written_on"])
def test_an_empty_column_of_another_type_is_a_fault(gated: Gated, rows: Rows, column: str) -> None:
    whole = frames(rows)["letters"]
    empty = whole.assign(**{column: pd.Series([None, None], dtype=object)})
    assert f"table letters, column {column}: 'object' is the type found where" in gated(rows, {"letters": empty})[
        "letters"
    ].messages[0]  # fmt: skip


def test_text_where_offsets_should_stand_is_a_fault_and_not_an_exception(gated: Gated, rows: Rows) -> None:
    claims = frames(rows)["claims"]
    results = gated(rows, {"claims": claims.assign(start=claims["start"].astype("str"))})
    assert results["claims"].success is False
    assert any("'str' is the type found where integer is declared" in message for message in results["claims"].messages)
    assert all("Traceback" not in message for message in results["claims"].messages)


def test_a_reference_table_without_rows_is_a_fault(gated: Gated, rows: Rows) -> None:
    results = gated({**rows, OBSERVATIONS: []})
    assert any("fewer rows" in message for message in results[OBSERVATIONS].messages)


def test_without_a_reference_table_the_run_passes_and_says_what_was_not_looked_up(
    tmp_path: Path, made: ModuleType
) -> None:
    results = {one.table: one for one in gate(frames(rows_of([made.checked_letter(verdicts={})])), tmp_path)}
    assert all(result.success for result in results.values())
    assert OBSERVATIONS not in results
    assert any("observations" in line for line in results["verdicts"].left_out)
    assert any("measures" in line for line in results["claims"].left_out)


@pytest.mark.parametrize("lost", [0, -1])
def test_a_check_that_was_not_run_fails_the_table(
    gated: Gated, rows: Rows, monkeypatch: pytest.MonkeyPatch, lost: int
) -> None:
    """As it happens when the class of a custom expectation is not imported: the library drops it without a word."""
    whole = run.suite_of

    def dropping(table: str, checks: Any) -> Any:
        suite = whole(table, checks)
        if table == "claims":
            suite.expectations.pop(lost)
        return suite

    monkeypatch.setattr(run, "suite_of", dropping)
    results = gated(rows)
    assert [table for table, result in results.items() if not result.success] == ["claims"]
    assert any("was not checked" in message for message in results["claims"].messages)


def test_a_library_that_gives_up_fails_the_tables_and_the_docs_are_still_there(
    gated: Gated, rows: Rows, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def give_up(*_: Any) -> None:
        raise RuntimeError("no batch\nand a long story")

    monkeypatch.setattr(run, "suite_of", give_up)
    results = gated(rows)
    assert [result.success for result in results.values()] == [False] * 6
    assert results["claims"].messages == (
        "table claims: could not be checked: Great Expectations gave up with RuntimeError: no batch",
    )
    assert "no batch" in (tmp_path / "data-docs" / "index.html").read_text(encoding="utf-8")


def test_thousands_of_bad_rows_give_a_bounded_list_with_their_number(gated: Gated, rows: Rows) -> None:
    many = frames({"signatories": rows["signatories"] * 2000})["signatories"]
    position = pd.Series(range(1, len(many) + 1), dtype="Int64")
    results = gated(rows, {"signatories": many.assign(position=position, start=900, letter_id="nobody")})
    order = next(one for one in results["signatories"].checks if one.check.kind == "order")
    assert order.at_fault == len(many) == 12000
    assert len(results["signatories"].faults) <= 60


def test_a_file_name_that_holds_the_separator_is_no_fault(gated: Gated, made: ModuleType) -> None:
    odd = made.checked_letter("a|b ", findings=())
    across = replace(made.across_finding("a|b ", "a|b "), claim_ids=("a|b -120",))
    results = gated(rows_of([odd], across=[across], table=made.reference_table()))
    assert results["findings"].messages == ()


def test_a_long_value_is_cut_in_the_message(gated: Gated, rows: Rows) -> None:
    results = gated(spoil(rows, "claims", 0, kind="x" * 5000))
    assert all(len(message) < 400 for message in results["claims"].messages)
