"""The columns of a figure in a mapping file: where each cell comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from claims.quick_records import dataclass
from sources.providers.asking import Figure, PullUsageError

_COLUMNS: Final = frozenset(each.name for each in fields(Figure))
_NEEDED: Final = (
    "measure_id", "value", "unit", "producer_id", "published_by", "title", "as_printed", "grade",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where a column comes from: a constant, a field, or words with fields in them; then through a list of values."""

    constant: str | None = None
    field: str | None = None
    text: str | None = None
    values: Mapping[str, str] | None = None


def known_only(file: str, content: Mapping[str, Any], names: frozenset[str], what: str) -> None:
    unknown = sorted(str(name) for name in content if name not in names)
    if unknown:
        raise PullUsageError(file, f"{what} has {', '.join(unknown)}; known are {', '.join(sorted(names))}")


def part_of_file(file: str, content: Mapping[str, Any], name: str, names: frozenset[str]) -> Mapping[str, Any]:
    part = content.get(name) or {}
    if not isinstance(part, dict):
        raise PullUsageError(file, f"{name!r} is no mapping of its own; see docs/providers.md")
    known_only(file, part, names, repr(name))
    return part


def figure_cells(file: str, content: Mapping[str, Any]) -> dict[str, Cell]:
    part = part_of_file(file, content, "figure", _COLUMNS)
    missing = [name for name in _NEEDED if name not in part]
    if "period_end" not in part and "period_end_text" not in part:
        missing.append("period_end")
    if missing:
        raise PullUsageError(file, f"'figure' lacks {', '.join(missing)}")
    return {name: _cell(file, name, value) for name, value in part.items()}


def _cell(file: str, name: str, value: Any) -> Cell:
    if not isinstance(value, dict):
        return Cell(constant="" if value is None else str(value))
    known_only(file, value, frozenset({"field", "text", "values"}), f"'figure': {name!r}")
    if ("field" in value) == ("text" in value):
        raise PullUsageError(file, f"'figure': {name!r} needs one of field and text")
    values = value.get("values")
    if values is not None and not isinstance(values, dict):
        raise PullUsageError(file, f"'figure': {name!r}: values is no mapping")
    lookup = {str(old): str(new) for old, new in values.items()} if values else None
    return Cell(
        field=str(value["field"]) if "field" in value else None,
        text=str(value["text"]) if "text" in value else None,
        values=lookup,
    )
