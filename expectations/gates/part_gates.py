"""The tables of a run gated in parts, of which one is in memory at a time, and told as one: each part against the
declarations, and across parts that no key stands twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from expectations.gates.checks import declaration_of
from expectations.gates.datadocs import write_data_docs
from expectations.gates.gate import Known, gate_part, ids_of, write_raw
from expectations.gates.gated_rows import known_of
from expectations.results import CheckResult, GateFault, GateResult
from sources.model import ReferenceTable

if TYPE_CHECKING:
    from pandas import DataFrame

SHOWN = 20
"""Rows at fault that are named of one check."""
_OF_KEYS = frozenset({"unique", "key"})
_OF_TABLES = frozenset({"columns", "types"})
Key = tuple[object, ...]


class PartGates:
    """Parts are taken one after the other; what refers to a row refers to one of the same part or of one before."""

    def __init__(self, folder: Path, references: ReferenceTable | Known | None) -> None:
        """Data Docs stand under `folder`; `references` as `expectations.gates.gate.gate` has them."""
        self._docs = folder / "data-docs"
        self._outside = known_of(references) if isinstance(references, ReferenceTable | None) else references
        self._ids: dict[str, set[str]] = {}
        self._keys: dict[str, set[int]] = {}
        self._twice: dict[str, list[Key]] = {}
        self._parts: list[tuple[GateResult, ...]] = []

    def take(self, frames: Mapping[str, DataFrame]) -> None:
        """Gate a part. The library's own results stand beside the Data Docs."""
        for table, ids in ids_of(frames).items():
            self._ids.setdefault(table, set()).update(ids)
        for table, frame in frames.items():
            self._note_keys(table, frame)
        results, raw = gate_part(frames, {**self._ids, **self._outside})
        self._parts.append(results)
        number = len(self._parts)
        write_raw(self._docs / "validations", raw, "" if number == 1 else f"-{number}")

    def _note_keys(self, table: str, frame: DataFrame) -> None:
        """Which keys of the part stood in one before; within a part the library looks."""
        columns = declaration_of(table).key
        if not columns or not set(columns) <= set(frame.columns):
            return
        seen = self._keys.setdefault(table, set())
        keys = {hash(key): key for key in zip(*(frame[one].tolist() for one in columns), strict=True)}
        self._twice.setdefault(table, []).extend(keys[one] for one in keys.keys() & seen)
        seen.update(keys)

    def results(self, home: str | None = None) -> tuple[GateResult, ...]:
        """One result a table, in the order of the tables; Data Docs that tell them. `home`: their link back."""
        of_table: dict[str, list[GateResult]] = {}
        for one in (one for part in self._parts for one in part):
            of_table.setdefault(one.table, []).append(one)
        results = tuple(_joined(parts, self._twice.get(table, ())) for table, parts in of_table.items())
        write_data_docs(results, self._docs, home=home)
        return results


def _joined(parts: Sequence[GateResult], twice: Sequence[Key]) -> GateResult:
    """The results of a table's parts as one."""
    if len(parts) == 1:
        return parts[0]
    checks = tuple(
        _with_twice(_joined_check([one for one in of_check if one is not None]), twice)
        for of_check in zip_longest(*(part.checks for part in parts))
    )
    faults = tuple(dict.fromkeys([*_gating(checks), *_beside(parts)]))
    success = not faults and all(one.success for one in checks if one.check.gates)
    return replace(parts[0], success=success, rows=sum(part.rows for part in parts), checks=checks, faults=faults)


def _joined_check(parts: Sequence[CheckResult]) -> CheckResult:
    check, rows = parts[0].check, sum(one.rows for one in parts)
    lines = tuple(line for one in parts for line in one.lines)
    if check.kind == "rows":  # the table has rows enough, however they are parted
        success = rows >= check.params["minimum"]
        return replace(parts[0], success=success, rows=rows, faults=() if success else parts[0].faults)
    counted = [one.at_fault for one in parts]
    at_fault = max(counted) if check.kind in _OF_TABLES else sum(counted)
    faults = tuple(dict.fromkeys(fault for one in parts for fault in one.faults))[:SHOWN]
    success = all(one.success for one in parts)
    return CheckResult(check=check, success=success, rows=rows, at_fault=at_fault, faults=faults, lines=lines)


def _with_twice(result: CheckResult, twice: Collection[Key]) -> CheckResult:
    """The result of a check of keys, with those that stand in two parts."""
    check = result.check
    columns = declaration_of(check.table).key
    if check.kind not in _OF_KEYS or check.columns != tuple(columns) or not twice:
        return result
    more = tuple(
        GateFault(
            table=check.table,
            row=", ".join(f"{name}={value}" for name, value in zip(columns, key, strict=True)),
            column=", ".join(columns),
            value=" and ".join(map(str, key)),
            what=check.fails,
        )
        for key in sorted(twice, key=str)
    )
    faults = (*result.faults, *more)[:SHOWN]
    return replace(result, success=False, at_fault=result.at_fault + 2 * len(more), faults=faults)


def _gating(checks: Sequence[CheckResult]) -> Iterator[GateFault]:
    return (fault for one in checks if one.check.gates for fault in one.faults)


def _beside(parts: Sequence[GateResult]) -> Iterator[GateFault]:
    """The faults that are of no check: what was not checked at all."""
    for part in parts:
        known = {fault for one in part.checks for fault in one.faults}
        yield from (fault for fault in part.faults if fault not in known)
