"""`duration`: what must stay silent first, then what must be found, in letters read as they are; all of 3 May 2024."""

from __future__ import annotations

import pytest

from expectations.rules.duration import RULE

SILENT = [
    "In the first 5 years of the programme, which has run since 2020, 40 wells were dug.",
    "She was sentenced to 12 years in prison, two years after the vote of May 2015.",
    "On 1 March 2023 he was jailed for 7 years; on 3 March 2023 he fell ill.",
    "Three years after the vote of May 2015 the hall burned.",
    "For ten years the valley has waited.",
    "Answer within 30 days.",
    "Over the past five years, 12 people drowned, as many as in 1988.",
    "The 18-month plan since 2020 has failed.",
    "On 3 May 2020 the mill burned. Two weeks later the rains came. Ten days later, no one has come to help.",
    "The mine opened in 1990. Ten years later it was sold.",
    "The court ruled on 2 March 2021. Two years later, the ban still stood.",
    "In March 2021 the mine opened. For ten years people have asked for water.",
    "The war began on 3 March 2020. The next week the rains came. Ten days later, no one has come.",
    "The wells, dug in 2015, serve 12 villages within two hours of the road.",
    "Two years after the floods, tents stand in the valley.",
    "In its fifth year the fund paid 12 nurses.",
    "The order of 3 March 2024 gives them 90 days.",
    "Another two years since 2015 would be too long.",
    "He wrote on 3 May 2019 and again five years later.",
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text, read, empty_field):
    assert "inconsistent" not in {finding.status for finding in RULE.run(read(text), empty_field)}


HELD = [
    "Four years ago today, on 3 May 2020, the mill burned.",
    "It is now five years since the Water Act was passed, on 15 January 2019.",
    "Eighteen months have passed since the first complaint, lodged on 2 November 2022.",
    "The strike began on 23 April, ten days ago.",
    "The bridge fell on 3 March 2024. Two months later, no one has been charged.",
    "The bridge fell on 3 March 2023. Ten days later, on 13 March 2023, the mayor resigned.",
    "On 13 March 2023, ten days after the fall of the bridge on 3 March 2023, the mayor resigned.",
    "Three years on from the raid of 4 May 2021, the families still wait.",
    "The hearing is on 17 May 2024, two weeks from today.",
    "The lease was signed on 1 June 2010 for a term of 25 years, until 2035.",
    "The lease, signed in 2010, runs for 25 years and expires in 2035.",
    "Today is the third anniversary of the floods of 3 May 2021.",
    "Today marks three years since the floods of 3 May 2021.",
    "Our union, founded in 1974, celebrates its fiftieth anniversary this year.",
    "The dam has stood for 21 years, since 2003.",
    "It lasted 28 years, since 1991, and ended in 2019.",
    "In the seven years from 2015 to 2022 the camp had no doctor.",
    "The dam was built half a century ago, in 1973.",
    "The strike, which began in March 2021, is now in its fourth year.",
    "From 3 March to 13 April 2023, for 41 days, the port was shut.",
    "The port was shut for 41 days, from 3 March to 13 April 2023.",
    "The siege lasted 41 days, from 3 March to 13 April 2023.",
    "The siege began on 3 March 2023 and ended on 13 April 2023, after 41 days.",
    "The siege began on 3 March 2023 and lasted 41 days, until 13 April 2023.",
    "Amina was arrested on 3 February 2024. She has been in detention for 90 days.",
    "She has now been held for three months, since 3 February 2024.",
    "Since 3 February 2024, that is for three months, she has been held.",
    "More than two years have gone by since 3 March 2022.",
    "Almost two years after the vote of 10 June 2022, we still have no council.",
    "A decade ago, in 2014, the mine closed.",
    "Just over a year ago, on 12 April 2023, the court ruled.",
    "Forty days after the election of 24 March 2024, we have no parliament.",
    "On 1 January 2022, two years before the law of 1 January 2024, the ban began.",
    "Ana Petrova, born in 1984, is 39 years old.",
    "Born on 2 June 1990, he was 32 years old when police shot him on 5 May 2023.",
    "We have waited six months for an answer to our letter of 3 November 2023.",
    "Our letter of 3 November 2023 has gone unanswered for six months.",
    "The camp, opened in June 2019, is closing after nearly five years.",
    "Parliament dissolved on 2 April 2024 and elections must be held within 60 days, by 1 June 2024.",
    "It has been six years since the Paris accord was signed, in April 2018.",
    "Between March 2021 and March 2023, a period of two years, 40 fled.",
    "The four years between 2015 and 2019 were dry.",
    "Forty years after the accord of 9 May 1984, nothing has changed.",
    "Four years have elapsed between the raid of 3 May 2019 and the ruling of 4 May 2023.",
    "The inquiry opened on 5 June 2021 and closed on 5 June 2023, two years later.",
    "It took the court three years, from 2019 to 2022, to rule.",
    "As we mark the third anniversary of the fire of 4 May 2021, we write again.",
]


