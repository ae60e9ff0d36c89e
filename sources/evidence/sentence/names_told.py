"""Who is named in a sentence: the producers of the table, and whether they stand there as the source of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.model import Producer, Span
from claims.text.phrases import PhraseIndex, Word, norms, split_words, words_within
from sources.words import words

_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_REACH_AFTER, _REACH_BEFORE = 6, 3
_LEAST_WORDS = 2
_MOST_AKIN = 6
_ASIDE = 10
_KEPT = 512


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
        known = list(producers)
        self._index: PhraseIndex[str] = PhraseIndex(
            (name, producer.producer_id) for producer in known for name in _names(producer)
        )
        # each figure of a sentence asks who is named in it, and so do those of the sentences behind
        self._told: dict[str, tuple[Named, ...]] = {}
        self._under: dict[str, tuple[str, ...]] = {}
        self._words = {each.producer_id: frozenset(norms(" . ".join(_names(each)))) for each in known}

    def named_in(self, text: str) -> tuple[Named, ...]:
        """Every producer that a sentence names, and every other body that tells something in it."""
        if text not in self._told:
            if len(self._told) >= _KEPT:
                self._told.clear()
            self._told[text] = self._named_in(split_words(text))
        return self._told[text]

    def _named_in(self, tokens: Sequence[Word]) -> tuple[Named, ...]:
        hits = [hit for hit in self._index.find(tokens) if _is_name(tokens[hit.first : hit.last])]
        found = [_named(tokens, hit.first, hit.last, hit.payloads) for hit in hits]
        taken = {at for hit in hits for at in range(hit.first, hit.last)}
        runs = list(_proper_runs(tokens, taken))
        others = (_named(tokens, run.start, run.stop, self._akin([tokens[at] for at in run])) for run in runs)
        single = (_named(tokens, at, at + 1, ()) for at in _single_tellers(tokens, taken.union(*runs)))
        return tuple(sorted([*found, *(each for each in others if each.tells), *single], key=lambda each: each.span))

    def under(self, text: str) -> tuple[str, ...]:
        """The producers that bear the name of a body with many offices ("the UN"), where a text names it alone."""
        if text not in self._under:
            if len(self._under) >= _KEPT:
                self._under.clear()
            self._under[text] = self._bearers(text)
        return self._under[text]

    def _bearers(self, text: str) -> tuple[str, ...]:
        tokens = [token.norm for token in split_words(text)]
        told = [norms(each) for each in words("sourcing")["umbrellas"]]
        here = [each for each in told if any(tuple(tokens[at : at + len(each)]) == each for at in range(len(tokens)))]
        return tuple(sorted(each for each, own in self._words.items() if here and any(set(x) <= own for x in told)))

    def has_word(self, producer: str, word: str) -> bool:
        """Whether a word is one of a producer's names, and says something."""
        return word in self._words.get(producer, ()) and word not in _links()

    def _akin(self, tokens: Sequence[Word]) -> tuple[str, ...]:
        """The producers whose names hold every word of a name: "the Monitoring Mission" of the "UN Monitoring Mission".

        None where so many do that the name says nothing.
        """
        told = {token.norm for token in tokens if token.is_word} - _links()
        found = tuple(each for each, own in self._words.items() if told <= own) if len(told) >= _LEAST_WORDS else ()
        if not found and (cut := _before_where(tokens)):
            return self._akin(cut)
        return found if len(found) <= _MOST_AKIN else ()


def _before_where(tokens: Sequence[Word]) -> Sequence[Word]:
    """A name without where it is: "Ministry of Health in the North"; nothing where it tells no place."""
    places = (at for at, token in enumerate(tokens) if token.norm in _signs("where"))
    return tokens[: next(places, 0)]


def _names(producer: Producer) -> Iterable[str]:
    bare = _BRACKETS.sub("", producer.name)
    return dict.fromkeys((producer.name, bare, *producer.aliases))


