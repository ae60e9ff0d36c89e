"""Rows of the tables: every declared column, the words of the contract, and what each cell says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import ModuleType
from typing import Any, get_args

import pytest

from claims.model import ClaimKind, Comparator, Direction, Grain, Interval, Span
from expectations.book.all_rules import own_rules
from expectations.gates.checks import OBSERVATIONS, TABLES, declaration_of
from expectations.gates.gated_rows import known_of, rows_of
from expectations.model import Severity, Status
from sources.model import AgainstSource, Caution, Timeliness
from sources.table.declared_faults import faults

CONTRACT_RULES = tuple(rule.rule_id for rule in own_rules())


@pytest.mark.parametrize("table", [*TABLES, OBSERVATIONS])
def test_rows_have_exactly_the_declared_columns(table: str, rows: dict[str, Any]) -> None:
    declared = {column.name for column in declaration_of(table).columns}
    assert rows[table]
    assert all(set(row) == declared for row in rows[table])


@pytest.mark.parametrize("table", [*TABLES, OBSERVATIONS])
def test_sound_rows_have_no_faults_in_the_check_without_great_expectations(
    table: str, rows: dict[str, Any], known: dict[str, frozenset[str]]
) -> None:
    ids = {one: {str(row[declaration_of(one).key[0]]) for row in rows[one]} for one in rows}
    assert faults(rows[table], declaration_of(table), file=table, known={**ids, **known}) == []


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("claims", "kind", get_args(ClaimKind)),
        ("claims", "comparator", get_args(Comparator)),
        ("claims", "direction", get_args(Direction)),
        ("claims", "period_grain", get_args(Grain)),
        ("letters", "stated_comparator", get_args(Comparator)),
        ("findings", "status", get_args(Status)),
        ("findings", "severity", get_args(Severity)),
        ("findings", "rule", CONTRACT_RULES),
        ("verdicts", "against_source", get_args(AgainstSource)),
        ("verdicts", "timeliness", get_args(Timeliness)),
        ("verdicts", "cautions", get_args(Caution)),
    ],
)
def test_declared_words_are_those_of_the_contract(table: str, column: str, words: tuple[str, ...]) -> None:
    declared = {one.name: one.values for one in declaration_of(table).columns}[column]
    assert declared == tuple(words)


@pytest.mark.parametrize("table", [*TABLES, OBSERVATIONS])
def test_every_reference_names_a_table_with_one_key(table: str) -> None:
    targets = {column.refers_to for column in declaration_of(table).columns if column.refers_to}
    run = targets & {*TABLES, OBSERVATIONS}
    assert targets - run <= {"measures", "events", "producers", "places"}
    assert all(len(declaration_of(one).key) == 1 for one in run)


def test_no_letters_give_tables_without_rows() -> None:
    assert rows_of([]) == {table: [] for table in TABLES}


def test_observations_come_only_with_a_reference_table(made: ModuleType) -> None:
    assert OBSERVATIONS not in rows_of([made.checked_letter()])
    assert known_of(None) == {}


def test_a_letter_counts_its_claims_numbers_findings_and_verdicts(rows: dict[str, Any]) -> None:
    row = rows["letters"][0]
    assert (row["claims"], row["consistent"], row["unverified"], row["contradicted"]) == (2, 1, 1, 0)
    assert (row["numbers_total"], row["numbers_claimed"], row["numbers_ignored"], row["numbers_unread"]) == (3, 2, 1, 0)
    assert (row["findings_consistent"], row["findings_inconsistent"], row["findings_not_checkable"]) == (1, 1, 0)
    assert (row["stated"], row["listed"], row["undisclosed"], row["needs_editor"]) == (5, 3, 2, 1)
    assert row["written_on"] == date(2024, 6, 12)


def test_a_total_stated_as_a_bound_says_so(made: ModuleType) -> None:
    total = replace(made.signatories().totals[0], comparator=">")
    letter = made.checked_letter(signatories=made.signatories(totals=(total,)))
    assert rows_of([letter])["letters"][0]["stated_comparator"] == ">"
    silent = made.checked_letter(signatories=made.signatories(stated=None, totals=()))
    assert rows_of([silent])["letters"][0]["stated_comparator"] is None


def test_unknown_counts_stay_empty_and_never_become_zero(made: ModuleType) -> None:
    letter = made.checked_letter(signatories=made.signatories(listed=None, undisclosed=None, names=()))
    row = rows_of([letter])["letters"][0]
    assert (row["listed"], row["undisclosed"]) == (None, None)


def test_an_open_bound_of_a_claim_is_empty(rows: dict[str, Any]) -> None:
    at_least, nearly = rows["claims"][0], rows["claims"][1]
    assert (at_least["value"], at_least["low"], at_least["high"], at_least["comparator"]) == (120.0, 120.0, None, ">=")
    assert (nearly["low"], nearly["high"], nearly["high_open"]) == (36.0, 40.0, True)


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_span_beside_its_quotation_is_not_verbatim(made: ModuleType, shift: int) -> None:
    claim = made.claim()
    moved = replace(claim, span=claim.span.shifted(shift))
    assert rows_of([made.checked_letter(claims=(moved,))])["claims"][0]["verbatim"] is False
    assert rows_of([made.checked_letter(claims=(claim,))])["claims"][0]["verbatim"] is True


def test_a_separator_inside_a_part_does_not_make_two_parts(rows: dict[str, Any]) -> None:
    assert rows["claims"][0]["citations"] == "[1] Counter, Update 3 / final"
    assert rows["claims"][0]["measures_possible"] == "people_killed|people_injured"


def test_the_deciding_observation_stands_beside_the_verdict(rows: dict[str, Any]) -> None:
    row = rows["verdicts"][0]
    assert row["cautions"] == "single_producer|citation_unresolved"
    assert (row["source_producer"], row["source_value"], row["source_as_of"]) == ("counter", 131.0, date(2024, 6, 10))
    assert row["source_url"] == "https://counter.example/3"


def test_evidence_that_only_explains_is_no_source(made: ModuleType) -> None:
    verdict = made.verdict()
    explained = replace(verdict, evidence=tuple(replace(one, decides=False) for one in verdict.evidence))
    row = rows_of([made.checked_letter(verdicts={"flood-120": explained})])["verdicts"][0]
    assert (row["source_observation_id"], row["source_value"], row["source_as_of"]) == (None, None, None)


def test_a_claim_that_was_not_compared_is_unverified_and_says_why(made: ModuleType) -> None:
    rows = rows_of([made.checked_letter(verdicts={})])
    assert [row["against_source"] for row in rows["verdicts"]] == ["unverified", "unverified"]
    assert all("no reference table" in str(row["explanation"]) for row in rows["verdicts"])
    assert rows["letters"][0]["unverified"] == 2


def test_there_is_one_verdict_a_claim_in_the_order_of_the_claims(rows: dict[str, Any]) -> None:
    assert [row["claim_id"] for row in rows["verdicts"]] == [row["claim_id"] for row in rows["claims"]]


def test_findings_of_one_rule_are_numbered_and_those_across_letters_name_them(rows: dict[str, Any]) -> None:
    assert [row["finding_id"] for row in rows["findings"]] == [
        "flood:signatory-total:1",
        "flood:signatory-total:2",
        "drought:signatory-total:1",
        "drought:signatory-total:2",
        "across:cross-letter:1",
    ]
    across = rows["findings"][-1]
    assert (across["letter_id"], across["letter_ids"]) == (None, "flood|drought")
    assert across["span_letter_ids"] == "flood|drought"
    assert len(str(across["spans"]).split("|")) == 2


def test_names_keep_their_place_script_and_missing_number(made: ModuleType) -> None:
    names = tuple(replace(name, number=None) for name in made.signatories().names)
    letter = made.checked_letter(signatories=made.signatories(names=names))
    found = rows_of([letter])["signatories"]
    assert [row["position"] for row in found] == [1, 2, 3]
    assert [row["number"] for row in found] == [None, None, None]
    assert found[1]["name"] == "နိုင်ငံ Relief"


def test_an_as_of_month_stays_a_month(rows: dict[str, Any]) -> None:
    by_day, by_month = rows[OBSERVATIONS]
    assert (by_day["period_end"], by_day["period_end_text"]) == (date(2024, 6, 10), None)
    assert (by_month["period_end"], by_month["period_end_text"]) == (None, "2024-05")


def test_a_number_too_large_for_a_float_is_still_a_row(made: ModuleType) -> None:
    huge = made.quantity("120 people", "1e400", interval=Interval(low=Decimal("1e400"), high=None))
    claim = made.claim(quantity=huge, span=Span(0, 3), text="Ope")
    assert rows_of([made.checked_letter(claims=(claim,))])["claims"][0]["value"] == float("inf")
