"""`date-order`: what must stay silent first, then what must be found."""

from __future__ import annotations

from datetime import date

import pytest

from claims.model import Span
from expectations.clauses.calendar import impossible_dates, weekday_beside
from expectations.rules.date_order import RULE

WRITTEN = date(2023, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "the vote of 30 June and 31 July",
        "29 February 2024",
        "on 29 February",
        "In June 31 people were detained",
        "they may 31 times",
        "2023-06-30",
        "version 3.31 June",
        "June 2031",
        "31 May 2023",
        "the 45 March protesters",
    ],
)
def test_possible(text):
    assert impossible_dates(text) == []


@pytest.mark.parametrize(
    ("text", "words", "last"),
    [
        ("on 31 June.", "31 June", 30),
        ("on the 31st of April 2020", "31st of April 2020", 30),
        ("on February 30, 2020", "February 30, 2020", 29),
        ("on 29 February 2023", "29 February 2023", 28),
        ("November 31st", "November 31st", 30),
        ("dated 2023-06-31", "2023-06-31", 30),
        ("on 32 May 2020", "32 May 2020", 31),
    ],
)
def test_impossible(text, words, last):
    (found,) = impossible_dates(text)
    assert (found.text, found.last_day) == (words, last)


@pytest.mark.parametrize(
    ("text", "words", "weekday"),
    [
        ("On Monday, 12 April 2023, they", "12 April 2023", ("Monday", 0)),
        ("On Wed 12 April 2023 they", "12 April 2023", ("Wed", 2)),
        ("On 12 April 2023 (Friday) they", "12 April 2023", ("Friday", 4)),
        ("On Sunday 12 April 2023 they", "Sunday 12 April 2023", ("Sunday", 6)),
        ("We sat on 12 April 2023, Satisfied", "12 April 2023", None),
        ("The sun on 12 April 2023", "12 April 2023", None),
    ],
)
def test_weekday_beside(text, words, weekday):
    at = text.index(words)
    assert weekday_beside(text, Span(at, at + len(words))) == weekday


def findings(draft, field, text, *mentions, published_on=None):
    made = draft(text, written_on=WRITTEN, published_on=published_on)
    for words, when, year in mentions:
        made.date(words, when, year=year)
    return RULE.run(made.done(), field)


@pytest.mark.parametrize(
    ("text", "words", "when", "year"),
    [
        ("On Wednesday, 12 April 2023, two guards left.", "12 April 2023", date(2023, 4, 12), True),
        ("On Tuesday, 12 April, two guards left.", "12 April", date(2023, 4, 12), False),
        ("The vote will be held on 30 June 2023.", "30 June 2023", date(2023, 6, 30), True),
        ("The court announced the hearing of 12 June 2023.", "12 June 2023", date(2023, 6, 12), True),
        ("They were told by the guards to leave by 12 June 2023.", "12 June 2023", date(2023, 6, 12), True),
        ("The ban was extended from 3 May to 12 June 2023.", "12 June 2023", date(2023, 6, 12), True),
        ("The ban was extended until 12 June 2023.", "12 June 2023", date(2023, 6, 12), True),
        ("The guards were dismissed on 3 May 2023.", "3 May 2023", date(2023, 5, 3), True),
    ],
)
def test_silent(draft, empty_field, text, words, when, year):
    assert {finding.status for finding in findings(draft, empty_field, text, (words, when, year))} == {"consistent"}


def test_a_repost_may_be_newer(draft, empty_field):
    text = "The guards were dismissed on 9 May 2023."
    found = findings(draft, empty_field, text, ("9 May 2023", date(2023, 5, 9), True), published_on=date(2023, 5, 20))
    assert {finding.status for finding in found} == {"consistent"}


def test_a_page_looked_at_later(draft, empty_field):
    made = draft("Shut.[1]\n[1] Rights Report, accessed 9 June 2023", written_on=WRITTEN).mark("1")
    made.note("1", published_on=date(2023, 6, 9))
    assert {finding.status for finding in RULE.run(made.done(), empty_field)} == {"consistent"}


def test_a_letter_without_a_date(draft, empty_field):
    assert [finding.status for finding in RULE.run(draft("The mill is shut.").done(), empty_field)] == ["not_checkable"]


def test_an_impossible_date_is_an_error(draft, empty_field):
    (finding,) = findings(draft, empty_field, "It was put to the vote on 31 June.")
    assert (finding.severity, finding.message) == ("error", "“31 June” is no date: June has 30 days.")
    assert [len(span) for span in finding.spans] == [len("31 June")]


def test_a_wrong_weekday(draft, empty_field):
    (finding,) = findings(
        draft, empty_field, "On Monday, 12 April 2023, two left.", ("12 April 2023", date(2023, 4, 12), True)
    )
    assert (finding.status, finding.severity, finding.expected) == ("inconsistent", "warning", "Wednesday")


def test_told_as_past_and_dated_later(draft, empty_field):
    text = "On 12 June 2023 soldiers killed a nurse."
    (finding,) = findings(draft, empty_field, text, ("12 June 2023", date(2023, 6, 12), True))
    assert (finding.status, finding.severity) == ("inconsistent", "warning")


def test_told_as_past_in_the_month_of_may(draft, empty_field):
    text = "On 12 May 2023 a nurse was killed by soldiers."
    (finding,) = findings(draft, empty_field, text, ("12 May 2023", date(2023, 5, 12), True))
    assert (finding.status, finding.severity) == ("inconsistent", "warning")


def test_a_document_cited_before_it_was_written(draft, empty_field):
    made = draft("Shut.[1]\n[1] Rights Report, 9 June 2023", written_on=WRITTEN).mark("1")
    made.note("1", published_on=date(2023, 6, 9))
    (finding,) = RULE.run(made.done(), empty_field)
    assert (finding.status, finding.severity) == ("inconsistent", "warning")
