"""Internal consistency of letters, and the gates every table passes before it is published.

What others may use: `check_letter` (a `Letter`, the tables of its field, a reference table → a `CheckedLetter` with its
findings and verdicts), `check_across`, `Rule` for rules of one's own, and the types of both.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from expectations.check import check_across, check_letter
    from expectations.model import CheckedLetter, Finding, Rule

__all__ = ["CheckedLetter", "Finding", "Rule", "check_across", "check_letter"]

_HOMES = {
    "check_across": "expectations.check",
    "check_letter": "expectations.check",
    "CheckedLetter": "expectations.model",
    "Finding": "expectations.model",
    "Rule": "expectations.model",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'expectations' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
