"""An expectation on the types of all columns at once: one line in the docs, in the time of one column."""

from __future__ import annotations

from typing import Any, ClassVar

from expectations.suites.library import BatchExpectation

# What a declared type may be in a frame. A date is a timestamp there, at midnight; files hold it as a date.
PANDAS_TYPES = {
    "text": ("str",),
    "integer": ("Int64", "int64"),
    "number": ("float64",),
    "boolean": ("boolean", "bool"),
    "date": ("datetime64[s]",),
}


class ExpectColumnTypesToBeDeclared(BatchExpectation):  # type: ignore[misc]  # the library has no types for mypy
    """Every column that is there has a pandas type that its declared type allows; also where it holds nothing."""

    types: dict[str, str]

    metric_dependencies: ClassVar[tuple[str, ...]] = ("table.column_types",)
    success_keys: ClassVar[tuple[str, ...]] = ("types",)

    def _validate(self, metrics: dict[str, Any], *_: Any, **__: Any) -> dict[str, Any]:
        found = {str(column["name"]): str(column["type"]) for column in metrics["table.column_types"]}
        wrong = {
            name: {"declared": declared, "found": found[name]}
            for name, declared in self.types.items()
            if name in found and found[name] not in PANDAS_TYPES[declared]
        }
        return {"success": not wrong, "result": {"observed_value": f"{len(wrong)} of another type", "details": wrong}}
