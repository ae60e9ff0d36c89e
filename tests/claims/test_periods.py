"""The time a figure speaks of: from its words, from sentences before, from the cited note, each said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from claims.model import Claim, Period

Reader = Callable[..., Extraction]
LETTER = date(2023, 8, 15)


def last(extraction: Extraction) -> Claim:
    return extraction.claims[-1]


def period(read: Reader, body: str) -> Period:
    found = last(read(body)).period
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("body", "start", "end", "grain"),
    [
        ("Since February 2021, the army has killed 30 people.", date(2021, 2, 1), LETTER, "month"),
        ("Since 12 May, the army has killed 30 people.", date(2023, 5, 12), LETTER, "day"),
        ("Since your talks with the general on 17 April, it has killed 30 people.", date(2023, 4, 17), LETTER, "day"),
        ("Since the failed coup, the army has killed 30 people.", date(2020, 3, 5), LETTER, "day"),
        ("The army killed 30 people from May to July 2022.", date(2022, 5, 1), date(2022, 7, 31), "month"),
        ("From May 2021 to July 2022, it killed 30 people.", date(2021, 5, 1), date(2022, 7, 31), "month"),
        ("Between 1 March and 3 April, it killed 30 people.", date(2023, 3, 1), date(2023, 4, 3), "day"),
        ("In 2022, the army killed 30 people.", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("In March 2022 the army killed 30 people.", date(2022, 3, 1), date(2022, 3, 31), "month"),
        ("In the first quarter of 2022 it killed 30 people.", date(2022, 1, 1), date(2022, 3, 31), "quarter"),
        ("In the first four months of 2022 it killed 30 people.", date(2022, 1, 1), date(2022, 4, 30), "month"),
        ("In the last two weeks of May 2022 it killed 30 people.", date(2022, 5, 18), date(2022, 5, 31), "week"),
        ("By 1 August, the army had killed 30 people.", None, date(2023, 8, 1), "day"),
        ("As of 12 July 2023, 30 people are in detention.", None, date(2023, 7, 12), "day"),
        ("Last week the army killed 30 people.", date(2023, 8, 7), date(2023, 8, 13), "week"),
        ("This year the army has killed 30 people.", date(2023, 1, 1), LETTER, "year"),
        ("So far this year, it has killed 30 people.", date(2023, 1, 1), LETTER, "year"),
        ("Over the past year, it has killed 30 people.", date(2022, 8, 1), LETTER, "year"),
        ("Over the past six months, it has killed 30 people.", date(2023, 2, 1), LETTER, "month"),
        ("Over the last three weeks, it killed 30 people.", date(2023, 7, 25), LETTER, "week"),
        ("Within ten days of the coup, it killed 30 people.", date(2020, 3, 5), date(2020, 3, 15), "day"),
        ("In the two weeks after 3 May 2022 it killed 30 people.", date(2022, 5, 3), date(2022, 5, 17), "day"),
        ("It lied on 2 April; since then it has killed 30 people.", date(2023, 4, 2), LETTER, "day"),
        ("In the three years since the coup, it killed 30 people.", date(2020, 3, 5), LETTER, "day"),
        ("In 2023, of which 30 people were killed by 10 July.", date(2023, 1, 1), date(2023, 7, 10), "year"),
        ("On 12 May 2022 the army killed 30 people.", date(2022, 5, 12), date(2022, 5, 12), "day"),
        (
            "Since 2021 they left; on 12 May 2022 the army killed 30 people.",
            date(2022, 5, 12),
            date(2022, 5, 12),
            "day",
        ),
        ("The army, which rebelled in 2021, has killed 30 people since May.", date(2023, 5, 1), LETTER, "month"),
    ],
)
def test_own_words(read: Reader, body: str, start: date | None, end: date, grain: str) -> None:
    found = period(read, body)
    assert (found.start, found.end, found.grain) == (start, end, grain)


@pytest.mark.parametrize(
    "words",
    [
        "the coup",
        "the failed coup",
        "the 2020 coup",
        "the March 2020 coup",
        "the 5 March coup",
        "the coup of 5 March",
        "the coup on 5 March 2020",
        "the military coup in March 2020",
    ],
)
def test_since_the_coup_in_all_its_wordings(read: Reader, words: str) -> None:
    found = period(read, f"Since {words}, the army has killed 30 people.")
    assert (found.start, found.grain, found.anchor) == (date(2020, 3, 5), "day", "coup_2020")


@pytest.mark.parametrize(
    "body",
    [
        "The army, which rebelled in 2021, has killed 30 people.",
        "Under a law adopted in 2016, 30 people were killed.",
        "In its report of 3 May 2023, the monitor counts 30 people killed.",
        "That is 30 people more than in 2021.",
        "It is a rise of 30 people on 2022.",
        "The 30 states bound by the plan (2022) and the 2008 constitution are silent.",
        "Of 30 people, of whom some fled after 1 March 2021, nobody speaks.",
        "Since the mutiny, the army has killed 30 people.",
    ],
)
def test_a_date_of_something_else_starts_no_period(read: Reader, body: str) -> None:
    assert period(read, body).start is None


def test_a_part_keeps_its_own_year(read: Reader) -> None:
    whole, part = read("The army killed 1,295 people, as the monitors say, 631 of them in 2023.").claims
    assert part.period is not None
    assert part.period.start == date(2023, 1, 1)
    assert whole.period is None or whole.period.start != date(2023, 1, 1)


def test_two_figures_of_a_sentence_keep_their_own_years(read: Reader) -> None:
    first, second = read("In 2021, 30 people were killed, and in 2022, 50.").claims
    assert first.period is not None
    assert second.period is not None
    assert (first.period.start, second.period.start) == (date(2021, 1, 1), date(2022, 1, 1))


def test_what_a_sentence_does_not_say_it_inherits_and_says_so(read: Reader) -> None:
    found = period(read, "Since February 2021, towns burn. So far, the army has killed 30 people.")
    assert (found.start, found.end, found.text) == (date(2021, 2, 1), LETTER, "So far")
    assert found.inherited == "start from the sentence before; end from the letter's date"


def test_the_perfect_inherits_from_the_sentence_before_in_its_paragraph_only(read: Reader) -> None:
    near = period(read, "Since the coup, towns burn. The army has killed 30 people.")
    assert near.anchor == "coup_2020"
    assert "the sentence before" in (near.inherited or "")
    further = period(read, "Since the coup, towns burn. They are poor. The army has killed 30 people.")
    assert further.start is None
    other = period(read, "Since the coup, towns burn.\n\nThe army has killed 30 people.")
    assert other.start is None


def test_to_date_looks_further_back(read: Reader) -> None:
    near = period(read, "Since the coup, towns burn. They are poor. To date, the army has killed 30 people.")
    assert near.anchor == "coup_2020"
    assert "2 sentences before" in (near.inherited or "")


def test_a_plain_present_inherits_nothing(read: Reader) -> None:
    assert period(read, "Since February 2021, towns burn. Today 30 people are in detention.").start != date(2021, 2, 1)


def test_the_cited_note_gives_the_end(read: Reader) -> None:
    body = "To date, the army has killed 30 people.[1] It lies.\n\nNotes\n\n[1] Atria Monitor, 7 August 2023"
    claim = read(body).claims[0]
    assert claim.period is not None
    assert claim.period.end == date(2023, 8, 7)
    assert "cited note 1" in (claim.period.inherited or "")


def test_a_length_of_time_finds_the_event_it_is_counted_from(read: Reader) -> None:
    body = "Since the failed coup, the army lies.\n\nOver the past 41 months, it has burned towns."
    claim = last(read(body))
    assert claim.kind == "duration"
    assert claim.period is not None
    assert (claim.period.start, claim.period.anchor) == (date(2020, 3, 1), "coup_2020")


def test_a_length_that_fits_no_event_has_no_anchor(read: Reader) -> None:
    body = "Since the failed coup, the army lies.\n\nOver the past 60 months, it has burned towns."
    claim = last(read(body))
    assert claim.period is not None
    assert claim.period.anchor is None


def test_years_after_an_event_are_counted_from_it(read: Reader) -> None:
    claim = last(read("Three years after the coup, people still hope."))
    assert claim.period is not None
    assert (claim.period.start, claim.period.anchor) == (date(2020, 3, 5), "coup_2020")


def test_a_letter_without_a_date_leaves_periods_open(read: Reader) -> None:
    claim = last(read("Over the past six months, the army has killed 30 people.", written=""))
    assert claim.period is None or (claim.period.start is None and claim.period.end is None)


def test_an_aim_is_no_end(read: Reader) -> None:
    assert period(read, "By 2050, 30 people will be killed.").end == LETTER


def test_a_figure_compared_with_keeps_its_own_time(read: Reader) -> None:
    now, then = read("It costs $486 million, up from $411 million in 2021.").claims
    assert now.period is not None
    assert then.period is not None
    assert (now.period.start, then.period.start) == (None, date(2021, 1, 1))


def test_a_part_keeps_its_own_time(read: Reader) -> None:
    whole, part = read(
        "We count 3,000 people as of 12 May 2023, of which 900 were displaced after 5 March 2020."
    ).claims
    assert whole.period is not None
    assert part.period is not None
    assert (whole.period.start, part.period.start) == (None, date(2020, 3, 5))
