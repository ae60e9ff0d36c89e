"""The phrases of `relations.yml`, asked of words already cut: does a stretch end, begin or consist of them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.words import of_language, vocabulary
from claims.text.phrases import norms

Words = Sequence[str]
_Table = dict[str, tuple[tuple[str, ...], ...]]


@of_language
def words_of(key: str) -> frozenset[str]:
    """A list of single words as a set."""
    return frozenset(str(word) for word in vocabulary("relations")[key])


def _by(key: str, at: int) -> _Table:
    """The phrases of a list under their first (`at` 0) or last (-1) word, longest first."""
    kept = _arranged()
    found = kept.get((key, at))
    if found is None:
        found = kept[key, at] = _arrange(key, at)
    return found


@of_language
def _arranged() -> dict[tuple[str, int], _Table]:
    """The lists arranged so far: every word of a letter is asked for some of them."""
    return {}


def _arrange(key: str, at: int) -> _Table:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in vocabulary("relations")[key]:
        words = norms(str(phrase))
        table.setdefault(words[at], []).append(words)
    return {word: tuple(sorted(rows, key=len, reverse=True)) for word, rows in table.items()}


def ends(words: Words, key: str) -> int:
    """How many words a phrase of the list takes at the end of `words`; 0 if none stands there."""
    for phrase in _by(key, -1).get(words[-1], ()) if words else ():
        if len(phrase) <= len(words) and tuple(words[-len(phrase) :]) == phrase:
            return len(phrase)
    return 0


def starts(words: Words, key: str) -> int:
    """How many words a phrase of the list takes at the start of `words`; 0 if none stands there."""
    return _taken(_by(key, 0), words, 0) if words else 0


def starts_at(words: Words, at: int, key: str) -> int:
    """As `starts` of the words from `at` on, which are not copied for it."""
    return _taken(_by(key, 0), words, at) if 0 <= at < len(words) else 0


def _taken(table: _Table, words: Words, at: int) -> int:
    """How many words the longest phrase takes that begins at one of `words`."""
    for phrase in table.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def holds(words: Words, key: str) -> bool:
    """Whether a phrase of the list stands anywhere in `words`."""
    table = _by(key, 0)
    return not table.keys().isdisjoint(words) and any(_taken(table, words, at) for at in range(len(words)))


def places_of(words: Words, *keys: str) -> list[int]:
    """Where in `words` a phrase of one of the lists may begin: its first word stands there."""
    first = {word for key in keys for word in _by(key, 0)}
    return [at for at, word in enumerate(words) if word in first] if not first.isdisjoint(words) else []


def first_of(words: Words, key: str) -> int:
    """Where the first phrase of the list begins in `words`; their number if none does."""
    table = _by(key, 0)
    if table.keys().isdisjoint(words):
        return len(words)
    return next((at for at, word in enumerate(words) if word in table and _taken(table, words, at)), len(words))


def last_of(words: Words, key: str) -> int | None:
    """Where the last phrase of the list begins in `words`."""
    table = _by(key, 0)
    return next((at for at in range(len(words) - 1, -1, -1) if _taken(table, words, at)), None)


def without_end(words: Words, key: str) -> Words:
    """`words` without the phrases of the list at their end: "which is close on" → "which is"."""
    while taken := ends(words, key):
        words = words[:-taken]
    return words


def without_start(words: Words, key: str) -> Words:
    """`words` without the phrases of the list at their start."""
    while taken := starts(words, key):
        words = words[taken:]
    return words


def only(words: Words, *keys: str) -> bool:
    """Whether `words` consist of phrases of the lists alone; empty words do."""
    at = 0
    while at < len(words):
        taken = max(starts(words[at:], key) for key in keys)
        if not taken:
            return False
        at += taken
    return True
