"""HXL, the Humanitarian Exchange Language: a row of hashtags under the header that says what each column holds.

Syntax from the standard's tagging conventions (hxlstandard.org, 1.1): "#date +start", attributes in any order, blanks
and capitals without meaning, columns without a tag allowed. Which tag a column bears is declared in `*.schema.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from sources.table.declaration import Declaration, Fault, load_declaration
from sources.table.raw import RawTable

_TAG = re.compile(r"#\s*[A-Za-z][A-Za-z0-9_]*(\s*\+\s*[A-Za-z][A-Za-z0-9_]*)*")
Tag = tuple[str, ...]


def read_tag(cell: str) -> Tag | None:
    """A hashtag with its attributes in order ("#date+end" is ("#date", "end")), `None` for what is none."""
    if not _TAG.fullmatch(cell.strip()):
        return None
    name, *attributes = (part.strip().casefold() for part in cell.strip().split("+"))
    return (name.replace(" ", ""), *sorted(attributes))


def without_tags(table: RawTable) -> RawTable:
    """The table without the row of hashtags under its header, if it has one.

    A column with another name than the declared one is known by its tag; a tag that belongs to another column than the
    one it stands in is a fault.
    """
    if not table.rows or not _is_tag_row(table.rows[0]):
        return table
    tags = {column: tag for column, cell in table.rows[0].items() if (tag := read_tag(cell))}
    names, found = _names(table, tags)
    rows = tuple({names.get(column, column): cell for column, cell in row.items()} for row in table.rows[1:])
    return replace(table, rows=rows, lines=table.lines[1:], faults=(*table.faults, *found))


def _is_tag_row(row: Mapping[str, str]) -> bool:
    cells = [cell for cell in row.values() if cell]
    return bool(cells) and all(read_tag(cell) for cell in cells)


def _names(table: RawTable, tags: Mapping[str, Tag]) -> tuple[dict[str, str], list[Fault]]:
    """For columns of another name the declared one that their tag tells, and the tags that stand in a wrong column."""
    declaration = _declaration(table.name)
    own = {column.name for column in declaration.columns}
    told = {tag: column.name for column in declaration.columns if column.hxl and (tag := read_tag(column.hxl))}
    taken = {column for column in table.rows[0] if column in own}
    names: dict[str, str] = {}
    found: list[Fault] = []
    for column, tag in tags.items():
        means = told.get(tag)
        if means is None or means == column:
            continue
        if column in own or means in taken:
            what = f"is the tag of the column {means}; put tag and column right"
            found.append(table.fault(table.lines[0], column, table.rows[0][column], what))
        else:
            names[column] = means
            taken.add(means)
    return names, found


@cache
def _declaration(name: str) -> Declaration:
    return load_declaration(files("sources").joinpath("data", f"{name}.schema.yml"))
