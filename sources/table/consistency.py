"""What rows must be together: where a figure stands, counts that do not fall, corrections that correct, no witness for
itself. Each check is a function from the tables as text to faults; a table passes them all or is not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sources.table.circular import circular
from sources.table.corrections import corrections
from sources.table.declaration import Fault
from sources.table.falling import falling
from sources.table.raw import RawTable


def across_rows(tables: Mapping[str, RawTable]) -> list[Fault]:
    """Faults that only show between rows, in the order of their lines. Rows are faultless by themselves."""
    observations = tables["observations"]
    kinds = {row["measure_id"]: row["kind"] for row in tables["measures"].rows}
    units = {row["measure_id"]: row["unit"] for row in tables["measures"].rows}
    found = [*_unplaced(observations), *_of_other_units(observations, units)]
    if not found:
        found += [*falling(observations, kinds), *corrections(tables), *circular(tables)]
    return sorted(found, key=lambda fault: (fault.line, fault.column, fault.what))


def _unplaced(table: RawTable) -> Iterator[Fault]:
    for line, row in zip(table.lines, table.rows, strict=True):
        if not row.get("period_end") and not row.get("period_end_text"):
            yield table.fault(line, "period_end", "", "is empty; give the as-of date, or its month in period_end_text")
        if not row.get("url") and not row.get("title"):
            yield table.fault(line, "url", "", "is empty; say where the figure stands")


def _of_other_units(table: RawTable, units: Mapping[str, str]) -> Iterator[Fault]:
    """Households are no persons: a figure in another unit than its measure's would be compared as if it were."""
    for line, row in zip(table.lines, table.rows, strict=True):
        unit = units.get(row["measure_id"], row["unit"])
        if row["unit"] != unit:
            what = (
                f"is not the unit of {row['measure_id']} ({unit}); correct it, or give the figure a measure of its own"
            )
            yield table.fault(line, "unit", row["unit"], what)
