"""What goes on over a page: one table, its head not repeated; entries of several lines, which a page's end may part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.readers.pdf.page_columns import Line

RULE = "| ---"


def continued_tables(lines: Sequence[Line]) -> list[Line]:
    """`lines` with tables of one shape that meet at a page's end as one: same part, no second head."""
    kept: list[Line] = []
    head = ""
    drop = False
    for line in lines:
        before = kept[-1] if kept else None
        if not line.row or before is None or not before.row:
            head = line.cell.text if line.row else ""
        elif before.page != line.page and before.page >= 0 and _alike(before, line) and not drop:
            drop = line.cell.text == head
        if drop and (line.cell.text == head or line.cell.text.startswith(RULE)):
            continue
        drop = False
        goes_on = before is not None and before.row and line.row and before.page != line.page and _alike(before, line)
        kept.append(replace(line, part=CONTINUED) if goes_on else line)
    return kept


CONTINUED = -1


def _alike(before: Line, line: Line) -> bool:
    return before.cell.text.count("|") == line.cell.text.count("|")


def ends_entry(lines: Sequence[Line], at: int, step: float) -> bool:
    """Whether the page that ends above line `at` ends an entry of several lines too: as many lines stand together
    above it, below it, and in the entry before or after those. `step`: the most between lines that stand together.
    """
    start, end = _start_of(lines, at - 1, step), _end_of(lines, at, step)
    size = end - at
    if at - start != size or size not in ENTRY:
        return False
    before = start - _start_of(lines, start - 1, step) if start else 0
    after = _end_of(lines, end, step) - end if end < len(lines) else 0
    return size in {before, after}


ENTRY = range(2, 7)  # lines


def _start_of(lines: Sequence[Line], at: int, step: float) -> int:
    while at and _together(lines[at - 1], lines[at], step):
        at -= 1
    return at


def _end_of(lines: Sequence[Line], at: int, step: float) -> int:
    """The first line after those that stand together with line `at`."""
    at += 1
    while at < len(lines) and _together(lines[at - 1], lines[at], step):
        at += 1
    return at


def _together(above: Line, below: Line, step: float) -> bool:
    same = above.page == below.page and above.part == below.part
    return same and 0 < above.cell.y - below.cell.y <= step
