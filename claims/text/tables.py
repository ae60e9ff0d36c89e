"""The tables of a letter: lines whose cells stand between pipes or tabs, found once from its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.model import Span
from claims.quick_records import dataclass
from claims.text.lines import Line

_RULE = re.compile(r"[|+]?[ \t]*:?[-=]{2,}:?[ \t]*(?:[|+][ \t]*:?[-=]{2,}:?[ \t]*)*[|+]?")
_PIPE = re.compile(r"[ \t]*\|[ \t]*")
_TAB = re.compile(r"[ \u00a0]*\t+[ \u00a0\t]*")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each a span in the view (empty where the cell is); `header`: a ruled first row names columns."""

    first_line: int
    last_line: int
    rows: tuple[tuple[Span, ...], ...]
    header: bool


def read_tables(lines: Sequence[Line]) -> tuple[Table, ...]:
    """Runs of two lines or more with the same manner of cells, two columns at least."""
    found: list[Table] = []
    at = 0
    while at < len(lines):
        cut = _manner(lines[at].text)
        end = at
        while cut is not None and end < len(lines) and (_manner(lines[end].text) is cut or _is_rule(lines[end].text)):
            end += 1
        if cut is not None and end - at > 1:
            found += _table(lines, at, end, cut)
        at = max(end, at + 1)
    return tuple(found)


def _manner(text: str) -> re.Pattern[str] | None:
    if text.count("|") >= 2 or (text.count("|") == 1 and not text.startswith("|")):
        return _PIPE
    return _TAB if "\t" in text.strip() else None


def _is_rule(text: str) -> bool:
    return _RULE.fullmatch(text) is not None


def _table(lines: Sequence[Line], first: int, end: int, cut: re.Pattern[str]) -> list[Table]:
    rows = [_cells(lines[i], cut) for i in range(first, end) if not _is_rule(lines[i].text)]
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return []
    header = first + 1 < end and _is_rule(lines[first + 1].text)
    return [Table(first, end - 1, tuple(rows), header)]


def _cells(line: Line, cut: re.Pattern[str]) -> tuple[Span, ...]:
    """The cells of a line; a pipe at its start and one at its end only frame it."""
    text, at = line.text, line.span.start
    bounds = [(0, 0), *((m.start(), m.end()) for m in cut.finditer(text)), (len(text), len(text))]
    cells = [Span(at + a[1], at + max(a[1], b[0])) for a, b in pairwise(bounds)]
    if cells and not len(cells[0]):
        cells = cells[1:]
    if cells and not len(cells[-1]):
        cells = cells[:-1]
    return tuple(cells)
