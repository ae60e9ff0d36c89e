"""Claims of several letters by the day they speak for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from claims.extraction import Extraction
from claims.model import Claim
from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A claim, its letter and the date it speaks for."""

    letter: Extraction
    claim: Claim
    as_of: date


def dated_claims(extractions: Sequence[Extraction], wanted: Callable[[Claim], bool]) -> list[Dated]:
    """Those of what a measure counts that are wanted, by their day."""
    found = []
    for extraction in extractions:
        own = extraction.letter.written_on or extraction.letter.published_on
        for claim in extraction.measured:
            as_of = (claim.period.end if claim.period else None) or own
            if as_of is not None and wanted(claim):
                found.append(Dated(letter=extraction, claim=claim, as_of=as_of))
    return sorted(found, key=lambda one: (one.as_of, one.letter.letter.letter_id, one.claim.span))
