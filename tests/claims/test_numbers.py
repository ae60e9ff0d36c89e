"""read_numbers as a whole: quantities with span, unit and range; every digit accounted for; linear; deterministic."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Numbers, Span
from claims.numbers.read import read_numbers


def read(text: str) -> list[tuple[str, str, str]]:
    return [(q.text, f"{q.value.normalize():f}", q.comparator) for q in read_numbers(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("killed 3,897 people", ("3,897 people", "3897", "=")),
        ("more than 3.5 million people", ("3.5 million people", "3500000", ">")),
        ("US$1.2m in aid", ("US$1.2m", "1200000", "=")),
        ("some 12 per cent of them", ("12 per cent", "12", "~")),
        ("60+ groups", ("60+ groups", "60", ">=")),
        ("1 000 000 people", ("1 000 000 people", "1000000", "=")),
        ("၁၂၃ people", ("၁၂၃ people", "123", "=")),
        ("sentenced to 20 years", ("20 years", "20", "=")),
        ("-5 degrees", ("-5 degrees", "-5", "=")),
        ("a third of the voters", ("a third of the voters", "0.3333333333333333333333333333", "=")),
        ("-$1,062", ("-$1,062", "-1062", "=")),
        ("minus $5", ("minus $5", "-5", "=")),
        ("billions of dollars", ("billions of dollars", "1000000000", "range")),
        ("dozens of villages", ("dozens of villages", "24", "range")),
    ],
)
def test_quantities(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("20–30 people", 20, 30),
        ("20-30 people", 20, 30),
        ("between 20 and 30 people", 20, 30),
        ("from 120 to 180 cases", 120, 180),
        ("30 to 40 per cent", 30, 40),
        ("30 per cent to 40 per cent", 30, 40),
        ("20-30%", 20, 30),
        ("€3–5 billion", 3 * 10**9, 5 * 10**9),
        ("$10 to $15 billion", 10 * 10**9, 15 * 10**9),
        ("$500,000 to $1 million", 500000, 10**6),
        ("four to five thousand people", 4000, 5000),
        ("5k-20k people", 5000, 20000),
        ("two or three villages", 2, 3),
        ("one to two years", 1, 2),
    ],
)
def test_ranges(text: str, low: int, high: int) -> None:
    (quantity,) = read_numbers(text).quantities
    assert (quantity.comparator, quantity.value, quantity.interval.low, quantity.interval.high) == (
        "range",
        low,
        low,
        high,
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("exports dropped 7% to $2.3 billion", ["7", "2300000000"]),
        ("rose 8 per cent to 99 yuan", ["8", "99"]),
        ("rose 18 sen to RM23.50", ["18", "23.5"]),
        ("a 7- or 8-inch screen", ["7", "8"]),
        ("110 yen to 1 dollar", ["110", "1"]),
        ("split between 3 men and 4 women", ["3", "4"]),
        ("killed 20 and wounded 30", ["20", "30"]),
    ],
)
def test_these_are_two_numbers(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in read(text)] == values


@pytest.mark.parametrize(
    ("text", "ordinal", "value"),
    [
        ("the 46th Summit", "46th Summit", 46),
        ("its 53nd Session", "53nd Session", 53),
        ("the third time", "third time", 3),
    ],
)
def test_ordinals_stand_apart(text: str, ordinal: str, value: int) -> None:
    numbers = read_numbers(text)
    assert not numbers.quantities
    assert [(o.text, o.value, o.dimension) for o in numbers.ordinals] == [(ordinal, value, "ordinal")]


def spans(numbers: Numbers) -> list[Span]:
    groups = (numbers.quantities, numbers.ordinals, numbers.ignored, numbers.unread)
    return sorted(item.span for group in groups for item in group)


FRAGMENTS = [
    "1",
    "2.5",
    "10%",
    "$",
    "–",
    "-",
    "to",
    "and",
    "one",
    "half",
    "a",
    "million",
    "at least",
    "about",
    "20",
    "(",
    ")",
    "[3]",
    "No.",
    "5th",
    "May",
    "2021",
    ",",
    ".",
    "/",
    "people",
    "dozen",
    "third",
    "in",
    "²",
    "½",
    "①",
    "m",
    "k",
    "bn",
    "more",
    "than",
    "between",
    "from",
    "Point",
    "Five",
    "\n",
    "year-old",
    "per",
    "1,000",
    "aged",
    "twice",
    "of",
    "hundred",
    "+",
    "COVID-19",
    "x",
    "^",
    "٣",
    "၁၂",
    "12:30",
    "pm",
    "@",
    "http://a.b/1",
    "#",
    "&",
    "second",
    "Generation",
    "US$",
    "°C",
]


@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["", " "])), max_size=14))
def test_every_digit_lies_in_exactly_one_item(parts: list[tuple[str, str]]) -> None:
    text = "".join(fragment + gap for fragment, gap in parts)
    numbers = read_numbers(text)
    found = spans(numbers)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for span in found for i in range(span.start, span.end)}
    assert all(i in covered for i, ch in enumerate(text) if ch.isdigit())
    for item in (*numbers.quantities, *numbers.ordinals, *numbers.ignored, *numbers.unread):
        assert item.span.of(text) == item.text


@given(st.integers(min_value=2, max_value=10**9), st.integers(min_value=0, max_value=60))
def test_what_stands_before_moves_no_offset(number: int, padding: int) -> None:
    text = "x " * padding + f"killed {number:,} people."
    (quantity,) = read_numbers(text).quantities
    assert quantity.text == f"{number:,} people"
    assert quantity.value == number


@pytest.mark.parametrize("text", ["", "No numbers here.", " \n\n ", "…"])
def test_texts_without_numbers(text: str) -> None:
    assert spans(read_numbers(text)) == []


def test_ten_thousand_digits_are_one_unread_number() -> None:
    numbers = read_numbers("7" * 10_000)
    assert [(len(item.text), item.reason) for item in numbers.unread] == [(10_000, "digits not understood")]


@pytest.mark.parametrize("unit", ["(", "[", "-", "1.", "a.", "@", "www.", "'", "$"])
def test_long_runs_of_signs_are_read(unit: str) -> None:
    text = unit * 20_000
    numbers = read_numbers(text)
    assert all(span.end <= len(text) for span in spans(numbers))
