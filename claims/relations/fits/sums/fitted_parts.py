"""Breakdowns that the figures propose: sums that one slip would make exact, where all else speaks for a sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from claims.relations.figures import Figure, Figures
from claims.relations.fits.evidence import evidence_for
from claims.relations.fits.sums.near_sums import Sum, candidate_sums
from claims.relations.fits.sums.sum_fits import Rivals, Tied, size_of, values_of
from claims.relations.fits.sums.sum_pool import gaps_of, summable, words_from
from claims.relations.fits.sums.sum_ties import tie_features
from claims.relations.kinds import SURE, PartOf, Split
from claims.relations.phrasing import ends, holds, words_of

LOOSE = -1.5
"""A sum tied more loosely than this (log odds) is none, however well it fits."""
_TABLE = 400
"""Among more figures of one kind some always make a sum but for a slip."""
_LETTER, _THREE = 80, 3
"""What a long letter has of one kind; of more figures, sums of three that chance makes grow with their cube."""
_MOST = 8.0
_LEAD = 3
_SMALL, _MORE = 1.7, 3.5
"""Small round figures (log10 of the largest in units of their divisor) fit by chance: they need so much more."""
_PAIR, _FEW_DIGITS, _PAIR_MORE = 2, 2.0, 1.9
"""Two parts of few digits make many a number but for a slip: "88 cases, 52 of them of children … they counted 63"."""


def find_fitted(figures: Figures) -> Iterator[PartOf]:
    """ "Of the 2,772, 1,386 came to one house, 828 to another and 504 to a third": 882, of which no word says that
    it is a part, was misprinted. Exact sums say nothing here: they only explain their figures.
    """
    evidence = evidence_for("sums")
    for row in summable(figures).values():
        if len(row) > _TABLE:
            continue
        tied = tied_sums(figures, row)
        scored = [(evidence.score(features), one) for one, features in weighed(figures, tied)]
        taken: set[int] = set()
        crowded = _THREE * log(max(1.0, len(row) / _LETTER))
        for score, one in sorted(scored, key=lambda pair: -pair[0]):
            members = {id(member) for member in one.members}
            wanted = evidence.threshold + _more(one) + crowded
            if score >= wanted and not taken & members and not _goes_on(figures, one):
                taken |= members
                yield _part_of(one)


def _more(one: Sum) -> float:
    """How much more than the threshold a sum needs that chance makes easily."""
    size = size_of(one)
    small = _MORE if size < _SMALL else 0.0
    return max(small, _PAIR_MORE) if len(one.parts) == _PAIR and size < _FEW_DIGITS else small


def tied_sums(figures: Figures, row: Sequence[Figure]) -> list[Tied]:
    """The sums among figures of one kind, each with its tie."""
    ties = evidence_for("sum_ties")
    return [
        Tied(one, max(-_MOST, min(_MOST, ties.score(tie_features(figures, one, row))))) for one in candidate_sums(row)
    ]


def weighed(figures: Figures, tied: Sequence[Tied]) -> Iterator[tuple[Sum, dict[str, float]]]:
    """The sums that a slip would make exact and that are not tied too loosely, with what is weighed of them."""
    rivals = Rivals(tied, values_of(figures))
    for one in tied:
        if one.sum.slip is not None and one.tie >= LOOSE and not rivals.explain(one) and not _is_misheard(one.sum):
            yield one.sum, rivals.features(one)


def _is_misheard(one: Sum) -> bool:
    """Whether eighteen is taken for "80": a slip of words that digits do not suffer."""
    digits = one.wrong is not None and any(sign.isdigit() for sign in one.wrong.claim.quantity.as_written)
    return one.slip == "teen" and digits


def _goes_on(figures: Figures, one: Sum) -> bool:
    """ "61 from Alden, 42 from Borley and others": the list is said to go on, so that it need not add up."""
    if len(one.parts) == _PAIR and one.parts[0].paragraph != one.parts[1].paragraph:
        return True  # two of many figures of a letter make a third but for a slip
    last, gaps = one.parts[-1], gaps_of(figures, one.parts)
    some = one.at < 0 and bool(ends(words_from(figures, one.whole, one.parts[0])[-_LEAD:], "part_of"))
    inside = some or any(holds(gap[-_LEAD:], "open_end") for gap in gaps) or _a_one_is_missing(figures, one)
    if any(_taken_up(figures, one, part) for part in one.parts):
        return True
    return inside or bool(holds(figures.told(last).after(last), "goes_on"))


def _taken_up(figures: Figures, one: Sum, part: Figure) -> bool:
    """ "42 were beaten. Of the 42 only six went to the police": told before, and no part beside itself."""
    value = part.claim.quantity.value
    before = any(other is not part and other.claim.quantity.value == value for other in one.parts)
    return before and bool(ends(figures.told(part).before(part), "definite"))


def _a_one_is_missing(figures: Figures, one: Sum) -> bool:
    """ "Of the nine, five were built by us, three by the city, and one by nobody knows whom": no part is read of it."""
    missing = one.whole.claim.quantity.value - sum(part.claim.quantity.value for part in one.parts)
    last = one.parts[-1]
    words = (*words_from(figures, one.parts[0], last), *figures.told(last).norms[last.stop :])
    return 0 < missing <= sum(word in words_of("ones") for word in words)


def _part_of(one: Sum) -> PartOf:
    split = Split(whole=one.whole.claim, parts=tuple(part.claim for part in one.parts), evidence=SURE, fitted=True)
    return PartOf(readings=(split,), closed=True, evidence=SURE)
