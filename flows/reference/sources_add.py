"""`crossfoot sources add`: one observation more, asked for on a terminal or taken from options, and checked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from claims.errors import BadReferenceTable, CrossfootError
from sources.keeping.adding import RefusedRow, append, completed, problem_of, suggested, with_row
from sources.keeping.team_folder import Ledger, open_ledger
from sources.table.declaration import Column, Fault
from sources.table.load import declaration_of

Ask = Callable[[str], str]
_AT_FAULT, _DECLINED = 1, 1
# option, column; in the order in which they are asked for: what was counted, by whom, where it was read
OPTIONS: Final = (
    ("measure", "measure_id"),
    ("value", "value"),
    ("comparator", "comparator"),
    ("low", "low"),
    ("high", "high"),
    ("unit", "unit"),
    ("event", "event"),
    ("place", "place"),
    ("start", "period_start"),
    ("end", "period_end"),
    ("producer", "producer_id"),
    ("published-by", "published_by"),
    ("title", "title"),
    ("url", "url"),
    ("published-on", "published_on"),
    ("as-printed", "as_printed"),
    ("grade", "grade"),
    ("coverage", "coverage"),
    ("accessed-on", "accessed_on"),
    ("licence", "licence"),
    ("cites", "cites"),
    ("note", "note"),
    ("id", "observation_id"),
)
# asked for only where another cell calls for it, or never
_UNASKED: Final = frozenset({"low", "high", "coverage", "cites", "observation_id"})
_NEEDED: Final = frozenset({"period_end"})
# these follow from the measure and the producer
_FOLLOWING: Final = ("--unit", "--published-by")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources add`: one a column, and what to do with the row."""
    add_cells(parser)
    parser.add_argument("--corrects", metavar="ID", help="the row that this one corrects; it is marked superseded_by")
    parser.add_argument("--yes", action="store_true", help="add the row without asking for a last word")


def add_cells(parser: argparse.ArgumentParser, leaving_out: Sequence[str] = ()) -> None:
    """An option for each column, in `cell_COLUMN` of what is parsed."""
    columns = _columns()
    for option, column in OPTIONS:
        if option not in leaving_out:
            text = columns[column].description.replace("%", "%%")
            parser.add_argument(f"--{option}", dest=f"cell_{column}", metavar=column.upper(), help=text)


def run_add(arguments: argparse.Namespace, *, ask: Ask | None = None, today: date | None = None) -> int:
    """Add a row; 0 added, 1 refused with its faults or declined, 2 (raised) no table to add to or a cell missing.

    `ask` puts a question and returns the answer; without it the terminal is asked, where there is one.
    """
    day = (today or date.today()).isoformat()
    ask = ask or (input if sys.stdin.isatty() and sys.stdout.isatty() else None)
    try:
        ledger = open_ledger(arguments.references)
        cells = {column: given for _, column in OPTIONS if (given := getattr(arguments, f"cell_{column}")) is not None}
        return (
            _from_options(arguments, cells, ledger, day) if ask is None else _asked(arguments, cells, ledger, day, ask)
        )
    except (EOFError, KeyboardInterrupt):
        raise CrossfootError("sources add", "stopped; nothing was written") from None
    except BadReferenceTable as error:
        print(f"crossfoot: {error}", file=sys.stderr)
        print(f"{arguments.references}: not changed", file=sys.stderr)
        return _AT_FAULT


def _from_options(arguments: argparse.Namespace, cells: Mapping[str, str], ledger: Ledger, day: str) -> int:
    wrong = tuple(_wrong(cells, ledger))
    row = completed(cells, ledger, day)
    missing = [name for name in _missing(row) if not wrong or name not in _FOLLOWING]
    if missing:
        message = f"missing: {', '.join(missing)}; give them, or run it on a terminal to be asked"
        raise CrossfootError("sources add", message)
    if wrong:
        raise RefusedRow(ledger.where, wrong)
    content = with_row(ledger, row, arguments.corrects)
    _show(row)
    append(ledger, content)
    _say_added(row, ledger)
    return 0


