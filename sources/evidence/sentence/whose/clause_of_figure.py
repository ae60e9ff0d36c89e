"""The clause of a sentence that a figure stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claims.language.words import of_language
from claims.model import Span
from claims.text.phrases import split_words, words_within
from sources.evidence.sentence.whose.standing import signs


@of_language(maxsize=64)
def _parting(text: str, keys: tuple[str, ...]) -> Sequence[int]:
    """Where in a sentence the words stand that part it, in order: each of its figures asks."""
    parting = signs(*keys)
    return [at for at, token in enumerate(split_words(text)) if token.norm in parting]


def clause_of(text: str, figure: Span, *keys: str) -> Span:
    """The part of a sentence around a figure that no turn ("but") parts; `keys` are those of the words that part it."""
    tokens = split_words(text)
    own = words_within(tokens, figure)
    at_signs = _parting(text, keys)
    before, behind = bisect_left(at_signs, own.start), bisect_left(at_signs, own.stop)
    left = at_signs[before - 1] if before else None
    right = at_signs[behind] if behind < len(at_signs) else None
    start = tokens[left].span.start if left is not None else 0
    return Span(start, tokens[right].span.start if right is not None else len(text))
