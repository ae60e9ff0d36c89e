"""The reference table of a run, kept with it as CSV files: whatever becomes of the table, the run can be made again.

A table is written once, under its digest in `state/tables/`, and linked into the runs that used it; what no run holds
any more goes.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from flows.run_folders.linking import link_or_copy
from sources.model import ReferenceTable

TABLES, IN_RUN = "tables", "reference-table"


def keep_table(state: Path, run: Path, references: str | None, table: ReferenceTable) -> None:
    """Put the table that was loaded of `references` into the folder `run`. Raises OSError, CrossfootError."""
    kept = state / TABLES / table.sha256
    if not kept.is_dir():
        _write(kept, references)
    (run / IN_RUN).mkdir(exist_ok=True)
    for file in kept.iterdir():
        link_or_copy(file, run / IN_RUN / file.name)


def kept_table(run: Path, where: str, sha256: str) -> ReferenceTable:
    """The table that was kept with a run, under the name and digest that it had. Raises FaultyTable."""
    from sources.table.load import load_table

    return replace(load_table(str(run / IN_RUN), packs=()), where=where, sha256=sha256)


def forget_tables(state: Path) -> None:
    """Remove the tables that no run holds; where links are not known, they stay."""
    for kept in (state / TABLES).glob("*"):
        if kept.is_dir() and all(file.stat().st_nlink == 1 for file in kept.iterdir()):
            shutil.rmtree(kept, ignore_errors=True)


def _write(kept: Path, references: str | None) -> None:
    from sources.keeping.exporting import export_tables
    from sources.table.load import read_checked

    kept.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".", dir=kept.parent))
    try:
        export_tables(read_checked(references), aside)
        with suppress(OSError):  # another run has just kept it
            aside.rename(kept)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
