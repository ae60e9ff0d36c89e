"""The normal forms of a phrase: as its words are split, whichever way they are come by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language.load import load_language
from claims.text.phrases import norms, split_words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Air-strikes", ("air", "strikes")),
        ("the women’s groups", ("the", "women", "'s", "groups")),
        ("a - b", ("a", "-", "b")),
        ("- 5", ("-", "5")),
        ("S'S", ("s", "'", "s")),
        ("", ()),
    ],
)
def test_norms(text: str, told: tuple[str, ...]) -> None:
    assert norms(text) == told


@given(st.text(alphabet="abSİß'’-‐‑_. 5²\u00a0é", max_size=12))
def test_norms_are_those_of_the_words(text: str) -> None:
    with load_language("en").in_force():
        assert norms(text) == tuple(word.norm for word in split_words(text))