@pytest.mark.parametrize("text", HELD)
def test_held(text, read, empty_field):
    assert {finding.status for finding in RULE.run(read(text), empty_field)} == {"consistent"}


OFF = [
    "Five years ago today, on 3 May 2020, the mill burned.",
    "It is now seven years since the Water Act was passed, on 15 January 2019.",
    "Eight months have passed since the first complaint, lodged on 2 November 2022.",
    "The strike began on 23 April, twenty days ago.",
    "The bridge fell on 3 March 2024. Five months later, no one has been charged.",
    "The bridge fell on 3 March 2023. Twelve days later, on 13 March 2023, the mayor resigned.",
    "On 13 March 2023, twenty days after the fall of the bridge on 3 March 2023, the mayor resigned.",
    "Five years on from the raid of 4 May 2021, the families still wait.",
    "The hearing is on 17 May 2024, five weeks from today.",
    "The lease was signed on 1 June 2010 for a term of 25 years, until 2053.",
    "The lease, signed in 2010, runs for 25 years and expires in 2053.",
    "Today is the second anniversary of the floods of 3 May 2021.",
    "Today marks two years since the floods of 3 May 2021.",
    "Our union, founded in 1974, celebrates its sixtieth anniversary this year.",
    "The dam has stood for 31 years, since 2003.",
    "In the four years from 2015 to 2022 the camp had no doctor.",
    "The dam was built half a century ago, in 2003.",
    "The strike, which began in March 2021, is now in its sixth year.",
    "The war has entered its fifth year; it began on 24 February 2022.",
    "From 3 March to 13 April 2023, for 14 days, the port was shut.",
    "The port was shut for 31 days, from 3 March to 13 April 2023.",
    "The siege lasted 51 days, from 3 March to 13 April 2023.",
    "The siege began on 3 March 2023 and ended on 13 April 2023, after 51 days.",
    "The siege began on 3 March 2023 and lasted 51 days, until 13 April 2023.",
    "Amina was arrested on 3 February 2024. She has been in detention for 190 days.",
    "She has now been held for six months, since 3 February 2024.",
    "Since 3 February 2024, that is for eight months, she has been held.",
    "More than three years have gone by since 3 March 2022.",
    "Almost four years after the vote of 10 June 2022, we still have no council.",
    "In the past five years three floods came, in 2012, 2014 and 2016.",
    "A decade ago, in 2004, the mine closed.",
    "Just over a year ago, on 12 April 2021, the court ruled.",
    "Fourteen days after the election of 24 March 2024, we have no parliament.",
    "On 1 January 2022, four years before the law of 1 January 2024, the ban began.",
    "Ana Petrova, born in 1984, is 49 years old.",
    "Born on 2 June 1990, he was 42 years old when police shot him on 5 May 2023.",
    "We have waited 14 months for an answer to our letter of 3 November 2023.",
    "Our letter of 3 November 2023 has gone unanswered for 14 months.",
    "The camp, opened in June 2019, is closing after eight years.",
    "Parliament dissolved on 2 April 2024 and elections must be held within 60 days, by 2 July 2024.",
    "It has been eight years since the Paris accord was signed, in April 2018.",
    "Between March 2021 and March 2023, a period of three years, 40 fled.",
    "The eight years between 2015 and 2019 were dry.",
    "Thirty years after the accord of 9 May 1984, nothing has changed.",
    "Two years have elapsed between the raid of 3 May 2019 and the ruling of 4 May 2023.",
    "The inquiry opened on 5 June 2021 and closed on 5 June 2023, three years later.",
    "It took the court five years, from 2019 to 2022, to rule.",
    "As we mark the fifth anniversary of the fire of 4 May 2021, we write again.",
]


