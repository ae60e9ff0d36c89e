"""How well the words around a figure fit what a measure counts: shared roots and actions, the rarer the weightier."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Final

from claims.language.words import of_language
from claims.measures.actions import action_index
from claims.model import Measure, Span
from claims.quick_records import dataclass
from claims.text.phrases import norms
from claims.text.plurals import singular
from sources.words import words

_ENDINGS: Final = ("ments", "ment", "ations", "ation", "ions", "ion", "ings", "ing", "ed", "es", "er", "ers", "s")
_LEAST_ROOT = 4
# a number by itself says nothing of what is counted
_NUMBER: Final = re.compile(r"(?<![\w-])\d[\d.,]*(?![\w-])")
_PARTING: Final = (",", ";", ":", "—")
_FAR: Final = 0.4
_MISSING: Final = 0.5
_SECOND: Final = 0.35


@of_language(maxsize=50_000)
def root(word: str) -> str:
    """What forms of one word share: "displaced" and "displacement" are "displac"."""
    base = singular(word)
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= _LEAST_ROOT:
            base = base.removesuffix(ending)
            break
    base = base[:-1] if len(base) > _LEAST_ROOT and base[-1] == base[-2] else base
    return base[:-1] if len(base) > _LEAST_ROOT and base[-1] in "eiy" else base


@cache
def _empty() -> frozenset[str]:
    return frozenset(words("sourcing")["empty"])


@of_language(maxsize=4096)
def roots_of(text: str) -> frozenset[str]:
    """The roots of a text's words that say something, and the actions it tells ("«kill»")."""
    plain = norms(text)
    told = {root(word) for word in plain if word[0].isalpha() and word not in _empty()}
    acted = {f"«{action.family}»" for hit in action_index().among(plain) for action in hit.payloads}
    return frozenset(told | acted)


