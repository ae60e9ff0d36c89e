"""Rows that lead back to themselves: a place inside itself, a measure that is a part of its own part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sources.table.declaration import Fault
from sources.table.raw import RawTable

# table, its key, the column that names the next row, what it is to be led round
_LINKS: Final = (
    ("places", "place_id", "parent", "a place does not lie in itself"),
    ("measures", "measure_id", "parent", "a measure is no part of itself"),
    ("observations", "observation_id", "cites", "a figure is not repeated from itself"),
    ("observations", "observation_id", "superseded_by", "name the row that came out later"),
)


def loops(tables: Mapping[str, RawTable]) -> Iterator[Fault]:
    """Every row from which the steps of a column lead back to it."""
    for name, key, column, why in _LINKS:
        table = tables[name]
        steps = {row[key]: step for row in table.rows if (step := row.get(column))}
        for row_id in _in_loops(steps):
            at = next(at for at, row in enumerate(table.rows) if row[key] == row_id)
            yield table.fault_at(at, column, steps[row_id], f"leads back to this row; {why}")


def _in_loops(steps: Mapping[str, str]) -> list[str]:
    """The ids that stand in a loop, by walking each way once."""
    found: list[str] = []
    done: set[str] = set()
    for first in steps:
        walk: dict[str, None] = {}
        at: str | None = first
        while at is not None and at not in done and at not in walk:
            walk[at] = None
            at = steps.get(at)
        if at in walk:
            told = list(walk)
            found += told[told.index(str(at)) :]
        done.update(walk)
    return found
