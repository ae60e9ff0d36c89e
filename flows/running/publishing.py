"""From checked letters to the folder of a run: tables gated and written, Data Docs, pages, inputs, `run.json`."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from claims.quick_records import dataclass
from claims.readers.raw_document import Skipped
from expectations.model import CheckedLetter, Finding
from expectations.results import GateResult
from flows.fencing import publishable
from flows.laid.table_parts import gated_tables
from flows.run_folders.kept_inputs import INPUTS
from flows.run_folders.run_exports import EXPORTS, export_run
from flows.run_folders.run_record import input_of, write_record
from flows.running.page_orders import Files
from flows.state.unchanged import link_run, run_info
from reports.deciding.decisions import NONE, Decisions
from reports.exports.letter_lines import lines_of
from reports.exports.spools import Spools
from reports.letter_page.between import across_views
from reports.model import Problem, RunInfo
from reports.site.front import Listed
from reports.site.shared_pages import ShownLetters, write_shared
from reports.site.write import write_letters
from reports.standing.desk import across_desk
from reports.standing.failing import open_across
from reports.standing.figures_between import Figures, by_id
from reports.words.table_names import Names
from sources.model import ReferenceTable

SUMMARY = ("letters", "claims", "findings", "items", "problems", "failed_gates", "gate_faults", "skipped")
_LIBRARIES = ("crossfoot", "pandas", "dateparser", "quantulum3", "great-expectations", "prefect")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a run publishes. `letters` may stand on the disk: they are asked for once, in their order. `figures` are
    those of `across`; `made`: the files of single letters, where they stand already.
    """

    letters: Sequence[CheckedLetter]
    across: Sequence[Finding]
    figures: Figures
    problems: Sequence[Problem]
    table: ReferenceTable | None
    skipped: Sequence[Skipped]
    decisions: Decisions
    made: Files | None = None


def publish(
    folder: Path,
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    table: ReferenceTable | None,
    record: Mapping[str, Any],
    skipped: Sequence[Skipped] = (),
    decisions: Decisions = NONE,
) -> dict[str, Any]:
    """As `publish_all`, of letters at hand, which go through the fence and whose files are made here."""
    kept, lost = publishable(checked)
    told = Published(
        letters=kept,
        across=across,
        figures=Figures(across, by_id(kept)),
        problems=[*problems, *lost],
        table=table,
        skipped=skipped,
        decisions=decisions,
    )
    return publish_all(folder, told, record)


def publish_all(folder: Path, told: Published, record: Mapping[str, Any]) -> dict[str, Any]:
    """Write a whole run into `folder`; returns counts, problems and failed gates as plain values.

    `inputs/` stands in it already: it is filled when the letters are read.
    A table that fails its suite is named and everything else is still published.
    """
    clock = time.perf_counter()
    (folder / INPUTS).mkdir(exist_ok=True)
    names = Names.of(told.table)
    shown, inputs = ShownLetters(names, told.decisions), list[dict[str, str]]()
    with Spools(folder) as lines:
        gates = gated_tables(folder, _taken(told, lines, shown, inputs), told.across, told.table, lines)
        seconds = {"gate": time.perf_counter() - clock}
        of_letters = told.made is None
        handed = export_run(folder / EXPORTS, folder / INPUTS, told.letters, told.across, told.problems, told.table,
                            told.skipped, told.decisions, of_letters=of_letters, lines=lines,
                            words=told.figures.words)  # fmt: skip
    files = [*(told.made.handed if told.made is not None else ()), *handed.files]
    lost = _pages_lost(folder, told, names, files)
    problems = [*told.problems, *(told.made.copies_lost if told.made is not None else ()), *handed.problems, *lost]
    write_shared(
        shown,
        told.across,
        told.figures,
        problems,
        told.table,
        folder,
        gates=gates,
        run=_run_info(record),
        skipped=told.skipped,
        files=files,
    )
    seconds["publish"] = time.perf_counter() - clock - seconds["gate"]
    summary = _summary(shown.listed, told, problems, gates) | {"skipped": len(told.skipped)}
    write_record(
        folder, {**record, "finished_at": _now(), "versions": versions()}, inputs, told.table, summary, seconds
    )
    return summary


def _pages_lost(folder: Path, told: Published, names: Names, files: Sequence[str]) -> Sequence[Problem]:
    """The letters whose page could not be made, of those that are made here too."""
    if told.made is not None:
        return told.made.pages_lost
    between = across_views(told.across, told.figures, "", told.decisions)
    return write_letters(told.letters, between, names, folder, files, told.decisions)


def _taken(
    told: Published, lines: Spools, shown: ShownLetters, inputs: list[dict[str, str]]
) -> Iterator[CheckedLetter]:
    """The letters, each noted for all that it gives to what letters share."""
    for at, one in enumerate(told.letters):
        kept = told.made.lines(at) if told.made is not None else None
        lines.add(kept if kept is not None else lines_of(one, shown.listed.names, told.decisions))
        shown.take(one)
        inputs.append(input_of(one))
        yield one


def _summary(
    listed: Listed, told: Published, problems: Sequence[Problem], gates: Sequence[GateResult]
) -> dict[str, Any]:
    between = across_desk(open_across(told.across, told.figures.words, told.decisions))
    return {
        "items": listed.items + len(between),
        "letters": len(told.letters),
        "claims": listed.claims,
        "findings": listed.findings + len(told.across),
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
