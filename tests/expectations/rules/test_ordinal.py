"""`ordinal`: what must stay silent first, then what must be found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from claims.relations.datings.spans_endings import ending_of, ordinal_forms
from expectations.rules.ordinal import RULE


@given(st.integers(0, 10_000))
def test_the_ending_of_any_number(value):
    assert num2words(value, to="ordinal_num") == f"{value}{ending_of(value)}"


@pytest.mark.parametrize(
    "text",
    ["file53nd", "https://example.org/53nd", "a=53nd", "53ndx", "the 88 Generation", "53 nd"],
)
def test_no_ordinal(text):
    assert list(ordinal_forms(text)) == []


def silent(read, field, text):
    return [f.message for f in RULE.run(read(text), field) if f.status == "inconsistent"] == []


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
def test_silent(read, empty_field, text):
    assert silent(read, empty_field, text)


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
def test_found(read, empty_field, text, right):
    found = [f for f in RULE.run(read(text), empty_field) if f.status == "inconsistent"]
    assert found[0].severity == "warning"
    assert found[0].expected == right


def test_spans_stand_in_the_source(read, empty_field):
    made = read("At the 31<sup>th</sup> meeting.")
    (finding,) = RULE.run(made, empty_field)
    assert finding.spans[0].of(made.letter.text).startswith("31<sup>th")


@pytest.mark.parametrize(
    "text",
    [
        "This is our fourth letter; those of May 2021, June 2022 and July 2023 were not answered.",
        "We write for the third time. Our first letter, of May 2021, asked for wells. Our second, of May 2022, too.",
        "At the fourth sitting the owners left. We ask you to vote at the fifth sitting on 7 June 2024.",
        "The 46th session of the Forum met in May 2023. The 77th session of the Board met in March 2022.",
        "The third meeting of the Board met in May 2023. The second meeting of the Forum met in June 2023.",
        "The first house fell in May 2022 and the second in April 2022.",
    ],
)
def test_a_series_that_fits(read, empty_field, text):
    assert silent(read, empty_field, text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("This is our fifth letter; those of May 2021, June 2022 and July 2023 were not answered.", "4"),
        (
            "We write for the fifth time. Our first letter, of May 2021, asked for wells. Our second, of May 2022, for "
            "a road.",
            "3",
        ),
        ("At the fourth sitting the owners left. We ask you to vote at the third sitting on 7 June 2024.", "5"),
        ("The fourth summit met in May 2022. The third summit met in June 2023.", "5"),
    ],
)
def test_a_series_that_does_not(read, empty_field, text, right):
    (finding,) = [f for f in RULE.run(read(text), empty_field) if f.status == "inconsistent"]
    assert (finding.severity, finding.expected) == ("warning", right)
