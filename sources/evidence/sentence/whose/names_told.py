"""Who is named in a sentence: the producers of the table, and whether they stand there as the source of a figure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from claims.model import Producer, Span
from claims.quick_records import dataclass
from claims.text.phrases import PhraseIndex, Word, norms, split_words
from sources.evidence.sentence.whose.standing import Side, heads, side_of, signs, stands_as_source

_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_LEAST_WORDS = 2
_MOST_AKIN = 6
_KEPT = 512
_NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A producer's name in a sentence. `producers`: those that bear it; none for a body that the table does not know.

    `tells`: the words beside it make it the source of a figure ("AB's list", "AB counted", "(AB, 3 May)"); `side`: on
    which side of it that figure stands, where the words tell.
    """

    span: Span
    producers: tuple[str, ...]
    tells: bool
    side: Side | None = None


class ProducerNames:
    """The names of a table's producers, ready to be found in sentences."""

    def __init__(self, producers: Iterable[Producer]) -> None:
        known = list(producers)
        self._index: PhraseIndex[str] = PhraseIndex(
            (name, producer.producer_id) for producer in known for name in _names(producer)
        )
        # each figure of a sentence asks who is named in it, and so do those of the sentences behind
        self._told: dict[str, tuple[Named, ...]] = {}
        self._called = {each.producer_id: " . ".join(_names(each)) for each in known}
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
        own = [run for run in runs if not _is_owned(tokens, run.start, taken)]
        others = (_named(tokens, run.start, run.stop, self._akin([tokens[at] for at in run])) for run in own)
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
        told = [norms(each) for each in signs("umbrellas")]
        here = [each for each in told if any(tuple(tokens[at : at + len(each)]) == each for at in range(len(tokens)))]
        return tuple(sorted(each for each, own in self._words.items() if here and any(set(x) <= own for x in told)))

    def together(self, producers: Collection[str]) -> frozenset[str]:
        """Those who count together with one of some producers, and bear its name in theirs ("AB and CD")."""
        return frozenset(each for each, others in self._within.items() if others & set(producers))

    @cached_property
    def _within(self) -> Mapping[str, frozenset[str]]:
        """For each producer the others whose whole name stands in its own."""
        return {each: others for each, name in self._called.items() if (others := self._partners(name) - {each})}

    def _partners(self, name: str) -> frozenset[str]:
        """Those whose names are parts of a name ("AB and CD", "AB, yearly report")."""
        tokens = split_words(name)
        joints = [at for at, token in enumerate(tokens) if token.norm in signs("and") or token.norm in (".", ",")]
        parts = [tokens[one + 1 : other] for one, other in pairwise([-1, *joints, len(tokens)])] if joints else []
        return frozenset(one for part in parts for hit in self._index.find(part) for one in hit.payloads)

    def _bearing(self, told: Collection[str]) -> frozenset[str]:
        """The producers whose names hold every word told."""
        each = [self._by_word.get(word, frozenset[str]()) for word in told]
        return frozenset.intersection(*each)

    @cached_property
    def _by_word(self) -> Mapping[str, frozenset[str]]:
        """The producers in whose names a word stands."""
        found: dict[str, set[str]] = {}
        for producer, own in self._words.items():
            for word in own:
                found.setdefault(word, set()).add(producer)
        return {word: frozenset(bearers) for word, bearers in found.items()}

    def has_word(self, producer: str, word: str) -> bool:
        """Whether a word is one of a producer's names, and says something."""
        return word in self._words.get(producer, ()) and word not in _links()

    def _akin(self, tokens: Sequence[Word]) -> tuple[str, ...]:
        """The producers whose names hold every word of a name: "the Monitoring Mission" of the "UN Monitoring Mission".

        None where so many do that the name says nothing.
        """
        told = {heads().get(token.norm, token.norm) for token in tokens if token.is_word} - _links()
        bearing = self._bearing(told) if len(told) >= _LEAST_WORDS else frozenset[str]()
        found = tuple(each for each in self._words if each in bearing) if bearing else ()
        if not found and (cut := _before_where(tokens)):
            return self._akin(cut)
        return found if len(found) <= _MOST_AKIN else ()


def _is_owned(tokens: Sequence[Word], first: int, taken: set[int]) -> bool:
    """Whether a name is that of a known body's own text ("AB's fifteenth Winter Update")."""
    before = range(max(1, first - _NEAR), first)
    return any(tokens[at].norm == "'s" and at - 1 in taken for at in before)


def _before_where(tokens: Sequence[Word]) -> Sequence[Word]:
    """A name without where it is: "Ministry of Health in the North"; nothing where it tells no place."""
    places = (at for at, token in enumerate(tokens) if token.norm in signs("where"))
    return tokens[: next(places, 0)]


def _names(producer: Producer) -> Iterable[str]:
    bare = _BRACKETS.sub("", producer.name)
    return dict.fromkeys((producer.name, bare, *producer.aliases))


def _is_name(tokens: Sequence[Word]) -> bool:
    return any(token.text[:1].isupper() for token in tokens)


def _named(tokens: Sequence[Word], first: int, last: int, producers: tuple[str, ...]) -> Named:
    span = Span(tokens[first].span.start, tokens[last - 1].span.end)
    tells = stands_as_source(tokens, first, last, counts=bool(producers))
    return Named(span=span, producers=producers, tells=tells, side=side_of(tokens, first, last) if tells else None)


def _proper_runs(tokens: Sequence[Word], taken: set[int]) -> Iterable[range]:
    """Two names or more in a row, links such as "of" between them ("the Alder and Birch Watch")."""
    proper = [at for at, token in enumerate(tokens) if at not in taken and token.is_word and token.text[0].isupper()]
    run: list[int] = []
    links = _links()
    for at in proper:
        if run and not all(tokens[between].norm in links for between in range(run[-1] + 1, at)):
            yield from _long_enough(run, tokens)
            run = []
        run.append(at)
    yield from _long_enough(run, tokens)


def _single_tellers(tokens: Sequence[Word], taken: set[int]) -> Iterable[int]:
    """One name, or whoever opens a sentence, with its verb of telling right behind ("Alderwatch has documented")."""
    silent, having = signs("empty", "before_source", "ourselves"), signs("having")
    telling = signs("telling") - having
    for at, token in enumerate(tokens[:-1]):
        verb = at + 1 + (tokens[at + 1].norm in having)
        if verb >= len(tokens) or tokens[verb].norm not in telling:
            continue
        if at not in taken and token.is_word and token.text[0].isupper() and token.norm not in silent:
            yield at


def _long_enough(run: Sequence[int], tokens: Sequence[Word]) -> Iterable[range]:
    """A run of two names or more, without what only opens a sentence or names a month ("Since February")."""
    # a month is no name either, nor what leads to one ("In June")
    dated = bool(run) and tokens[run[-1]].norm in signs("dating")
    empty = signs("empty") | signs("dating") if dated else signs("empty") - signs("links")
    while run and tokens[run[0]].norm in empty:
        run = run[1:]
    if len(run) >= _LEAST_WORDS:
        yield range(run[0], run[-1] + 1)


def _links() -> frozenset[str]:
    return signs("links")
