"""What rows must be together: where a figure stands, counts that do not fall, corrections that correct, no witness for
itself. Each check is a function from the tables as text to faults; a table passes them all or is not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sources.table.circular import circular
from sources.table.corrections import corrections
from sources.table.declaration import Fault
from sources.table.falling import falling
from sources.table.raw import RawTable
from sources.table.units import Scales, factor_between, unit_scales

_AS_OF: Final = ("period_end", "period_end_text")


def across_rows(tables: Mapping[str, RawTable]) -> list[Fault]:
    """Faults that only show between rows, in the order of their lines. Rows are faultless by themselves."""
    observations = tables["observations"]
    kinds = {row["measure_id"]: row["kind"] for row in tables["measures"].rows}
    units = {row["measure_id"]: row["unit"] for row in tables["measures"].rows}
    scales = unit_scales(tables["units"].rows)
    found = [*_unplaced(observations), *_too_early(observations), *_of_other_units(observations, units, scales)]
    if not any(fault.column in _AS_OF for fault in found):
        found += [*falling(observations, kinds), *corrections(tables), *circular(tables)]
    return sorted(found, key=lambda fault: (fault.file, fault.line, fault.column, fault.what))


def _unplaced(table: RawTable) -> Iterator[Fault]:
    for at, row in enumerate(table.rows):
        if not row.get("period_end") and not row.get("period_end_text"):
            yield table.fault_at(at, "period_end", "", "is empty; give the as-of date, or its month in period_end_text")
        if not row.get("url") and not row.get("title"):
            yield table.fault_at(at, "url", "", "is empty; say where the figure stands")


def _too_early(table: RawTable) -> Iterator[Fault]:
    """A figure that came out before the day it counts to: a projection, a bulletin that counts its own day, or a slip.

    The note says which; without one nobody looked.
    """
    for at, row in enumerate(table.rows):
        until, out = row.get("period_end", ""), row.get("published_on", "")
        if until and out and until > out and not row.get("note"):
            what = f"is after published_on ({out}); put the two right, or say in note why (a projection, a plan)"
            yield table.fault_at(at, "period_end", until, what)


def _of_other_units(table: RawTable, units: Mapping[str, str], scales: Scales) -> Iterator[Fault]:
    """Households are no persons: a figure in another unit than its measure's would be compared as if it were."""
    for at, row in enumerate(table.rows):
        unit = units.get(row["measure_id"], row["unit"])
        if factor_between(row["unit"], unit, scales) is None:
            what = (
                f"is not the unit of {row['measure_id']} ({unit}); correct it, or give the figure a measure of its own"
            )
            yield table.fault_at(at, "unit", row["unit"], what)
