"""Bare numbers that are ages by the words around them: "He was 44", "both over 60", "children under six, of whom …"."""

from __future__ import annotations

from claims.relations.figures import Figure, Told
from claims.relations.phrasing import ends, starts, without_end, words_of
from claims.text.plurals import singular

_OLDEST = 120
_LEAD = 5


def is_age(told: Told, one: Figure) -> bool:
    """Whether a number without a noun tells how old somebody is: then it is no amount of anything."""
    quantity = one.claim.quantity
    if quantity.dimension != "count" or one.noun is not None or not 0 < quantity.value < _OLDEST:
        return False
    before, behind = told.norms[max(0, one.first - _LEAD) : one.first], told.norms[one.stop :]
    if behind[:1] and behind[0] in words_of("of"):
        return False  # "he was 44 of them"
    return bool(starts(behind, "age_open")) or _is_said_of_one(before, behind) or _bounds_people(before, behind)


def _is_said_of_one(before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """ "He was 44,", "the oldest of us is 71.", "of us, who is 58,"."""
    lead = without_end(before, "hedges")
    being = lead[-1:] and lead[-1] in words_of("age_verbs")
    return bool(being and set(lead[:-1]) & words_of("age_subjects")) and _stops(behind)


def _bounds_people(before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """ "two have died, both over 60,", "the children under six, of whom 320"."""
    taken = ends(before, "age_bounds")
    noun = before[: len(before) - taken][-1:] if taken else ()
    return (
        bool(noun)
        and (singular(noun[0]) in words_of("people") or noun[0] in words_of("all_of_them"))
        and _stops(behind)
    )


def _stops(behind: tuple[str, ...]) -> bool:
    return not behind or behind[0] in words_of("stops") or behind[0] in words_of("and_words")
