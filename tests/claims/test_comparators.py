"""Comparators: each its own interval, found before and behind a number, and shared by the members of a list."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.model import Quantity
from claims.numbers.read import read_numbers


def quantities(text: str) -> tuple[Quantity, ...]:
    return read_numbers(text).quantities


def bounds(quantity: Quantity) -> tuple[str, str | None, str | None, bool, bool]:
    interval = quantity.interval
    low, high = (None if end is None else f"{end.normalize():f}" for end in (interval.low, interval.high))
    return quantity.comparator, low, high, interval.low_open, interval.high_open


@pytest.mark.parametrize(
    "text",
    [
        "prices went up to 300 kyat",
        "the attacks took place over five weeks",
        "more money than 300 people",
        "300 people, at least partly by night",
        "over the past 30 days",
        "exactly 30 villages",
    ],
)
def test_these_bound_nothing(text: str) -> None:
    assert [q.comparator for q in quantities(text)] == ["="]


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (
            [
                "at least 300",
                "no fewer than 300",
                "upwards of 300",
                "a minimum of 300",
                "300+",
                "300 or more",
                "300-plus",
                "not less than 300",
                "≥ 300",
                "300 at least",
                "300 and above",
            ],
            (">=", "300", None, False, False),
        ),
        (
            [
                "more than 300",
                "over 300",
                "in excess of 300",
                "exceeding 300",
                "it exceeded 300",
                "above 300",
                "> 300",
                "well over 300",
                "more than the 300",
            ],
            (">", "300", None, True, False),
        ),
        (
            [
                "up to 300",
                "as many as 300",
                "at most 300",
                "no more than 300",
                "a maximum of 300",
                "300 or fewer",
                "≤300",
            ],
            ("<=", None, "300", False, False),
        ),
        (
            ["fewer than 300", "less than 300", "under 300", "below 300", "short of 300", "<300"],
            ("<", None, "300", False, True),
        ),
        (
            [
                "about 300",
                "around 300",
                "some 300",
                "roughly 300",
                "approximately 300",
                "an estimated 300",
                "~300",
                "300 or so",
                "300-odd people",
                "circa 300",
            ],
            ("~", "270", "330", False, False),
        ),
        (
            ["nearly 300", "almost 300", "close to 300", "just under 300", "just short of 300"],
            ("~", "270", "300", False, True),
        ),
        (["just over 300", "slightly more than 300", "a little over 300"], ("~", "300", "330", True, False)),
        (["300", "exactly 300", "a total of 300"], ("=", "300", "300", False, False)),
    ],
)
def test_each_comparator_has_its_own_interval(phrases: list[str], expected: tuple[object, ...]) -> None:
    for phrase in phrases:
        (quantity,) = quantities(f"It says that {phrase}.")
        assert bounds(quantity) == expected, phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 22 children and two teachers", [">=", ">="]),
        ("more than 30 villages, 12 schools and four clinics", [">", ">", ">"]),
        ("at least 22 children and more than two teachers", [">=", ">"]),
        ("more than 100 kilometres (60 miles)", [">", ">"]),
        ("about 40 men as well as 12 women", ["~", "~"]),
        ("at least 22 children were killed and 30 wounded", [">=", "="]),
        ("at least 22 children and 5% of teachers", [">=", "="]),
        ("more than 22 children; two teachers", [">", "="]),
    ],
)
def test_a_comparator_governs_a_list(text: str, expected: list[str]) -> None:
    assert [q.comparator for q in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for over four years", ">"),
        ("over four years ago", ">"),
        ("it happened over four years", "="),
        ("lasting under 30 days", "<"),
    ],
)
def test_over_a_time_bounds_only_where_it_says_how_long(text: str, expected: str) -> None:
    assert [q.comparator for q in quantities(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "additive"),
    [
        ("a further 300 were wounded", True),
        ("imprisoned 19 more", True),
        ("another ten houses", True),
        ("40 others were hurt", True),
        ("an additional 15 trucks", True),
        ("killed 300 people", False),
        ("300 more than last year", False),
        ("more than 300", False),
    ],
)
def test_additions(text: str, additive: bool) -> None:
    assert [q.additive for q in quantities(text)] == [additive]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 10 but fewer than 20 people", ("range", "10", "20", True, True)),
        ("at least 10 and at most 20 people", ("range", "10", "20", False, False)),
    ],
)
def test_a_lower_and_an_upper_bound_are_one_range(text: str, expected: tuple[object, ...]) -> None:
    (quantity,) = quantities(text)
    assert bounds(quantity) == expected


def test_bounds_that_cross_stay_two() -> None:
    assert [q.comparator for q in quantities("more than 40 and less than 10")] == [">", "<"]


@pytest.mark.parametrize("text", ["22 children, at least, were killed", "at the very least 22 children"])
def test_a_comparator_set_off_by_commas(text: str) -> None:
    assert [bounds(q) for q in quantities(text)] == [(">=", "22", None, False, False)]


def test_a_rounded_figure_admits_what_its_digits_imply() -> None:
    (quantity,) = quantities("forced 1.6 million people to flee")
    assert bounds(quantity) == ("=", "1550000", "1650000", False, True)


def test_a_range_is_a_range_whatever_stands_before() -> None:
    (quantity,) = quantities("about 20 to 30 people")
    assert bounds(quantity) == ("range", "20", "30", False, False)


def test_vague_plurals_are_intervals_open_above() -> None:
    (quantity,) = quantities("thousands of families fled")
    assert bounds(quantity) == ("range", "1000", "10000", False, True)
    assert quantity.value == Decimal(1000)


def test_a_bound_ends_where_counting_starts_anew() -> None:
    """ "At least 63, and 18 people": what has a noun of its own behind a comma is told to the unit."""
    told = quantities("Alden had at least 972, Borley at least 63, and 18 people were jailed in Corle.")
    assert [each.comparator for each in told] == [">=", ">=", "="]
    assert [each.comparator for each in quantities("at least 22 children and two teachers")] == [">=", ">="]
