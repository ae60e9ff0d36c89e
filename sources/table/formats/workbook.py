"""Workbooks (.xlsx): one sheet a table, its first row the header. Read with openpyxl, which is loaded on first use."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from sources.table.declaration import Fault
from sources.table.formats.plain import as_cell
from sources.table.hxl import without_tags
from sources.table.raw import RawTable, broken, by_table, from_cells, with_digest

_ROW = "row"
_Numbered = tuple[int, list[Any]]


def read_workbook(file: str, content: bytes) -> dict[str, RawTable]:
    """The tables of a workbook by the names of its sheets; a workbook of one sheet holds the observations.

    Sheets of other names are passed over. Without a sheet of observations that table is broken, and says so.
    """
    try:
        sheets = _sheets(content)
    except Exception as error:
        return {"observations": broken("observations", file, 0, _unreadable(error), counted=_ROW)}
    digest = hashlib.sha256(content).hexdigest()
    chosen = _chosen(list(sheets))
    if "observations" not in chosen:
        what = f"has no sheet named observations, only {', '.join(sheets)}; name the sheet so"
        return {"observations": broken("observations", file, 0, what, counted=_ROW)}
    return {
        name: with_digest(_table(name, file, named[0], sheets[named[0]]), digest)
        if len(named) == 1
        else _twice(name, file)
        for name, named in chosen.items()
    }


def _twice(name: str, file: str) -> RawTable:
    return broken(name, file, 0, f"has two sheets named {name}; keep the one that counts", counted=_ROW)


def read_sheet(name: str, file: str, content: bytes) -> RawTable:
    """The table `name` of a workbook of its own: the sheet of that name, or the only one."""
    try:
        sheets = _sheets(content)
    except Exception as error:
        return broken(name, file, 0, _unreadable(error), counted=_ROW)
    named = by_table(sheets).get(name) or (list(sheets) if len(sheets) == 1 else [])
    if len(named) != 1:
        what = f"has several sheets and {'none' if not named else 'more than one'} named {name}; name one so"
        return broken(name, file, 0, what, counted=_ROW)
    (sheet,) = named
    return with_digest(_table(name, file, sheet, sheets[sheet]), hashlib.sha256(content).hexdigest())


def _unreadable(error: Exception) -> str:
    """zipfile, the XML parser and openpyxl each have errors of their own, and all mean the same to the file's owner."""
    return f"is not a workbook that can be read ({type(error).__name__}); save it again as .xlsx, without a password"


def _chosen(sheets: Sequence[str]) -> dict[str, list[str]]:
    named = by_table(sheets)
    return {"observations": list(sheets)} if len(sheets) == 1 and not named else named


def _sheets(content: bytes) -> dict[str, list[_Numbered]]:
    """Each sheet's rows with their numbers. Only where a formula stands are its stored results read, in a second pass.

    A formula that nobody calculated has no stored result and would pass for an empty cell; it is kept as the formula.
    """
    sheets = _cells(content, results=False)
    if not any(cell.data_type == "f" for rows in sheets.values() for _, row in rows for cell in row):
        return sheets
    results = _cells(content, results=True)
    return {
        sheet: [
            (number, _calculated(row, after)) for (number, row), (_, after) in zip(rows, results[sheet], strict=True)
        ]
        for sheet, rows in sheets.items()
    }


def _calculated(row: Sequence[Any], after: Sequence[Any]) -> list[Any]:
    return [
        result if cell.data_type != "f" or result.value is not None else cell
        for cell, result in zip(row, after, strict=True)
    ]


def _cells(content: bytes, *, results: bool) -> dict[str, list[_Numbered]]:
    import openpyxl

    with closing(openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=results)) as book:
        return {sheet.title: _rows(sheet) for sheet in book.worksheets}


def _rows(sheet: Any) -> list[_Numbered]:
    # some writers store the sheet's size wrongly, and the reader would believe it
    sheet.reset_dimensions()
    return [(number, list(row)) for number, row in enumerate(sheet.iter_rows(), start=1) if row]


def _table(name: str, file: str, sheet: str, rows: Sequence[_Numbered]) -> RawTable:
    shown = f"{file}, sheet {sheet}"
    texts = [(number, [as_cell(cell.value) for cell in row]) for number, row in rows]
    header = _without_end(texts[0][1]) if texts and texts[0][0] == 1 else []
    table = from_cells(name, shown, header, _even(texts[1:], len(header)), counted=_ROW)
    return without_tags(replace(table, faults=(*table.faults, *_unusable(rows[1:], header, shown))))


def _without_end(cells: list[str]) -> list[str]:
    """The header without the blank cells after it, which a sheet has wherever somebody once wrote further right."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _even(rows: Sequence[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, list[str]]]:
    """Rows of a sheet are as long as what stands in them."""
    for number, cells in rows:
        told = _without_end(cells)
        yield number, [*told, *[""] * (width - len(told))]


def _unusable(rows: Sequence[_Numbered], header: Sequence[str], file: str) -> Iterator[Fault]:
    for number, row in rows:
        for column, cell in zip(header, row, strict=False):
            what = _WHAT.get(cell.data_type)
            if what:
                yield Fault(file=file, line=number, column=column, value=str(cell.value), what=what, counted=_ROW)


_WHAT: Mapping[str, str] = {
    "e": "is an error of the spreadsheet; mend the formula behind it",
    "f": "is a formula without a stored result; open the workbook in a spreadsheet and save it, or put the value there",
}
