"""What is said of a figure's measure: the likeliest, and all that fit."""

from __future__ import annotations

from collections.abc import Sequence

from claims.measures.surface_forms import MeasureForms
from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureReading:
    """The likeliest measure or None, all that fit, the noun taken over from the clause before, and remarks."""

    measure: str | None
    possible: tuple[str, ...]
    counted: str | None = None
    notes: tuple[str, ...] = ()


def likeliest(forms: MeasureForms, possible: Sequence[str]) -> str | None:
    """The only one, or the one that all others are part of ("imprisoned": the people held hold those who serve)."""
    whole = [m for m in possible if all(m == other or m in forms.ancestors(other) for other in possible)]
    return whole[0] if len(whole) == 1 else None
