"""Two processes that read, check, compare and render the letters of a folder, and nothing else: what a report is held
against. Nothing is kept, gated, listed or handed on.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from claims.readers.finding import FoundLetter, find_letters
from expectations.model import CheckedLetter
from flows import steps
from reports.deciding.decisions import NONE
from reports.site.write import write_letter
from reports.words.table_names import Names

TABLE = Path(__file__).parents[3] / "sources" / "data" / "packs" / "myanmar"


@cache
def _made() -> tuple[Any, Any, Names]:
    table, field, _ = steps.load_references(str(TABLE))
    return table, field, Names.of(table)


def work(found: FoundLetter, folder: str) -> int:
    """One letter to its page; how many claims it has."""
    table, field, names = _made()
    checked = steps.check_one(found, field, table)
    if not isinstance(checked, CheckedLetter):
        raise SystemExit(f"{checked.path}: {checked.message}")
    write_letter(Path(folder), checked, names, (), (), (None, None), NONE)
    return len(checked.extraction.claims)


def main(letters: str) -> None:
    found = find_letters([letters]).letters
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2) as pool:
        claims = sum(pool.map(work, found, [folder] * len(found), chunksize=10))
    print(f"{len(found)} letters, {claims} claims")


if __name__ == "__main__":
    main(sys.argv[1])
