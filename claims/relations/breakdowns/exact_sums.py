"""Sums that figures of a paragraph make to the last digit: what belongs together without a word saying so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from claims.relations.figures import Figure, Figures
from claims.relations.kinds import LIKELY, Split
from claims.relations.pairing import kin

_LEAST = Decimal(100)
"""Below, three figures of a paragraph make a sum by accident too often."""
_TELLING = Decimal(1000)
_SMALLEST = 40
"""A part may be this many times smaller than its whole; still smaller ones tell nothing."""
_REACH = 3
_MOST = 16


def exact_sums(figures: Figures) -> Iterator[Split]:
    """ "3,800 acres under crop, 1,140 were flooded, and 2,660 were spared": two or three figures near make another."""
    for number in dict.fromkeys(told.paragraph for told in figures.sentences):
        amounts = [one for told in figures.paragraph(number) for one in told.figures if _may_sum(one)]
        for some in (*combinations(amounts[:_MOST], 3), *combinations(amounts[:_MOST], 4)):
            split = _split(some)
            if split is not None:
                yield split


def _may_sum(one: Figure) -> bool:
    return one.is_amount and not one.is_one and one.claim.quantity.comparator == "=" and one.claim.quantity.value > 0


def _alike(one: Figure, whole: Figure, total: Decimal) -> bool:
    """Kin; or, from a thousand on, counts under other names: "3,900 families", "2,340 units stand"."""
    counts = {one.claim.quantity.dimension, whole.claim.quantity.dimension} == {"count"}
    return kin(one, whole) or (counts and total >= _TELLING)


def _split(some: tuple[Figure, ...]) -> Split | None:
    """The largest as the whole of the others, where they make it."""
    *parts, whole = sorted(some, key=lambda figure: figure.claim.quantity.value)
    values, total = [one.claim.quantity.value for one in parts], whole.claim.quantity.value
    told = sum(values) == total and total >= _LEAST and values[0] * _SMALLEST >= total and len({*values}) == len(values)
    near = max(figure.sentence for figure in some) - min(figure.sentence for figure in some) <= _REACH
    if not told or not near or not all(_alike(one, whole, total) for one in parts):
        return None
    return Split(whole=whole.claim, parts=tuple(one.claim for one in parts), evidence=LIKELY)
