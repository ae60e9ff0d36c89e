"""French nouns: plurals in "s" and "x", and the tables of `nouns.yml` for the others."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary

SHORTEST = 4
"""Shorter words in "s" are no plurals: "pas", "cas", "bus"."""


@of_language(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether `word` can only be read as several: "écoles", "journaux", not "pays", "voix", "mois"."""
    low = word.lower()
    nouns = vocabulary("nouns")
    if low in nouns["irregular"] or low in nouns["always_plural"]:
        return True
    if len(low) < SHORTEST or low in nouns["not_plural"]:
        return False
    return low.endswith(tuple(many for many, _ in nouns["plural_endings"]))


@of_language(maxsize=8192)
def singular(word: str) -> str:
    """`word` in the singular, as far as it is a plural: "écoles" → "école", "journaux" → "journal"; else unchanged."""
    low, nouns = word.lower(), vocabulary("nouns")
    if low in nouns["irregular"]:
        one: str = nouns["irregular"][low]
        return one.capitalize() if word[:1].isupper() else one
    if not is_plural(word) or low in nouns["always_plural"]:
        return word
    for many, instead in nouns["plural_endings"]:
        if low.endswith(many):
            return word[: len(word) - len(many)] + str(instead)
    return word


def plurals(word: str) -> tuple[str, ...]:
    """ "semaine" → "semaines"; nothing for "mois" and "prix", which stay as they are."""
    return (word + "s",) if word[-1].isalpha() and not word.endswith(("s", "x", "z")) else ()


def ordinal_endings(value: int) -> tuple[str, ...]:
    """1er and 1re, 2e, 2nd and 2nde, 3e; "ème" stands for "e" in many letters."""
    special = {1: ("er", "re", "ère"), 2: ("e", "nd", "nde", "ème")}
    return special.get(value, ("e", "ème", "ième"))


@of_language(maxsize=8192)
def stem(word: str) -> str:
    """A word without its commonest ending: "déplacées" and "déplacés" are "déplac"."""
    for ending in vocabulary("same_figure")["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - 1:
            return word[: -len(ending)]
    return word
