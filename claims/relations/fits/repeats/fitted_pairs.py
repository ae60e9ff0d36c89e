"""Figures given twice of which one is misprinted: pairs that all but their digits say are one."""

from __future__ import annotations

from collections.abc import Iterator

from claims.relations.figures import Figures
from claims.relations.fits.evidence import evidence_for
from claims.relations.fits.repeats.letter_ground import Ground
from claims.relations.fits.repeats.near_pairs import NearPair, near_pairs, repeatable
from claims.relations.fits.repeats.pair_features import pair_features
from claims.relations.kinds import SURE, Same


def find_fitted_pairs(figures: Figures) -> Iterator[Same]:
    """ "2,604 people have been evicted … each of the 2,640": each figure in the one pair that is surest of it."""
    taken: set[int] = set()
    for _, pair in sorted(weighed(figures), key=lambda item: -item[0]):
        members = {id(pair.one), id(pair.again)}
        if not taken & members:
            taken |= members
            yield Same(first=pair.one.claim, again=pair.again.claim, evidence=SURE, fitted=True)


def weighed(figures: Figures) -> Iterator[tuple[float, NearPair]]:
    """The pairs that are surely one, with their weight."""
    evidence, row = evidence_for("repeats"), repeatable(figures)
    pairs = list(near_pairs(figures, row))
    ground = Ground(figures, row, pairs)
    for pair in pairs:
        if ground.is_crowded(pair):
            continue
        if {id(pair.one), id(pair.again)} <= ground.worked_out:
            continue  # "416 of 640, 65 per cent" and "54 of 96, or 56 per cent": each is right where it stands
        score = evidence.score(pair_features(ground, pair))
        if score >= evidence.threshold and (pair.one.claim.claim_id or pair.again.claim.claim_id):
            yield score, pair
