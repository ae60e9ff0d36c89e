"""Who is named in a sentence: the producers of the table, and whether they stand there as the source of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.model import Producer, Span
from claims.text.phrases import PhraseIndex, Word, split_words, words_within
from sources.words import words

_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_REACH_AFTER, _REACH_BEFORE = 6, 3
_LEAST_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A producer's name in a sentence. `producers`: those that bear it; none for a body that the table does not know.

    `tells`: the words beside it make it the source of a figure ("AB's list", "AB counted", "(AB, 3 May)").
    """

    span: Span
    producers: tuple[str, ...]
    tells: bool


class ProducerNames:
    """The names of a table's producers, ready to be found in sentences."""

    def __init__(self, producers: Iterable[Producer]) -> None:
        self._index: PhraseIndex[str] = PhraseIndex(
            (name, producer.producer_id) for producer in producers for name in _names(producer)
        )

    def named_in(self, text: str) -> tuple[Named, ...]:
        """Every producer that a sentence names, and every other body that tells something in it."""
        tokens = split_words(text)
        hits = [hit for hit in self._index.find(tokens) if _is_name(tokens[hit.first : hit.last])]
        found = [_named(tokens, hit.first, hit.last, hit.payloads) for hit in hits]
        taken = {at for hit in hits for at in range(hit.first, hit.last)}
        strange = (_named(tokens, run.start, run.stop, ()) for run in _proper_runs(tokens, taken))
        return tuple(sorted([*found, *(each for each in strange if each.tells)], key=lambda each: each.span))


def _names(producer: Producer) -> Iterable[str]:
    bare = _BRACKETS.sub("", producer.name)
    return dict.fromkeys((producer.name, bare, *producer.aliases))


def _is_name(tokens: Sequence[Word]) -> bool:
    return any(token.text[:1].isupper() for token in tokens)


def _named(tokens: Sequence[Word], first: int, last: int, producers: tuple[str, ...]) -> Named:
    span = Span(tokens[first].span.start, tokens[last - 1].span.end)
    return Named(span=span, producers=producers, tells=_tells(tokens, first, last))


def _tells(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name stands as a source: with its own list, beside a word of telling, behind "by", or in brackets."""
    after = [token.norm for token in tokens[last : last + _REACH_AFTER]]
    before = [token.norm for token in tokens[max(0, first - _REACH_BEFORE) : first]]
    if after[:1] == ["'s"] or before[-1:] == ["("]:
        return True
    telling = frozenset(words("sourcing")["telling"])
    stop = next((at for at, norm in enumerate(after) if norm in ".;:()"), len(after))
    return bool(telling & {*after[:stop], *before}) or bool(set(before) & frozenset(words("sourcing")["before_source"]))


def _proper_runs(tokens: Sequence[Word], taken: set[int]) -> Iterable[range]:
    """Two names or more in a row, links such as "of" between them ("the Alder and Birch Watch")."""
    start = None
    for at in range(len(tokens) + 1):
        proper = at < len(tokens) and at not in taken and tokens[at].is_word and tokens[at].text[0].isupper()
        if proper and start is None:
            start = at
        if not proper and start is not None:
            if at - start >= _LEAST_WORDS:
                yield range(start, at)
            start = None


@cache
def _turns() -> frozenset[str]:
    return frozenset(words("sourcing")["turns"])


def clause_of(text: str, figure: Span) -> Span:
    """The part of a sentence in which one speaker tells a figure: from the last "but" or ";" to the next."""
    tokens = split_words(text)
    own = words_within(tokens, figure)
    turns = [at for at, token in enumerate(tokens) if token.norm in _turns() or token.text == ";"]
    left = max((at for at in turns if at < own.start), default=None)
    right = min((at for at in turns if at >= own.stop), default=None)
    start = tokens[left].span.start if left is not None else 0
    return Span(start, tokens[right].span.start if right is not None else len(text))
