"""The reference table: published, cited figures; which of them speak to a claim, and what they say of it.

What others may use: `load_table` (a folder, workbook, Parquet file or database → a `ReferenceTable`; the packaged one
without an argument), `compare_letter` (an `Extraction` and a table → a `Verdict` a claim), and the types of both.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sources.compare import compare_letter
    from sources.model import Observation, ReferenceTable, Verdict
    from sources.settings import Settings
    from sources.table.load import load_table

__all__ = ["Observation", "ReferenceTable", "Settings", "Verdict", "compare_letter", "load_table"]

_HOMES = {
    "compare_letter": "sources.compare",
    "Observation": "sources.model",
    "ReferenceTable": "sources.model",
    "Verdict": "sources.model",
    "Settings": "sources.settings",
    "load_table": "sources.table.load",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sources' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
