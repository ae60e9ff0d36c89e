"""Lists as CSV with a byte order mark, as spreadsheets expect it. No cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from reports.exports.lists.list_rows import Cell, Sheet
from reports.exports.safe_words import safe
from reports.exports.tables.table_cells import FORMULA

LARGEST = 10**15  # what a spreadsheet's numbers hold exactly
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def as_csv(sheet: Sheet) -> bytes:
    """The list in UTF-8 with a byte order mark, as spreadsheets expect it; lines end with CR LF (RFC 4180)."""
    return (csv_head(sheet) + csv_rows(sheet)).encode("utf-8")


def csv_head(sheet: Sheet) -> str:
    """What stands above the rows: the byte order mark and the headings."""
    return BOM + _lines([sheet.headings])


def csv_rows(sheet: Sheet) -> str:
    """The rows alone."""
    return _lines([_shown(cell) for cell in row] for row in sheet.rows)


def _lines(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _shown(cell: Cell) -> str:
    """A cell as text. One that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(cell, Decimal):
        return f"{cell:f}" if abs(cell) < LARGEST else str(cell)
    text = "" if cell is None else safe(str(cell)).replace("\n", " ")
    return f"'{text}" if isinstance(cell, str) and FORMULA.match(text) else text
