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
    """Whether what is counted is of the kind of a row's unit; `None` where the claim has no noun, or one of no kind."""
    if dimension_of(unit) != "count":
        return None
    counted = (*norms(quantity.counted or ""), *((quantity.unit or "").split(" ")))
    ours = {kind for word in counted for kind in _kinds_of(singular(word))}
    theirs = {kind for word in norms(unit) for kind in _kinds_of(singular(word))}
    if not ours or not theirs:
        return None
    return bool(ours & theirs)


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
