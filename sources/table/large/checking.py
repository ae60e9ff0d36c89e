"""The checks of a large table: the ordinary ones, on the few rows that its columns make suspect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from sources.table.declaration import Declaration, Fault, Known
from sources.table.declared_faults import faults
from sources.table.large.column_rows import columns_of
from sources.table.large.suspects import alike, picked, suspect_cells, suspects_between
from sources.table.raw import RawTable

# what a fault between rows is about, and the columns in which the rows alike have the same fault
_ALIKE: Final = {
    "unit": ("measure_id", "unit"),
    "place": ("measure_id", "place", "place_code"),
    "place_code": ("measure_id", "place", "place_code"),
}
_ORGANISERS: Final = "letter_organisers"


def large_cell_faults(table: RawTable, declaration: Declaration, known: Known) -> list[Fault]:
    """What `faults` says of all rows of a large table."""
    rows = columns_of(table)
    if any(column.required and column.name not in rows.columns for column in declaration.columns):
        suspect = np.arange(len(rows)) == 0
    else:
        suspect = suspect_cells(rows, declaration, known)
    few = picked(table, suspect)
    if not few.rows:
        return []
    return faults(few.rows, declaration, file=table.file, known=known, lines=few.lines, counted=table.counted)


def for_checks(tables: Mapping[str, RawTable], found: Sequence[Fault] = ()) -> dict[str, RawTable]:
    """The tables with the few observations that a check between rows may name; `found`: faults of examples among them,
    for which all rows that are alike are taken.
    """
    table = tables["observations"]
    rows = columns_of(table)
    kinds = {row["measure_id"]: row.get("kind", "") for row in tables["measures"].rows}
    organisers = {row["producer_id"] for row in tables["producers"].rows if row.get("kind") == _ORGANISERS}
    own = {row["event_id"] for row in tables["events"].rows if row.get("own_letter", "").casefold() == "true"}
    suspect = suspects_between(table, kinds, organisers, own)
    told = {(fault.file, fault.line) for fault in found if fault.column in _ALIKE}
    if told:
        at_fault = [
            int(at) for at in np.flatnonzero(suspect) if (table.origin(int(at)).file, int(table.lines[int(at)])) in told
        ]
        for columns in dict.fromkeys(_ALIKE.values()):
            suspect |= alike(rows, at_fault, columns)
    return {**tables, "observations": picked(table, suspect)}
