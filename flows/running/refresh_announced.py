"""What a run that asked providers tells the operator: its state and message, a line a provider in the log.

The names of the states are part of the contract (docs/operate.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from logging import Logger, LoggerAdapter
from typing import Any

from claims.quick_records import dataclass

AT_FAULT = "ProvidersAtFault"
Log = Logger | LoggerAdapter[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a provider gave: rows added to the table, of them later vintages of others; or what was wrong."""

    provider: str
    added: int = 0
    superseded: int = 0
    remarks: tuple[str, ...] = ()
    fault: str = ""


def message(answers: Sequence[Answer]) -> str:
    """In a line: "3 figures added (acled 3), 1 provider at fault: idmc"."""
    added = [f"{one.provider} {one.added:,}" for one in answers if one.added]
    number = sum(one.added for one in answers)
    figures = f"{number:,} figure{'' if number == 1 else 's'} added ({', '.join(added)})" if added else "nothing new"
    faults = [one.provider for one in answers if one.fault]
    wrong = f", {len(faults)} provider{'' if len(faults) == 1 else 's'} at fault: {', '.join(faults)}" if faults else ""
    return figures + wrong


def log_lines(log: Log, answers: Sequence[Answer]) -> None:
    """A line a provider, and what it left out."""
    for one in answers:
        if one.fault:
            log.warning("%s", one.fault)
            continue
        log.info("%s: %d added, of them %d later vintages", one.provider, one.added, one.superseded)
        for line in one.remarks:
            log.info("%s: %s", one.provider, line)


def state_of(answers: Sequence[Answer], report: Any = None) -> Any:
    """The final state: that of the check it ended with, if that went wrong; else what providers did."""
    from prefect.client.schemas.objects import State, StateType

    told = message(answers) + (f"; {report.message}" if report is not None and report.message else "")
    faults = [one for one in answers if one.fault]
    if report is not None and report.type != StateType.COMPLETED:
        return State(type=report.type, name=report.name, message=told)
    if faults:
        kind = StateType.FAILED if len(faults) == len(answers) else StateType.COMPLETED
        return State(type=kind, name=AT_FAULT, message=told)
    return State(type=StateType.COMPLETED, name=report.name if report is not None else "Completed", message=told)
