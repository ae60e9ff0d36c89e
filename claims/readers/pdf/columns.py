"""The order of reading on a page: bands of rows that stand in columns are read column by column, tables row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from claims.readers.dress import table_rows
from claims.readers.pdf.rows import LIST_MARK, Cell

GUTTER = 0.7  # of the size: the least width of the white space between two columns
BROAD = 2.0  # of the size: two rows alone stand in columns only this far apart
FEWEST = 3  # lines a column has
NUMERIC = re.compile(r"[\d.,%$€£()–\-\s]*\d[\d.,%$€£()–\-\s]*")
NUMBER = re.compile(r"\(?(\d{1,4})[.)\]:]")
FAR = 1e6

Free = list[tuple[float, float]]


@dataclass(slots=True)
class Line:
    """A line in the order of reading: its cell, the bounds of its column, its page (from 0). `row`: of a table."""

    cell: Cell
    left: float
    right: float
    page: int
    row: bool = False
    part: int = 0  # lines of one column or table on one page have one part


def lines_of(rows: Sequence[list[Cell]], page: int, left: float, right: float) -> list[Line]:
    """The lines of a page in the order of reading; `left` and `right` are the margins of the body."""
    found: list[Line] = []
    for number, band in enumerate(_bands(rows)):
        gutters = _gutters(band)
        if gutters and _is_table(band, gutters):
            found += _table(band, gutters, page, number * 100)
        elif gutters and _stands(band, gutters):
            found += _columns(band, gutters, page, (left, right), number * 100)
        else:
            found += [Line(_joined(row), left, right, page, part=0) for row in band]
    return found


def _joined(row: list[Cell]) -> Cell:
    """Cells that are no columns: one line, the gaps as blanks."""
    text = " ".join(cell.text for cell in row)
    one = row[0]
    return Cell(one.left, row[-1].right, one.y, max(c.size for c in row), all(c.bold for c in row), text)


def _bands(rows: Sequence[list[Cell]]) -> list[list[list[Cell]]]:
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
    marked = any(LIST_MARK.match(one.text) for one in firsts)
    return (cell.bold and not band[-1][0].bold) or (LIST_MARK.match(cell.text) is not None and not marked)


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


def _gutters(band: Sequence[list[Cell]]) -> Free:
    free = _free(band[0])
    for row in band[1:]:
        free = _meet(free, _free(row))
    return _inner(free, band) if len(band) > 1 else []


def _split(row: list[Cell], gutters: Free) -> list[list[Cell]]:
    """The cells of a row by column."""
    columns: list[list[Cell]] = [[] for _ in range(len(gutters) + 1)]
    for cell in row:
        columns[sum(cell.left >= b - 0.1 for _, b in gutters)].append(cell)
    return columns


def _stands(band: Sequence[list[Cell]], gutters: Free) -> bool:
    """Whether every column has lines enough, beside those of the others, to be one."""
    columns = [
        [row[0].y for row in band for part in [_split(row, gutters)[i]] if part] for i in range(len(gutters) + 1)
    ]
    if all(len(column) == len(band) for column in columns) and (len(band) >= FEWEST or _broad(band, gutters)):
        return True
    if any(len(column) < FEWEST for column in columns):
        return False
    shared = min(max(c) for c in columns) - max(min(c) for c in columns)
    return shared > 0


def _broad(band: Sequence[list[Cell]], gutters: Free) -> bool:
    return len(band) > 1 and all(b - a > BROAD * band[0][0].size for a, b in gutters)


def _is_table(band: Sequence[list[Cell]], gutters: Free) -> bool:
    """Whether rows belong together: figures in a column, values that recur, a bold head, several short columns."""
    rows = [_split(row, gutters) for row in band]
    matched = sum(1 for row in rows if sum(bool(part) for part in row) >= 2)
    if matched < 0.6 * len(band) or (len(band) < FEWEST and not _broad(band, gutters)):
        return False
    columns = [[_joined(row[i]) for row in rows if row[i]] for i in range(len(gutters) + 1)]
    if _counts_down(columns):
        return False
    if any(median(len(cell.text) for cell in column) > 60 for column in columns if column):
        return False
    if _headed(band):
        return True
    later = [column for column in columns[1:] if len(column) >= 2]
    if any(sum(NUMERIC.fullmatch(c.text) is not None for c in column) >= 0.6 * len(column) for column in later):
        return True
    return len(columns) >= 4 or any(_recurs(column) for column in later)


def _headed(band: Sequence[list[Cell]]) -> bool:
    """Whether the first row is bold and no other one is."""
    return all(c.bold for c in band[0]) and not any(all(c.bold for c in row) for row in band[1:])


def _recurs(column: Sequence[Cell]) -> bool:
    counts = Counter(cell.text for cell in column)
    return len(column) >= 3 and len(counts) <= 0.67 * len(column)


def _counts_down(columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether each column is a numbered list of its own that counts downwards."""
    for column in columns:
        numbers = [int(m[1]) for cell in column if (m := NUMBER.match(cell.text))]
        if len(numbers) < 2 or any(b != a + 1 for a, b in pairwise(numbers)):
            return False
    return True


def _counts_across(columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether the numbers of a list go from column to column along the rows."""
    firsts = [NUMBER.match(column[0].text) if column else None for column in columns]
    numbers = [int(m[1]) for m in firsts if m]
    return len(numbers) == len(columns) and all(b == a + 1 for a, b in pairwise(numbers))


def _table(band: Sequence[list[Cell]], gutters: Free, page: int, part: int) -> list[Line]:
    """Rows between pipes; a row without its first cell goes on with the one above."""
    rows: list[list[str]] = []
    places: list[Cell] = []
    for row in band:
        words = [" ".join(cell.text for cell in cells) for cells in _split(row, gutters)]
        if rows and not words[0] and any(words):
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], words, strict=True)]
        else:
            rows.append(words)
            places.append(_joined(row))
    header = _headed(band)
    written = table_rows(rows, header=header)
    if header:
        places.insert(1, places[0])
    return [
        Line(Cell(c.left, c.right, c.y, c.size, False, text), c.left, c.right, page, row=True, part=part)
        for c, text in zip(places, written, strict=True)
    ]


def _columns(
    band: Sequence[list[Cell]], gutters: Free, page: int, margins: tuple[float, float], part: int
) -> list[Line]:
    """Down the first column, then the next; along the rows where the numbers of a list go so."""
    columns = [[_joined(p) for row in band if (p := _split(row, gutters)[i])] for i in range(len(gutters) + 1)]
    bounds = [(min(c.left for c in column), _right(columns, i, margins[1])) for i, column in enumerate(columns)]
    if _counts_across(columns) and not _counts_down(columns):
        every = [(cell, i) for row in band for i, p in enumerate(_split(row, gutters)) for cell in p]
    else:
        every = [(cell, i) for i, column in enumerate(columns) for cell in column]
    return [Line(cell, *bounds[i], page, part=part + i + 1) for cell, i in every]


def _right(columns: Sequence[Sequence[Cell]], i: int, margin: float) -> float:
    """Where a column ends: short of the next one, or at the margin of the body."""
    widest = max(cell.right for cell in columns[i])
    if i + 1 == len(columns):
        return max(margin, widest)
    following = min(cell.left for cell in columns[i + 1])
    marked = sum(LIST_MARK.match(cell.text) is not None for cell in columns[i]) > len(columns[i]) / 2
    prose = median(cell.right for cell in columns[i]) > 0.9 * widest
    return widest if prose and not marked else max(widest, following - columns[i][0].size)
