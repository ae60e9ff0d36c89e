"""A source that an editor adds: a checked row more in the team's table, and the letter compared again with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from claims.errors import BadReferenceTable, CrossfootError
from flows import steps
from flows.review.run_shown import RunShown
from flows.run_folders.runs import Layout
from reports.deciding.next_steps import Refused
from reports.deciding.source_form import FIELDS
from reports.words.table_names import Names
from sources.compare import compare_letter
from sources.keeping.adding import append, completed, problem_of, with_row
from sources.keeping.team_folder import Ledger, open_ledger
from sources.table.declaration import Fault


class RefusedSourceError(Refused):
    """A row that does not fit; `faults` says why, a line a cell. Nothing was written."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def add_row(layout: Layout, where: str | None, told: Mapping[str, str], today: date) -> str:
    """Add the row that a form tells to the table of `where`, or to the review's own beside the packaged one.

    Returns the folder. Raises RefusedSourceError.
    """
    by = " ".join(told.get("by", "").split())
    if not by:
        raise RefusedSourceError(("Say who you are: a source has somebody who read it.",))
    folder = where or str(layout.own_sources)
    cells = {column: " ".join(told.get(column, "").split()) for column in FIELDS}
    cells["note"] = "; ".join(part for part in (cells["note"], f"added in a review by {by}") if part)
    try:
        ledger = open_ledger(folder)
        wrong = tuple(_wrong(cells, ledger))
        if wrong:
            raise RefusedSourceError(wrong)
        append(ledger, with_row(ledger, completed(cells, ledger, today.isoformat())))
    except BadReferenceTable as error:
        raise RefusedSourceError(tuple(map(_line, getattr(error, "faults", ()))) or (str(error),)) from error
    except CrossfootError as error:
        raise RefusedSourceError((str(error),)) from error
    return folder


def _wrong(cells: Mapping[str, str], ledger: Ledger) -> list[str]:
    found = ((column, text, problem_of(column, text, ledger)) for column, text in cells.items() if text)
    return [f"{column}: “{text}” {what}" for column, text, what in found if what]


def _line(fault: Fault) -> str:
    return f"{fault.column}: “{fault.value}” {fault.what}" if fault.value else f"{fault.column} {fault.what}"


def compared_again(run: RunShown, where: str, letter_id: str) -> RunShown:
    """The run with the table of `where`, the letter compared with it; the other letters stay as they were."""
    table, _, at_fault = steps.load_references(where)
    if table is None:
        raise CrossfootError(where, f"cannot be read any more: {at_fault[0].message if at_fault else ''}")
    checked = run.letters[letter_id]
    again = replace(checked, verdicts=compare_letter(checked.extraction, table, run.comparing))
    letters = {**run.letters, letter_id: again}
    return replace(run, letters=letters, table=table, names=Names.of(table), where=where, changed=True)
