"""Sums that the figures of a paragraph make among themselves, to the last digit: what belongs together untold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from claims.relations.figures import Figure, Figures
from claims.relations.kinds import LIKELY, Split
from claims.relations.pairing import kin

_LEAST = Decimal(100)
"""Below, three figures of a paragraph make a sum by accident too often."""
_SMALLEST = 40
"""A part may be this many times smaller than its whole; still smaller ones tell nothing."""
_REACH = 3
_MOST = 16


def exact_sums(figures: Figures) -> Iterator[Split]:
    """ "3,800 lima under crop, 1,140 were flooded, and 2,660 were spared": two figures near make a third exactly."""
    for number in dict.fromkeys(told.paragraph for told in figures.sentences):
        amounts = [one for told in figures.paragraph(number) for one in told.figures if _may_sum(one)]
        for three in combinations(amounts[:_MOST], 3):
            split = _split(three)
            if split is not None:
                yield split


def _may_sum(one: Figure) -> bool:
    return one.is_amount and not one.is_one and one.claim.quantity.comparator == "=" and one.claim.quantity.value > 0


def _split(three: tuple[Figure, ...]) -> Split | None:
    """The largest as the whole of the two others, where they make it."""
    one, other, whole = sorted(three, key=lambda figure: figure.claim.quantity.value)
    small, large, total = (figure.claim.quantity.value for figure in (one, other, whole))
    told = small + large == total and total >= _LEAST and small * _SMALLEST >= total and small != large
    near = max(figure.sentence for figure in three) - min(figure.sentence for figure in three) <= _REACH
    if not told or not near or not kin(one, whole) or not kin(other, whole):
        return None
    return Split(whole=whole.claim, parts=(one.claim, other.claim), evidence=LIKELY)
