"""`repeated-figure`: figures that only look alike first, then one figure with two values."""

from __future__ import annotations

from datetime import date

import pytest

from claims.model import Period
from expectations.rules.repeated_figure import RULE


def two(draft, text, first, second, **more):
    made = draft(text)
    for words, value in (first, second):
        made.claim(words, value, **more)
    return made.done()


def loud(extraction, field):
    return [f for f in RULE.run(extraction, field) if f.status == "inconsistent" and f.severity != "info"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The flood killed 12 people in Alden. The flood killed 30 people in Borley.", "12 people", "30 people"),
        ("The first raid killed 12 people. The second raid killed 30 people.", "12 people", "30 people"),
        ("The army killed 900 people. Of these the army killed 300 people from the air.", "900 people", "300 people"),
        ("The army killed 900 people. The army killed 300 people in airstrikes.", "900 people", "300 people"),
        (
            "The raid killed 12 people in the morning. The raid killed 14 people in the evening.",
            "12 people",
            "14 people",
        ),
        ("The dam displaced 900 people. The dam fed 940 people.", "900 people", "940 people"),
        ("The army killed 900 people and 940 people fled.", "900 people", "940 people"),
        ("In Alden the raid killed 90 people. The raid in Borley killed 95 people.", "90 people", "95 people"),
        ("The raid killed 12 women. It was bad. Others the raid killed 13 women.", "12 women", "13 women"),
    ],
)
def test_two_figures(draft, empty_field, text, first, second):
    assert loud(two(draft, text, (first, first.split()[0]), (second, second.split()[0])), empty_field) == []


def test_two_periods(draft, empty_field):
    made = draft("By May the dam had displaced 900 people. By June the dam had displaced 990 people.")
    for words, month in (("900 people", 5), ("990 people", 6)):
        period = Period(text=str(month), span=None, start=None, end=date(2023, month, 1), grain="month")
        made.claim(words, words.split()[0], period=period)
    assert loud(made.done(), empty_field) == []


def test_two_counters(draft, empty_field):
    made = draft("The dam displaced 900 people. The dam displaced 990 people.")
    made.claim("900 people", "900", attribution="a").claim("990 people", "990", attribution="b")
    assert loud(made.done(), empty_field) == []


def test_compatible_bounds(draft, empty_field):
    made = draft("The dam displaced more than 900 people. The dam displaced at least 140 people.")
    made.claim("900 people", "900", comparator=">").claim("140 people", "140", comparator=">=")
    assert loud(made.done(), empty_field) == []


def test_given_twice_alike(draft, empty_field):
    text = "The dam displaced 900 people. In all the dam displaced 900 people."
    made = draft(text).claim("900 people", "900").claim("900 people", "900", after="In all")
    assert [f.status for f in RULE.run(made.done(), empty_field)] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The dam displaced 4,120 families. The dam displaced 4,210 families.", "4,120 families", "4,210 families"),
        (
            "The dam displaced 900 people. Since it was filled the dam has displaced 940 people.",
            "900 people",
            "940 people",
        ),
        (
            "Letter on the dam that displaced 1,204 people\nThe dam at Alden displaced 1,240 people.",
            "1,204 people",
            "1,240 people",
        ),
    ],
)
def test_one_figure_with_two_values(draft, empty_field, text, first, second):
    pair = [(words, words.split()[0].replace(",", "")) for words in (first, second)]
    (finding,) = loud(two(draft, text, *pair), empty_field)
    assert (finding.severity, finding.claim_ids) == ("warning", ("c0", "c1"))
    assert [span.of(text) for span in finding.spans] == [first, second]


def test_a_bound_hardened_to_a_number(draft, empty_field):
    made = draft("The dam displaced at least 500 people. The dam displaced 500 people.")
    made.claim("500 people", "500", comparator=">=").claim("500 people", "500", after="The dam displaced 500")
    (finding,) = RULE.run(made.done(), empty_field)
    assert (finding.status, finding.severity) == ("inconsistent", "info")
