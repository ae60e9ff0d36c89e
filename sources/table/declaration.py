"""What a table must be, declared once: the pure checks of `check` and the Great Expectations suites both read this.

A declaration is data (`*.schema.yml`); this room holds its types, loads it, and finds the faults of plain rows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from claims.quick_records import dataclass
from claims.yaml_files import read_yaml

ColumnType = Literal["text", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its type, whether it may be empty, what values it may hold.

    `pattern` must match the whole value. `refers_to` names a table whose ids the value must be one of. If `separator`
    is set the cell is a list parted by it, and values, pattern and reference hold for each item. `hxl` is the column's
    hashtag in the Humanitarian Exchange Language, `hapi` its name in the HDX Humanitarian API, where they have one.
    """

    name: str
    type: ColumnType
    description: str
    required: bool = True
    unique: bool = False
    values: tuple[str, ...] | None = None
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    max_words: int | None = None
    refers_to: str | None = None
    separator: str | None = None
    hxl: str | None = None
    hapi: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """`lower` must not exceed `upper` in a row in which both are filled."""

    lower: str
    upper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A table: its columns, its ordered pairs, the columns that together identify a row, the least number of rows."""

    table: str
    columns: tuple[Column, ...]
    orders: tuple[Order, ...] = ()
    key: tuple[str, ...] = ()
    min_rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One cell at fault: `line` counts from 1, the header's line in files; `what` is what is wrong and what to do.

    `counted` is what `line` counts: lines of a file, rows of a sheet or of a database. 0 is the file as a whole, an
    empty column the line as a whole. `whole`: it is wrong with the table as such, so that its rows say nothing.
    """

    file: str
    line: int
    column: str
    value: str
    what: str
    counted: str = "line"
    whole: bool = False

    @property
    def message(self) -> str:
        """The fault without its file."""
        line = f"{self.counted} {self.line}" if self.line else ""
        column = f"column {self.column}" if self.column else ""
        where = ", ".join(part for part in (line, column) if part)
        told = f"{self.value!r} {self.what}" if self.value or self.column else self.what
        return f"{where}: {told}" if where else told

    def __str__(self) -> str:
        return f"{self.file}{', ' if self.line or self.column else ': '}{self.message}"


Row = Mapping[str, object]


Known = Mapping[str, Collection[str]]


def load_declaration(file: str | Path | Traversable) -> Declaration:
    """Read a `*.schema.yml`. Raises `ValueError` naming the file where it is not a declaration."""
    source = Path(file) if isinstance(file, str) else file
    content = read_yaml(source)
    try:
        return _declaration(content)
    except (TypeError, KeyError) as error:
        raise ValueError(f"{source}: not a table declaration: {error}") from error


def _declaration(content: Mapping[str, Any]) -> Declaration:
    return Declaration(
        table=content["table"],
        columns=tuple(_column(entry) for entry in content["columns"]),
        orders=tuple(Order(lower=lower, upper=upper) for lower, upper in content.get("orders", ())),
        key=tuple(content.get("key", ())),
        min_rows=content.get("min_rows", 0),
    )


def _column(entry: Mapping[str, Any]) -> Column:
    values = entry.get("values")
    return Column(**{**entry, "values": tuple(values) if values else None})
