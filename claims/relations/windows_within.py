"""Counts of a shorter time said to lie in a count before them: "93 times, including 37 in July"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.language.words import of_language, vocabulary
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import PartOf, Within
from claims.relations.pairing import kin
from claims.relations.phrasing import Words, ends, holds, starts, words_of
from claims.text.plurals import singular

_LABEL = 3
_REACH = 6
_YEAR = 4


def find_windows(figures: Figures) -> Iterator[Within]:
    """Every count that its words put inside the count before it and inside a time of its own."""
    for told in figures.sentences:
        amounts = [one for one in told.counts if _counts(one)]
        for at, inner in enumerate(amounts):
            outer = amounts[at - 1] if at else None
            if outer is not None and _kin(outer, inner) and _inside(told, outer, inner):
                yield Within(inner=inner.claim, outer=outer.claim)


def without_windows(breakdowns: Iterable[PartOf], windows: Iterable[Within]) -> tuple[PartOf, ...]:
    """The breakdowns but for those that only say again what a window says."""
    pairs = {(one.outer.claim_id, one.inner.claim_id) for one in windows}
    return tuple(one for one in breakdowns if one.closed or not _said(one, pairs))


def _said(one: PartOf, pairs: set[tuple[str, str]]) -> bool:
    whole, *parts = one.claims
    return len(parts) == 1 and (whole.claim_id, parts[0].claim_id) in pairs


def _counts(figure: Figure) -> bool:
    """A number of things, or of days counted as things ("21 days with some service blocked")."""
    quantity = figure.claim.quantity
    return quantity.dimension in ("count", "duration") and not figure.is_average and not figure.is_one


def _kin(outer: Figure, inner: Figure) -> bool:
    return inner.noun is None or kin(outer, inner)


def _inside(told: Told, outer: Figure, inner: Figure) -> bool:
    """Whether "including" leads to the inner one, or "of them" follows it, and then a time."""
    gap = told.between(outer, inner)
    behind = told.norms[inner.stop :]
    behind = behind[len((inner.noun or "").split()) :] if inner.noun else behind
    led = any(ends(gap[: len(gap) - skipped], "part_of") for skipped in range(min(_LABEL, len(gap))))
    follows = starts(behind, "part_of")
    if not led and not (follows and ends(gap, "comma")):
        return False
    return _own_time(behind[follows:])


def _own_time(words: Words) -> bool:
    """ "in July", "in the one week of", "since 2019", "had been received in the last quarter": a time begins here."""
    for at, word in enumerate(words[:_REACH]):
        if word in words_of("stops"):
            return False
        if starts(words[at:], "window_openers"):
            phrase = _phrase(words[at + 1 : at + 1 + _REACH])
            return any(is_time(one) for one in phrase) and not holds(phrase, "all_time")
    return False


def _phrase(words: Words) -> Words:
    stop = next((at for at, word in enumerate(words) if word in words_of("stops")), len(words))
    return words[:stop]


def is_time(word: str) -> bool:
    """Whether a word names a time: a month, a year, a unit of time."""
    if word.isdigit():
        return len(word) == _YEAR
    return word in _calendar() or singular(word) in words_of("window_units")


@of_language
def _calendar() -> frozenset[str]:
    return frozenset(str(name) for names in vocabulary("dates")["months"] for name in names)
