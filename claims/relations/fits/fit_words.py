"""The closed classes of words in `fits.yml`, asked of words already cut."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.relations.phrasing import Words


@of_language
def words_in(key: str) -> frozenset[str]:
    """A class of words of the language in force."""
    return frozenset(str(word) for word in vocabulary("fits")[key])


def has(words: Words, key: str) -> bool:
    """Whether a word of the class stands in `words`."""
    return not words_in(key).isdisjoint(words)


def takes_up(words: Words) -> bool:
    """ "of them", "out of these", "of the 40": what follows is a part of what was named."""
    opens, taken = words_in("of_whole"), words_in("taken_up")
    if opens.isdisjoint(words):
        return False
    return any(word in opens and (at + 1 == len(words) or words[at + 1] in taken) for at, word in enumerate(words))
