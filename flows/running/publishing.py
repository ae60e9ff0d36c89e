"""From checked letters to the folder of a run: tables gated and written, Data Docs, pages, inputs, `run.json`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from claims.readers.raw_document import Skipped
from expectations.gates.gate import gate
from expectations.gates.gated_rows import rows_of
from expectations.model import CheckedLetter, Finding
from expectations.results import GateResult
from flows.fencing import publishable
from flows.run_folders.kept_inputs import INPUTS
from flows.run_folders.run_exports import EXPORTS, export_run
from flows.running.page_orders import Files
from flows.state.unchanged import link_run, run_info
from reports.deciding.decisions import NONE, Decisions
from reports.exports.letter_lines import TABLE, Lines, lines_of
from reports.exports.spools import Spools
from reports.exports.table_cells import csv_lines
from reports.exports.table_frames import frames, write_tables
from reports.model import Problem, RunInfo
from reports.site.write import write_site
from reports.standing.desk import across_desk
from reports.standing.failing import open_across
from reports.standing.open_desk import open_desk
from reports.words.table_names import Names
from sources.model import ReferenceTable

SUMMARY = ("letters", "claims", "findings", "items", "problems", "failed_gates", "gate_faults", "skipped")
_LIBRARIES = ("crossfoot", "pandas", "dateparser", "quantulum3", "great-expectations", "prefect")


def publish(
    folder: Path,
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    table: ReferenceTable | None,
    record: Mapping[str, Any],
    skipped: Sequence[Skipped] = (),
    decisions: Decisions = NONE,
    made: Files | None = None,
) -> dict[str, Any]:
    """Write a whole run into `folder`; returns counts, problems and failed gates as plain values.

    `inputs/` stands in it already: it is filled when the letters are read.
    A table that fails its suite is named and everything else is still published. `made`: the files of single letters,
    where they stand already, and the letters went through the fence before.
    """
    clock = time.perf_counter()
    if made is None:
        checked, lost = publishable(checked)
        problems = [*problems, *lost]
    (folder / INPUTS).mkdir(exist_ok=True)
    others = (checked, across, problems, table, skipped, decisions)
    with Spools(folder) as lines:
        for one in _lines(checked, Names.of(table), decisions, made):
            lines.add(one)
        gates = _gated_tables(folder, checked, across, table, lines)
        seconds = {"gate": time.perf_counter() - clock}
        handed = export_run(folder / EXPORTS, folder / INPUTS, *others, of_letters=made is None, lines=lines)
    problems = [*problems, *(made.copies_lost if made is not None else ()), *handed.problems]
    problems += write_site(
        checked,
        across,
        problems,
        table,
        folder,
        gates=gates,
        run=_run_info(record),
        skipped=skipped,
        files=[*(made.handed if made is not None else ()), *handed.files],
        decisions=decisions,
        written=made.pages_lost if made is not None else None,
    )
    seconds["publish"] = time.perf_counter() - clock - seconds["gate"]
    summary = _summary(checked, across, problems, gates, decisions) | {"skipped": len(skipped)}
    _write_record(folder / "run.json", record, checked, table, summary, seconds)
    return summary


def _gated_tables(
    folder: Path,
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    table: ReferenceTable | None,
    lines: Spools,
) -> tuple[GateResult, ...]:
    """Gate the tables and write them; of many letters they are large, and let go of before anything else is made."""
    rows = rows_of(checked, across=across, table=table)
    between = rows["findings"][len(rows["findings"]) - len(across) :]
    lines.add({TABLE.format("findings"): csv_lines("findings", between)})
    data = frames(rows)
    rows.clear()
    gates = gate(data, folder, references=table, home="../index.html")
    write_tables(data, folder / "tables", lambda name: lines.parts(TABLE.format(name)))
    return gates


def _lines(checked: Sequence[CheckedLetter], names: Names, decisions: Decisions, made: Files | None) -> Iterator[Lines]:
    """What each letter gives to the files that they share: as it was kept, else made here."""
    for at, one in enumerate(checked):
        kept = made.lines(at) if made is not None else None
        yield kept if kept is not None else lines_of(one, names, decisions)


def _summary(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    gates: Sequence[GateResult],
    decisions: Decisions,
) -> dict[str, Any]:
    between = across_desk(open_across(across, checked, decisions))
    return {
        "items": sum(len(open_desk(letter, decisions)) for letter in checked) + len(between),
        "letters": len(checked),
        "claims": sum(len(letter.extraction.claims) for letter in checked),
        "findings": sum(len(letter.findings) for letter in checked) + len(across),
        "problems": [{"path": problem.path, "message": problem.message} for problem in problems],
        "failed_gates": [result.table for result in gates if not result.success],
        "gate_faults": [line for result in gates if not result.success for line in _faults_told(result)],
    }


def _faults_told(result: GateResult) -> list[str]:
    more = result.at_fault - len(result.faults)
    return [*result.messages, *([f"table {result.table}: {more:,} more at fault"] if more > 0 else [])]


def _run_info(record: Mapping[str, Any]) -> RunInfo:
    started = datetime.fromisoformat(record["started_at"]).date()
    return RunInfo(run_id=record["run_id"], started_on=started, versions=versions(), since=record.get("since"))


def publish_again(latest: Path, folder: Path, old: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    """Publish the run `latest`, of the record `old`, once more: its files by links, its counts, a record of its own."""
    clock = time.perf_counter()
    new = {**old, **record, "finished_at": _now(), "versions": versions(), "as_run": old.get("as_run") or old["run_id"]}
    link_run(latest, folder, run_info(old), run_info(new))
    new["seconds"] = {"linking": round(time.perf_counter() - clock, 3)}
    (folder / "run.json").write_text(json.dumps(new, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return {name: old[name] for name in SUMMARY}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def versions() -> dict[str, str]:
    return {name: version(name) for name in _LIBRARIES}


def _write_record(
    path: Path,
    record: Mapping[str, Any],
    checked: Sequence[CheckedLetter],
    table: ReferenceTable | None,
    summary: Mapping[str, Any],
    seconds: Mapping[str, float],
) -> None:
    content = {
        **record,
        "finished_at": _now(),
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "python": sys.version.split()[0],
        "versions": versions(),
        "reference_table": None
        if table is None
        else {"where": table.where, "sha256": table.sha256, "rows": len(table.observations)},
        "inputs": [_input(item) for item in checked],
        **summary,
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _input(item: CheckedLetter) -> dict[str, str]:
    letter = item.extraction.letter
    return {"letter_id": letter.letter_id, "path": letter.path, "sha256": letter.sha256}
