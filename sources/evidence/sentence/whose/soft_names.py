"""How much of a producer's name a sentence tells that does not tell it whole: "the federal ministry", "the Mission".

A share of the name's words, the rarer among all names the weightier; where things are says nothing of who counts them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from claims.model import Place, Producer
from claims.text.phrases import norms
from sources.evidence.sentence.whose.standing import heads, signs

_LEAST: Final = 0.3


class SoftNames:
    """The words of a table's producers' names, weighed by how few names have them."""

    def __init__(self, producers: Iterable[Producer], places: Iterable[Place]) -> None:
        where = {word for place in places for name in (place.name, *place.aliases) for word in norms(name)}
        silent = signs("empty") | signs("links") | where
        self._names = {
            each.producer_id: [own for name in (each.name, *each.aliases) if len(own := _words(name, silent)) > 1]
            for each in producers
        }
        spread = Counter(word for names in self._names.values() for word in frozenset().union(*names))
        self._weights = {word: math.log(1 + len(self._names) / many) for word, many in spread.items()}
        self._last: tuple[str, Mapping[str, float]] = "", {}
        self._having: dict[str, set[str]] = {}
        for producer, names in self._names.items():
            for word in frozenset[str]().union(*names):
                self._having.setdefault(word, set()).add(producer)

    def told_in(self, sentence: str) -> Mapping[str, float]:
        """The producers of whose names a sentence tells a good part, each with the largest share of one name.

        What was found last is kept: every figure of a sentence asks.
        """
        last, found = self._last
        if sentence != last:
            found = self._told_in(sentence)
            self._last = sentence, found
        return found

    def _told_in(self, sentence: str) -> Mapping[str, float]:
        told = frozenset(heads().get(word, word) for word in norms(sentence))
        near = {producer for word in told for producer in self._having.get(word, ())}
        shares = {producer: max(self._share(name, told) for name in self._names[producer]) for producer in near}
        return {producer: share for producer, share in shares.items() if share >= _LEAST}

    def _share(self, name: frozenset[str], told: frozenset[str]) -> float:
        whole = sum(self._weights[word] for word in name)
        return sum(self._weights[word] for word in name & told) / whole


def _words(name: str, silent: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in norms(name) if word[0].isalpha() and word not in silent)
