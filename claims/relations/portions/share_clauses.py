"""Whether a share says the figure before it again, or opens a clause of its own: "19 came, while half of them left"."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.relations.figures import Figure, Told
from claims.relations.phrasing import Words, ends, first_of, only, starts, without_end, without_start, words_of

_OF_PHRASE = 6
_DASHES = ("–", "—", "-")


@of_language
def _list(key: str) -> frozenset[str]:
    return frozenset(str(word) for word in vocabulary("subjects")[key])


def clause_end(after: Words) -> int:
    """How many words stand before the next sign that closes what was said."""
    return first_of(after, "closers")


def opens_clause(after: Words) -> bool:
    """ "a quarter of it has been lost": a verb comes before anything closes; not "40% of those who are held,"."""
    said = after[: clause_end(after)]
    verb = next((at for at, word in enumerate(said) if word in _list("auxiliaries")), None)
    return verb is not None and not any(word in _list("relatives") for word in said[:verb])


def closes_behind(after: Words) -> bool:
    """ "40 per cent", "30% or so", "60% of the total", and then a sign: the share is said in passing."""
    rest = without_start(after, "loose_behind")
    if not rest or starts(rest, "closers"):
        return True
    return bool(starts(rest, "of_whole")) and clause_end(rest) <= _OF_PHRASE and not opens_clause(rest)


def set_off(before: Words, after: Words) -> bool:
    """ "252 have been seen: 3.5 per cent.", "11 - one in four - were": a share between signs."""
    bare = without_end(before, "hedges")
    signed = bool(ends(bare, "pair_signs")) or bare[-1:] in [(dash,) for dash in _DASHES]
    return signed and closes_behind(after)


def measures_change(before: Words) -> bool:
    """ "the rise is one of 25 per cent": a noun of change, and nothing of weight between it and the size."""
    for at in range(len(before) - 1, -1, -1):
        if starts(before[at:], "closers"):
            return False
        if starts(before[at:], "change_nouns"):
            return only(before[at + 1 :], "size_words")
    return False


def is_compared(told: Told, figure: Figure) -> bool:
    """Whether a share says how far something lies above or below another: then it is that of no part."""
    return any(word in words_of("compares") for word in told.norms[figure.stop :][:1])
