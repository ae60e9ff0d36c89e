"""Bands of rows that stand in columns: found by the white space that runs through all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from claims.readers.pdf.page_rows import Cell
from claims.text.list_marks import begins_item

GUTTER = 0.7  # of the size: the least width of the white space between two columns
FAR = 1e6

Free = list[tuple[float, float]]


def joined(row: list[Cell]) -> Cell:
    """Cells that are no columns: one line, the gaps as blanks."""
    text = " ".join(cell.text for cell in row)
    one = row[0]
    return Cell(one.left, row[-1].right, one.y, max(c.size for c in row), all(c.bold for c in row), text)


def bands_of(rows: Sequence[list[Cell]]) -> list[list[list[Cell]]]:
    """Rows cut where white space between columns begins or ends."""
    bands: list[list[list[Cell]]] = []
    free: Free = []
    for row in rows:
        here = _free(row)
        both = _meet(free, here)
        goes_on = bool(bands) and (
            (bool(_inner(free, bands[-1])) and bool(_inner(both, [*bands[-1], row])))
            or (not _inner(free, bands[-1]) and not _inner(here, [row]) and not _inner(both, [*bands[-1], row]))
        )
        # Two lone cells side by side, below each other, may begin columns whose lines share no baseline.
        if (
            bands
            and not goes_on
            and not _inner(free, bands[-1])
            and _inner(both, [*bands[-1], row])
            and len(bands[-1]) < 3
        ):
            goes_on = len(row) == 1 and abs(bands[-1][-1][0].y - row[0].y) < 0.9 * row[0].size
        if goes_on and not (_inner(free, bands[-1]) and _breaks_off(bands[-1], row)):
            bands[-1].append(row)
            free = both
        else:
            bands.append([row])
            free = here
    return bands


def _breaks_off(band: Sequence[list[Cell]], row: list[Cell]) -> bool:
    """Whether a lone cell below columns is no part of them: set apart, bold as a heading is, or of another list."""
    if len(row) > 1 or len(band) < 2:
        return False
    steps = [a[0].y - b[0].y for a, b in pairwise(band) if a[0].y > b[0].y]
    cell = row[0]
    if band[-1][0].y - cell.y > max(1.45 * median(steps), 1.2 * cell.size) if steps else False:
        return True
    firsts = [one[0] for one in band]
    marked = any(begins_item(one.text) for one in firsts)
    return (cell.bold and not band[-1][0].bold) or (begins_item(cell.text) and not marked)


def _free(row: list[Cell]) -> Free:
    edges = [-FAR, *(edge for cell in row for edge in (cell.left, cell.right)), FAR]
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2) if edges[i + 1] > edges[i]]


def _meet(one: Free, other: Free) -> Free:
    return [(max(a, c), min(b, d)) for a, b in one for c, d in other if min(b, d) > max(a, c)]


def _inner(free: Free, band: Sequence[list[Cell]]) -> Free:
    """The white space that has cells to both sides of it."""
    left = min(cell.left for row in band for cell in row)
    right = max(cell.right for row in band for cell in row)
    size = median(cell.size for row in band for cell in row)
    return [(a, b) for a, b in free if a >= left and b <= right and b - a >= GUTTER * size]


def gutters_of(band: Sequence[list[Cell]]) -> Free:
    free = _free(band[0])
    for row in band[1:]:
        free = _meet(free, _free(row))
    return _inner(free, band) if len(band) > 1 else []


def split(row: list[Cell], gutters: Free) -> list[list[Cell]]:
    """The cells of a row by column."""
    columns: list[list[Cell]] = [[] for _ in range(len(gutters) + 1)]
    for cell in row:
        columns[sum(cell.left >= b - 0.1 for _, b in gutters)].append(cell)
    return columns
