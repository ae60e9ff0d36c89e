"""Sets of words by which a sentence says what it counts, from the vocabulary, made ready once."""

from __future__ import annotations

from functools import cache

from claims.language.words import vocabulary
from claims.measures.surface_forms import stem
from claims.text.phrases import PhraseIndex, norms


@cache
def anyone() -> frozenset[str]:
    return frozenset(word for phrase in vocabulary("measure_words")["anyone"] for word in norms(phrase))


@cache
def plain() -> frozenset[str]:
    return frozenset(vocabulary("measure_words")["plain"])


@cache
def fillers() -> frozenset[str]:
    return frozenset(vocabulary("measure_words")["fillers"])


@cache
def countable() -> frozenset[str]:
    return anyone() | frozenset(word for group in vocabulary("measure_words")["groups"] for word in norms(group))


@cache
def causes() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary("measure_words")["other_causes"])


@cache
def rates() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in vocabulary("measure_words")["rates"])


@cache
def armed() -> tuple[str, ...]:
    return tuple(vocabulary("measure_words")["agents"]["military"])


def same_things(unit: str) -> frozenset[str]:
    return frozenset(vocabulary("measure_words")["same_thing"].get(unit, [unit]))
