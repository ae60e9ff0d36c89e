"""`ordinal`: what must stay silent first, then what must be found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from expectations.rules.ordinal import RULE, ending_of, find_ordinals


@given(st.integers(0, 10_000))
def test_the_ending_of_any_number(value):
    assert num2words(value, to="ordinal_num") == f"{value}{ending_of(value)}"


@pytest.mark.parametrize(
    "text",
    ["file53nd", "https://example.org/53nd", "a=53nd", "53ndx", "the 88 Generation", "53 nd"],
)
def test_no_ordinal(text):
    assert find_ordinals(text) == []


def silent(draft, field, text):
    return [f.message for f in RULE.run(draft(text).done(), field) if f.status == "inconsistent"] == []


@pytest.mark.parametrize(
    "text",
    [
        "On 2nd May, at the 111th meeting of the 23rd year, the 12th item fell.",
        "The 1,001st day.",
        "At the 32nd session of the Council, states will consider the draft (A/HRC/32/L.9).",
        "The report A/HRC/53/52 was requested at the 50th session of the Council.",
        "At the 52nd session, following A/HRC/51/7, the Council met.",
        "At the 41st session and the 42nd session the Council has A/HRC/42/L.3 before it.",
        "The 46th ASEAN Summit in 2025 was long.",
        "The 53rd session of the Human Rights Council, 6 July 2023, was long.",
        "The 77th session of the General Assembly in 2023 was long.",
        "The 12th session of the city council in 2023 was long.",
        "At its 50th session, the Committee considered the report A/HRC/53/5.",
        "At the 45th session of the Committee, the report A/HRC/30/5 was discussed.",
        "The 45th session of the Forum, as the General Assembly decided in 2012, was long.",
        "At its 45th session in 2012 the Committee thanked the General Assembly.",
        "The 21st century began in 2001.",
    ],
)
def test_silent(draft, empty_field, text):
    assert silent(draft, empty_field, text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Update to the Council – 53nd Session, 6 July.", "53rd"),
        ("The 11st hour.", "11th"),
        ("On the 22th of May.", "22nd"),
        ("The 3th time, the 1,002th.", "3rd"),
        ("At the 31<sup>th</sup> meeting.", "31st"),
        ("At the 41st session of the Council, states will consider the draft (A/HRC/40/L.7).", "40th"),
        ("Human Rights Council, 53rd session, 6 July 2021.", "2023"),
        ("The 46th ASEAN Summit in 2024 was long.", "2025"),
        ("The 53rd session of the Human Rights Council, 6 July 2021, was long.", "2023"),
    ],
)
def test_found(draft, empty_field, text, right):
    found = [f for f in RULE.run(draft(text).done(), empty_field) if f.status == "inconsistent"]
    assert found[0].severity == "warning"
    assert found[0].expected == right


def test_spans_stand_in_the_source(draft, empty_field):
    made = draft("At the 31<sup>th</sup> meeting.").done()
    (finding,) = RULE.run(made, empty_field)
    assert finding.spans[0].of(made.letter.text).startswith("31<sup>th")