@of_language(maxsize=4096)
def families_of(told: str) -> frozenset[str]:
    """The actions that a root tells ("kill" and "«kill»" both «kill»)."""
    if told.startswith("«"):
        return frozenset({told})
    return frozenset(f"«{action.family}»" for hit in action_index().among((told,)) for action in hit.payloads)


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The words around a figure: `near` those of its own part of the sentence, `far` those of the rest."""

    near: frozenset[str]
    far: frozenset[str]

    @cached_property
    def all(self) -> frozenset[str]:
        """Every word of the sentence."""
        return self.near | self.far

    def weight(self, told: str) -> float:
        return 1.0 if told in self.near else _FAR if told in self.far else 0.0


def own_part(sentence: str, figure: Span, others: Iterable[Span]) -> Span:
    """The stretch of a sentence that speaks of one figure: up to its other figures, and to commas beyond them."""
    left, right = 0, len(sentence)
    for other in others:
        left = max(left, other.end) if other.end <= figure.start else left
        right = min(right, other.start) if other.start >= figure.end else right
    left = max((sentence.rfind(sign, left, figure.start) + 1 for sign in _PARTING), default=left) or left
    stops = [at for sign in _PARTING if (at := sentence.find(f"{sign} ", figure.end, right)) >= 0]
    return Span(left, min(stops, default=right))


def wording_of(sentence: str, part: Span) -> Wording:
    """The words of a sentence as they stand to the figure whose own part is `part`."""
    far = f"{sentence[: part.start]} . {sentence[part.end :]}"
    return Wording(near=roots_of(part.of(sentence)), far=roots_of(far))


class MeasureWords:
    """The words of a table's measures, weighed by how few measures have them."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        self._labels = {each.measure_id: roots_of(each.label) for each in measures.values()}
        self._bags = {
            each.measure_id: self._labels[each.measure_id].union(*(roots_of(form) for form in each.surface_forms))
            for each in measures.values()
        }
        self._measures = measures
        self._second = dict[str, frozenset[str]]()
        spread = Counter(told for bag in self._bags.values() for told in bag)
        self._weights = {told: math.log(1 + len(measures) / many) for told, many in spread.items()}
        self._having: dict[str, list[str]] = {}
        for measure_id, bag in self._bags.items():
            for told in bag:
                self._having.setdefault(told, []).append(measure_id)

    def heard(self, wording: Wording) -> Heard:
        """What the measures have in common with one sentence, reckoned once for each measure and printed words."""
        return Heard(self, wording)

    def fit(self, measure_id: str, wording: Wording, printed: str = "") -> float:
        """How well a measure (and the row's `printed` words) fits: what is shared, less what its label asks in vain."""
        return self.fit_of(measure_id, wording, roots_of(printed))

    def fit_of(self, measure_id: str, wording: Wording, row: frozenset[str]) -> float:
        """The same with the roots of what the row prints."""
        bag = self._bags[measure_id]
        shared = sum(self._weight(told) * wording.weight(told) for told in bag)
        second = sum(self._weight(told) * wording.weight(told) for told in (self._defined(measure_id) | row) - bag)
        missing = sum(self._weight(told) for told in self._labels[measure_id] if not wording.weight(told))
        return shared + _SECOND * second - _MISSING * missing

    def shared(self, measure_id: str, wording: Wording, printed: str = "") -> frozenset[str]:
        """The roots that a measure's own words, or the row's, have in common with a sentence."""
        return self.shared_of(measure_id, wording, roots_of(printed))

    def shared_of(self, measure_id: str, wording: Wording, row: frozenset[str]) -> frozenset[str]:
        """The same with the roots of what the row prints."""
        return (self._bags[measure_id] | row) & wording.all

    def sharing(self, wording: Wording, least: int) -> frozenset[str]:
        """The measures whose own words share so many roots with a sentence, or more."""
        shared = Counter(each for told in wording.all for each in self._having.get(told, ()))
        return frozenset(each for each, many in shared.items() if many >= least)

    def is_wider(self, measure_id: str, wording: Wording) -> bool:
        """Whether a measure's label tells several actions of which a sentence tells some and not all."""
        acts = {told for told in self._labels[measure_id] if told.startswith("«")}
        told = acts & (wording.all)
        return bool(told) and told != acts

    def names(self, measure_id: str, told: str) -> bool:
        """Whether a measure's label, forms or definition name a word."""
        return root(told) in self._bags[measure_id] or root(told) in self._defined(measure_id)

    def own_words(self, measure_id: str) -> frozenset[str]:
        """The roots and actions of a measure's label and forms, and of what it takes in besides."""
        return self._bags[measure_id] | roots_of(" . ".join(self._measures[measure_id].takes_in))

    def label_words(self, measure_id: str) -> frozenset[str]:
        """The roots and actions of a measure's label."""
        return self._labels[measure_id]

    def among(self, measure_id: str, roots: frozenset[str]) -> frozenset[str]:
        """Those of the roots that a measure's label or forms have."""
        return self._bags[measure_id] & roots

    def count_of(self, measure_id: str, roots: frozenset[str]) -> int:
        """How many of the roots a measure's label or forms have."""
        return len(self.among(measure_id, roots))

    def _weight(self, told: str) -> float:
        return self._weights.get(told, 1.0)

    def _defined(self, measure_id: str) -> frozenset[str]:
        """The roots of a measure's definition, read when it is first asked for."""
        if measure_id not in self._second:
            self._second[measure_id] = roots_of(self._measures[measure_id].definition)
        return self._second[measure_id]


class Heard:
    """How well the measures fit one sentence; rows of one measure that print the same words are reckoned once."""

    def __init__(self, measures: MeasureWords, wording: Wording) -> None:
        self._measures, self._wording = measures, wording
        self._made: dict[tuple[str, frozenset[str]], tuple[float, int, bool]] = {}

    def of(self, measure_id: str, printed: str) -> tuple[float, int, bool]:
        """The fit of a measure with a row's printed words, how many roots they share, whether the measure is wider."""
        row = roots_of(_NUMBER.sub("", printed))
        key = measure_id, row
        if key not in self._made:
            self._made[key] = (
                self._measures.fit_of(measure_id, self._wording, row),
                len(self._measures.shared_of(measure_id, self._wording, row)),
                self._measures.is_wider(measure_id, self._wording),
            )
        return self._made[key]
