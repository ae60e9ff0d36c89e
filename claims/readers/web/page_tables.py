"""Tables of a web page: their cells, and whether they are tables or only hold the page's columns."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from claims.readers.dress import only_places

MOST_SPAN = 50
LONG = 400


def cells_of(table: LexborNode) -> list[list[LexborNode | None]]:
    """Its rows, not those of tables inside it; `None` for what a cell above or to the left covers."""
    rows: list[list[LexborNode | None]] = []
    held: dict[int, int] = {}
    for row in _rows(table):
        cells: list[LexborNode | None] = []
        child = row.child
        while child is not None:
            if child.tag in {"td", "th"}:
                _skip_held(cells, held)
                _place(cells, held, child)
            child = child.next
        _skip_held(cells, held)
        rows.append(cells)
    return rows


def _rows(table: LexborNode) -> list[LexborNode]:
    found = []
    child = table.child
    while child is not None:
        if child.tag in {"thead", "tbody", "tfoot"}:
            found += [one for one in child.iter() if one.tag == "tr"]
        elif child.tag == "tr":
            found.append(child)
        child = child.next
    return found


def _skip_held(cells: list[LexborNode | None], held: dict[int, int]) -> None:
    while held.get(len(cells), 0) > 0:
        held[len(cells)] -= 1
        cells.append(None)


def _place(cells: list[LexborNode | None], held: dict[int, int], cell: LexborNode) -> None:
    across, down = _span(cell, "colspan"), _span(cell, "rowspan")
    for i in range(across):
        if down > 1:
            held[len(cells)] = down - 1
        cells.append(cell if i == 0 else None)


def _span(cell: LexborNode, name: str) -> int:
    found = re.fullmatch(r"\s*(\d{1,5})\s*", cell.attributes.get(name) or "")
    return min(MOST_SPAN, max(1, int(found[1]))) if found else 1


def is_layout(rows: list[list[LexborNode | None]]) -> bool:
    """Whether the table only places things: one column, a table or list in a cell, cells of many lines."""
    if max((sum(cell is not None for cell in row) for row in rows), default=0) < 2:
        return True
    cells = [cell for row in rows for cell in row if cell is not None]
    if any(cell.css_first("table, ul, ol, h1, h2, h3") is not None for cell in cells):
        return True
    long = any(len(cell.text(deep=True)) > LONG * 4 for cell in cells)
    return long or only_places(len(rows), [lines_of(cell) for cell in cells if cell.text(deep=True).strip()])


def lines_of(cell: LexborNode) -> int:
    """How many lines its words stand on."""
    return 1 + len(cell.css("br, p + p, div + div"))
