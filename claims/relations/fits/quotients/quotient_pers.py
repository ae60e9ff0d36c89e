"""What a figure is so much per, by any word that may call it a rate."""

from __future__ import annotations

from claims.language.words import vocabulary
from claims.relations.figures import Figure, Told
from claims.relations.fits.quotients.quotient_terms import is_rated
from claims.relations.fits.quotients.quotient_words import listed
from claims.relations.moving.rate_words import EACH, per_of
from claims.relations.phrasing import holds, words_of
from claims.text.plurals import singular

_AROUND = 6
_BEHIND = 4


def per_unit(told: Told, figure: Figure) -> str | None:
    """What a figure is so much per: "month", "bed", "each"; `None` for one that no word calls a rate."""
    if not is_rated(figure) or figure.claim.quantity.dimension == "multiple":
        return None
    before, after = told.norms[max(0, figure.first - _AROUND) : figure.first], told.norms[figure.stop :][:_BEHIND]
    known = per_of(told, figure)
    if known is not None:
        return known
    for word in (*reversed(before), *after):
        if (unit := unit_of_manner(word)) is not None:
            return unit
    for at, word in enumerate(after):
        if word in words_of("each") or word in listed("every"):
            return singular(after[at + 1]) if at + 1 < len(after) and after[at + 1].isalpha() else EACH
        if word in words_of("time_units") and at and after[at - 1] in words_of("articles"):
            return word
        if word in listed("to_one") and at + 2 < len(after) and after[at + 1] in listed("one_of"):
            return singular(after[at + 2])
    every = any(word in listed("every") for word in before[-3:])
    return EACH if every or holds(before[-_BEHIND:], "average") else None


def unit_of_manner(word: str) -> str | None:
    """ "monthly" → "month"."""
    return next((str(unit) for unit, words in vocabulary("fits_quotients")["manners"].items() if word in words), None)
