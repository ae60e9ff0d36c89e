"""The grammar of dates: what is one, which parts it has, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.times.grammar.datespans import DateParts, find_date_spans, opens_as_date


def found(text: str) -> list[str]:
    return [date.text for date in find_date_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "22 may have died",
        "they may 5 times",
        "march on",
        "about 2000 people fled",
        "more than 2020 refugees",
        "$1999",
        "2,019 homes",
        "1,000 to 2,000 staff",
        "1000 to 2000 hires",
        "2020 people",
        "a ratio of 3:1",
        "1.5.22",
        "99/12/31/4",
        "at 1999.5",
        "sec. 5",
        "the second of them",
    ],
)
def test_these_are_no_dates(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In March 31 people were killed", "March"),
        ("in 2019 300 people", "2019"),
        ("6,107.31 August 2019", "August 2019"),
        ("from 12 May to", "12 May"),
        ("until at least 2024.", "2024"),
        ("the 2020 elections", "2020"),
    ],
)
def test_where_a_date_ends(text: str, date: str) -> None:
    assert found(text) == [date]


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("12 May 2025", "day", DateParts(day=12, month=5, year=2025), None),
        ("May 12, 2025", "day", DateParts(day=12, month=5, year=2025), None),
        ("12th of May, 2025", "day", DateParts(day=12, month=5, year=2025), None),
        ("the 12\nMay 2025", "day", DateParts(day=12, month=5, year=2025), None),
        ("17 April", "day", DateParts(day=17, month=4), None),
        ("Oct. 31", "day", DateParts(day=31, month=10), None),
        ("၁၂ May ၂၀၂၅", "day", DateParts(day=12, month=5, year=2025), None),
        ("2021-02-01", "day", DateParts(day=1, month=2, year=2021), None),
        ("2021-02-01T10:00:00Z", "day", DateParts(day=1, month=2, year=2021), None),
        ("3–9 May 2024", "days", DateParts(day=3, month=5, year=2024), DateParts(day=9, month=5, year=2024)),
        ("May 3-9, 2024", "days", DateParts(day=3, month=5, year=2024), DateParts(day=9, month=5, year=2024)),
        ("from 4 to 22 January", "days", DateParts(day=4, month=1), DateParts(day=22, month=1)),
        ("February 2021", "month", DateParts(month=2, year=2021), None),
        ("since February", "month", DateParts(month=2), None),
        ("3/2015", "month", DateParts(month=3, year=2015), None),
        ("2016-03", "month", DateParts(month=3, year=2016), None),
        ("January to March 2024", "months", DateParts(month=1, year=2024), DateParts(month=3, year=2024)),
        ("in 2021", "year", DateParts(year=2021), None),
        ("2019–2021", "years", DateParts(year=2019), DateParts(year=2021)),
        ("2019-20", "years", DateParts(year=2019), DateParts(year=2020)),
        ("between 2019 and 2021", "years", DateParts(year=2019), DateParts(year=2021)),
        ("Q4 2023", "quarter", DateParts(quarter=4, year=2023), None),
        ("the first quarter of 2024", "quarter", DateParts(quarter=1, year=2024), None),
        ("the first half of 2024", "half", DateParts(half=1, year=2024), None),
        ("H1 2023", "half", DateParts(half=1, year=2023), None),
        ("summer 2016", "season", DateParts(season="summer", year=2016), None),
        ("the 1990s", "decade", DateParts(year=1990), None),
        ("the '90s", "decade", DateParts(year=90), None),
        ("the mid-1980s", "decade", DateParts(year=1980), None),
        ("pre-2021", "year", DateParts(year=2021), None),
        ("3rd quarter", "quarter", DateParts(quarter=3), None),
        ("FY2022-23", "fiscal_year", DateParts(year=2022), DateParts(year=2023)),
    ],
)
def test_parts(text: str, kind: str, start: DateParts, end: DateParts | None) -> None:
    (date,) = find_date_spans(text)
    assert (date.kind, date.start, date.end) == (kind, start, end)


def test_a_numeric_date_keeps_its_order() -> None:
    (date,) = find_date_spans("on 12/03/2021")
    assert (date.kind, date.numbers, date.start.day, date.start.month) == ("numeric", (12, 3, 2021), None, None)


@pytest.mark.parametrize(
    "text",
    [
        "9:35 PM",
        "8.30pm",
        "11 a.m.",
        "14:00",
        "7 o'clock",
        "5 to 6 p.m.",
        "4pm till 5pm",
        "7 in the evening",
        "10 past 9",
        "tonight at 7",
        "half past 9",
    ],
)
def test_clock_times(text: str) -> None:
    assert [date.kind for date in find_date_spans(text)] == ["clock"]


@pytest.mark.parametrize("text", ["the 21st century", "the 19th and 20th centuries", "twentieth century"])
def test_centuries(text: str) -> None:
    assert [date.kind for date in find_date_spans(text)] == ["century"]


@given(
    st.integers(1, 28),
    st.integers(1, 12).filter(lambda m: m != 5),
    st.integers(1900, 2099),
    st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}. {m} {y}", "{d} {m}, {y}"]),
)
def test_a_rendered_date_is_found_whole(day: int, month: int, year: int, form: str) -> None:
    name = [
        "",
        "January",
        "February",
        "March",
        "April",
        "",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ][month]
    (date,) = find_date_spans("It fell on " + form.format(d=day, m=name, y=year) + ", they say.")
    assert (date.start.day, date.start.month, date.start.year) == (day, month, year)


@given(st.text(alphabet="0123456789 /-.:,MayJun'st", max_size=60))
def test_spans_are_sorted_and_apart(text: str) -> None:
    dates = find_date_spans(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(dates))
    assert all(date.span.of(text) == date.text for date in dates)


@pytest.mark.parametrize("text", ["Harbour Flood", "the flood of May 2021", "«May 2021»", "", "Reform 2021"])
def test_what_begins_otherwise_is_no_date_alone(text: str) -> None:
    assert not opens_as_date(text)


@pytest.mark.parametrize(
    "text", ["February 2021", "3 May 2021", "٣ May 2021", "'21 May", "Q1 2020", "the 3rd of May 2021", "2021-05-03"]
)
def test_what_is_a_date_alone_opens_as_one(text: str) -> None:
    alone = [date.span.start for date in find_date_spans(text)][:1] == [0]
    assert opens_as_date(text) or not alone


@pytest.mark.parametrize("text", ["İzmir, 3 MAY 2022", "on 3 mAy 2022 in İZMİR", "IN Q1 2023", "2024-03-01T10:00Z İ"])
def test_capitals_hide_no_date_and_move_none(text: str) -> None:
    (date,) = find_date_spans(text)
    assert text[date.span.start : date.span.end] == date.text
    assert date.start.year in (2022, 2023, 2024)
