"""Expectations on many columns at once: which cells must be filled, and between which bounds numbers must lie.

The library has both a column at a time, for ten milliseconds each; a table of thirty columns asks for fifty of them.
"""

from __future__ import annotations

from typing import Any, ClassVar

from expectations.suites.library import (
    BatchExpectation,
    MetricDomainTypes,
    PandasExecutionEngine,
    TableMetricProvider,
    metric_value,
)

SHOWN_CELLS = 20
Bounds = dict[str, list[float | None]]


class EmptyCells(TableMetricProvider):  # type: ignore[misc]  # the library has no types for mypy
    """How many cells of `columns` are empty, and where the first of them are."""

    metric_name = "table.empty_cells"
    value_keys = ("columns",)

    @metric_value(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(
        cls,  # noqa: N805
        execution_engine: Any,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any],
    ) -> dict[str, Any]:
        frame, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, domain_type=MetricDomainTypes.TABLE)
        columns = [column for column in metric_value_kwargs["columns"] if column in frame.columns]
        return _cells({column: frame[column].isna() for column in columns})


class CellsOutOfBounds(TableMetricProvider):  # type: ignore[misc]
    """How many filled cells lie outside the bounds of their column, and where the first of them are."""

    metric_name = "table.cells_out_of_bounds"
    value_keys = ("bounds",)

    @metric_value(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(
        cls,  # noqa: N805
        execution_engine: Any,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any],
    ) -> dict[str, Any]:
        frame, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, domain_type=MetricDomainTypes.TABLE)
        bounds: Bounds = metric_value_kwargs["bounds"]
        return _cells(
            {column: _outside(frame[column], *bounds[column]) for column in bounds if column in frame.columns}
        )


class ExpectColumnsToBeFilled(BatchExpectation):  # type: ignore[misc]
    """No cell of the given columns is empty. A column that is missing is the business of another expectation."""

    columns: list[str]

    metric_dependencies: ClassVar[tuple[str, ...]] = ("table.empty_cells",)
    success_keys: ClassVar[tuple[str, ...]] = ("columns",)

    def _validate(self, metrics: dict[str, Any], *_: Any, **__: Any) -> dict[str, Any]:
        return _result(metrics["table.empty_cells"], "empty")


class ExpectColumnsToBeBounded(BatchExpectation):  # type: ignore[misc]
    """Every filled cell of the given columns lies between its column's bounds, both included; None is no bound."""

    bounds: Bounds

    metric_dependencies: ClassVar[tuple[str, ...]] = ("table.cells_out_of_bounds",)
    success_keys: ClassVar[tuple[str, ...]] = ("bounds",)

    def _validate(self, metrics: dict[str, Any], *_: Any, **__: Any) -> dict[str, Any]:
        return _result(metrics["table.cells_out_of_bounds"], "out of bounds")


def _outside(column: Any, low: float | None, high: float | None) -> Any:
    outside = column.isna() & False
    if low is not None:
        outside |= (column < low).fillna(False).astype(bool)
    if high is not None:
        outside |= (column > high).fillna(False).astype(bool)
    return outside


def _cells(faulty: dict[str, Any]) -> dict[str, Any]:
    cells = [
        {"column": column, "position": position}
        for column, mask in faulty.items()
        for position in mask.to_numpy().nonzero()[0][:SHOWN_CELLS].tolist()
    ]
    return {"count": int(sum(mask.sum() for mask in faulty.values())), "cells": cells[:SHOWN_CELLS]}


def _result(found: dict[str, Any], word: str) -> dict[str, Any]:
    result = {"observed_value": f"{found['count']} cells {word}", "unexpected_count": found["count"]}
    return {"success": not found["count"], "result": result | {"details": {"cells": found["cells"]}}}