@pytest.mark.parametrize("text", OFF)
def test_off(text, read, empty_field):
    (finding,) = RULE.run(read(text), empty_field)
    assert (finding.status, finding.severity) == ("inconsistent", "warning")


LOOSE = [
    "For ten years the valley has waited.",
    "In the past five years the valley has waited.",
    "Three years after the vote of May 2015 the hall burned.",
    "The bridge fell on 3 March 2023. Twelve people waited. The next day it rained. Two months later, no one has come.",
]


@pytest.mark.parametrize("text", LOOSE)
def test_a_tick_that_cannot_fail_is_none(text, read, empty_field):
    assert {finding.status for finding in RULE.run(read(text), empty_field)} == {"not_checkable"}


def test_a_letter_without_a_date(read, empty_field):
    (finding,) = RULE.run(read("In the two years since 1 March 2022 nothing moved.", written=None), empty_field)
    assert "bears none" in finding.message


def test_the_arithmetic_is_shown(read, empty_field):
    (finding,) = RULE.run(read("In the five years since 1 March 2022 nothing moved."), empty_field)
    assert finding.message == "“five years” does not fit 1 March 2022 to 3 May 2024: 2.2 years."


def test_a_stretch_that_runs_backwards(read, empty_field):
    text = "Our letter of 2 March 2024 was answered on 21 January 2024, after 141 days."
    (finding,) = RULE.run(read(text), empty_field)
    assert finding.message == "“141 days”: 21 January 2024 lies before 2 March 2024."


NAMED_ENDS = [
    "On 3 March 2019 the mill opened. From there to the flood it is {}.",
    "The order bears the date of 24 July 2014. That is {} before the bridge fell.",
    "The order bears the date of 24 July 2014. That is {} to the fall of the bridge.",
    "The permit is of 24 July 2014. Until the verdict it is {}.",
    "The permit is of 24 July 2014. {} have passed until the court sat.",
]


@pytest.mark.parametrize("body", NAMED_ENDS)
@pytest.mark.parametrize("length", ["49 days", "Seven weeks"])
def test_an_end_that_the_clause_names_is_not_the_letters_day(body, length, read, empty_field):
    assert "inconsistent" not in {one.status for one in RULE.run(read(body.format(length)), empty_field)}


_FAR = "\n\nWe write of it.\n\nNobody came.\n\n"
OTHER_DAYS = [
    (
        "On 11 September 2014 the bridge fell. The permit bears the date of 24 July 2014, and that is {}.",
        "49 days",
        "3,751",
    ),
    (f"The bridge fell in 2014.{_FAR}The permit was signed in 2007. That is {{}}.", "seven years", "nine"),
    (f"The permit is of 24 July 2014. That is {{}}.{_FAR}The bridge fell on 11 September 2014.", "49 days", "59"),
]


@pytest.mark.parametrize(("body", "right", "wrong"), OTHER_DAYS)
def test_other_days_that_fit_exactly_explain_a_length(body, right, wrong, read, empty_field):
    for number in (right, f"{wrong} {right.split()[1]}"):
        statuses = {one.status for one in RULE.run(read(body.format(number)), empty_field)}
        assert ("inconsistent" in statuses) == (number != right)


def test_a_day_to_come_ends_no_time_gone_by(read, empty_field):
    text = f"Since 5 April, so five weeks to this day, the channel has been shut.{_FAR}On 10 May we block the pier."
    assert "inconsistent" in {one.status for one in RULE.run(read(text), empty_field)}


@pytest.mark.parametrize(
    "text",
    [
        "The well has been shut since 3 February 1999. A child born in that week has children now.",
        "The well was shut on 3 February 1999. In the month we write, nobody has a tap.",
        "The well was shut on 3 February 1999. This year has been the worst.",
        "The well was shut on 3 February 1999. We have had to boil all water in the week now.",
    ],
)
def test_one_certain_week_is_no_length(text, read, empty_field):
    assert "inconsistent" not in {one.status for one in RULE.run(read(text), empty_field)}
