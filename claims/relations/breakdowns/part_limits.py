"""Limits and opposites: what parts a whole in two without a third, and numbers that are limits and no amounts."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.relations.figures import Figure, Told
from claims.relations.phrasing import Words, ends, holds, without_end, without_start, words_of

_ASIDE = frozenset(",;:()–—")
_LAST = 4
"""So many words at most make the rest: "took less", "had been held for less"."""
_NEAR = 6


def is_limit(told: Told, one: Figure) -> bool:
    """ "26 were under ten", "longer than the 48 hours that …", "had not yet turned 16": how old, how long, how heavy
    those are that the figure before it counts; itself no amount of anything.
    """
    before = next((other for other in reversed(told.counts) if other.first < one.first), None)
    if before is None or told.between(before, one)[:1] == ("%",):
        return False
    gap = without_start(told.between(before, one), "of_these")
    if _ASIDE & set(gap) or holds(gap, "and_words") or holds(gap, "of_whole"):
        return False
    bare = without_end(gap, "articles")
    taken = ends(bare, "limits")
    return bool(taken) and (len(bare) > taken or len(gap) < len(told.between(before, one)))


def take_the_rest(told: Told, one: Figure, last: Figure) -> bool:
    """ "26 were under ten and 13 were older", "305 weighed less than 5 kilos and 175 more": no third is possible."""
    after = _clause(told.after(last))
    limited = holds(told.between(one, last), "limits")
    return bool(limited) and last.noun is None and len(after) <= _LAST and bool(ends(after, "limited"))


def are_opposite(told: Told, one: Figure, last: Figure) -> bool:
    """ "27 women and 19 men", "1,400 in the north and 900 in the south"."""
    ours, theirs = _words_of(told, one), _words_of(told, last)
    return any(
        (ours & first and theirs & second) or (ours & second and theirs & first) for first, second in _opposites()
    )


def _words_of(told: Told, one: Figure) -> set[str]:
    return {*(one.noun or "").split(), *_clause(told.after(one))[:_NEAR]}


def _clause(words: Words) -> Words:
    end = next((at for at, word in enumerate(words) if word in words_of("and_words") or not word[:1].isalnum()), None)
    return words[:end]


@of_language
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    rows = (tuple(frozenset(str(side).split()) for side in row) for row in vocabulary("relations")["opposites"])
    return tuple((row[0], row[1]) for row in rows)
