"""Lists as a workbook (XLSX), headings frozen; no cell can become a formula.

The library writes the workbook with its headings; the rows, which may be hundreds of thousands, are written here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import Any
from xml.sax.saxutils import escape

from reports.exports.lists.list_rows import Cell, Row, Sheet
from reports.exports.lists.spreadsheet_files import LARGEST
from reports.exports.marked.packing import FAST
from reports.exports.safe_words import safe

MOST_IN_A_CELL = 32_767  # characters, of XLSX
MOST_ROWS = 1_048_575  # of XLSX, below the headings
FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets count days otherwise, or not at all
_BEFORE = date(1899, 12, 30)  # the day from which they count
_END = b"</row>"
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_PATTERN_ROW = re.compile(rb'<row r="2".*?</row>', re.DOTALL)
_STYLE = re.compile(rb'\bs="(\d+)"')


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of the lists; the same bytes for the same lists."""
    return workbook(
        [(each.name, each.headings) for each in sheets], [[rows_xml(each.rows).encode()] for each in sheets]
    )


def workbook(sheets: Sequence[tuple[str, tuple[str, ...]]], rows: Sequence[Iterable[bytes]]) -> bytes:
    """A workbook of sheets by name and headings, with the `rows` of each as `rows_xml` writes them, in parts."""
    out = io.BytesIO()
    written = {f"xl/worksheets/sheet{number}.xml": parts for number, parts in enumerate(rows, start=1)}
    with zipfile.ZipFile(io.BytesIO(_blank(tuple(sheets)))) as blank, _timeless_book(out) as book:
        for info in blank.infolist():
            with book.open(info.filename, "w") as file:
                for part in _part(info.filename, blank.read(info), written):
                    file.write(part)
    return out.getvalue()


def _timeless_book(out: io.BytesIO) -> zipfile.ZipFile:
    """An archive whose files, where they are opened by their names, are of the first day that it knows."""
    return zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=FAST)


def _part(name: str, blank: bytes, rows: dict[str, Iterable[bytes]]) -> Iterable[bytes]:
    if name in rows:
        before, after = _PATTERN_ROW.split(blank)
        return chain([before], _as_many_as_go_in(rows[name]), [after])
    return [_MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", blank) if name == _CORE else blank]


def _as_many_as_go_in(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The rows that a sheet of XLSX takes; an end of a row may be cut in two between parts."""
    left, rest = MOST_ROWS, b""
    for part in parts:
        rows = (rest + part).split(_END)
        rest = rows.pop()
        if whole := rows[:left]:
            yield _END.join(whole) + _END
        left -= len(whole)


def rows_xml(rows: Iterable[Row]) -> str:
    """Rows as they stand in the file of a sheet."""
    style = _date_style()
    return "".join(f"<row>{''.join(_cell(cell, style) for cell in row)}</row>" for row in rows)


def _cell(value: Cell, date_style: str) -> str:
    """A number or a day as what it is; all else as words, which no program reckons with."""
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, date):
        return f'<c s="{date_style}"><v>{(value - _BEFORE).days}</v></c>' if value >= FIRST_DAY else _words(str(value))
    return f"<c><v>{value}</v></c>" if abs(float(value)) < LARGEST else _words(str(value))


def _words(text: str) -> str:
    said = escape(safe(text)[:MOST_IN_A_CELL])
    return f'<c t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


@cache
def _date_style() -> str:
    """The number of the style of a day, as the library gives it."""
    with zipfile.ZipFile(io.BytesIO(_blank((("one", ("day",)),)))) as book:
        row = _PATTERN_ROW.search(book.read("xl/worksheets/sheet1.xml"))
    style = _STYLE.search(row[0]) if row else None
    if style is None:
        raise ValueError("the library gave a day no style")
    return style[1].decode()


@cache
def _blank(sheets: tuple[tuple[str, tuple[str, ...]], ...]) -> bytes:
    """A workbook of headings with one row below, a day, in the place of which the rows come."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    for name, headings in sheets:
        page: Any = book.create_sheet(name)
        page.freeze_panes = "A2"
        cells = [WriteOnlyCell(page, heading) for heading in headings]
        for cell in cells:
            cell.font = Font(bold=True)
        page.append(cells)
        page.append([date(2000, 1, 1)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
