"""How two figures of two letters stand that may be one: features of structure, each a number by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claims.relations.figures import Figure
from claims.relations.fits.evidence import evidence_for
from claims.relations.fits.fit_words import has
from claims.relations.fits.repeats.letter_ground import weighty
from claims.relations.fits.repeats.letter_pairs import Kinship, Side, Sketch, key_of, kin, letter_pairs
from claims.relations.fits.repeats.near_pairs import NearPair
from claims.relations.fits.repeats.pair_features import kinds_of, size_of, words_beside

_NEAR = 2


def letter_pair_features(kinship: Kinship, pair: NearPair) -> dict[str, float]:
    """All features of a pair."""
    found = {**size_of(pair), **kinds_of(pair), **_words(kinship, pair), **_letters(kinship, pair)}
    return {name: float(value) for name, value in (found | _together(found)).items()}


def _words(kinship: Kinship, pair: NearPair) -> dict[str, float]:
    first, second = kinship.first.ground, kinship.second.ground
    units = weighty([*(pair.one.noun or "").split(), *(pair.again.noun or "").split()])
    ours, theirs = first.lemmas[pair.one.sentence], second.lemmas[pair.again.sentence]
    near = words_beside(first.figures.told(pair.one), pair.one) & words_beside(
        second.figures.told(pair.again), pair.again
    )
    return {
        "shared": min(len((ours & theirs) - units), 5),
        "beside": min(len(near - units), 3),
        "named": min(len(first.names[pair.one.sentence] & second.names[pair.again.sentence]), 3),
        "retold": _retells(kinship.first, pair.one) or _retells(kinship.second, pair.again),
        "neighbours": min(_neighbours(kinship, pair), 3),
    }


def _retells(side: Side, one: Figure) -> bool:
    """ "As the union wrote, 37 of them": the sentence, or one of the two before, tells what a letter said."""
    told = side.ground.figures.sentences
    return any(has(told[at].norms, "retelling") for at in range(max(0, one.sentence - _NEAR), one.sentence + 1))


def _neighbours(kinship: Kinship, pair: NearPair) -> int:
    """How many numbers the sentences around both have in common."""
    ours, theirs = (_around(side, one) for side, one in ((kinship.first, pair.one), (kinship.second, pair.again)))
    return len(ours & theirs)


def _around(side: Side, one: Figure) -> set[object]:
    told = side.ground.figures.sentences[max(0, one.sentence - 1) : one.sentence + 2]
    return {key_of(other) for sentence in told for other in sentence.counts if other.claim.quantity.value > _NEAR}


def _letters(kinship: Kinship, pair: NearPair) -> dict[str, float]:
    ours, theirs = pair.one.claim.period, pair.again.claim.period
    timed = ours is not None and theirs is not None and ours.end is not None and theirs.end is not None
    apart = timed and ours is not None and theirs is not None and (ours.start, ours.end) != (theirs.start, theirs.end)
    return {
        "alike": min(len(kinship.alike), 4),
        "names": min(kinship.names, 4),
        "other_time": apart,
        "one_time": timed and not apart,
        "noun_twice": _twice(kinship.first, pair.one) or _twice(kinship.second, pair.again),
        "summed": kinship.first.ground.is_summed(pair.one) + kinship.second.ground.is_summed(pair.again),
    }


def _twice(side: Side, one: Figure) -> bool:
    """Whether the letter gives more numbers than this of the same noun."""
    return one.noun is not None and side.ground.named[one.noun] > 1


def _together(found: dict[str, float]) -> dict[str, float]:
    return {
        "same_noun_shared": found["same_noun"] and found["shared"],
        "same_noun_alike": found["same_noun"] and found["alike"],
        "money_shared": found["money"] and found["shared"],
        "bare_both": found["bare_one"] and found["bare_again"],
        "bare_apart": found["bare_one"] and found["bare_again"] and not found["beside"],
        "bare_beside": (found["bare_one"] or found["bare_again"]) and found["beside"],
        "alike_shared": found["alike"] > 2 and found["shared"],
        "retold_shared": found["retold"] and found["shared"],
        "retold_noun": found["retold"] and found["same_noun"],
        "small_noun": found["small"] and found["same_noun"],
    }


def fitted_across(
    sketches: Sequence[Sketch], side_at: Callable[[int], Side]
) -> Iterator[tuple[int, Figure, int, Figure]]:
    """Figures of two letters that are surely one: the place of each letter and its figure, each figure once.

    `side_at` gives the side at a place: those of letters that can have no pair are never asked for.
    """
    evidence = evidence_for("letter_pairs")
    for first, second, many in kin([one.names for one in sketches]):
        if not sketches[first].may_pair(sketches[second]):
            continue
        kinship = Kinship(side_at(first), side_at(second), many)
        scored = [(evidence.score(letter_pair_features(kinship, one)), one) for one in letter_pairs(kinship)]
        taken: set[int] = set()
        for score, one in sorted(scored, key=lambda pair: -pair[0]):
            if score >= evidence.threshold and not taken & {id(one.one), id(one.again)}:
                taken |= {id(one.one), id(one.again)}
                yield first, one.one, second, one.again
