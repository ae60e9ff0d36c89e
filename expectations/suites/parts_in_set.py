"""Expectations on cells that hold several values or refer to another table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextvars import ContextVar
from typing import Any, ClassVar

from expectations.suites.library import (
    ColumnMapExpectation,
    ColumnMapMetricProvider,
    PandasExecutionEngine,
    column_condition_partial,
)

# The ids of another table are handed over here and not among the arguments of an expectation: the library writes those
# out as JSON dozens of times a check, which for 30,000 claim ids takes longer than the rest of the gate.
KNOWN: ContextVar[Mapping[str, Collection[str]]] = ContextVar("KNOWN")


class PartsInSet(ColumnMapMetricProvider):  # type: ignore[misc]  # the library has no types for mypy
    """True where every part of a cell is in `value_set`; without a separator the cell is one part."""

    condition_metric_name = "column_values.parts_in_set"
    condition_value_keys = ("value_set", "separator")

    @column_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column: Any, value_set: list[str], separator: str | None, **_: Any) -> Any:  # noqa: N805
        return column.map(_all_in(frozenset(value_set), separator)).astype(bool)


class PartsKnown(ColumnMapMetricProvider):  # type: ignore[misc]
    """True where every part of a cell is among the ids that `KNOWN` has for `refers_to`."""

    condition_metric_name = "column_values.parts_known"
    condition_value_keys = ("refers_to", "separator")

    @column_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column: Any, refers_to: str, separator: str | None, **_: Any) -> Any:  # noqa: N805
        return column.map(_all_in(_as_parts(KNOWN.get()[refers_to], separator), separator)).astype(bool)


class ExpectColumnPartsToBeInSet(ColumnMapExpectation):  # type: ignore[misc]
    """Every part of every filled cell is one of the given values, as "single_producer|sources_conflict"."""

    value_set: list[str]
    separator: str | None = None

    map_metric: ClassVar[str] = "column_values.parts_in_set"
    success_keys: ClassVar[tuple[str, ...]] = ("value_set", "separator", "mostly")


class ExpectColumnPartsToBeKnown(ColumnMapExpectation):  # type: ignore[misc]
    """Every part of every filled cell is an id of the table it refers to, as a verdict's claim among the claims."""

    refers_to: str
    separator: str | None = None

    map_metric: ClassVar[str] = "column_values.parts_known"
    success_keys: ClassVar[tuple[str, ...]] = ("refers_to", "separator", "mostly")


def _as_parts(ids: Collection[str], separator: str | None) -> frozenset[str]:
    """The ids as they stand in a cell: the separator inside one ("a|b.txt" is a file name) is written as "/"."""
    return frozenset(one.replace(separator, "/").strip() if separator else one.strip() for one in ids)


def _all_in(allowed: frozenset[str], separator: str | None) -> Callable[[object], bool]:
    def holds(cell: object) -> bool:
        parts = str(cell).split(separator) if separator else [str(cell)]
        return all(part.strip() in allowed for part in parts)

    return holds
