"""Names in a list of their own lines: a long one that fills its line is not to swallow the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.readers.pdf.page_columns import Line
from claims.readers.pdf.printed_words import any_printed

AROUND, LEAST, SHORT = 4, 4, 0.8
NUMBERED = re.compile(r"(?P<at>\d{1,3})[ \u00a0\t]+(?=[^\W_a-z])")
STOPS = tuple(".!?:;,")
OPEN_END = re.compile(rf"(?:[,&]|\b{any_printed('open_ends')})$", re.IGNORECASE)
# What parts the cells of a spreadsheet's row: no blank behind it, as prose has, and no figures to both sides.
QUOTED = re.compile(r"\"[^\"]{0,300}\"")
CELL_END = re.compile(r"(?<!\d)[,;\t](?=\S)|[,;\t](?=[^\s\d])")
SET_IN = 0.5  # of the size
NAMES = 0.75  # of a column's lines
CLOSE = 1.2  # of the distance between two lines
ENDED = 0.3  # of the lines of a list


def is_next_name(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` is the next name of a list below one that leaves it no room: where no line of the list is
    known to be broken, or where the lines around are short, no stop ends them, and they stand in the order of the
    alphabet, line `at` among them.
    """
    line, above = lines[at], lines[at - 1]
    if not line.cell.text[:1].isupper() or above.cell.text.endswith(STOPS):
        return False
    if _is_unbroken(_column(lines, at)):
        return True
    near = [one for one in lines[max(0, at - AROUND) : at + AROUND] if one.page == line.page and one.part == line.part]
    others = [one for one in near if one is not line and one is not above]
    short = [one for one in others if _is_short(one) and not one.cell.text.endswith(STOPS)]
    between = _slips([above, line, *lines[at + 1 : at + 2]]) == 0
    return len(others) >= LEAST and len(short) >= SHORT * len(others) and between and _slips(near) < LEAST - 2


def hangs(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` of a column of names is set in, so that it goes on with the name above it."""
    line = lines[at]
    column = _column(lines, at)
    return bool(column) and 2 * sum(map(_is_set_in, column)) < len(column) and _is_set_in(line)


def counts_on(above: str, text: str) -> bool:
    """Whether a line has the number after that of the one above: "50 Alder Watch" over "51 Birch Union"."""
    one, two = NUMBERED.match(above), NUMBERED.match(text)
    return one is not None and two is not None and int(two["at"]) == int(one["at"]) + 1


def is_next_row(above: str, text: str) -> bool:
    """Whether both are rows of one spreadsheet, written out: as many cells, two parting signs or more."""
    cells = _cells_of(text)
    return cells >= 2 and cells == _cells_of(above)


def _cells_of(text: str) -> int:
    return len(CELL_END.findall(QUOTED.sub("q", text)))


def _column(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines around line `at`, as close to each other as it is to the one above, where they look like names."""
    start, end = at, at + 1
    step = lines[at - 1].cell.y - lines[at].cell.y if at else 0.0
    while start and _is_below(lines[start - 1], lines[start], step):
        start -= 1
    while end < len(lines) and _is_below(lines[end - 1], lines[end], step):
        end += 1
    column = list(lines[start:end])
    named = sum(one.cell.text[:1].isupper() and not one.cell.text.endswith(STOPS) for one in column)
    return column if len(column) >= LEAST and named >= NAMES * len(column) else []


def _is_below(one: Line, other: Line, step: float) -> bool:
    return one.page == other.page and one.part == other.part and one.cell.y - other.cell.y < CLOSE * step


def _is_unbroken(column: Sequence[Line]) -> bool:
    """Whether each line of a list is a name: none surely goes on, and where one ended, there was often room left.
    How much room a column of a page has, its names alone tell: there only a run with commas needs it.
    """
    pairs = list(pairwise(column))
    if not pairs or any(_goes_on(above, below) for above, below in pairs):
        return False
    if column[0].part and 2 * sum("," in one.cell.text for one in column) < len(column):
        return True
    return sum(not no_room(above, below) for above, below in pairs) >= ENDED * len(pairs)


def _goes_on(above: Line, below: Line) -> bool:
    """Whether a line surely goes on with the next one: a small letter, an open end, a line set in."""
    return below.cell.text[:1].islower() or OPEN_END.search(above.cell.text) is not None or _is_set_in(below)


def no_room(above: Line, below: Line) -> bool:
    """Whether the first word of `below` would not have stood at the end of the line above it."""
    text = re.sub(r"\]\([^()\s]*\)|<[^<>]*>|[\[\]*]", "", below.cell.text)
    word = len(text.split(maxsplit=1)[0]) if text.split() else 0
    wide = (below.cell.right - below.cell.left) / max(1, len(text))
    return above.cell.right + (word + 0.8) * wide > below.right


def _is_set_in(line: Line) -> bool:
    return line.cell.left > line.left + SET_IN * line.cell.size


def _is_short(line: Line) -> bool:
    return line.cell.right - line.cell.left < SHORT * (line.right - line.left)


def _slips(lines: Sequence[Line]) -> int:
    """How many of `lines` stand before their place in the alphabet; lists that hands keep have one now and then."""
    keys = [line.cell.text.casefold() for line in lines]
    return sum(one > two for one, two in pairwise(keys))
