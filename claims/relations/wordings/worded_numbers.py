"""One number in words and in digits side by side: "twelve (12)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import Doubled
from claims.relations.phrasing import starts


def find_doubled(figures: Figures) -> Iterator[Doubled]:
    """Every number in words with a number in digits in brackets right behind it."""
    for told in figures.sentences:
        for one, other in pairwise(told.counts):
            if _is_doubled(told, one, other):
                yield Doubled(words=one.claim, digits=other.claim)


def _is_doubled(told: Told, one: Figure, other: Figure) -> bool:
    bracketed = told.norms[one.stop : other.first] == ("(",) and bool(starts(told.norms[other.stop :], "shut"))
    plain = all(f.claim.quantity.dimension == "count" and f.claim.quantity.comparator == "=" for f in (one, other))
    return bracketed and plain and not _in_digits(one) and _in_digits(other)


def _in_digits(figure: Figure) -> bool:
    return all(letter.isdigit() or letter in ",." for letter in figure.claim.quantity.as_written)
