"""Lengths of time: which there are in a sentence, and how much time people may mean by them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.drafting.sentence_reading import Setting, read_sentence
from claims.model import Field, Span
from claims.relations.spans.spans_lengths import admitted, lengths_of, unit_of
from claims.text.passages import Passage
from claims.times.known_events.event_names import event_names

EMPTY = Field(measures=(), events=(), producers=(), places=())


def read(text):
    setting = Setting(base=None, main=None, order=None, events=event_names(EMPTY), producers=())
    return lengths_of(read_sentence(Passage(text, Span(0, len(text)), "body", 1), setting, [], []))


@pytest.mark.parametrize("text", ["The Year of the Ox began.", "Half of the houses burned.", "They paid 40 dollars."])
def test_no_length(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "number", "word", "sign"),
    [
        ("A century ago the dam was built.", "A century", "1", "century", "="),
        ("In the fortnight since 1 March it fell.", "the fortnight", "1", "fortnight", "="),
        ("In the year and a half since March it fell.", "year and a half", "1.5", "year", "="),
        ("For a quarter of a century it stood.", "a quarter of a century", "0.25", "century", "="),
        ("Half a century ago it stood.", "Half a century", "0.5", "century", "="),
        ("Almost a year later it fell.", "a year", "1", "year", "below"),
        ("More than a decade ago it fell.", "a decade", "1", "decade", ">"),
        ("It is nearly five years ago.", "five years", "5", "year", "below"),
        ("Just over a year ago it fell.", "a year", "1", "year", "above"),
        ("Thirty-six months have passed.", "Thirty-six months", "36", "month", "="),
    ],
)
def test_a_length(text, words, number, word, sign):
    (one,) = read(text)
    assert (one.text, one.number, one.word, one.sign) == (words, Decimal(number), word, sign)


def test_years_and_months_are_one_length():
    (one,) = read("It is five years and nearly six months that the tree has stood.")
    assert (one.number, one.rest, one.word) == (5, Decimal("0.5"), "year")


@pytest.mark.parametrize(
    ("text", "unit", "inside", "outside"),
    [
        ("It took 41 days.", "day", ["41"], ["40", "42"]),
        ("It took six weeks.", "week", ["5.6", "6.9"], ["5.4", "7.1"]),
        ("It took five years.", "year", ["4.6", "5.9"], ["4.4", "6.1"]),
        ("It took two and a half years.", "year", ["2.3", "2.8"], ["2.1", "3.1"]),
        ("It took twenty years.", "year", ["19.2", "21.4"], ["18.9", "21.6"]),
        ("It took half a century.", "year", ["48.5", "52.5"], ["47", "54"]),
        ("It took two decades.", "year", ["18.6", "22.9"], ["18.4", "23.1"]),
        ("It took nearly five years.", "year", ["4.4", "5"], ["4.2", "5.1"]),
        ("It took more than five years.", "year", ["5.1", "7"], ["4.9"]),
        ("It took less than eight weeks.", "week", ["7.9", "2"], ["8.1"]),
    ],
)
def test_what_a_length_admits(text, unit, inside, outside):
    (one,) = read(text)
    bounds = admitted(one)

    def fits(value):
        low, high = bounds.low, bounds.high
        return (low is None or value >= low) and (
            high is None or value < high or (value == high and not bounds.high_open)
        )

    assert unit_of(one.word) == unit
    assert [fits(Decimal(value)) for value in (*inside, *outside)] == [True] * len(inside) + [False] * len(outside)
