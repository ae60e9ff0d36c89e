"""Mapping files: how the fields of somebody's CSV or JSON become columns of observations.csv. YAML, read strictly.

docs/providers.md has the whole form. A file with a key that nobody knows is refused: a slip of the pen shall not become
a figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

import yaml

from claims.language.bounded_yaml import read_yaml
from sources.providers.asking import Figure, PullUsageError

_TOP: Final = frozenset(
    {
        "name",
        "url",
        "format",
        "encoding",
        "delimiter",
        "records",
        "paging",
        "key",
        "numbers",
        "dates",
        "where",
        "figure",
    }
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How pages are asked for: a counter in `parameter` from `first` by `step`, or the address at `following`."""

    parameter: str | None = None
    first: int = 1
    step: int = 1
    size: int = 0
    size_parameter: str | None = None
    following: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlace:
    """The environment variable that holds a key, and where it goes."""

    variable: str
    header: str | None = None
    parameter: str | None = None
    prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """A mapping file, read."""

    file: str
    name: str
    url: str
    format: str
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    records: str = ""
    paging: Paging | None = None
    key: KeyPlace | None = None
    thousands: str = ""
    decimal: str = "."
    dates: str = "%Y-%m-%d"
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    figure: Mapping[str, Cell] = field(default_factory=dict)


def load_yaml(file: str) -> dict[str, Any]:
    """The content of a mapping file. Raises `PullUsageError` naming it."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        content = read_yaml(Path(file).read_text(encoding="utf-8"), loader)
    except OSError as error:
        raise PullUsageError(file, f"cannot be read: {error.strerror or error}") from None
    except (UnicodeDecodeError, yaml.YAMLError, ValueError, RecursionError) as error:
        raise PullUsageError(file, f"is no YAML: {' '.join(str(error).split())[:200]}") from None
    if not isinstance(content, dict):
        raise PullUsageError(file, "is no mapping; write `name: value` lines, see docs/providers.md")
    return content


def table_mapping(file: str) -> TableMapping:
    """The mapping of a CSV or JSON address. Raises `PullUsageError` for what it lacks or should not have."""
    content = load_yaml(file)
    _known(file, content, _TOP, "the file")
    for name in ("url", "format", "figure"):
        if not content.get(name):
            raise PullUsageError(file, f"has no {name!r}; see docs/providers.md for the form")
    if content["format"] not in ("csv", "json"):
        raise PullUsageError(file, f"format {content['format']!r} is neither csv nor json")
    numbers = _part(file, content, "numbers", frozenset({"thousands", "decimal"}))
    plain = {name: str(content[name]) for name in ("encoding", "delimiter", "records", "dates") if name in content}
    if len(plain.get("delimiter", ",")) != 1:
        raise PullUsageError(file, "delimiter is not one character")
    return TableMapping(
        file=file,
        name=str(content.get("name", "generic")),
        url=str(content["url"]),
        format=content["format"],
        paging=_paging(file, content),
        key=_key(file, content),
        thousands=str(numbers.get("thousands", "")),
        decimal=str(numbers.get("decimal", ".")),
        where=_where(file, content),
        figure=_figure(file, content),
        **plain,
    )


def _known(file: str, content: Mapping[str, Any], names: frozenset[str], what: str) -> None:
    unknown = sorted(str(name) for name in content if name not in names)
    if unknown:
        raise PullUsageError(file, f"{what} has {', '.join(unknown)}; known are {', '.join(sorted(names))}")


def _part(file: str, content: Mapping[str, Any], name: str, names: frozenset[str]) -> Mapping[str, Any]:
    part = content.get(name) or {}
    if not isinstance(part, dict):
        raise PullUsageError(file, f"{name!r} is no mapping of its own; see docs/providers.md")
    _known(file, part, names, repr(name))
    return part


def _paging(file: str, content: Mapping[str, Any]) -> Paging | None:
    names = frozenset({"parameter", "first", "step", "size", "size_parameter", "following"})
    part = _part(file, content, "paging", names)
    if not part:
        return None
    numbers = {name: part[name] for name in ("first", "step", "size") if name in part}
    if any(isinstance(value, bool) or not isinstance(value, int) or value < 0 for value in numbers.values()):
        raise PullUsageError(file, "'paging': first, step and size are whole numbers")
    if not part.get("following") and not (part.get("parameter") and numbers.get("size")):
        raise PullUsageError(file, "'paging' needs following, or parameter and size (records to a full page)")
    texts = {name: str(part[name]) for name in ("parameter", "size_parameter", "following") if part.get(name)}
    return Paging(**{**numbers, **texts})


def _key(file: str, content: Mapping[str, Any]) -> KeyPlace | None:
    part = _part(file, content, "key", frozenset({"variable", "header", "parameter", "prefix"}))
    if not part:
        return None
    if not part.get("variable") or bool(part.get("header")) == bool(part.get("parameter")):
        raise PullUsageError(file, "'key' needs variable (of the environment) and one of header and parameter")
    return KeyPlace(**{name: str(value) for name, value in part.items()})


def _where(file: str, content: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    part = content.get("where") or {}
    if not isinstance(part, dict):
        raise PullUsageError(file, "'where' is no mapping of field to values")
    return {
        str(name): tuple(str(each) for each in (values if isinstance(values, list) else [values]))
        for name, values in part.items()
    }


def _figure(file: str, content: Mapping[str, Any]) -> dict[str, Cell]:
    part = _part(file, content, "figure", _COLUMNS)
    missing = [name for name in _NEEDED if name not in part]
    if "period_end" not in part and "period_end_text" not in part:
        missing.append("period_end")
    if missing:
        raise PullUsageError(file, f"'figure' lacks {', '.join(missing)}")
    return {name: _cell(file, name, value) for name, value in part.items()}


def _cell(file: str, name: str, value: Any) -> Cell:
    if not isinstance(value, dict):
        return Cell(constant="" if value is None else str(value))
    _known(file, value, frozenset({"field", "text", "values"}), f"'figure': {name!r}")
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
