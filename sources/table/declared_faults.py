"""What a table has against its declaration, row by row and cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sources.table.cell_values import READERS, UnreadableCellError, is_empty
from sources.table.declaration import Column, Declaration, Fault, Known, Order, Row


def faults(
    rows: Iterable[Row],
    declaration: Declaration,
    *,
    file: str = "",
    known: Known | None = None,
    lines: Sequence[int] | None = None,
    counted: str = "line",
) -> list[Fault]:
    """Every cell at fault, by line and column. Rows hold text (from a file) or values (from code).

    `known` gives, for each table that a column refers to, the ids that stand in it; a table that is not given is not
    looked up. `lines` gives the line of each row where rows do not stand on lines 2, 3, 4 …, `counted` what they are.
    """
    numbered = [(lines[at] if lines is not None else at + 2, row) for at, row in enumerate(rows)]
    found = [*_too_few(numbered, declaration, file), *_missing_columns(numbered, declaration, file)]
    missing = {fault.column for fault in found}
    for column in declaration.columns:
        if column.name not in missing:
            found += _column_faults(numbered, column, file, known or {}, counted)
    found += [fault for order in declaration.orders for fault in _order_faults(numbered, order, file)]
    found += _key_faults(numbered, declaration, file, counted)
    if counted != "line":
        found = [replace(fault, counted=counted) for fault in found]
    place = {column.name: at for at, column in enumerate(declaration.columns)}
    return sorted(found, key=lambda fault: (fault.line, place.get(fault.column, -1), fault.what))


def _too_few(rows: Sequence[tuple[int, Row]], declaration: Declaration, file: str) -> list[Fault]:
    if len(rows) >= declaration.min_rows:
        return []
    what = f"has {len(rows)} rows and must have at least {declaration.min_rows}; add them"
    return [Fault(file=file, line=1, column="", value="", what=what, whole=True)]


def _missing_columns(rows: Sequence[tuple[int, Row]], declaration: Declaration, file: str) -> list[Fault]:
    if not rows:
        return []
    present = rows[0][1]
    what = "is missing from the header; add the column"
    return [
        Fault(file=file, line=1, column=column.name, value="", what=what, whole=True)
        for column in declaration.columns
        if column.required and column.name not in present
    ]


def _column_faults(
    rows: Sequence[tuple[int, Row]], column: Column, file: str, known: Known, counted: str
) -> Iterator[Fault]:
    first_seen: dict[object, int] = {}
    found_of: dict[str, tuple[str, ...]] = {}
    for line, row in rows:
        value = row.get(column.name)
        if is_empty(value):
            if column.required:
                yield Fault(file=file, line=line, column=column.name, value="", what="is empty; fill it in")
            continue
        for what in _faults_once(value, column, known, found_of):
            yield Fault(file=file, line=line, column=column.name, value=str(value), what=what)
        if column.unique and (earlier := first_seen.setdefault(value, line)) != line:
            what = f"stands already in {counted} {earlier}; give each row its own"
            yield Fault(file=file, line=line, column=column.name, value=str(value), what=what)


def _faults_once(value: object, column: Column, known: Known, found_of: dict[str, tuple[str, ...]]) -> Sequence[str]:
    """What is wrong with a cell, found once for each text of a column: a column of a million rows has few of them."""
    if not isinstance(value, str):
        return tuple(cell_faults(value, column, known))
    found = found_of.get(value)
    if found is None:
        found = found_of[value] = tuple(cell_faults(value, column, known))
    return found


def cell_faults(value: object, column: Column, known: Known) -> Iterator[str]:
    """What is wrong with a cell that is filled, by itself."""
    items = _items(value, column.separator)
    for item in items:
        try:
            read = READERS[column.type](item)
        except UnreadableCellError as error:
            yield str(error)
            continue
        yield from _content_faults(item, read, column, known)


def _items(value: object, separator: str | None) -> Sequence[object]:
    if separator is None:
        return [value]
    if isinstance(value, str):
        return [item.strip() for item in value.split(separator)]
    return list(value) if isinstance(value, list | tuple) else [value]


def _content_faults(item: object, read: Any, column: Column, known: Known) -> Iterator[str]:
    text = str(item)
    if column.values is not None and text not in column.values:
        yield f"is not one of: {', '.join(column.values)}; use one of them"
    if column.pattern is not None and re.fullmatch(column.pattern, text) is None:
        yield f"does not match {column.pattern}; {column.description}"
    if column.minimum is not None and read < column.minimum:
        yield f"is below {column.minimum:g}; check the figure"
    if column.maximum is not None and read > column.maximum:
        yield f"is above {column.maximum:g}; check the figure"
    if column.max_words is not None and len(text.split()) > column.max_words:
        yield f"has {len(text.split())} words; keep at most {column.max_words}"
    if column.refers_to is not None and column.refers_to in known and text not in known[column.refers_to]:
        yield f"does not stand in {column.refers_to}; correct it or add it there"


def _order_faults(rows: Sequence[tuple[int, Row]], order: Order, file: str) -> Iterator[Fault]:
    read: dict[str, Any] = {}
    for line, row in rows:
        lower, upper = _comparable_once(row.get(order.lower), read), _comparable_once(row.get(order.upper), read)
        if lower is None or upper is None or type(lower) is not type(upper) or lower <= upper:
            continue
        what = f"is after or above {order.upper} ({row[order.upper]}); put the two right"
        yield Fault(file=file, line=line, column=order.lower, value=str(row[order.lower]), what=what)


def _comparable_once(value: object, read: dict[str, Any]) -> Any:
    if not isinstance(value, str):
        return _comparable(value)
    if value not in read:
        read[value] = _comparable(value)
    return read[value]


def _comparable(value: object) -> Any:
    """A cell as a date or number, `None` where it is neither (its own column says so)."""
    if is_empty(value):
        return None
    for kind in ("date", "number"):
        try:
            return READERS[kind](value)
        except UnreadableCellError:
            continue
    return None


def order_of(cell: str) -> float:
    """A cell as a number that orders days among days and numbers among numbers; NaN where it is neither."""
    read = _comparable(cell)
    if read is None:
        return float("nan")
    return float(read.toordinal()) if hasattr(read, "toordinal") else float(read)


def _key_faults(rows: Sequence[tuple[int, Row]], declaration: Declaration, file: str, counted: str) -> Iterator[Fault]:
    columns = {column.name: column for column in declaration.columns}
    if not declaration.key or (len(declaration.key) == 1 and columns[declaration.key[0]].unique):
        return
    first_seen: dict[tuple[str, ...], int] = {}
    for line, row in rows:
        key = tuple(str(row.get(name, "")) for name in declaration.key)
        if (earlier := first_seen.setdefault(key, line)) != line:
            what = f"repeats {counted} {earlier}; together {', '.join(declaration.key)} must differ"
            yield Fault(file=file, line=line, column=declaration.key[0], value=key[0], what=what)
