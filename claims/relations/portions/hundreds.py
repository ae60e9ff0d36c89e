"""Shares of one named number of things, and shares that make a hundred together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.relations.figures import Figures
from claims.relations.kinds import Hundred, SharedBase
from claims.relations.phrasing import holds
from claims.relations.portions.share_ties import OF_REACH, names_whole
from claims.relations.portions.shares import is_change

_LEAST_SHARES = 3
_LOW, _HIGH = 90, 110


def find_bases(figures: Figures) -> Iterator[SharedBase]:
    """ "43 per cent of the 15 schools": an exact percentage of a named number of things."""
    for told in figures.sentences:
        for share, base in pairwise(told.figures):
            exact = share.claim.quantity.comparator == base.claim.quantity.comparator == "="
            of_count = (
                base.noun is not None and base.claim.quantity.value == base.claim.quantity.value.to_integral_value()
            )
            percent = share.claim.quantity.dimension == "percentage" and share.is_share and not is_change(told, share)
            if percent and exact and of_count and names_whole(told, share, base) and base.claim.quantity.value > 0:
                yield SharedBase(share=share.claim, base=base.claim)


def find_hundreds(figures: Figures) -> Iterator[Hundred]:
    """Three percentages or more that fill a sentence, nearly make 100, and are not said to overlap."""
    for told in figures.sentences:
        shares = [one for one in told.figures if one.is_share and one.claim.quantity.dimension == "percentage"]
        if len(shares) < _LEAST_SHARES or len(shares) != len(told.figures) or holds(told.norms, "open_end"):
            continue
        plain = all(one.claim.quantity.comparator == "=" and not is_change(told, one) for one in shares)
        close = all(len(told.between(a, b)) <= OF_REACH for a, b in pairwise(shares))
        total = sum(one.claim.quantity.value for one in shares)
        if plain and close and _LOW <= total <= _HIGH:
            yield Hundred(shares=tuple(one.claim for one in shares))
