"""What rows must be together: where a figure stands and is of, counts that do not fall, corrections that correct, no
witness for itself, no row that leads back to itself. A table passes them all or is not used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sources.table.between.circular import circular
from sources.table.between.corrections import corrections
from sources.table.between.falling import falling
from sources.table.between.loops import loops
from sources.table.between.placed import placed
from sources.table.declaration import Fault
from sources.table.raw import RawTable, without_lines
from sources.table.unit_rows import Scales, factor_between, unit_scales


def across_rows(
    tables: Mapping[str, RawTable], found: Sequence[Fault] = (), files: Collection[str] = ()
) -> list[Fault]:
    """Faults that only show between rows, by file and line. Rows `found` at fault by themselves are left out.

    So one run tells what is wrong with cells and what is wrong between the rows that are good. `files`: those of the
    observations whose places are looked at; the rows beneath them were good when they came.
    """
    good = _without(tables, found)
    observations = good["observations"]
    units = {row["measure_id"]: row["unit"] for row in good["measures"].rows}
    alone = [
        *_unplaced(observations),
        *_too_early(observations),
        *_of_other_units(observations, units, unit_scales(good["units"].rows)),
        *placed(good, files),
        *loops(good),
    ]
    good = _without(good, alone)
    kinds = {row["measure_id"]: row["kind"] for row in good["measures"].rows}
    between = [*alone, *falling(good["observations"], kinds), *corrections(good), *circular(good)]
    return sorted(between, key=lambda fault: (fault.file, fault.line, fault.column, fault.what))


def _without(tables: Mapping[str, RawTable], faults: Sequence[Fault]) -> Mapping[str, RawTable]:
    return {name: without_lines(table, faults) for name, table in tables.items()} if faults else tables


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
