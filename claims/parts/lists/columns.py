"""Lists of signatories in columns: one entry a row, or one a cell, or not to be told."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.model import Span
from claims.parts.lists.joined import is_alphabetical, sort_key
from claims.parts.lists.roster_items import COLUMN_GAP, Entry
from claims.parts.name_lines import names_a_body, tells_role
from claims.places.countries import region_names
from claims.text.openings import phrase_set

ACRONYM = re.compile(r"\([A-Z][A-Za-z&-]*[A-Z]\)$")
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
        return _column_by_column(entries, rows), None
    row_major = [c.of(text) for r in rows for c in r]
    if is_alphabetical(row_major) and len(set(seconds)) == len(seconds):
        return [replace(e, span=c) for e, r in zip(entries, rows, strict=True) for c in r], None
    if len(set(seconds)) <= 0.7 * len(seconds):
        return [replace(e, span=r[0]) for e, r in zip(entries, rows, strict=True)], None
    if all(len(r) <= 2 for r in rows) and _are_bodies(firsts) and _are_bodies(seconds):
        return _column_by_column(entries, rows), None
    return entries, UNCERTAIN_COLUMNS


def _column_by_column(entries: list[Entry], rows: list[list[Span]]) -> list[Entry]:
    """The entries of the first column, then those of the second."""
    both = list(zip(entries, rows, strict=True))
    return [replace(e, span=c) for column in (0, 1) for e, r in both for c in r[column : column + 1]]


def _are_bodies(cells: list[str]) -> bool:
    """Whether a column holds signing bodies: many say so ("River Forum", "Alder Watch (AW)"), none is a place or role.

    A second column of countries or functions, or a first one of people beside their institutions, holds none or few.
    """
    # One body may stand there twice; a column of networks or towns repeats itself more.
    if len({c.casefold() for c in cells}) < 0.9 * len(cells):
        return False
    if any(c.casefold().strip(" .*") in region_names() or tells_role(c) for c in cells):
        return False
    return 3 * sum(1 for c in cells if names_a_body(c) or ACRONYM.search(c)) >= len(cells)


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
