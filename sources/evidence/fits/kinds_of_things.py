"""Whether a claim and a row count things of one kind: people, areas, attacks, dollars."""

from __future__ import annotations

from functools import cache
from typing import Final

from claims.language.words import vocabulary
from claims.model import Quantity
from claims.text.phrases import norms
from claims.text.plurals import singular
from sources.evidence.dimensions import dimension_of
from sources.words import words


def same_kind(quantity: Quantity, unit: str) -> bool | None:
    """Whether what is counted is of the kind of a row's unit; `None` where no noun stands behind the number.

    So is it for a noun of no kind: nothing is known of "11 million souls adrift" but their souls.
    """
    if dimension_of(unit) != "count":
        return None
    ours, theirs = _kinds_of(_noun(quantity)), frozenset[str]().union(*map(_kinds_of, map(singular, norms(unit))))
    return bool(ours & theirs) if ours and theirs else None


def _noun(quantity: Quantity) -> str:
    """The last word of what is counted, in the singular, where it stands behind the number; empty where it does not."""
    span = quantity.counted_span
    if span is None or span.start < quantity.number_span.end or not norms(quantity.counted or ""):
        return ""
    last = (quantity.counted or "").split()[-1]
    return "" if "-" in last else singular(norms(last)[-1])


_PEOPLE: Final = "people"


@cache
def _kinds_of(word: str) -> frozenset[str]:
    told = words("kinds")
    found = {kind for kind, forms in told.items() if word in forms}
    if word in vocabulary("relations")["people"] or word in _peoples():
        found.add(_PEOPLE)
    return frozenset(found)


@cache
def _peoples() -> frozenset[str]:
    """What the people of countries are called, one of them."""
    return frozenset(singular(word) for forms in words("general")["demonyms"].values() for word in forms)
