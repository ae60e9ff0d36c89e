"""Gates the tables of a run: every table against its declaration, with Data Docs that say what was looked at.

Structural checks decide; what concerns a letter's truth (do its totals reconcile?) is shown and never fails a table.
Great Expectations is imported on the first call, not before.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.gates.checks import OBSERVATIONS, TABLES, checks_of, declaration_of
from expectations.gates.datadocs import write_data_docs
from expectations.gates.gated_rows import known_of
from expectations.gates.outcomes import check_result, first_line
from expectations.results import Check, GateFault, GateResult
from sources.model import ReferenceTable

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["GateFault", "GateResult", "gate"]

Known = Mapping[str, Collection[str]]


def gate(
    frames: Mapping[str, DataFrame],
    out_dir: Path,
    *,
    references: ReferenceTable | Known | None = None,
    home: str | None = None,
) -> tuple[GateResult, ...]:
    """One result a table, in the order of the tables; Data Docs under `out_dir/data-docs/index.html`.

    `frames` are those of `reports.exports.tables.table_frames.frames`. `references` is the reference table of the run,
    or the ids of its tables by table: what columns refer to beside the tables in `frames`. `home` is where the docs'
    link back to the report leads, seen from their `index.html`.
    """
    outside = known_of(references) if isinstance(references, ReferenceTable | None) else references
    results, raw = gate_part(frames, {**ids_of(frames), **outside})
    write_raw(out_dir / "data-docs" / "validations", raw)
    write_data_docs(results, out_dir / "data-docs", home=home)
    return results


def gate_part(frames: Mapping[str, DataFrame], known: Known) -> tuple[tuple[GateResult, ...], dict[str, Any]]:
    """The results of rows of the tables, and the library's own by table; `known`: every id that they may refer to."""
    tables = [table for table in (OBSERVATIONS, *TABLES) if table in frames]
    return _run_or_say_why({table: frames[table].reset_index(drop=True) for table in tables}, known)


def ids_of(frames: Mapping[str, DataFrame]) -> dict[str, frozenset[str]]:
    """The ids of every table of the run whose rows one column names."""
    keys = {table: declaration_of(table).key for table in frames}
    return {
        table: frozenset(str(value) for value in frames[table][key[0]].dropna())
        for table, key in keys.items()
        if len(key) == 1 and key[0] in frames[table].columns
    }


def _run_or_say_why(frames: Mapping[str, DataFrame], known: Known) -> tuple[tuple[GateResult, ...], dict[str, Any]]:
    """The results; where the library itself gives up every table has failed, and the run is still published."""
    try:
        return _run(frames, known)
    except Exception as error:
        what = f"could not be checked: Great Expectations gave up with {type(error).__name__}: {first_line(error)}"
        return tuple(_unchecked(table, len(frame), what) for table, frame in frames.items()), {}


def _unchecked(table: str, rows: int, what: str) -> GateResult:
    fault = GateFault(table=table, row="", column="", value="", what=what)
    return GateResult(table=table, success=False, rows=rows, checks=(), faults=(fault,))


def _run(frames: Mapping[str, DataFrame], known: Known) -> tuple[tuple[GateResult, ...], dict[str, Any]]:
    from expectations.suites.run import informational, run_suites

    declared = {table: checks_of(declaration_of(table), known) for table in frames}
    checks = {table: (*declared[table][0], *informational(table)) for table in frames}
    raw = run_suites(frames, checks, known)
    return tuple(
        _result(table, frame, checks[table], declared[table][1], raw[table]) for table, frame in frames.items()
    ), raw


def _result(
    table: str, frame: DataFrame, checks: Collection[Check], left_out: tuple[str, ...], raw: dict[str, Any]
) -> GateResult:
    found = {one["expectation_config"]["meta"].get("check"): one for one in raw["results"]}
    key = declaration_of(table).key
    results = tuple(check_result(check, found.get(check.check_id), frame, key) for check in checks)
    faults = tuple(dict.fromkeys(fault for one in results if one.check.gates for fault in one.faults))
    faults += _uncounted(table, len(raw["results"]), len(checks))
    success = not faults and all(one.success for one in results if one.check.gates)
    return GateResult(table=table, success=success, rows=len(frame), checks=results, faults=faults, left_out=left_out)


def _uncounted(table: str, evaluated: int, declared: int) -> tuple[GateFault, ...]:
    """The library drops an expectation whose class it does not know and calls the rest a success; so it is counted."""
    if evaluated == declared:
        return ()
    what = f"was not checked in full: {evaluated} of {declared} checks were run"
    return (GateFault(table=table, row="", column="", value="", what=what),)


def write_raw(folder: Path, raw: Mapping[str, Any], of_part: str = "") -> None:
    """Write the library's own results into `folder`, a file a table. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, result in raw.items():
        text = json.dumps(result, ensure_ascii=False, indent=1, sort_keys=True, default=str)
        (folder / f"{table}{of_part}.json").write_text(text + "\n", encoding="utf-8", newline="\n")
