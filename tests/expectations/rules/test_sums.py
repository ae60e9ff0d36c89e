"""The rules that recompute sentences, on sentences read as letters are: silent ones first, then those at fault."""

from __future__ import annotations

import pytest

from claims.letters import letter_from_bytes
from expectations.check import check_letter

SILENT = [
    "Works began on 2 April 2018, with 60 months allowed, so that it should have been done by April 2023. Today is "
    "3 May 2024: it is 13 months late.",
    "Works began on 2 April 2016, with 60 months allowed, so that it should have been done by April 2021. It is 37 "
    "months late.",
    "In 12 weeks of the blockade 84 people were detained.\n\nThe fourteen undersigned\n\nAlder Watch, Birch Union",
    "In 2024 we were out for 42 days, from 11 March to 22 April, and paid for it.",
    "Her father came in 1958 to plant, asked by those on whose land she was born. She is sixty-one.",
    "In thousands of passengers:\n\n2022: 3,120\n2023: 3,410\n2024: 3,655\n2025: 3,815\nFour years together: 14,000",
    "It is true that the course has shrunk (from 120 to 84, which is 30 per cent), yet it is not on your list.",
    "We sent 420 forms and got 350 back. Of them 280 (80%) named the water; 70 (20%) named the road.",
    "It was sent to 312 homes, and 260 answered. Cold was named by 195 of them, or 75%. Damp was named by 52 (20%).",
    "| Town | Wells | Bad |\n|---|---|---|\n| Alden | 48 | 30 |\n| Borley | 36 | 12 |\n| Camford | 16 | 3 |\n"
    "| Total | 100 | 45 |\n\nIn Borley, one third.",
    "The mill opened in 1926. It will be a hundred in 2026.",
    "On that day 3,000 of us came home. We were 2,100 men and 900 women. Three in every ten, then, were women.",
    "The suit has 45 plaintiffs, 23 women and 22 men. Sixteen hearings were held; the office missed the first seven "
    "and came to the other nine.",
    "The fund of 800 million pesos has spent 350 million, on walls.\n\nWe ask that the remaining 450 million be paid.",
    "The office said on 3 March that buses would run again within 20 days. Sixty-one days have passed.",
    "There are 16 posts and 4 rangers in place, a vacancy of 75%.",
    "The port has 16 berths and 4 cranes at work; 75% stand idle.",
    "Of the 90 hurt, 45 need surgery; the ministry has paid for 18 (40%).",
    "In the old quarter each tap is shared by 60 families each, of which there are 2,140.",
    "In the 15 months before it the desk logged 31 calls: 22 in the first ten of those months, and 9 in the last five.",
    "The registry counts 1,204 people: 794 men, 312 women and 98 children.",
    "The registry counts 1,204 people (794 men, 312 women and 98 children).",
    "The raid killed 40 people, including women and children.",
    "The raid killed 40 people, including at least 12 children.",
    "The law was used to arrest 287 people, of whom 155 were charged.",
    "The bank financed 14 projects: three dams, six roads, two ports and three power plants.",
    "The fund spent $1.2 billion on roads, $800 million on ports and $500 million on schools.",
    "The raid cost 300 families their homes: 20 women were taken and 30 men fled.",
    "More than 6 million homes, including 1.5 million in the south, lost power.",
    "We visited three camps: 240 families live in Alden, 100 in Borley and 60 in Camford.",
    "Of the 480 wells, 312 wells (65 per cent) are dry.",
    "Of the 22 hospitals, 5 hospitals (23%) still work.",
    "Soldiers closed 12 of 48 schools (25 per cent).",
    "In the survey 60 per cent named water, 55 per cent named schools and 40 per cent named roads.",
    "Among farmers 45 per cent left, among fishers 38 per cent and among weavers 20 per cent.",
    "Arrests rose from 40 to 60, an increase of 50 per cent.",
    "Arrests rose from 40 in 2019 to 60 in 2023, up 50 per cent.",
    "Turnout fell from 40 per cent to 30 per cent, down 10 percentage points.",
    "The school was open from 2019 to 2023 and lost 20 per cent of its pupils.",
    "Sales more than doubled, from $10 million to $21 million.",
    "Raids more than doubled from 40 to 95 within the year.",
    "Raids nearly doubled from 40 to 78 within the year.",
    "The ward is open from 9 to 17 and treats 60 per cent of cases.",
    "In June 2023 the inspectors made 90 visits, an average of three visits per day.",
    "In June 2023 the inspectors made 90 visits, up to twelve visits per day.",
    "Each worker carries 120 parcels per hour.",
    "Since March 2019, guards have carried out 410 raids. In 2022 alone, guards carried out 150 raids.",
    "Since March 2019, guards have carried out at least 140 raids. In 2022 alone, guards carried out 150 raids.",
    "In the first half of 2023 police made 312 evictions. In the whole of 2022 police made 280 evictions.",
    "Since March 2019, guards have burned 41 homes. In 2022 guards searched 510 homes.",
    "In July 2023 the court convicted 640 workers. In July 2023 the court convicted 130 women workers.",
    "In July 2023 the court convicted 640 workers. In August 2023 the court convicted 730 women workers.",
    "In July 2023 the court convicted at least 640 workers. In July 2023 the court convicted 730 women workers.",
    "In July 2023 the court convicted 640 workers. In July 2023 the court acquitted 730 young workers.",
    "In July 2023 the court heard 640 people. In July 2023 the court heard 90 children.",
    "Police hold more than 900 workers. In all, police hold at least 140 workers.",
    "We call on the 27 members to:\n\n1. Open the sluices.\n2. Pay the families.",
    "We have five demands, among others:\n\n- Water.\n- Land.",
    "We make two demands:\n\n- Water.\n- Land.",
    "We make two demands:\n\n1. Water.\n\n   It is ours.\n\n2. Land.",
]

