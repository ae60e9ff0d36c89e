"""Where sentences end, and where they do not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
from claims.text.sentences import split_sentences


def split(text: str) -> list[str]:
    return [s.of(text) for s in split_sentences(text, Span(0, len(text)))]


WHOLE = [
    "Humanitarian Update No. 31 of 15 July counts 1.6 million people.",
    "On 3 May Gen. Aung met Dr. Tin of St. John in the U.S. capital.",
    "They came at 5 p.m. to Art. 5 of the treaty, e.g. by boat, i.e. late.",
    "The report of J. B. Smith et al. (2020) says so.",
    "Some 3.5 million people (cf. p. 12) fled, etc. and stayed.",
    "He said: “not attend if the invitations are not rescinded.”[16]",
    "They fled.[1] [2]",
    "in the world.1",
    "H.E. Hun Manet, Prime Minister",
    "Sept. 2023 vs. Oct. 2023",
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


PARTS = [
    ("They fled. We ask you.", ["They fled.", "We ask you."]),
    ("They fled.[iv] The rest stayed.", ["They fled.[iv]", "The rest stayed."]),
    ("around the world.1 Further, we ask.", ["around the world.1", "Further, we ask."]),
    ("They fled.² The rest stayed.", ["They fled.²", "The rest stayed."]),
    ("arms, etc. We ask. By the U.S. The end.", ["arms, etc.", "We ask.", "By the U.S.", "The end."]),
    ("Will they? No. They will not!", ["Will they?", "No.", "They will not!"]),
    ("One paragraph\n\nAnother one", ["One paragraph", "Another one"]),
    ("we ask:\n1. open it;\n2. close it", ["we ask:", "1. open it;", "2. close it"]),
    ("- one thing\n- two things\n• three", ["- one thing", "- two things", "• three"]),
    ("“We ask.” They said. “No.”", ["“We ask.”", "They said.", "“No.”"]),
    ("ကရင်။ နွေဦး။", ["ကရင်။", "နွေဦး။"]),
    ("Short heading\nThe body of the letter goes on for a good while here\nand is wrapped.",
     ["Short heading", "The body of the letter goes on for a good while here\nand is wrapped."]),
    ("In 2021 4,000 fled.12 The rest", ["In 2021 4,000 fled.12", "The rest"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_several_sentences(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_wrapped_lines_are_one_sentence() -> None:
    text = (
        "We write to you about the river ports, which have been\nclosed to all boats since the storms\nof the winter."
    )
    assert split(text) == [text]


def test_a_page_break_does_not_end_a_sentence() -> None:
    text = "The ports stay closed, which has become a shield for a campaign of total\n\nimpunity. The rest"
    assert len(split(text)) == 2


def test_long_lines_are_paragraphs() -> None:
    line = "word " * 40 + "end"
    assert split(f"{line}\n{line}") == [line, line]


def test_a_span_inside_the_text() -> None:
    text = "One. Two. Three."
    assert [s.of(text) for s in split_sentences(text, Span(5, 9))] == ["Two."]


@given(st.text(alphabet="aA 1.!?\n-[]()”’No,", max_size=200))
def test_nothing_is_lost_and_nothing_twice(text: str) -> None:
    spans = split_sentences(text, Span(0, len(text)))
    assert all(len(s) and not s.of(text)[0].isspace() and not s.of(text)[-1].isspace() for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join(s.of(text) for s in spans).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace(
        "\n", ""
    )
