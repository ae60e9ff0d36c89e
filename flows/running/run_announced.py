"""What a run tells the operator: its state and message, a line a problem in the log, artifacts in Prefect.

An automation can fire on the names of the states: they are part of the contract (docs/operate.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from logging import Logger, LoggerAdapter
from typing import Any

COMPLETED, UNREADABLE, NO_TABLE, FAILED_GATE = "Completed", "UnreadableLetters", "NoReferenceTable", "FailedGate"
OVERTAKEN = "Overtaken"
LETTERS_A_PAGE = 200
_TOLD = ("run_id", "folder", "letters", "claims", "findings", "items", "unreadable", "failed_gates", "setup_faults")
Log = Logger | LoggerAdapter[Any]
Row = dict[str, Any]


def message(summary: Mapping[str, Any]) -> str:
    """The run in a line: "9 letters, 14 items, 1 unreadable"."""
    parts = [_many(summary["letters"], "letter"), _many(summary["items"], "item")]
    if summary["unreadable"]:
        parts.append(f"{summary['unreadable']} unreadable")
    if summary["setup_faults"]:
        parts.append("no reference table" if summary["no_table"] else f"{summary['setup_faults']} settings at fault")
    if summary["failed_gates"]:
        parts.append(f"failed: {', '.join(summary['failed_gates'])}")
    return ", ".join(parts)


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def state_of(summary: dict[str, Any]) -> Any:
    """The final state of the flow: its name and message say what happened; `summary` is its data."""
    from prefect.client.schemas.objects import State, StateType

    name, kind = COMPLETED, StateType.COMPLETED
    if summary["failed_gates"]:
        name, kind = FAILED_GATE, StateType.FAILED
    elif summary["no_table"]:
        name, kind = NO_TABLE, StateType.FAILED
    elif summary["problems"]:
        name = UNREADABLE
    return State(type=kind, name=name, message=message(summary), data=summary)


def told(summary: Mapping[str, Any]) -> dict[str, Any]:
    """The run as plain values, for a log as JSON."""
    return {name: summary[name] for name in _TOLD}


def overtaken_by(began: datetime) -> Any:
    """The state of a run that does nothing, because one that began after it was due has done its work."""
    from prefect.client.schemas.objects import State, StateType

    told = f"its work was done by the run that began at {began.isoformat(timespec='seconds')}"
    return State(type=StateType.COMPLETED, name=OVERTAKEN, message=told)


def log_lines(log: Log, summary: Mapping[str, Any]) -> None:
    """A line a problem and a failed gate, then the run in a line."""
    for problem in summary["problems"]:
        log.warning("%s: %s", problem["path"], problem["message"])
    for fault in summary["gate_faults"]:
        log.error("%s", fault)
    for note in summary["notes"]:
        log.warning("%s", note)
    log.info("%s", message(summary))


def summary_text(summary: Mapping[str, Any], report: str) -> str:
    """The run's summary as Markdown, with a link to its pages."""
    lines = [f"# {message(summary)}", "", f"[The report]({report})", ""]
    lines += [f"- {summary['claims']:,} claims, {summary['findings']:,} checks, {summary['skipped']:,} files skipped"]
    lines += [f"- **{problem['path']}**: {problem['message']}" for problem in summary["problems"]]
    lines += [f"- {fault}" for fault in summary["gate_faults"]]
    return "\n".join(lines)


def letter_tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The letters in pages of a table: what each asks for and came to."""
    for first in range(0, len(rows), LETTERS_A_PAGE):
        yield list(rows[first : first + LETTERS_A_PAGE])


def announce(summary: Mapping[str, Any], letters: Sequence[Row], report: str) -> None:
    """One artifact for the run and one for each page of letters, under keys that stay the same from run to run."""
    from prefect.artifacts import create_markdown_artifact, create_table_artifact

    create_markdown_artifact(key="crossfoot-run", markdown=summary_text(summary, report), description=message(summary))
    for number, rows in zip(count(1), letter_tables(letters), strict=False):
        create_table_artifact(key=f"crossfoot-letters-{number:03}", table=rows, description=f"run {summary['run_id']}")
