"""The figures that may be parts or wholes of one sum, and the words between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.relations.figures import Figure, Figures, Told

_ROW = 3
"""A line with this many figures and hardly more words is a row of a table; tables are added by their columns."""
_AGE = "year of age"
_AGES = f"duration {_AGE}"
"""What stands between commas behind a name may be an age, and may be a count: "Alden, 98; Borley, 68"."""


def summable(figures: Figures) -> dict[str, list[Figure]]:
    """The amounts that may be parts or wholes, in order, by what can be added: counts, one currency, one unit."""
    amounts = [one for told in figures.sentences if not _is_row(told) for one in _amounts(told)]
    kinds = dict.fromkeys(_kind(one) for one in amounts)
    return {kind: [one for one in amounts if _kind(one) == kind or is_bare(one)] for kind in kinds if kind != _AGES}


def _amounts(told: Told) -> list[Figure]:
    """The amounts of a sentence, and the numbers behind its names."""
    own = [one for one in told.counts if _may_add(one)]
    return sorted((*own, *told.loose), key=lambda one: one.first) if told.loose else own


def _may_add(one: Figure) -> bool:
    quantity = one.claim.quantity
    amount = one.is_amount or quantity.dimension == "duration"
    return amount and not one.is_average and not one.is_one and quantity.value > 0


def is_bare(one: Figure) -> bool:
    """ "£740,000 in staff and 310,000 in premises": a number that names neither thing nor unit may be of any kind."""
    quantity = one.claim.quantity
    bare = quantity.dimension == "count" and one.noun is None
    return bare or (quantity.unit == _AGE and quantity.text.replace(",", "").isdigit())


def _kind(figure: Figure) -> str:
    quantity = figure.claim.quantity
    return quantity.dimension if quantity.dimension == "count" else f"{quantity.dimension} {quantity.unit}"


def _is_row(told: Told) -> bool:
    words = sum(word[0].isalpha() for word in told.norms if word)
    return len(told.counts) >= _ROW and words <= len(told.counts) + 1


def words_from(figures: Figures, one: Figure, other: Figure) -> tuple[str, ...]:
    """The words between a figure and one behind it, across sentences."""
    return figures.words_from(one, other)


def gaps_of(figures: Figures, parts: Sequence[Figure]) -> list[tuple[str, ...]]:
    """The words between each part and the next."""
    return [words_from(figures, one, other) for one, other in pairwise(parts)]
