"""Mapping files: how the fields of somebody's CSV or JSON become columns of observations.csv. YAML, read strictly.

docs/providers.md has the whole form. A file with a key that nobody knows is refused: a slip of the pen shall not become
a figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Final

import yaml

from claims.language.bounded_yaml import read_yaml
from claims.quick_records import dataclass
from sources.providers.asking import PullUsageError
from sources.providers.mapped.mapped_cells import Cell, figure_cells, known_only, part_of_file

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
    known_only(file, content, _TOP, "the file")
    for name in ("url", "format", "figure"):
        if not content.get(name):
            raise PullUsageError(file, f"has no {name!r}; see docs/providers.md for the form")
    if content["format"] not in ("csv", "json"):
        raise PullUsageError(file, f"format {content['format']!r} is neither csv nor json")
    numbers = part_of_file(file, content, "numbers", frozenset({"thousands", "decimal"}))
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
        figure=figure_cells(file, content),
        **plain,
    )


def _paging(file: str, content: Mapping[str, Any]) -> Paging | None:
    names = frozenset({"parameter", "first", "step", "size", "size_parameter", "following"})
    part = part_of_file(file, content, "paging", names)
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
    part = part_of_file(file, content, "key", frozenset({"variable", "header", "parameter", "prefix"}))
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
