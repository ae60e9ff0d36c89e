"""`crossfoot sources check`: every fault of a reference table, by its declarations and its Great Expectations suite."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reports.words.wording import counted
from sources.table.declaration import Fault
from sources.table.load import check_table, load_table, read_checked
from sources.table.raw import RawTable
from sources.table.remarks import remarks_on
from sources.table.where import shown

if TYPE_CHECKING:
    from expectations.results import GateFault, GateResult

_AT_FAULT = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources check`."""
    parser.add_argument(
        "--data-docs", metavar="DIR", help="keep what the suite looked at, as pages under DIR/data-docs/"
    )


def run_check(arguments: argparse.Namespace) -> int:
    """Print every fault; 0 for none, 1 else. The suite runs on a table that can be loaded, for none is half loaded.

    What can match nothing is told too, and is no fault.
    """
    where = shown(arguments.references)
    faults = check_table(arguments.references)
    checks = 0
    if not faults:
        faults, checks = _by_the_suite(arguments.references, arguments.data_docs)
    for fault in faults:
        print(fault)
    if faults:
        print(f"{where}: {len(faults)} at fault; nothing of it is used until they are mended", file=sys.stderr)
        return _AT_FAULT
    table = load_table(arguments.references)
    for remark in remarks_on(read_checked(arguments.references), table):
        print(f"remark: {remark}")
    print(f"{where}: {counted(len(table.observations), 'observation')}, {checks} checks of the suite, none at fault")
    if arguments.data_docs:
        print(f"Data Docs: {Path(arguments.data_docs) / 'data-docs' / 'index.html'}")
    return 0


def _by_the_suite(references: str | None, docs: str | None) -> tuple[list[Fault], int]:
    """The faults that the suite of the observations finds, and the number of its checks."""
    raw = read_checked(references).tables["observations"]
    with TemporaryDirectory(prefix="crossfoot-check-") as scratch:
        result = _gated(references, Path(docs or scratch))
    return list(_faults(result, raw)), len(result.checks)


def _gated(references: str | None, out: Path) -> GateResult:
    from expectations.gates.gate import gate
    from expectations.gates.row_cells import observation_row
    from reports.exports.tables.table_frames import frames

    table = load_table(references)
    rows = [observation_row(observation) for observation in table.observations]
    (result,) = gate(frames({"observations": rows}), out, references=table)
    return result


def _faults(result: GateResult, raw: RawTable) -> Iterator[Fault]:
    places = {row["observation_id"]: at for at, row in enumerate(raw.rows)}
    yield from (_fault(fault, raw, places) for fault in result.faults)
    if not result.success and not result.faults:
        yield raw.fault(0, "", "", "did not pass its suite; look at its Data Docs (--data-docs DIR)")


def _fault(fault: GateFault, raw: RawTable, places: Mapping[str, int]) -> Fault:
    """A fault of the suite at the line of its row: the suite names rows by their key ("observation_id=…")."""
    row_id = fault.row.removeprefix("observation_id=")
    if row_id in places:
        return raw.fault_at(places[row_id], fault.column, fault.value, f"{fault.what}; mend the row")
    what = f"{fault.what} (row {fault.row})" if row_id else fault.what
    return raw.fault(0, fault.column, fault.value, f"{what}; mend the row")
