"""The record of a run, `run.json`: what ran, on which letters, with which table, and what came of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from expectations.model import CheckedLetter
from flows.run_folders.runs import RECORD
from sources.model import ReferenceTable


def write_record(
    folder: Path,
    record: Mapping[str, Any],
    inputs: Sequence[Mapping[str, str]],
    table: ReferenceTable | None,
    summary: Mapping[str, Any],
    seconds: Mapping[str, float],
) -> None:
    """Write the `run.json` of a run into its folder. Raises OSError."""
    content = {
        **record,
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "python": sys.version.split()[0],
        "reference_table": None
        if table is None
        else {"where": table.where, "sha256": table.sha256, "rows": len(table.observations)},
        "inputs": inputs,
        **summary,
    }
    (folder / RECORD).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def input_of(item: CheckedLetter) -> dict[str, str]:
    """A letter of a run, as its record names it."""
    letter = item.extraction.letter
    return {"letter_id": letter.letter_id, "path": letter.path, "sha256": letter.sha256}
