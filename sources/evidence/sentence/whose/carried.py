"""A source told by what stands for its name: "it says", "by its count", "that same Office", "the bulletin".

It is the source last told before, and where the word is one of a name, the last whose name has it; where the last one
is nobody whom the table knows, so is this. "Your" is of whom the letter is addressed to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from claims.model import Span
from claims.quick_records import dataclass
from claims.text.phrases import Word, split_words, words_before, words_in, words_within
from sources.evidence.sentence.letter_told import LetterTold, Told
from sources.evidence.sentence.whose.standing import (
    behind_aside,
    heads,
    opens_clause,
    signs,
    stands_as_source,
    verb_behind,
)
from sources.evidence.wordbook import wordbook

_REACH: Final = 4
_SENTENCES: Final = 4


@dataclass(frozen=True, slots=True)
class Pointer:
    """A noun that stands for a source: its word, and whether more than an article points back, and to whom."""

    noun: str
    pointed: bool
    addressed: bool = False


def carried(sentence: str, clause: Span, start: int, told: LetterTold) -> frozenset[str]:
    """The producers that a clause of the sentence at `start` of the letter tells without their name; none if unsure."""
    heard = words_in(sentence)
    alone = not heard.isdisjoint(signs("stand_ins", "possessives"))
    pointed = not heard.isdisjoint(signs("pointing", "addressing"))
    if not alone and not pointed:
        return frozenset()
    tokens = split_words(sentence)
    own = words_within(tokens, clause)
    if alone and _stands_alone(tokens, own):
        return frozenset(_last_teller(told.before(start)))
    for pointer in _pointers(tokens, own) if pointed else ():
        found = frozenset(_meant_by(pointer, start, told))
        if found:
            return found
    return frozenset()


def _meant_by(pointer: Pointer, start: int, told: LetterTold) -> tuple[str, ...]:
    if pointer.addressed:
        return told.addressed if pointer.noun in signs("bodies") | signs("registers") else ()
    known = _last_with(pointer.noun, told.before(start))
    if known or pointer.noun not in signs("bodies") | signs("texts"):
        return known
    if pointer.pointed:
        return _last_teller(told.before(start))
    return _last_teller(told.just_before(start)) if pointer.noun in signs("texts") | signs("agencies") else ()


def is_pointed_at(sentence: str, name: Span) -> bool:
    """Whether what looks like a name is a noun that points back ("That same Office says")."""
    before = [token.norm for token in words_before(sentence, name.start)[-2:]]
    return bool(set(before) & signs("pointing")) and len(split_words(name.of(sentence))) == 1


def _stands_alone(tokens: Sequence[Word], own: range) -> bool:
    """ "It says", "it had, for 2020, 40" at the head of a clause; "by its count", "its monitors counted"."""
    stand_ins, possessives = signs("stand_ins"), signs("possessives")
    counting = signs("registers", "counters")
    for at in own:
        norm = tokens[at].norm
        if norm in stand_ins and opens_clause(tokens, at) and _tells(tokens, at + 1):
            return True
        if norm in possessives and any(token.norm in counting for token in tokens[at + 1 : at + 3]):
            return True
    return False


def _tells(tokens: Sequence[Word], last: int) -> bool:
    """Whether "it" tells: by a verb of telling, or as what has or had a number."""
    verb = verb_behind(tokens, last)
    if verb is None:
        return False
    norm = tokens[verb].norm
    if norm in signs("having"):
        behind = behind_aside(tokens, verb + 1)
        rest = [token for token in tokens[behind : behind + _REACH] if token.norm not in signs("between")]
        return bool(rest) and (rest[0].text[0].isdigit() or bool(signs("telling") & {each.norm for each in rest[:2]}))
    return norm in signs("telling") | signs("past") - signs("being") - signs("acting")


def _pointers(tokens: Sequence[Word], own: range) -> Iterator[Pointer]:
    """The nouns behind "that same", "the" and "your" that stand as a source."""
    pointing = signs("pointing", "addressing")
    for at in own:
        if tokens[at].norm not in pointing:
            continue
        for noun in range(at + 1, min(at + 1 + _REACH, own.stop)):
            mine = tokens[at].norm in signs("addressing") and tokens[noun].norm == tokens[at + 1].norm
            if not tokens[noun].is_word or (tokens[noun].norm in signs("owning") and not mine):
                break
            told = tokens[noun].norm not in signs("empty") or tokens[noun].norm in signs("texts")
            if told and _stands(tokens, at, noun + 1):
                pointed = {token.norm for token in tokens[at:noun]} & signs("pointing_back")
                yield Pointer(tokens[noun].norm, bool(pointed), tokens[at].norm in signs("addressing"))


def _stands(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether a noun stands as a source; a text also where something stands in it, or where it is the number."""
    text = tokens[last - 1].norm in signs("texts")
    before = {token.norm for token in tokens[max(0, first - 1) : first]}
    equals = last < len(tokens) and tokens[last].norm in signs("being")
    return stands_as_source(tokens, first, last, counts=text) or (text and (equals or bool(before & signs("inside"))))


def _last_teller(before: Iterable[Told]) -> tuple[str, ...]:
    """Who told last in the sentences right before; nobody where that was somebody unknown."""
    for sentence, _ in zip(before, range(_SENTENCES), strict=False):
        tellers = [each for each in sentence.names if each.tells] or [each for each in sentence.names if each.producers]
        if tellers:
            return tellers[-1].producers
    return ()


def _last_with(noun: str, before: Iterable[Told]) -> tuple[str, ...]:
    """The last producer named whose name has a word; a minister speaks for the ministry."""
    for sentence in before:
        for each in reversed(sentence.names):
            if noun in {heads().get(token.norm, token.norm) for token in split_words(each.span.of(sentence.text))}:
                return each.producers
            names = wordbook(sentence.index).producers
            if each.producers and all(names.has_word(producer, noun) for producer in each.producers):
                return each.producers
    return ()
