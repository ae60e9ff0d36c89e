"""Reading letters: from a file to claims, each number accounted for.

What others may use: `read_letter` (a file → a `Letter`), `letter_from_bytes`, `extract` (a `Letter` → an `Extraction`),
and the types of both. Names load when they are asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.errors import CrossfootError, UnreadableLetter
    from claims.extracting import extract
    from claims.extraction import Extraction
    from claims.letters import letter_from_bytes, read_letter
    from claims.model import Claim, Field, Letter, Quantity, Span

__all__ = [
    "Claim",
    "CrossfootError",
    "Extraction",
    "Field",
    "Letter",
    "Quantity",
    "Span",
    "UnreadableLetter",
    "extract",
    "letter_from_bytes",
    "read_letter",
]

_HOMES = {
    "CrossfootError": "claims.errors",
    "UnreadableLetter": "claims.errors",
    "extract": "claims.extracting",
    "Extraction": "claims.extraction",
    "letter_from_bytes": "claims.letters",
    "read_letter": "claims.letters",
    "Claim": "claims.model",
    "Field": "claims.model",
    "Letter": "claims.model",
    "Quantity": "claims.model",
    "Span": "claims.model",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'claims' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
