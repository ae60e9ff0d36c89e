"""Tables that go on over a page: one table, its head not repeated."""

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
