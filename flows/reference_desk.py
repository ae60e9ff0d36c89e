"""`crossfoot sources check | list`: the reference table, validated and shown."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from claims.errors import BadReferenceTable, CrossfootError
from sources.model import Observation
from sources.table import check_table, load_table


def run_sources(arguments: argparse.Namespace) -> int:
    """Dispatch to the verb; 0, 1 rows at fault, 2 usage."""
    return _check(arguments) if arguments.verb == "check" else _list(arguments)


def _check(arguments: argparse.Namespace) -> int:
    where = arguments.references or "the packaged reference table"
    try:
        faults = check_table(arguments.references)
    except BadReferenceTable as bad:
        print(f"crossfoot: {bad}", file=sys.stderr)
        return 1
    for fault in faults:
        print(fault)
    if faults:
        print(f"{where}: {len(faults)} at fault; nothing of it is used until they are mended", file=sys.stderr)
        return 1
    print(f"{where}: {len(load_table(arguments.references).observations)} observations, none at fault")
    return 0


def _list(arguments: argparse.Namespace) -> int:
    until = _day(arguments.as_of)
    try:
        table = load_table(arguments.references)
    except BadReferenceTable as bad:
        print(f"crossfoot: {bad}", file=sys.stderr)
        return 1
    if arguments.measure and arguments.measure not in {measure.measure_id for measure in table.measures}:
        known = ", ".join(sorted(measure.measure_id for measure in table.measures))
        raise CrossfootError("--measure", f"{arguments.measure!r} is no measure of this table; it has {known}")
    rows = [row for row in table.observations if _asked(row, arguments.measure, arguments.place, until)]
    for line in _lines(rows):
        print(line)
    print(f"{len(rows)} of {len(table.observations)} observations")
    return 0


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CrossfootError("--as-of", f"{text!r} is no date; write it as 2025-05-21") from None


def _asked(row: Observation, measure: str | None, place: str | None, until: date | None) -> bool:
    if measure and row.measure_id != measure:
        return False
    if place and place.casefold() not in (row.place or "").casefold():
        return False
    return until is None or (row.period_end is not None and row.period_end <= until)


def _lines(rows: Sequence[Observation]) -> list[str]:
    """The rows as aligned columns: measure, value, window, producer, grade, where it was read."""
    ordered = sorted(
        rows, key=lambda row: (row.measure_id, row.event_id or "", row.period_end or date.min, row.observation_id)
    )
    cells = [_cells(row) for row in ordered]
    if not cells:
        return []
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]) - 1)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]) for line in cells
    ]


def _cells(row: Observation) -> tuple[str, ...]:
    comparator = "" if row.comparator == "=" else f"{row.comparator} "
    window = f"{row.period_start or '…'} to {row.period_end or '…'}"
    return (
        row.measure_id,
        f"{comparator}{row.value:,}",
        row.unit,
        window,
        row.event_id or row.place or "",
        row.producer_id,
        row.grade,
        row.url,
    )
