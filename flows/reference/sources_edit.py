"""`crossfoot sources edit ID`: cells of a row of the user's table put right, checked, and what they were kept."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from claims.errors import BadReferenceTable, CrossfootError
from flows.reference.sources_add import OPTIONS, add_cells
from sources.keeping.editing import HISTORY, Change, planned, put
from sources.keeping.team_folder import open_ledger

_AT_FAULT, _DECLINED = 1, 1
# the id names the row for ever
_FIXED: Final = ("id",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources edit`: the row, a reason, one option a column."""
    parser.add_argument("row", metavar="ID", help="the observation_id of the row")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why; it is kept in history.csv")
    add_cells(parser, leaving_out=_FIXED)
    parser.add_argument("--yes", action="store_true", help="change the row without asking for a last word")


def run_edit(
    arguments: argparse.Namespace, *, ask: Callable[[str], str] | None = None, today: date | None = None
) -> int:
    """Change a row; 0 changed, 1 refused with its faults or declined, 2 (raised) no such row, nothing to change."""
    ask = ask or (input if sys.stdin.isatty() and sys.stdout.isatty() else None)
    if not arguments.reason.strip():
        raise CrossfootError("--reason", "is empty; say why the row is changed")
    try:
        ledger = open_ledger(arguments.references)
        cells = {
            column: cell for _, column in OPTIONS if (cell := getattr(arguments, f"cell_{column}", None)) is not None
        }
        edit = planned(ledger, arguments.row, cells, arguments.reason.strip(), (today or date.today()).isoformat())
    except BadReferenceTable as error:
        print(f"crossfoot: {error}", file=sys.stderr)
        print(f"{arguments.references}: not changed", file=sys.stderr)
        return _AT_FAULT
    for line in change_lines(edit.changes):
        print(line)
    if ask is not None and not arguments.yes and not _confirmed(ask):
        print("not changed")
        return _DECLINED
    put(ledger, edit)
    print(f"{ledger.where}/observations.csv: changed {arguments.row}; what it was is in {HISTORY}.csv")
    return 0


def _confirmed(ask: Callable[[str], str]) -> bool:
    try:
        return ask("Change this row? [y/N] ").strip().casefold() in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        raise CrossfootError("sources edit", "stopped; nothing was written") from None


def change_lines(changes: Iterable[Change]) -> list[str]:
    """Each change in a line: column, what it was, what it is."""
    return [f"  {change.column}: {change.before or '(empty)'} → {change.after or '(empty)'}" for change in changes]
