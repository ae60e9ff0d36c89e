"""Figures of two letters that all but their digits say are one, as the letters' words and figures propose them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.extraction import Extraction
from claims.model import Claim
from claims.relations.fits.repeats.letter_pair_features import fitted_across
from claims.relations.fits.repeats.letter_pairs import Side, side_of

Placed = tuple[Extraction, Claim]
_AT_ONCE = 64
"""Letters whose sentences are at hand: a run may have more than memory holds."""


def fitted_clashes(extractions: Sequence[Extraction]) -> Iterator[tuple[Placed, Placed]]:
    """ "As the union wrote, 73 of the dismissed …" of 37: the figure of each letter, and the letter it stands in."""

    @lru_cache(maxsize=_AT_ONCE)
    def side_at(at: int) -> Side:
        one = extractions[at]
        return side_of(at, one.document, one.readings, one.claims)

    for first, one, second, other in fitted_across([one.sketch for one in extractions], side_at):
        pair = (extractions[first], one.claim), (extractions[second], other.claim)
        if not any(_is_of_signers(*placed) for placed in pair):
            yield pair


def _is_of_signers(extraction: Extraction, claim: Claim) -> bool:
    """Whether a sentence counts the letter's own signers: another letter has others."""
    totals = (total.span for total in extraction.signatories.totals)
    return claim.kind == "signatories" or any(claim.sentence_span.overlaps(span) for span in totals)
