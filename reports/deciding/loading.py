"""The decisions of a folder: lines of its files, and the rows of its store where the caller has opened one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claims.errors import CrossfootError
from reports.deciding.decision_lines import read_lines
from reports.deciding.decisions import NONE, Decisions
from reports.deciding.entries import Entry
from reports.deciding.folding import standings


def load_decisions(folder: str | None, kept: Iterable[Entry] = ()) -> Decisions:
    """The decisions of a folder, none for `None`. Raises CrossfootError naming the file and line at fault."""
    if folder is None:
        return NONE
    if not Path(folder).is_dir():
        raise CrossfootError(folder, "is no folder of decisions; name one with *.jsonl files, or the --out of a review")
    return Decisions(kept=standings(kept), lines=read_lines(Path(folder)))
