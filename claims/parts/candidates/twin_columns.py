"""Tables whose heads come again: two signatories or more a row."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.blocks import Entry
from claims.parts.candidates.cut_rows import Row
from claims.parts.candidates.names import tidy
from claims.parts.candidates.surroundings import Page
from claims.text.openings import phrase_set


def side_by_side_names(page: Page, rows: Sequence[Row], at: int) -> list[Entry]:
    """The names of a table whose heads come again: "No. | Garden | No. | Garden" has two names a row, read downward."""
    heads = [cell.of(page.text).casefold().strip(" .*|#") for cell in rows[0].cells]
    places = [n for n, head in enumerate(heads) if head and head == heads[at]]
    if len(places) < 2:
        return []
    cells = [(row, n) for n in places for row in rows[1:] if n < len(row.cells)]
    return [
        Entry(_number(page, row, n, heads), tidy(page.text, row.cells[n]), None, row.line, row.line)
        for row, n in cells
        if any(sign.isalpha() for sign in row.cells[n].of(page.text))
    ]


def _number(page: Page, row: Row, at: int, heads: Sequence[str]) -> int | None:
    """The number beside a name, where its column is headed so."""
    told = row.cells[at - 1].of(page.text).strip(" .") if at else ""
    return (
        int(told) if at and heads[at - 1] in phrase_set("signatories", "number_headers") and told.isdecimal() else None
    )
