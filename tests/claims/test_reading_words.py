"""The words by which claims are read: plain strings all of them, and none that no code asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from claims.language.words import vocabulary
from claims.measures.actions import action_index
from claims.text.phrases import norms, split_words

FILES = ("event_words", "measure_words", "periods", "place_words", "relative_dates", "signing", "unclaimed")


def leaves(node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        for key, value in node.items():
            assert isinstance(key, str), f"{key!r} is no string: quote it"
            yield from leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value)
    else:
        yield node


@pytest.mark.parametrize("name", FILES)
def test_words_are_strings(name: str) -> None:
    """YAML reads a bare "on" or "no" as a truth value; such a word must be quoted."""
    assert [leaf for leaf in leaves(vocabulary(name)) if isinstance(leaf, bool) or leaf is None] == []


@pytest.mark.parametrize("name", FILES)
def test_no_list_repeats_itself(name: str) -> None:
    def lists(node: Any) -> Iterator[list[Any]]:
        if isinstance(node, dict):
            for value in node.values():
                yield from lists(value)
        elif isinstance(node, list):
            yield node

    repeated = [word for words in lists(vocabulary(name)) for word in set(words) if words.count(word) > 1]
    assert [word for word in repeated if not isinstance(word, int)] == []  # a feast's month and day may be one number


def test_every_form_of_an_action_is_found_as_itself() -> None:
    actions = vocabulary("measure_words")["actions"]
    for family, forms in actions.items():
        for form in {form for kind in ("both", "before", "after", "nouns") for form in forms[kind]}:
            (hit,) = action_index().find(split_words(form))
            assert (hit.first, hit.last) == (0, len(norms(form))), form
            assert hit.payloads[0].family == family, form


def test_weak_forms_are_forms() -> None:
    for family, forms in vocabulary("measure_words")["actions"].items():
        listed = {form for kind in ("both", "before", "after", "nouns") for form in forms[kind]}
        assert set(forms["weak"]) <= listed, family
