"""`date-order`: what must stay silent first, then what must be found, in letters read as they are; of 3 May 2023."""

from __future__ import annotations

from datetime import date

import pytest

from expectations.rules.date_order import RULE

SILENT = [
    "On Wednesday, 12 April 2023, two guards left.",
    "On Wednesday, 12 April, two guards left.",
    "The vote will be held on 30 June 2023.",
    "The court announced the hearing of 12 June 2023.",
    "They were told by the guards to leave by 12 June 2023.",
    "The ban was extended from 3 May to 12 June 2023.",
    "The ban was extended until 12 June 2023.",
    "The guards were dismissed on 3 May 2023.",
    "The court will hear what police did on 12 June 2022.",
    "We will remember those who were killed on 12 June 2022.",
    "In 2021 the council met on Monday, 3 May. It jailed 12 nurses.",
    "The coup came in 2021. On Sunday, 28 February, police arrested 12 people.",
    "Chronology of 2021\n\nMonday, 3 May: soldiers shot 12 nurses.\n\nTuesday, 4 May: they shot 40 monks.",
    "The strike of 2021 ran from Monday, 3 May, to Friday, 7 May.",
    "From August to March 2023 the ward was shut.",
    "From October 2022 to March 2023 the ward was shut.",
    "On Thursday, 8 June, a hearing is scheduled.",
    "From 12 October to 3 March the ward was shut.",
    "We began on 7 August 2015. It was a Friday.",
    "We began on 8 August 2015 and again on 9 May 2016. It was a Friday.",
    "We began on 8 August 2015. It was a good Friday for us.",
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text, read, empty_field):
    found = RULE.run(read(text, written=date(2023, 5, 3)), empty_field)
    assert "inconsistent" not in {finding.status for finding in found}, found


BROKEN = [
    ("The vote was held on 31 April.", "“31 April” is no date: April has 30 days."),
    ("On 31/06/2022 police arrested 12 farmers.", "“31/06/2022” is no date: June has 30 days."),
    ("On 25/13/2022 police arrested 12 farmers.", "“25/13/2022” is no date: no year has such a month."),
    ("On Monday, 12 April 2023, two left.", "Monday does not fit 12 April 2023: 12 April 2023 was a Wednesday."),
    ("It was a Friday morning, 15 April 2023.", "Friday does not fit 15 April 2023: 15 April 2023 was a Saturday."),
    ("We began on 8 August 2015. It was a Friday.", "Friday does not fit 8 August 2015: 8 August 2015 was a Saturday."),
    ("On Friday 12 April one of us was jailed.", "Friday does not fit 12 April: 12 April 2023 was a Wednesday."),
    (
        "From 1 August 2022 to 31 March 2022 the ward was shut.",
        "1 August 2022 to 31 March 2022: the end lies before the beginning.",
    ),
    ("On 12 June 2023 soldiers killed a nurse.", "12 June 2023 is told as past, but the letter is of 3 May 2023."),
    ("A nurse was killed on 12 May 2023.", "12 May 2023 is told as past, but the letter is of 3 May 2023."),
    (
        "The session, which ended on 4 June 2023, said nothing.",
        "4 June 2023 is told as past, but the letter is of 3 May 2023.",
    ),
    (
        "The vote will be held on 3 March 2023.",
        "3 March 2023 is told as to come, but the letter is of 3 May 2023.",
    ),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_broken(text, message, read, empty_field):
    found = RULE.run(read(text, written=date(2023, 5, 3)), empty_field)
    assert [finding.message for finding in found] == [message]
    assert {finding.status for finding in found} == {"inconsistent"}


def test_an_impossible_date_is_an_error(read, empty_field):
    (finding,) = RULE.run(read("It was put to the vote on 31 June.", written=date(2023, 5, 3)), empty_field)
    assert finding.severity == "error"
    assert [len(span) for span in finding.spans] == [len("31 June")]


def test_a_weekday_that_fits_is_held_only_where_one_day_can_be_meant(read, empty_field):
    (finding,) = RULE.run(read("On Wednesday, 12 April 2023, two left.", written=date(2023, 5, 3)), empty_field)
    assert (finding.status, finding.message) == ("consistent", "Wednesday fits 12 April 2023.")
    (finding,) = RULE.run(read("On Monday, 8 January, two will leave.", written=date(2023, 5, 3)), empty_field)
    assert finding.status == "not_checkable"


def test_a_letter_without_a_date(read, empty_field):
    assert [f.status for f in RULE.run(read("The mill is shut.", written=None), empty_field)] == ["not_checkable"]


@pytest.mark.parametrize(
    ("note", "statuses"),
    [("Rights Report, 9 June 2023", ["inconsistent"]), ("Rights Report, accessed 9 June 2023", ["not_checkable"])],
)
def test_a_document_cited_before_it_was_written(note, statuses, read, empty_field):
    extraction = read(f"The mill is shut.[1]\n\nNotes\n\n[1] {note}", written=date(2023, 5, 3))
    assert [finding.status for finding in RULE.run(extraction, empty_field)] == statuses
