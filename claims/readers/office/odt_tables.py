"""Tables of an OpenDocument text: their cells, and whether they are tables or only place things."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from claims.readers.dress import only_places
from claims.readers.office.xml_parts import whole

MOST_COPIES = 60


def odt_rows(table: Element) -> tuple[list[list[Element | None]], int]:
    """Rows of cells, `None` for covered and empty repeated ones, and how many of them are headers."""
    rows: list[list[Element | None]] = []
    headers = 0
    for part in table:
        inner = list(part) if part.tag in {"table-header-rows", "table-rows", "table-row-group"} else [part]
        for row in inner:
            if row.tag == "table-row":
                rows.append(_cells(row))
                headers += part.tag == "table-header-rows"
    return rows, headers


def _cells(row: Element) -> list[Element | None]:
    cells: list[Element | None] = []
    for cell in row:
        if cell.tag not in {"table-cell", "covered-table-cell"}:
            continue
        copies = min(MOST_COPIES, max(1, whole(cell.get("number-columns-repeated"), 1)))
        cells += [cell if cell.tag == "table-cell" else None, *[None] * (copies - 1)]
    return cells


def is_odt_layout(rows: list[list[Element | None]]) -> bool:
    """Whether a table only places things: one column, a table or list in a cell, cells of many lines."""
    if max((sum(cell is not None for cell in row) for row in rows), default=0) < 2:
        return True
    cells = [cell for row in rows for cell in row if cell is not None]
    if any(cell.find(".//table") is not None or cell.find("list") is not None for cell in cells):
        return True
    return only_places(len(rows), [count for cell in cells if (count := lines_of(cell))])


def lines_of(cell: Element) -> int:
    """How many lines its words stand on, 0 for an empty one."""
    said = [one for one in cell if one.tag == "p" and "".join(one.itertext()).strip()]
    return len(said) + sum(1 for one in said for _ in one.iter("line-break"))