AT_FAULT = [
    ("parts-whole", "The registry counts 1,204 people: 794 men, 312 women and 89 children."),
    ("parts-whole", "The registry counts 1,204 people (794 men, 321 women and 98 children)."),
    ("parts-whole", "The raid killed 40 people, including 52 children."),
    ("parts-whole", "The law was used to arrest 155 people, of whom 287 were charged."),
    ("percentage", "Of the 480 wells, 312 wells (56 per cent) are dry."),
    ("percentage", "Soldiers closed 12 of 48 schools (20 per cent)."),
    ("percentage", "Of the 480 wells, 312 wells, or 72 percent, are dry."),
    ("percentage", "The strike touched 8,150 pupils. Of these pupils, 3,260, or 60 per cent, are in the north."),
    ("rate", "In 2018 they said that 2,500 wells would be dug within five years, or 250 a year."),
    ("change", "Arrests rose from 40 to 60, an increase of 150 per cent."),
    ("change", "Arrests rose from 60 to 40 within the year."),
    ("change", "Raids tripled from 40 to 80 within the year."),
    ("rate", "In June 2023 the inspectors made 90 visits, an average of eight visits per day."),
    (
        "nested-window",
        "Since March 2019, guards have carried out 410 raids. In 2022 alone, guards carried out 510 raids.",
    ),
    (
        "nested-window",
        "In July 2023 the court convicted 640 workers. In July 2023 the court convicted 730 women workers.",
    ),
    ("nested-window", "In July 2023 the court heard 640 people. In July 2023 the court heard 900 children."),
    ("repeated-figure", "Police hold fewer than 900 workers. In all, police hold at least 1,400 workers."),
    ("announced-list", "We make three demands:\n\n- Water.\n- Land."),
    (
        "announced-list",
        "We ask for the following four measures:\n\n(a) Water.\n(b) Land.\n(c) Peace.\n(d) Law.\n(e) Bread.",
    ),
]


def alarms(text, field):
    letter = f"3 May 2024\n\nDear Members,\n\n{text}\n\nSincerely,\n\nRiver Watch\n"
    checked = check_letter(letter_from_bytes(letter.encode(), path="a.txt", letter_id="a"), field, None)
    return [(f.rule, f.message) for f in checked.findings if f.status == "inconsistent" and f.severity != "info"]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text, empty_field):
    assert alarms(text, empty_field) == []


@pytest.mark.parametrize(("rule", "text"), AT_FAULT)
def test_at_fault(rule, text, empty_field):
    assert [found for found, _ in alarms(text, empty_field)] == [rule]


def notes(text, field):
    letter = f"3 May 2024\n\nDear Members,\n\n{text}\n\nSincerely,\n\nRiver Watch\n"
    checked = check_letter(letter_from_bytes(letter.encode(), path="a.txt", letter_id="a"), field, None)
    return [f.message for f in checked.findings if f.status == "inconsistent" and f.rule == "repeated-figure"]


@pytest.mark.parametrize(
    "text",
    [
        "Loggers have cleared 4,120 hectares. Nobody stopped them: loggers have cleared 4,120 hectares.",
        "Loggers have cleared 4,120 hectares. Farmers have sown 4,120 acres.",
        "The dam has cost the valley $40 million. The dam has earned the state €40 million.",
        "Police killed more than 900 people. In all, police killed at least 140 people.",
    ],
)
def test_figures_that_are_not_hardened_and_keep_their_unit(text, empty_field):
    assert notes(text, empty_field) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Loggers have cleared 4,120 hectares. Nobody stopped them: loggers have cleared 4,120 acres.", "two units"),
        ("Police killed at least 500 people. In all, police killed 500 people.", "has become “500 people”"),
    ],
)
def test_a_unit_that_changes_and_a_bound_that_is_lost_are_notes(text, words, empty_field):
    (message,) = notes(text, empty_field)
    assert words in message
    assert [found for found, _ in alarms(text, empty_field)] == []
