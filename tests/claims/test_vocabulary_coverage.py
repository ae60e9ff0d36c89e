"""Every word of the vocabularies of number reading is hit by a phrasing of the corpus, and earns its place there.

A word is hit where a phrasing that holds it is read otherwise once the word is taken out of the vocabulary. What
quantulum3 knows besides is left aside, so that each line of the tables counts by itself.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from claims.language.typed import Language, language_in_force
from claims.language.words import vocabulary
from claims.numbers.read import read_numbers
from claims.units import units_behind

FACTORY = Path(__file__).parents[1] / "factories" / "phrasings.py"
VOCABULARIES = [
    "number_words", "fractions", "vague", "multiples", "ranges", "ordinals", "comparators", "currencies", "units",
    "directions", "references", "names",
]  # fmt: skip
# No words of a text: names of things and settings.
NO_WORDS = {"name", "symbols", "words", "after", "money", "otherwise", "tolerance", "low_factor"}
# What quantulum3 must not take for a unit: tests/claims/test_quantulum_fence.py.
# "up" and "down" as the verb of a clause: tests/claims/test_counted.py.
CLAUSE = {"short_particles"}
FENCE = {"ordinary_words", "ordinary_symbols", "formula_symbols", "prefixes"}
# What a raised digit is a power or a part of ("12 km2"): read with the notes, tests/claims/test_citations.py.
RAISED = {"raised_behind"}
# Words that only keep two numbers apart; below, with a sentence each.
APART = {"pair_before", "comparing"}  # "comparing" ("40 more than"): tests/claims/test_comparators.py
MOST_PHRASINGS = 60
BATCH = 60


class Word(NamedTuple):
    """A word of a vocabulary and where it stands."""

    name: str
    path: tuple[Any, ...]
    text: str


def _words(name: str, node: Any, path: tuple[Any, ...] = ()) -> Iterator[Word]:
    entries = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in entries:
        at = (*path, key)
        if value == []:
            continue  # a list that English has no use for
        nested = isinstance(value, dict) or (isinstance(value, list) and not all(isinstance(x, int) for x in value))
        if nested:
            yield from _words(name, value, at)
        elif isinstance(node, dict) and isinstance(value, list | int | float | str):
            yield Word(name, at, str(key).lower())
        else:
            yield Word(name, (*path, value), str(value).lower())


def _asked(word: Word) -> bool:
    return (
        word.path[-1] not in NO_WORDS
        and word.path[0] not in FENCE | RAISED | APART
        and not CLAUSE.intersection(word.path)
    )


@pytest.fixture(scope="module")
def cases() -> list[Any]:
    spec = importlib.util.spec_from_file_location("corpus_of_coverage", FACTORY)
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return list(module.cases())


class Ablation:
    """Reads texts in a language that lacks words."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.read: dict[int, str] = {}

    def usual(self, k: int) -> str:
        """What is read of a text in the whole language: asked of few of them, and read once."""
        if k not in self.read:
            self.read[k] = str(read_numbers(self.texts[k]))
        return self.read[k]

    def changed(self, tries: list[tuple[Word, int]]) -> list[bool]:
        """For each word and text whether the text is read otherwise without all these words."""
        for _, k in tries:
            self.usual(k)  # before any word is gone
        with _without([word for word, _ in tries]).in_force():
            return [self._differs(k) for _, k in tries]

    def _differs(self, k: int) -> bool:
        try:
            return str(read_numbers(self.texts[k])) != self.usual(k)
        except (KeyError, IndexError):
            return True


def _without(words: list[Word]) -> Language:
    """The language in force without some of its words."""
    whole = language_in_force()
    lists = dict(whole.lists) | {name: deepcopy(whole.lists[name]) for name in {word.name for word in words}}
    for word in words:
        node = lists[word.name]
        for key in word.path[:-1]:
            node = node[key]
        if isinstance(node, dict):
            node.pop(word.path[-1], None)
        elif word.path[-1] in node:
            node.remove(word.path[-1])
    return replace(whole, lists=lists, made={})


def _candidates(word: Word, cases: list[Any]) -> list[int]:
    """The phrasings that hold the word, those first into whose frame it is put."""
    written = re.escape(word.text).replace(r"\ ", r"[\s-]*")
    before = r"(?<![^\W\d_])" if word.text[0].isalpha() else ""
    behind = r"s?(?![^\W\d_])" if word.text[-1].isalpha() else ""
    pattern = re.compile(before + written + (behind if word.path[-1] != "fold" else ""), re.IGNORECASE)
    found = [k for k, case in enumerate(cases) if pattern.search(case.text)]
    fit = [k for k in found if (cases[k].filled or "").lower() in (word.text, f"{word.text}s")]
    return [*fit, *(k for k in found if k not in set(fit))][:MOST_PHRASINGS]


def _batch(todo: list[Word], left: dict[Word, list[int]], low: list[str]) -> list[tuple[Word, int]]:
    """Words with a phrasing each, so that no phrasing holds another word of the batch."""
    batch: list[tuple[Word, int]] = []
    for word in todo:
        k = left[word][0]
        if not any(word.text in low[j] or other.text in low[k] for other, j in batch):
            batch.append((word, k))
        if len(batch) == BATCH:
            break
    return batch


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_is_hit_by_a_phrasing(name: str, cases: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units_behind, "_asked_after", lambda *_: None)
    low = [case.text.lower() for case in cases]
    words = list(dict.fromkeys(word for word in _words(name, vocabulary(name)) if _asked(word)))
    left = {word: _candidates(word, cases) for word in words}
    missed = [word for word in words if not left[word]]
    todo = [word for word in words if left[word]]
    ablation = Ablation([case.text for case in cases])
    while todo:
        batch = _batch(todo, left, low)
        for (word, _), hit in zip(batch, ablation.changed(batch), strict=True):
            left[word].pop(0)
            if hit or not left[word]:
                todo.remove(word)
                missed += [] if hit else [word]
    assert [(*map(str, word.path[:-1]), word.text) for word in missed] == []


def test_a_word_that_nothing_needs_is_noticed(cases: list[Any]) -> None:
    ablation = Ablation(["At least 22 children came."])
    word = Word("comparators", ("before", ">=", "at least"), "at least")
    idle = Word("comparators", ("before", ">=", "no fewer than"), "no fewer than")
    assert ablation.changed([(word, 0)]) == [True]
    assert ablation.changed([(idle, 0)]) == [False]
    assert str(read_numbers(ablation.texts[0])) == ablation.usual(0)


@pytest.mark.parametrize(
    ("name", "path", "text"),
    [
        ("number_words", ("pair_before", "between"), "Between two hundred and fifty came."),
        ("number_words", ("pair_before", "both"), "Both two hundred and fifty were wrong."),
    ],
)
def test_words_that_keep_numbers_apart(name: str, path: tuple[str, ...], text: str) -> None:
    assert Ablation([text]).changed([(Word(name, path, path[-1]), 0)]) == [True]
