"""Rows of columns that blanks made, too wide for the page: their last words stand below them, at the left margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.readers.pdf.page_rows import Cell

SIDE = 0.3  # of the size: as far from the margin a line begins at it
SHORT = 0.5  # of the body's width
CLOSE = 1.6  # of the size, from line to line


def whole_rows(rows: Sequence[list[Cell]], left: float, right: float) -> list[list[Cell]]:
    """`rows` with such words put back behind the last cell of the row that they belong to."""
    whole: list[list[Cell]] = []
    before = False
    for at, row in enumerate(rows):
        among = before or (at + 1 < len(rows) and len(rows[at + 1]) > 1)
        if among and whole and _runs_over(whole[-1], row, left, right):
            whole[-1][-1] = _joined(whole[-1][-1], row[0])
            before = True
        else:
            whole.append(list(row))
    return whole


def _runs_over(above: Sequence[Cell], row: Sequence[Cell], left: float, right: float) -> bool:
    """Whether `row`, one short cell at the left margin, had no room at the end of the row of columns above it."""
    if len(row) != 1 or len(above) < 2:
        return False
    cell, last = row[0], above[-1]
    wide = (cell.right - cell.left) / max(1, len(cell.text))
    word = len(cell.text.split(maxsplit=1)[0]) + 1
    at_left = abs(cell.left - left) < SIDE * cell.size and abs(above[0].left - left) < SIDE * cell.size
    close = last.y - cell.y < CLOSE * cell.size and cell.bold == last.bold
    return at_left and close and cell.right - left < SHORT * (right - left) and last.right + word * wide > right


def _joined(above: Cell, below: Cell) -> Cell:
    return replace(above, text=f"{above.text} {below.text}")
