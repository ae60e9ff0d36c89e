"""A source told by what stands for its name: "it says", "by its count", "that same Office".

It is the source last told before, and where the word is one of a name, the last whose name has it; where the last one
is nobody whom the table knows, so is this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from claims.model import Span
from claims.text.phrases import Word, split_words, words_before, words_within
from sources.evidence.sentence.letter_told import LetterTold, Told
from sources.evidence.sentence.names_told import stands_as_source
from sources.evidence.wordbook import wordbook
from sources.words import words

_REACH: Final = 3
_SENTENCES: Final = 4


def carried(sentence: str, clause: Span, start: int, told: LetterTold) -> frozenset[str]:
    """The producers that a clause of the sentence at `start` of the letter tells without their name; none if unsure."""
    tokens = split_words(sentence)
    own = words_within(tokens, clause)
    if _stands_alone(tokens, own):
        return frozenset(_last_teller(told.before(start)))
    for noun, pointed in _nouns(tokens, own):
        known = frozenset(_last_with(noun, told.before(start)))
        if known:
            return known
        if pointed and noun in _set("bodies"):
            return frozenset(_last_teller(told.before(start)))
    return frozenset()


def is_pointed_at(sentence: str, name: Span) -> bool:
    """Whether what looks like a name is a noun that points back ("That same Office says")."""
    before = [token.norm for token in words_before(sentence, name.start)[-2:]]
    return bool(set(before) & _set("pointing")) and len(split_words(name.of(sentence))) == 1


def _stands_alone(tokens: Sequence[Word], own: range) -> bool:
    """ "It says", "they had counted" at the head of a clause; "by its count", "their register"."""
    for at in own:
        norm = tokens[at].norm
        if norm not in _set("stand_ins") and norm not in _set("possessives"):
            continue
        after = [token.norm for token in tokens[at + 1 : at + 1 + _REACH]]
        silent = _set("having") | _set("between")
        verb = next((each for each in after if each not in silent), "")
        if norm in _set("stand_ins") and verb in _set("telling") - _set("having"):
            return True
        if norm in _set("possessives") and set(after[:2]) & _set("registers"):
            return True
    return False


def _nouns(tokens: Sequence[Word], own: range) -> Iterator[tuple[str, bool]]:
    """The nouns behind "that same" and "the" that stand as a source, and whether more than an article points back."""
    for at in own:
        if tokens[at].norm in _set("pointing"):
            for noun in range(at + 1, min(at + 1 + _REACH, own.stop)):
                if not tokens[noun].is_word or tokens[noun].norm in _set("owning"):
                    break
                if tokens[noun].norm not in _set("empty") and stands_as_source(tokens, at, noun + 1):
                    pointed = {token.norm for token in tokens[at:noun]} & _set("pointing_back")
                    yield tokens[noun].norm, bool(pointed)


def _last_teller(before: Iterable[Told]) -> tuple[str, ...]:
    """Who told last in the sentences right before; nobody where that was somebody unknown."""
    for sentence, _ in zip(before, range(_SENTENCES), strict=False):
        tellers = [each for each in sentence.names if each.tells] or [each for each in sentence.names if each.producers]
        if tellers:
            return tellers[-1].producers
    return ()


def _last_with(noun: str, before: Iterable[Told]) -> tuple[str, ...]:
    """The last producer named whose name has a word."""
    for sentence in before:
        for each in reversed(sentence.names):
            if noun in {token.norm for token in split_words(each.span.of(sentence.text))}:
                return each.producers
            names = wordbook(sentence.index).producers
            if each.producers and all(names.has_word(producer, noun) for producer in each.producers):
                return each.producers
    return ()


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(words("sourcing")[key])
