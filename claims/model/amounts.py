"""A number as it was read: what its words admit, what it counts, or why it is none."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from claims.model.spans import Span
from claims.quick_records import dataclass

Comparator = Literal["=", "~", ">", ">=", "<", "<=", "range"]


Direction = Literal["up", "down"]


Dimension = Literal["count", "percentage", "share", "money", "duration", "physical", "multiple", "ordinal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """What a wording admits: `low` to `high`, `None` for unbounded; an open end does not belong to it."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One quantity as read from a text: the number as printed, what its wording admits, and what it counts.

    `span` covers number, scale and counted noun ("3.5 million people"), `number_span` number and scale alone, and
    `as_written` is the text of the latter. `unit` is canonical for percent ("percent"), money (ISO 4217 or the plain
    symbol's name), durations and physical units, and the singular head noun for counts. `form` names the record
    that read the number (docs/reading.md).
    """

    span: Span
    text: str
    number_span: Span
    as_written: str
    value: Decimal
    interval: Interval
    comparator: Comparator
    comparator_span: Span | None
    dimension: Dimension
    unit: str | None
    counted: str | None
    counted_span: Span | None
    direction: Direction | None = None
    additive: bool = False
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A number that is no claim, and why: a date, a list number, a name ("88 Generation") …

    `record` names the refusal that spoke (docs/reading.md), `None` where the letter's structure accounts for it.
    """

    span: Span
    text: str
    reason: str
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Everything numeric in one string: quantities, ordinals (dimension "ordinal"), ignored and unread numbers.

    Spans are sorted and never overlap across the four; every digit of the string lies in exactly one of them.
    """

    quantities: tuple[Quantity, ...]
    ordinals: tuple[Quantity, ...]
    ignored: tuple[Ignored, ...]
    unread: tuple[Ignored, ...]