def _wrong(cells: Mapping[str, str], ledger: Ledger) -> Iterator[Fault]:
    """The cells that are wrong by themselves, each with what to do."""
    for column, text in cells.items():
        what = problem_of(column, text, ledger) if text else None
        if what:
            yield Fault(file="", line=0, column=column, value=text, what=what)


def _missing(row: Mapping[str, str]) -> list[str]:
    """The options of the cells that must be filled and are not."""
    declared = _columns()
    needed = [(option, column) for option, column in OPTIONS if declared[column].required or column in _NEEDED]
    return [f"--{option}" for option, column in needed if not row[column] and not row.get(f"{column}_text")]


def _asked(arguments: argparse.Namespace, cells: Mapping[str, str], ledger: Ledger, day: str, ask: Ask) -> int:
    """Ask for what no option gave; where the whole row does not fit, ask again for the cells that are at fault."""
    told = dict(cells)
    open_columns = [column for _, column in OPTIONS if column not in told and column not in _UNASKED]
    # an option with a wrong value is asked for again like an answer
    open_columns += [column for column, text in cells.items() if problem_of(column, text, ledger)]
    _ask_all(open_columns, told, ledger, day, ask)
    while True:
        row = completed(told, ledger, day)
        try:
            content = with_row(ledger, row, arguments.corrects)
            break
        except RefusedRow as error:
            again = _at_fault(error, arguments)
            print(f"crossfoot: {error}", file=sys.stderr)
            _ask_all(again, told, ledger, day, ask)
    _show(row)
    if not arguments.yes and ask("Add this row? [y/N] ").strip().casefold() not in ("y", "yes"):
        print("not added")
        return _DECLINED
    append(ledger, content)
    _say_added(row, ledger)
    return 0


def _at_fault(error: RefusedRow, arguments: argparse.Namespace) -> list[str]:
    """The columns to ask for again. Raises the error where asking for another cell cannot mend it."""
    known = {column for _, column in OPTIONS}
    columns = ["period_end" if fault.column == "period_end_text" else fault.column for fault in error.faults]
    again = list(dict.fromkeys(column for column in columns if column in known))
    if not again or any(fault.column == "corrects" for fault in error.faults):
        raise error
    return again


def _ask_all(columns: Sequence[str], told: dict[str, str], ledger: Ledger, day: str, ask: Ask) -> None:
    declared = _columns()
    for column in columns:
        told[column] = _ask_one(declared[column], told, ledger, day, ask)
        if column == "comparator" and told[column] == "range":
            _ask_all(("low", "high"), told, ledger, day, ask)


def _ask_one(column: Column, told: Mapping[str, str], ledger: Ledger, day: str, ask: Ask) -> str:
    offered = suggested(column.name, told, ledger, day)
    required = column.required or column.name in _NEEDED
    hint = f" [{offered}]" if offered else "" if required else " (Enter for none)"
    while True:
        answer = ask(f"{column.name}: {column.description}{_choices(column)}{hint}\n> ").strip() or offered
        problem = _problem(column, answer, ledger, required)
        if problem is None:
            return answer
        print(f"  {answer!r} {problem}" if answer else f"  {problem}")


def _problem(column: Column, answer: str, ledger: Ledger, required: bool) -> str | None:
    if not answer:
        return "this one is needed" if required else None
    return problem_of(column.name, answer, ledger)


def _choices(column: Column) -> str:
    return f" ({', '.join(column.values)})" if column.values else ""


def _columns() -> dict[str, Column]:
    return {column.name: column for column in declaration_of("observations").columns}


def _show(row: Mapping[str, str]) -> None:
    width = max(len(column) for column in row)
    for column, cell in row.items():
        if cell:
            print(f"  {column.ljust(width)}  {cell}")


def _say_added(row: Mapping[str, str], ledger: Ledger) -> None:
    print(f"{ledger.where}/observations.csv: added {row['observation_id']}")
