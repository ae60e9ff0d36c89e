"""Sets of words by which a sentence says what it counts, from the vocabulary, made ready once."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.measures.actions import stem
from claims.text.phrases import PhraseIndex, norms


@of_language
def anyone() -> frozenset[str]:
    return frozenset(word for phrase in vocabulary("measure_words")["anyone"] for word in norms(phrase))


@of_language
def plain() -> frozenset[str]:
    return frozenset(vocabulary("measure_words")["plain"])


@of_language
def fillers() -> frozenset[str]:
    return frozenset(vocabulary("measure_words")["fillers"])


@of_language
def countable() -> frozenset[str]:
    return anyone() | frozenset(word for group in vocabulary("measure_words")["groups"] for word in norms(group))


@of_language
def causes() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary("measure_words")["other_causes"])


@of_language
def rates() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in vocabulary("measure_words")["rates"])


@of_language
def armed() -> tuple[str, ...]:
    return tuple(vocabulary("measure_words")["agents"]["military"])


def same_things(unit: str) -> frozenset[str]:
    return frozenset(vocabulary("measure_words")["same_thing"].get(unit, [unit]))
