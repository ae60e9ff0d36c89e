"""What else explains a size: two other figures that it fits exactly and that stand as if they were meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.relations.figures import Figure
from claims.relations.fits.quotients.quotient_candidates import Candidate
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_fitting import Triple, quotient
from claims.relations.fits.quotients.quotient_told import ToldPair
from claims.relations.fits.quotients.quotient_weighing import Contest
from claims.relations.kinds import Rival

_EXPLAINS = 1.0
"""From here on (log odds, with how rarely figures fit by chance) an exact pair explains a size,"""
_AS_LIKELY = 3.0
"""unless another pair stands so much likelier;"""
_FURTHER = 1.5
"""where its own figures share a sentence and these do not, only so much."""
_SLACK = 1e-6


def rival_of(contest: Contest, told: Sequence[ToldPair], beside: bool) -> Rival | None:
    """The figures that explain the size, and not the pairs it is tied to: "of the 79, 35 were hurt, 14 of them (40%)"
    is no slip of 14 in 79. `beside`: its own figures stand in its sentence.
    """
    own = {pair.places for pair in told}
    tied = [one.pairing for one in contest.ranked if one.triple.pair in own]
    best = max(tied or (one.pairing for one in contest.ranked[:1]), default=0.0)
    for one in contest.ranked:
        less = _FURTHER if beside and not _in_one_sentence(one) else _AS_LIKELY
        likely = one.is_exact and one.strength >= _EXPLAINS and one.pairing >= best - less
        sibling = beside and one.pairing < best and any(_is_sibling(one, pair) for pair in told)
        if likely and one.triple.pair not in own and not sibling:
            return tuple(term.figure.claim for term in one.triple.terms[1:] if not term.fixed)
    return None


def is_unlikely(contest: Contest, told: Sequence[ToldPair]) -> bool:
    """Whether figures stand as if they were not meant of each other, and no slip of any of them would make them fit."""
    own = {pair.places for pair in told}
    likeliest = next((one for one in contest.ranked if one.triple.pair in own), None)
    return likeliest is not None and likeliest.fit is None and likeliest.pairing < 0


def _in_one_sentence(one: Candidate) -> bool:
    return len({term.figure.sentence for term in one.triple.terms if not term.fixed}) == 1


def _is_sibling(one: Candidate, told: ToldPair) -> bool:
    """Whether it is a share of what is left of the whole beside the part: that is the usual slip of reckoning."""
    part, whole = told.values
    small, large = one.triple.small.value, one.triple.large.value
    same = one.triple.operation == "part" and abs(small - part) <= _SLACK * part
    return same and abs(small + large - whole) <= _SLACK * whole


def row_of(scene: Scene, size: Figure) -> Rival | None:
    """Two neighbours of a row that make a share, where its sentence names the row: "in Alden, one third"."""
    share, said = scene.term(size), set(scene.figures.told(size).norms)
    for one, other in _rows_named(scene, said, size.sentence):
        small, large = sorted((scene.term(one), scene.term(other)), key=lambda term: term.value)
        if small.value < large.value and _makes(Triple("part", share, small, large)):
            return small.figure.claim, large.figure.claim
    return None


def _rows_named(scene: Scene, said: set[str], own: int) -> Iterator[tuple[Figure, Figure]]:
    """The neighbours in lines of a name and its numbers, where all of the name is said."""
    for told in scene.figures.sentences:
        if len(told.counts) > 1 and told.number != own:
            name = {word for word in told.norms[: told.counts[0].first] if word.isalpha()}
            words = sum(word.isalpha() for word in told.norms)
            if name and name <= said and words == len(name):
                yield from pairwise(told.counts)


def _makes(triple: Triple) -> bool:
    return quotient(triple, triple.small.tight, triple.large.tight).meets(triple.size.tight)
