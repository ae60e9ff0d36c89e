"""The forms of a word, as the language in force makes them."""

from __future__ import annotations

from claims.language.typed import language_in_force


def is_plural(word: str) -> bool:
    """Whether `word` can only be read as several: "people", "airstrikes", not "class", "various", "crisis", "news"."""
    return language_in_force().morphology.is_plural(word)


def singular(word: str) -> str:
    """`word` in the singular, as far as it is a plural: "people" → "person", "bodies" → "body"; else unchanged."""
    return language_in_force().morphology.singular(word)


def plurals(word: str) -> tuple[str, ...]:
    """The regular plural of a unit's name in small letters: "kilometre" → "kilometres"; empty where it has none."""
    return language_in_force().morphology.plurals(word)


def ordinal_endings(value: int) -> tuple[str, ...]:
    """The endings that an ordinal in digits may have, the usual one first: "th" of "11th"."""
    return language_in_force().morphology.ordinal_endings(value)


def stem(word: str) -> str:
    """A word in small letters without its commonest ending: "killed", "killing" and "kills" are "kill"."""
    return language_in_force().morphology.stem(word)


def capital_kept(word: str, kind: str) -> bool:
    """Whether `word` begins with a capital, or the language writes words of this `kind` ("month", "weekday") small."""
    return word[:1].isupper() or kind not in language_in_force().lists["writing"]["capitals"]
