"""What a report is told besides the letters: problems and the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any

from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read, and what to do about it; never stops the rest."""

    path: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunInfo:
    """Which run wrote the pages. `started_on` is the only date a page has that does not come from its inputs.

    `versions` maps a program or library to its version ("crossfoot" → "0.1.0"). `since` is what changed since the last
    run, as `run.json` has it; `None` for a first run. `beside`: the pages of other runs can be reached from these.
    """

    run_id: str
    started_on: date
    versions: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, Any] | None = None
    beside: bool = True


def fault_of_ours(path: str, what: str, error: Exception) -> Problem:
    """A letter that met a fault of crossfoot's own; `what` happened to it ("could not be checked")."""
    said = f"{type(error).__name__}: {error}".encode("utf-8", "backslashreplace").decode("utf-8")
    return Problem(path=path, message=f"{what}: a fault in crossfoot ({said}); please report it")
