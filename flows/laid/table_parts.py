"""The tables of a run from letters that come one after the other: gated and laid down so many letters at a time, for of
all letters they are more than memory should hold.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from expectations.gates.gated_rows import rows_of
from expectations.gates.part_gates import PartGates
from expectations.gates.row_cells import Row
from expectations.model import CheckedLetter, Finding
from expectations.results import GateResult
from reports.exports.letter_lines import TABLE
from reports.exports.spools import Spools
from reports.exports.tables.table_cells import csv_lines
from reports.exports.tables.table_frames import frames
from reports.exports.tables.table_spool import TableSpool
from sources.model import ReferenceTable

PART: Final = 1000
"""Letters whose rows are in memory at once."""


def gated_tables(
    folder: Path,
    letters: Iterator[CheckedLetter],
    across: Sequence[Finding],
    table: ReferenceTable | None,
    lines: Spools,
) -> tuple[GateResult, ...]:
    """Gate the tables and write them into `folder`, with what was found `across` letters. `lines` has the letters' rows
    as they stand in CSV files by the time that all letters were asked for. Raises OSError.
    """
    gates = PartGates(folder, references=table)
    with TableSpool(folder) as tables:
        for number, rows in enumerate(_row_parts(letters, across, table, lines)):
            if number:
                gc.collect()  # the library's contexts hold each other, and the frames of the part before with them
            data = frames(rows)
            rows.clear()
            gates.take(data)
            tables.take(data)
        results = gates.results(home="../index.html")
        tables.write(folder / "tables", lambda name: lines.parts(TABLE.format(name)))
    return results


def _row_parts(
    letters: Iterator[CheckedLetter], across: Sequence[Finding], table: ReferenceTable | None, lines: Spools
) -> Iterator[dict[str, list[Row]]]:
    """The rows of the tables in parts: the reference table's in the first, those between letters in the last."""
    rows, taken = rows_of((), table=table), 0
    for one in letters:
        if taken == PART:
            yield rows
            rows, taken = rows_of(()), 0
        for name, own in rows_of([one]).items():
            rows[name] += own
        taken += 1
    between = rows_of((), across=across)["findings"]
    lines.add({TABLE.format("findings"): csv_lines("findings", between)})
    rows["findings"] += between
    yield rows
