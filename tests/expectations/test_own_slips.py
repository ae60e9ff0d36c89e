"""A letter's own slip is told as a finding, and is no fault of the tables: a run over it ends well."""

from __future__ import annotations

import pytest

from claims.letters import letter_from_bytes
from expectations.check import check_letter
from expectations.gates.checks import TABLES, declaration_of
from expectations.gates.gated_rows import rows_of
from expectations.results import Check, CheckResult, GateFault, GateResult
from reports.site.front import index_page
from sources.table.declared_faults import faults
from sources.table.load import load_table

SLIPS = {
    "dated before its event": "12 March 2020\n\nSince the coup of 1 February 2021, 97 people died in Myanmar.\n",
    "a window that ends before it begins": "12 March 2023\n\nBetween May 2021 and March 2020, 97 people fled.\n",
    "dated before a year it tells of": "4 May 2019\n\nBy the end of 2021, 97 schools had closed since June 2020.\n",
    "an end before the letter's own start": "4 May 2022\n\nFrom 3 June 2021 to 3 June 2020, 97 boats sank.\n",
    "numbers that no table can hold": "4 May 2022\n\nIn 99999999999999999999 years 1234567890123456789012345 died.\n",
}


@pytest.mark.parametrize("text", SLIPS.values(), ids=SLIPS)
def test_no_table_is_at_fault(text: str) -> None:
    table = load_table(None)
    letter = letter_from_bytes(f"Open letter\n\n{text}".encode(), path="a.txt", letter_id="a")
    checked = check_letter(letter, table.field, table)
    rows = rows_of([checked])
    assert [str(fault) for name in TABLES for fault in faults(rows[name], declaration_of(name), file=name)] == []


def test_the_finding_stands() -> None:
    table = load_table(None)
    letter = letter_from_bytes(SLIPS["dated before its event"].encode(), path="a.txt", letter_id="a")
    checked = check_letter(letter, table.field, table)
    assert [one.status for one in checked.findings if one.rule == "date-order"] == ["inconsistent"]


def test_true_counts_of_faults() -> None:
    """Of many rows at fault the library names twenty; all of them are counted."""
    check = Check(check_id="c", table="claims", kind="order", columns=("a", "b"), says="", fails="is out of order")
    named = tuple(GateFault(table="claims", row=f"r={n}", column="a", value="", what="is wrong") for n in range(20))
    failed = CheckResult(check=check, success=False, rows=400, at_fault=331, faults=named)
    result = GateResult(table="claims", success=False, rows=400, checks=(failed,), faults=named)
    assert result.at_fault == 331
    (view,) = index_page((), (), (), None, gates=(result,)).gates
    assert len(view.faults) + view.more_faults == 331
