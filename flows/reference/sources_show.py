"""`crossfoot sources show ID`: one row of the table, where it stands, what ties to it, what was changed in it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from sources.keeping.editing import Change, history_of
from sources.table.load import read_checked
from sources.table.raw import RawTables
from sources.worklist.shown import Shown, shown_row

_SCHEMA = "crossfoot-row/1"
_MOST = 12
# who counted is told with what it counts and what its figures may be taken for
_OF_PRODUCER = ("name", "what_they_count", "coverage", "coverage_basis", "caveat")
_OF_MEASURE = ("label", "kind", "definition")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources show`."""
    parser.add_argument(
        "row", metavar="ID", help="the id of an observation, measure, producer, event, place, topic, unit"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run_show(arguments: argparse.Namespace) -> int:
    """Print the row. Raises `CrossfootError` where the table has no such id."""
    raw = read_checked(arguments.references)
    row = shown_row(raw, arguments.row)
    changes = _history(arguments.references, row)
    if arguments.format == "json":
        document = {
            "schema": _SCHEMA, "table": row.table, "id": row.row_id, "stands": row.stands, "cells": dict(row.cells),
            "ties": {kind: list(ids) for kind, ids in row.ties.items()}, "about": dict(_about(raw, row)),
            "history": [asdict(change) for change in changes],
        }  # fmt: skip
        print(json.dumps(document, ensure_ascii=False, indent=1))
        return 0
    for line in (*_cells(row), *_told(raw, row), *_ties(row), *_changed(changes)):
        print(line)
    return 0


def _history(references: str | None, row: Shown) -> tuple[Change, ...]:
    folder = references if references and Path(references).is_dir() else None
    return history_of(folder, row.row_id) if folder and row.table == "observations" else ()


def _cells(row: Shown) -> Iterator[str]:
    yield f"{row.row_id}  ({row.stands})"
    width = max(len(column) for column in row.cells)
    for column, cell in row.cells.items():
        if cell:
            yield f"  {column.ljust(width)}  {cell}"


def _about(raw: RawTables, row: Shown) -> Iterator[tuple[str, dict[str, str]]]:
    """The measure and the producer of a figure, as far as an editor needs them to judge it."""
    for table, key, columns in (("measures", "measure_id", _OF_MEASURE), ("producers", "producer_id", _OF_PRODUCER)):
        if row.table == "observations":
            own = next(each for each in raw.tables[table].rows if each[key] == row.cells[key])
            yield table.removesuffix("s"), {column: own[column] for column in columns if own.get(column)}


def _told(raw: RawTables, row: Shown) -> Iterator[str]:
    for kind, cells in _about(raw, row):
        yield f"{kind}: {next(iter(cells.values()))}"
        for column, cell in list(cells.items())[1:]:
            yield f"  {column}: {cell}"


def _ties(row: Shown) -> Iterator[str]:
    for kind, ids in row.ties.items():
        if ids:
            more = f" … {len(ids) - _MOST} more" if len(ids) > _MOST else ""
            yield f"{kind}: {', '.join(ids[:_MOST])}{more}"


def _changed(changes: tuple[Change, ...]) -> Iterator[str]:
    for change in changes:
        values = f"{change.before or '(empty)'} → {change.after or '(empty)'}"
        yield f"changed on {change.edited_on}: {change.column} {values}: {change.reason}"
