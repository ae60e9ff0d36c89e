"""The order of reading on a page: bands of rows that stand in columns are read column by column, tables row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from claims.quick_records import dataclass
from claims.readers.dress import table_rows
from claims.readers.pdf.bands import Free, bands_of, gutters_of, joined, split
from claims.readers.pdf.page_rows import Cell
from claims.readers.pdf.wrapped_rows import whole_rows
from claims.text.list_marks import begins_item

BROAD = 2.0  # of the size: two rows alone stand in columns only this far apart
FEWEST = 3  # lines a column has
NUMERIC = re.compile(r"[\d.,%$€£()–\-\s]*\d[\d.,%$€£()–\-\s]*")
NUMBER = re.compile(r"\(?(\d{1,4})[.)\]:]")


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
    for number, band in enumerate(bands_of(whole_rows(rows, left, right))):
        gutters = gutters_of(band)
        if gutters and _is_table(band, gutters):
            found += _table(band, gutters, page, number * 100)
        elif gutters and _stands(band, gutters):
            found += _columns(band, gutters, page, (left, right), number * 100)
        else:
            found += [Line(joined(row), left, right, page, part=0) for row in band]
    return found


def _stands(band: Sequence[list[Cell]], gutters: Free) -> bool:
    """Whether every column has lines enough, beside those of the others, to be one."""
    columns = [[row[0].y for row in band for part in [split(row, gutters)[i]] if part] for i in range(len(gutters) + 1)]
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
    rows = [split(row, gutters) for row in band]
    columns = [[joined(row[i]) for row in rows if row[i]] for i in range(len(gutters) + 1)]
    numbered = _is_numeric(columns[0])  # below a number stands what had no room beside it: no row of its own
    begun = [row for row in rows if row[0] or not numbered]
    matched = sum(1 for row in begun if sum(bool(part) for part in row) >= 2)
    if matched < 0.6 * len(begun) or (len(band) < FEWEST and not _broad(band, gutters)):
        return False
    if _counts_down(columns):
        return False
    if any(median(len(cell.text) for cell in column) > 60 for column in columns if column):
        return False
    if _headed(band):
        return True
    later = [column for column in columns[1:] if len(column) >= 2]
    if numbered or any(map(_is_numeric, later)):
        return True
    return len(columns) >= 4 or any(_recurs(column) for column in later)


def _is_numeric(column: Sequence[Cell]) -> bool:
    return sum(NUMERIC.fullmatch(cell.text) is not None for cell in column) >= 0.6 * len(column)


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
        words = [" ".join(cell.text for cell in cells) for cells in split(row, gutters)]
        if rows and not words[0] and any(words):
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], words, strict=True)]
        else:
            rows.append(words)
            places.append(joined(row))
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
    columns = [[joined(p) for row in band if (p := split(row, gutters)[i])] for i in range(len(gutters) + 1)]
    bounds = [(min(c.left for c in column), _right(columns, i, margins[1])) for i, column in enumerate(columns)]
    if _counts_across(columns) and not _counts_down(columns):
        every = [(cell, i) for row in band for i, p in enumerate(split(row, gutters)) for cell in p]
    else:
        every = [(cell, i) for i, column in enumerate(columns) for cell in column]
    return [Line(cell, *bounds[i], page, part=part + i + 1) for cell, i in every]


def _right(columns: Sequence[Sequence[Cell]], i: int, margin: float) -> float:
    """Where a column ends: short of the next one, or at the margin of the body."""
    widest = max(cell.right for cell in columns[i])
    if i + 1 == len(columns):
        return max(margin, widest)
    following = min(cell.left for cell in columns[i + 1])
    marked = sum(begins_item(cell.text) for cell in columns[i]) > len(columns[i]) / 2
    prose = median(cell.right for cell in columns[i]) > 0.9 * widest
    return widest if prose and not marked else max(widest, following - columns[i][0].size)
