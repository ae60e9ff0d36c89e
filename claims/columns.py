"""Lists of signatories in columns: one entry a row, or one a cell, or not to be told."""

from __future__ import annotations

from dataclasses import replace

from claims.entries import is_alphabetical, sort_key
from claims.line_words import phrase_set
from claims.model import Span
from claims.roster_items import COLUMN_GAP, Entry

UNCERTAIN_COLUMNS = "the list stands in columns, and it is not clear whether the second one names signatories"


def columns_of(text: str, entries: list[Entry]) -> tuple[list[Entry], str | None]:
    """Rows of a table: one entry a row where a header or a printed number says so, one a cell where the order does."""
    rows = [_cells(text, e.span) for e in entries]
    wide = [r for r in rows if len(r) >= 2]
    if len(wide) < 3 or len(wide) < 0.5 * len(rows):
        return entries, None
    header = [c.of(text).casefold().strip(" .*") for c in rows[0]]
    if all(h in phrase_set("signatories", "table_headers") for h in header):
        at = next((n for n, h in enumerate(header) if h in phrase_set("signatories", "name_headers")), 0)
        return [_cell_entry(text, e, r, at) for e, r in zip(entries[1:], rows[1:], strict=True)], None
    firsts = [r[0].of(text) for r in rows]
    seconds = [r[1].of(text) for r in wide]
    if is_alphabetical(firsts) and is_alphabetical(seconds) and sort_key(firsts[-1])[:1] <= sort_key(seconds[0])[:1]:
        return [
            replace(e, span=c)
            for column in (0, 1)
            for e, r in zip(entries, rows, strict=True)
            for c in r[column : column + 1]
        ], None
    row_major = [c.of(text) for r in rows for c in r]
    if is_alphabetical(row_major) and len(set(seconds)) == len(seconds):
        return [replace(e, span=c) for e, r in zip(entries, rows, strict=True) for c in r], None
    if len(set(seconds)) <= 0.7 * len(seconds):
        return [replace(e, span=r[0]) for e, r in zip(entries, rows, strict=True)], None
    return entries, UNCERTAIN_COLUMNS


def _cell_entry(text: str, entry: Entry, row: list[Span], at: int) -> Entry:
    number = row[0].of(text).rstrip(".")
    return replace(
        entry, span=row[min(at, len(row) - 1)], number=int(number) if number.isdecimal() and at else entry.number
    )


def _cells(text: str, span: Span) -> list[Span]:
    cells = []
    at = span.start
    for gap in [*COLUMN_GAP.finditer(text, span.start, span.end), None]:
        end = gap.start() if gap else span.end
        if end > at:
            cells.append(Span(at, end))
        at = gap.end() if gap else end
    return cells
