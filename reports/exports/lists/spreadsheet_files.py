"""Lists as files that a spreadsheet opens: XLSX, and CSV with a byte order mark. No cell can become a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from reports.exports.lists.list_rows import Cell, Sheet
from reports.exports.marked.packing import same_bytes
from reports.exports.safe_words import safe
from reports.exports.table_frames import FORMULA

MOST_IN_A_CELL = 32_767  # characters, of XLSX
MOST_ROWS = 1_048_575  # of XLSX, below the headings
LARGEST = 10**15  # what a spreadsheet's numbers hold exactly
FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets count days otherwise, or not at all
CORE = "docProps/core.xml"
MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def as_csv(sheet: Sheet) -> bytes:
    """The list in UTF-8 with a byte order mark, as spreadsheets expect it; lines end with CR LF (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(sheet.headings)
    writer.writerows([_shown(cell) for cell in row] for row in sheet.rows)
    return (BOM + out.getvalue()).encode("utf-8")


def _shown(cell: Cell) -> str:
    """A cell as text. One that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(cell, Decimal):
        return f"{cell:f}" if abs(cell) < LARGEST else str(cell)
    text = "" if cell is None else safe(str(cell)).replace("\n", " ")
    return f"'{text}" if isinstance(cell, str) and FORMULA.match(text) else text


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of the lists, headings frozen and filtered; the same bytes for the same lists."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return same_bytes(out.getvalue(), _timeless(out.getvalue()))


def _write(book: Any, sheet: Sheet) -> None:
    page = book.create_sheet(sheet.name)
    page.freeze_panes = "A2"
    page.append([_cell(page, heading, bold=True) for heading in sheet.headings])
    for row in sheet.rows[:MOST_ROWS]:
        page.append([_cell(page, cell) for cell in row])


def _cell(page: Any, value: Cell, *, bold: bool = False) -> Any:
    """A number or a day as what it is; all else as words, which no program reckons with."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if isinstance(value, date) and value >= FIRST_DAY:
        return WriteOnlyCell(page, value)
    if not isinstance(value, (str, date)) and value is not None and abs(float(value)) < LARGEST:
        return WriteOnlyCell(page, value)
    if value is None or value == "":
        return None
    cell = WriteOnlyCell(page, safe(str(value))[:MOST_IN_A_CELL])
    cell.data_type = "s"  # openpyxl takes words that begin with "=" for a formula
    if bold:
        cell.font = Font(bold=True)
    return cell


def _timeless(archive: bytes) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(archive)) as book:
        return {CORE: MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", book.read(CORE))}
