"""Sizes of changes and results of products and quotients with the figures they come from, by invented sentences."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.kinds import Move, Rate

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def relations(text, kind):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    return [one for one in extract(letter, FIELD).relations if isinstance(one, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The taps ran on three days out of four. In the summer of 2022 the loss has grown by half.",
        "We took ten samples at the weir. The 204 wells are safe, after an increase of 140 per cent.",
        "The other 16 did. A month has 26 such days. Divide by seven and you have four weeks.",
        "We counted 40 boats and 12 nets. The growth of the town is another matter.",
    ],
)
def test_a_change_without_two_figures_of_two_times_is_tied_to_none(text):
    assert relations(text, Move) == []


@pytest.mark.parametrize(
    ("text", "first", "last", "size"),
    [
        ("But this year only 864 came. It is an improvement of one third on the 720 of 2021.", 720, 864, "one third"),
        ("The catch was 28 crates, when it was 42 in 2019, a loss of one half.", 42, 28, "one half"),
    ],
)
def test_the_size_of_a_change_finds_its_two_figures(text, first, last, size):
    found = [
        (int(step.first.quantity.value), int(step.last.quantity.value))
        for move in relations(text, Move)
        if move.by is not None and move.by.text == size
        for step in move.readings
    ]
    assert (first, last) in found


@pytest.mark.parametrize(
    "text",
    [
        "We met 19 mothers in 5 villages, three of them twice.",
        "The 96 schools have 12 rooms, so 84 are missing.",
        "Of 7,200 children 18 are deaf and 252 blind, or so we hear.",
    ],
)
def test_a_figure_that_is_no_result_has_no_rate(text):
    assert relations(text, Rate) == []


@pytest.mark.parametrize(
    ("text", "total", "over", "rate"),
    [
        ("A helper drives 96 kilometres to visit twelve homes, so 9 km between one and the next.", 96, 12, 9),
        ("We are 370 people in 74 families, seven to a fire.", 370, 74, 7),
        (
            "They now have 7,200. They are taught by 120 teachers, so a teacher stands before 80 learners.",
            7200,
            120,
            80,
        ),
        ("Thirteen firms dismissed somebody, four persons each as a rule, sixty-two in all.", 62, 13, 4),
    ],
)
def test_a_result_finds_the_figures_it_is_reckoned_from(text, total, over, rate):
    found = [
        (int(one.total.quantity.value), int(one.over.quantity.value), int(relation.rate.quantity.value))
        for relation in relations(text, Rate)
        for one in relation.readings
        if one.over is not None
    ]
    assert (total, over, rate) in found
