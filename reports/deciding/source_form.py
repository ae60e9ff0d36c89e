"""The form by which an editor adds the source of a figure that the table lacks: its fields, filled from the claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claims.model import Claim
from claims.quick_records import dataclass

FIELDS: Final = (
    "measure_id", "value", "comparator", "place", "period_start", "period_end", "producer_id", "title", "url",
    "published_on", "as_printed", "grade", "note",
)  # fmt: skip
"""Columns of `observations.csv` that are asked for; the others follow from them."""
GRADES: Final = ("primary", "quoted", "weak")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceForm:
    """The form of one claim: what its fields begin with, what was at fault with them, whom it offers as producers."""

    claim_id: str
    values: Mapping[str, str]
    faults: tuple[str, ...] = ()
    producers: tuple[tuple[str, str], ...] = ()
    grades: tuple[str, ...] = GRADES


def filled_from(claim: Claim) -> dict[str, str]:
    """What the letter says already; the source's own figure, words and address are the editor's to give."""
    period = claim.period
    start, end = (period.start, period.end) if period else (None, None)
    return {
        "measure_id": claim.measure or "",
        "place": claim.place or "",
        "period_start": start.isoformat() if start else "",
        "period_end": end.isoformat() if end else "",
        "comparator": "=",
    }
