"""What a table must be, declared once: the pure checks of `check` and the Great Expectations suites both read this.

A declaration is data (`*.schema.yml`); this room holds its types, loads it, and finds the faults of plain rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

ColumnType = Literal["text", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its type, whether it may be empty, what values it may hold. `pattern` must match the whole value."""

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
    """One cell at fault: `line` counts from 1 with the header as line 1 (for files), `what` says what is wrong and what to do."""

    file: str
    line: int
    column: str
    value: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, column {self.column}: {self.value!r} {self.what}"
