"""Figures of two letters that all but their digits say are one, as the letters' words and figures propose them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction import Extraction
from claims.model import Claim
from claims.relations.fits.repeats.letter_pair_features import fitted_across
from claims.relations.fits.repeats.letter_pairs import side_of

Placed = tuple[Extraction, Claim]


def fitted_clashes(extractions: Sequence[Extraction]) -> Iterator[tuple[Placed, Placed]]:
    """ "As the union wrote, 73 of the dismissed …" of 37: the figure of each letter, and the letter it stands in."""
    sides = [side_of(at, one.document, one.readings, one.claims) for at, one in enumerate(extractions)]
    for first, one, second, other in fitted_across(sides):
        pair = (extractions[first], one.claim), (extractions[second], other.claim)
        if not any(_is_of_signers(*placed) for placed in pair):
            yield pair


def _is_of_signers(extraction: Extraction, claim: Claim) -> bool:
    """Whether a sentence counts the letter's own signers: another letter has others."""
    totals = (total.span for total in extraction.signatories.totals)
    return claim.kind == "signatories" or any(claim.sentence_span.overlaps(span) for span in totals)
