"""What a gate says of a table: plain values, so that pages and exit codes need no Great Expectations."""

from __future__ import annotations

from dataclasses import field
from typing import Any, Literal

from claims.quick_records import dataclass

Kind = Literal[
    "columns",
    "rows",
    "types",
    "required",
    "unique",
    "key",
    "values",
    "pattern",
    "bounds",
    "words",
    "order",
    "reference",
    "totals",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing a table must be, taken from its declaration. `says` states it, `fails` names a cell that breaks it.

    `gates` is false for what is only shown: such a check never makes a table fail.
    """

    check_id: str
    table: str
    kind: Kind
    columns: tuple[str, ...]
    says: str
    fails: str
    gates: bool = True
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateFault:
    """One row at fault. `row` names it by the table's key ("claim_id=a-17"); empty if the whole table is at fault."""

    table: str
    row: str
    column: str
    value: str
    what: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.row, f"column {self.column}" if self.column else "") if part)
        shown = f" {self.value!r}" if self.value else ""
        return f"table {self.table}{', ' if where else ''}{where}:{shown} {self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an informational check: what it is about, how it stands, and the figures in words."""

    subject: str
    status: Literal["holds", "differs", "not_checkable"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """How one check came out on `rows` rows. `at_fault` counts the bad ones and `faults` holds the first of them."""

    check: Check
    success: bool
    rows: int
    at_fault: int
    faults: tuple[GateFault, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """How one table came out, by its gating checks alone. `left_out` names checks that had nothing to look at."""

    table: str
    success: bool
    rows: int
    checks: tuple[CheckResult, ...]
    faults: tuple[GateFault, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def at_fault(self) -> int:
        """How many rows or cells are at fault in all; of many alike `faults` names only the first."""
        counted = sum(one.at_fault for one in self.checks if one.check.gates and not one.success)
        return max(counted, len(self.faults))

    @property
    def messages(self) -> tuple[str, ...]:
        """The faults as sentences for a person."""
        return tuple(str(fault) for fault in self.faults)
