"""Cells of the tables of a run: as plain values of their column's type, and as they stand in a CSV file."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence

from expectations.gates.checks import declaration_of
from sources.table.cell_values import is_empty
from sources.table.declaration import Column, ColumnType

Rows = Sequence[Mapping[str, object]]
LARGEST = 2**63 - 1
# What a spreadsheet takes for a formula; "-4.5", "- River Watch" and a comparator "=" are none.
FORMULA = re.compile(r"[=+@\t\r].|-(?![ ]|[0-9.,]+$).", re.DOTALL)


def csv_lines(table: str, rows: Rows) -> str:
    """Rows as they stand in the table's CSV file."""
    columns = declaration_of(table).columns
    return shown_lines(columns, [[PLAIN[one.type](row.get(one.name)) for row in rows] for one in columns])


def plain_text(value: object) -> str | None:
    if value is None:  # most cells are that, or words
        return None
    if value.__class__ is str:
        return value if value.strip() else None
    return None if is_empty(value) else str(value)


def plain_integer(value: object) -> int | None:
    # A list number of 30 digits is no number a table can hold; the entry's text still has it.
    return value if isinstance(value, int) and -LARGEST <= value <= LARGEST else None


def plain_number(value: object) -> float | None:
    return None if value is None else float(str(value))


def plain_date(value: object) -> str | None:
    return None if value is None else str(value)


PLAIN: dict[ColumnType, Callable[[object], object]] = {
    "text": plain_text,
    "integer": plain_integer,
    "number": plain_number,
    "boolean": lambda value: value,
    "date": plain_date,
}
"""A cell as it stands in a column of that type, `None` where it is empty."""


def shown_lines(columns: Sequence[Column], cells: Sequence[Sequence[object]]) -> str:
    """The lines of a CSV file, of cells column by column."""
    shown = [[_SHOW[column.type](cell) for cell in of_it] for column, of_it in zip(columns, cells, strict=True)]
    return "".join(",".join(map(quoted, line)) + "\n" for line in zip(*shown, strict=True))


def quoted(cell: str) -> str:
    """A cell as RFC 4180 has it. The `csv` module of some Python versions leaves a lone carriage return unquoted."""
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if any(sign in cell for sign in ',"\r\n') else cell


def _show_text(value: object) -> str:
    """A text as a cell. A signatory called "=HYPERLINK(…)" must not become a formula where an editor opens the file."""
    text = "" if value is None else str(value)
    return f"'{text}" if FORMULA.match(text) else text


def _show_number(value: object) -> str:
    """A number without a false ".0": 4206, not 4206.0; empty for none."""
    if not isinstance(value, float) or math.isnan(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _show_boolean(value: object) -> str:
    return "" if value is None else str(value).lower()


def _show_plain(value: object) -> str:
    return "" if value is None else str(value)


_SHOW: dict[ColumnType, Callable[[object], str]] = {
    "text": _show_text,
    "integer": _show_plain,
    "number": _show_number,
    "boolean": _show_boolean,
    "date": _show_plain,
}
