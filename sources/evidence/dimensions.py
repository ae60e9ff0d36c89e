"""What is measured: of what dimension a row's unit, a claim and a measure are."""

from __future__ import annotations

from functools import cache

from claims.language.words import of_language
from claims.measures.units_of_measures import is_rate_within
from claims.model import Measure, Span
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index
from sources.model import Observation
from sources.words import words


def is_told_in(row: Observation, clues: Clues, index: Index) -> bool:
    """Whether a row is of the claim's dimension and, where units part what is measured, in its unit."""
    dimension = dimension_of_claim(clues)
    if index.units and dimension in ("money", "physical"):
        return row.unit == clues.claim.quantity.unit
    return dimension_of(row.unit) == dimension


@of_language(maxsize=1024)
def counts_a_rate(measure: Measure) -> bool:
    """Whether a measure is of so many in each stretch of time, by its unit or by its label."""
    return measure.dimension == "rate" or is_rate_within(measure.label, Span(0, len(measure.label)))


@cache
def dimension_of(unit: str) -> str:
    """What a unit measures: "money", "percentage", "physical"; "count" for all that is counted."""
    for dimension, units in words("units")["dimensions"].items():
        if any(unit == each or unit.startswith(f"{each} ") for each in units):
            return str(dimension)
    return "count"


def dimension_of_claim(clues: Clues) -> str:
    """The same of a claim; a share is a percentage, a multiple counts."""
    dimension = clues.claim.quantity.dimension
    return {"share": "percentage", "multiple": "count", "ordinal": "none", "duration": "none"}.get(dimension, dimension)
