"""`duration`: what must stay silent first, then what must be found."""

from __future__ import annotations

from datetime import date

import pytest

from expectations.rules.duration import RULE

WRITTEN = date(2024, 3, 3)


def stretch(draft, text, words, value, unit, *, comparator="=", low=None, high=None, kind="duration", dates=()):
    made = draft(text, written_on=WRITTEN)
    made.claim(words, value, kind=kind, unit=unit, comparator=comparator, low=low, high=high)
    for found, start, end, grain in dates:
        made.date(found, start, end, grain)
    return made.done()


def day(words, year, month, at):
    return (words, date(year, month, at), date(year, month, at), "day")


def month(words, year, number, last):
    return (words, date(year, number, 1), date(year, number, last), "month")


def year(words, number):
    return (words, date(number, 1, 1), date(number, 12, 31), "year")


def only(extraction, field):
    (finding,) = RULE.run(extraction, field)
    return finding


HELD = [
    ("In the two years since 1 March 2022 nothing moved.", "two years", "2", "year", [day("1 March 2022", 2022, 3, 1)]),
    (
        "In the 24 months since March 2022 nothing moved.",
        "24 months",
        "24",
        "month",
        [month("March 2022", 2022, 3, 31)],
    ),
    (
        "In the 25 months since March 2022 nothing moved.",
        "25 months",
        "25",
        "month",
        [month("March 2022", 2022, 3, 31)],
    ),
    ("In the 733 days since 1 March 2022 nothing moved.", "733 days", "733", "day", [day("1 March 2022", 2022, 3, 1)]),
    ("In the 734 days since 1 March 2022 nothing moved.", "734 days", "734", "day", [day("1 March 2022", 2022, 3, 1)]),
    ("In the three years since 2021 nothing moved.", "three years", "3", "year", [year("2021", 2021)]),
    ("Three years ago, in March 2021, the dam broke.", "Three years", "3", "year", [month("March 2021", 2021, 3, 31)]),
]


@pytest.mark.parametrize(("text", "words", "value", "unit", "dates"), HELD)
def test_held(draft, empty_field, text, words, value, unit, dates):
    assert only(stretch(draft, text, words, value, unit, dates=dates), empty_field).status == "consistent"


LEFT_OPEN = [
    ("For ten years the valley has waited.", "ten years", "10", "year", []),
    (
        "Three years after the vote of May 2015 the hall burned.",
        "Three years",
        "3",
        "year",
        [month("May 2015", 2015, 5, 31)],
    ),
    ("In the past five years the valley has waited.", "five years", "5", "year", []),
]


@pytest.mark.parametrize(("text", "words", "value", "unit", "dates"), LEFT_OPEN)
def test_left_open(draft, empty_field, text, words, value, unit, dates):
    assert only(stretch(draft, text, words, value, unit, dates=dates), empty_field).status == "not_checkable"


NO_TIME_GONE_BY = [
    ("She got 12 years in prison since 2015.", "12 years", "12", "year"),
    ("Answer within 30 days.", "30 days", "30", "day"),
    ("A girl 12 years old fled.", "12 years", "12", "year"),
    ("Over the next 10 years the valley will wait.", "10 years", "10", "year"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), NO_TIME_GONE_BY)
def test_no_time_gone_by(draft, empty_field, text, words, value, unit):
    finding = only(stretch(draft, text, words, value, unit), empty_field)
    assert finding.message.startswith("The letter names no stretch")


def test_a_date_named_elsewhere_may_be_the_start(draft, empty_field):
    text = "Since 1 February 2021 the mill is shut. For over three years we wait."
    made = draft(text, written_on=WRITTEN).date("1 February 2021", date(2021, 2, 1))
    made.claim("three years", "3", kind="duration", unit="year", comparator=">")
    assert only(made.done(), empty_field).status == "consistent"


def test_a_letter_without_a_date(draft, empty_field):
    made = draft("In the two years since 1 March 2022 nothing moved.").date("1 March 2022", date(2022, 3, 1))
    made.dates.clear()
    made.claim("two years", "2", kind="duration", unit="year")
    assert "bears none" in only(made.done(), empty_field).message


OFF = [
    (
        "In the five years since 1 March 2022 nothing moved.",
        "five years",
        "5",
        "year",
        "=",
        [day("1 March 2022", 2022, 3, 1)],
    ),
    (
        "In the 12 months since March 2022 nothing moved.",
        "12 months",
        "12",
        "month",
        "=",
        [month("March 2022", 2022, 3, 31)],
    ),
    (
        "In more than three years since 1 March 2022 nothing.",
        "three years",
        "3",
        "year",
        ">",
        [day("1 March 2022", 2022, 3, 1)],
    ),
    (
        "In the 700 days since 1 March 2022 nothing moved.",
        "700 days",
        "700",
        "day",
        "=",
        [day("1 March 2022", 2022, 3, 1)],
    ),
]


@pytest.mark.parametrize(("text", "words", "value", "unit", "comparator", "dates"), OFF)
def test_off(draft, empty_field, text, words, value, unit, comparator, dates):
    finding = only(stretch(draft, text, words, value, unit, comparator=comparator, dates=dates), empty_field)
    assert (finding.status, finding.severity) == ("inconsistent", "warning")
    assert "1 March 2022 to 3 March 2024: 2 years" in finding.expected or unit != "year"


def test_an_anniversary_marked_today(draft, empty_field):
    text = "Today marks the third anniversary of 5 March 2022."
    finding = only(
        stretch(draft, text, "third", "3", None, kind="ordinal", dates=[day("5 March 2022", 2022, 3, 5)]), empty_field
    )
    assert finding.status == "inconsistent"
    right = text.replace("third", "second")
    assert (
        only(
            stretch(draft, right, "second", "2", None, kind="ordinal", dates=[day("5 March 2022", 2022, 3, 5)]),
            empty_field,
        ).status
        == "consistent"
    )


def test_an_anniversary_told_of_the_past_is_left_alone(draft, empty_field):
    text = "On the first anniversary of 5 March 2019 the police came."
    finding = only(
        stretch(draft, text, "first", "1", None, kind="ordinal", dates=[day("5 March 2019", 2019, 3, 5)]), empty_field
    )
    assert finding.status == "not_checkable"


def test_a_date_of_the_sentence_is_no_end_in_a_letter_without_a_date(draft, empty_field):
    made = draft("It is two years since 1 March 2022, and a year since we wrote, on 1 April 2023.")
    made.date("1 March 2022", date(2022, 3, 1)).date("1 April 2023", date(2023, 4, 1))
    made.claim("two years", "2", kind="duration", unit="year")
    assert only(made.done(), empty_field).status == "not_checkable"