def _is_name(tokens: Sequence[Word]) -> bool:
    return any(token.text[:1].isupper() for token in tokens)


def _named(tokens: Sequence[Word], first: int, last: int, producers: tuple[str, ...]) -> Named:
    span = Span(tokens[first].span.start, tokens[last - 1].span.end)
    return Named(span=span, producers=producers, tells=stands_as_source(tokens, first, last))


def stands_as_source(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name stands as a source: with its own list, beside a word of telling, behind "by", or in brackets."""
    behind = _behind_aside(tokens, last)
    after = [token.norm for token in tokens[behind : behind + _REACH_AFTER]]
    before = [token.norm for token in tokens[max(0, first - _REACH_BEFORE) : first]]
    if after[:1] == ["'s"] or before[-1:] == ["("]:
        return True
    telling = frozenset(words("sourcing")["telling"])
    stop = next((at for at, norm in enumerate(after) if norm in ".;:()"), len(after))
    return bool(telling & {*after[:stop], *before}) or bool(set(before) & frozenset(words("sourcing")["before_source"]))


def _behind_aside(tokens: Sequence[Word], last: int) -> int:
    """Where a name's verb is looked for: behind "itself" and an aside between commas ("AB, on 3 May, had put")."""
    while last < len(tokens) and tokens[last].norm in _signs("itself"):
        last += 1
    if last >= len(tokens) or tokens[last].norm != ",":
        return last
    closing = (at for at in range(last + 1, min(last + _ASIDE, len(tokens))) if tokens[at].norm == ",")
    return next(closing, last - 1) + 1


def _proper_runs(tokens: Sequence[Word], taken: set[int]) -> Iterable[range]:
    """Two names or more in a row, links such as "of" between them ("the Alder and Birch Watch")."""
    proper = [at for at, token in enumerate(tokens) if at not in taken and token.is_word and token.text[0].isupper()]
    run: list[int] = []
    for at in proper:
        if run and not all(tokens[between].norm in _links() for between in range(run[-1] + 1, at)):
            yield from _long_enough(run, tokens)
            run = []
        run.append(at)
    yield from _long_enough(run, tokens)


def _single_tellers(tokens: Sequence[Word], taken: set[int]) -> Iterable[int]:
    """One name, or whoever opens a sentence, with its verb of telling right behind ("Alderwatch has documented")."""
    silent = _signs("empty") | _signs("before_source") | _signs("ourselves")
    for at, token in enumerate(tokens[:-1]):
        named = at not in taken and token.is_word and token.text[0].isupper() and token.norm not in silent
        verb = at + 1 + (tokens[at + 1].norm in _signs("having"))
        if named and verb < len(tokens) and tokens[verb].norm in _signs("telling") - _signs("having"):
            yield at


def _long_enough(run: Sequence[int], tokens: Sequence[Word]) -> Iterable[range]:
    """A run of two names or more, without what only opens a sentence or names a month ("Since February")."""
    while run and tokens[run[0]].norm in _signs("empty") - _signs("links"):
        run = run[1:]
    if len(run) >= _LEAST_WORDS:
        yield range(run[0], run[-1] + 1)


@cache
def _links() -> frozenset[str]:
    return frozenset(words("sourcing")["links"])


@cache
def _signs(key: str) -> frozenset[str]:
    return frozenset(words("sourcing")[key])


def clause_of(text: str, figure: Span, *signs: str) -> Span:
    """The part of a sentence around a figure that no turn ("but") parts; `signs` are keys of the words that part it."""
    tokens = split_words(text)
    own = words_within(tokens, figure)
    parting = frozenset().union(*(_signs(key) for key in signs))
    at_signs = [at for at, token in enumerate(tokens) if token.norm in parting]
    left = max((at for at in at_signs if at < own.start), default=None)
    right = min((at for at in at_signs if at >= own.stop), default=None)
    start = tokens[left].span.start if left is not None else 0
    return Span(start, tokens[right].span.start if right is not None else len(text))
