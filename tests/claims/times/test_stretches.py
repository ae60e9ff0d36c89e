"""What stands between two places of a sentence, counted once, is what counting the stretch alone gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.phrases import split_words
from claims.times.stretches import Stretches

TEXT = "3 million, of which 2 million (in the north) fled; up from 1.5 million, while air-raids went on: more than 9"


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_counts_are_those_of_the_stretch_alone(one: int, other: int) -> None:
    start, end = sorted((one, other))
    inside = [word for word in split_words(TEXT) if start <= word.span.start and word.span.end <= end]
    found = Stretches(TEXT).between(start, end)
    assert (found.words, found.commas) == (len(inside), sum(word.text == "," for word in inside))
    assert found.hard == sum(word.text in ";:—–" for word in inside)
    assert found.brackets == sum(word.text in "()" for word in inside)


@pytest.mark.parametrize(
    ("words", "turns"),
    [("million, of which 2", True), ("which", True), ("of whic", False), ("up from", True), ("from 1", False)],
)
def test_words_that_turn_to_another_figure(words: str, turns: bool) -> None:
    start = TEXT.index(words)
    assert Stretches(TEXT).between(start, start + len(words)).turns is turns
