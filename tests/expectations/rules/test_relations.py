"""Figures that hang together over words and sentences: what must stay silent first, then what is at fault."""

from __future__ import annotations

import pytest

from claims.letters import letter_from_bytes
from expectations.check import check_letter

ARITHMETIC = {"parts-whole", "percentage", "rate", "repeated-figure", "nested-window", "announced-list"}

SILENT = [
    # parts that leave some out, overlap, or belong to something else
    "Of the 40 villages, ten of them have a well and 30 have none.",
    "We wrote to 12 ministers. Three of these replied, 9 did not.",
    "Of the 400 arrested, 300 were women and 110 were minors.",
    "Of the 480 wells, 312 are dry and 40 have collapsed.",
    "The court heard 90 cases. Some 20 were dropped, 15 were postponed and 12 went to appeal.",
    "The fire took 60 houses. The 24 families of the lower street were housed, as were 11 of the upper street.",
    "We counted 130 boats: 61 from Alden, 42 from Borley and others.",
    "Of the 150 nurses, 90 work by day and 60 by night.",
    "The ferry carried 118 people. Forty were saved, 26 bodies were found and 52 are missing.",
    "Four girls were hurt: Amara (26), Bella (32), Cora (22) and Dana (40).",
    "Of the 265 roofs that fell, 212 were mended. In the other 53 houses it rains.",
    "The raid hit 87 boats. At least 60 sank; the remaining 27 can be mended.",
    "We met 640 families, 310 in the north, 200 in the south and 130 in the west.",
    # shares of something that is not beside them
    "The clinic treated 6,240 patients. Among them 312 children (18 per cent of all children of the valley) had fever.",
    "The council spent $12 million on roads, 4 per cent of the national budget.",
    "In 2022 some 400 people fled, 30 per cent were children.",
    "We tested 480 wells. Of these, 312 (65 per cent) are dry.",
    "Half of these households, 204, own no land. There are 408 households.",
    "One in five callers (20 per cent) gave no name.",
    "Of the 320 people we asked, 208, or 65 per cent, have moved.",
    "There are 96 schools. A quarter of these, 24, have no roof.",
    # averages
    "In June 2022 the clinic counted 90 births, three births a day.",
    "The state paid $22,000 to 100 pupils, $220 each.",
    "Each person is given three litres of water a day. We counted 400 people.",
    "The company paid $1.2 million over five years, or $240,000 a year.",
    # figures given again
    "The dam moved 2,870 families. The 2,870 families have not been paid.",
    "The dam moved 2,870 families. Of the others, 2,780 families left on their own.",
    "We counted 4,120 boats in 2019 and 4,210 boats in 2020.",
    "Police held 412 farmers. The 27 members of the council said nothing.",
    # announced lists
    "We ask for four things: a hearing; a map; the accounts; and peace.",
    "None of the three villages (Alden, Borley and Corrow) was asked.",
    "We make three demands: (1) open the sluices, (2) pay the families, (3) hear the farmers.",
]

AT_FAULT = [
    ("parts-whole", "Of the 160,000 ballots, 24,409 were void and the remaining 163,000 were counted."),
    ("parts-whole", "The ferry carried 118 people. Forty were saved, 26 bodies were found and 62 are missing."),
    ("parts-whole", "Of the 265 roofs that fell, 212 were mended. In the other 63 houses it rains."),
    ("parts-whole", "We counted 130 boats: 61 from Alden, 42 from Borley and 72 from Corrow."),
    ("parts-whole", "The floods killed 1,259 people and hurt 4,146 people, 5,504 people in all."),
    ("parts-whole", "They needed 14,200 crowns for food, 6,700 for rent and 3,100 for school, in sum 24,900."),
    ("parts-whole", "The storm hurt 640 people, including 520 women and 180 men."),
    ("parts-whole", "| Region | Killed |\n| --- | --- |\n| Alden | 40 |\n| Borley | 60 |\n| Total | 110 |"),
    ("percentage", "We tested 480 wells. Of these, 312 (56 per cent) are dry."),
    ("percentage", "Half of the 400 prisoners, 230 prisoners, are ill."),
    ("percentage", "There are 96 schools. A third of these, 24, have no roof."),
    ("percentage", "One in five callers (25 per cent) gave no name."),
    ("percentage", "Agents took $2.1 million out of the $21 million. That is 1 per cent."),
    ("rate", "In June 2022 the clinic counted 90 births, eight births a day."),
    ("rate", "The state paid $222,000 to 100 pupils, $733 each."),
    ("rate", "The company paid $1.2 million over five years, or $420,000 a year."),
    ("repeated-figure", "The dam moved 2,870 families. We ask a fund for the 2,780 families."),
    ("repeated-figure", "Against the plan were 2,332 people. We refer you to the 3,232."),
    ("announced-list", "We ask for four things: a hearing; a map; and the accounts."),
    ("announced-list", "None of the four villages (Alden, Borley and Corrow) was asked."),
    ("announced-list", "We make four demands: (1) open the sluices, (2) pay the families, (3) hear the farmers."),
]


def findings(text, field):
    body = f"3 May 2023\n\nDear Members,\n\n{text}\n"
    letter = letter_from_bytes(body.encode(), path="letter.txt", letter_id="letter")
    return check_letter(letter, field, None)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text, empty_field):
    found = findings(text, empty_field).findings
    assert [(f.rule, f.message) for f in found if f.status == "inconsistent" and f.severity != "info"] == []


@pytest.mark.parametrize(("rule", "text"), AT_FAULT)
def test_at_fault(rule, text, empty_field):
    found = findings(text, empty_field).findings
    assert {f.rule for f in found if f.status == "inconsistent"} == {rule}


@pytest.mark.parametrize(("rule", "text"), AT_FAULT)
def test_an_alarm_names_its_relation(rule, text, empty_field):
    checked = findings(text, empty_field)
    broken = [f for f in checked.findings if f.status == "inconsistent" and f.rule == rule]
    assert all(f.relation_ids for f in broken)


TICKS = [
    (
        "parts-whole",
        "We met 640 families: 310 in the north, 200 in the south and 130 in the west.",
        "310",
        ["130", "311", "3,100"],
    ),
    ("percentage", "We tested 480 wells. Of these, 312 (65 per cent) are dry.", "65", ["56", "67", "6.5"]),
    ("rate", "The company paid $1.2 million over five years, or $240,000 a year.", "240,000", ["420,000", "24,000"]),
    ("announced-list", "We ask for four things: a hearing; a map; the accounts; and peace.", "four", ["five", "three"]),
    (
        "repeated-figure",
        "The dam moved 2,870 families. We ask a fund for the 2,870 families.",
        "the 2,870",
        ["the 2,780"],
    ),
]


@pytest.mark.parametrize(("rule", "text", "figure", "misprints"), TICKS)
def test_a_tick_turns_with_its_figure(rule, text, figure, misprints, empty_field):
    def ticks(words):
        return [f for f in findings(words, empty_field).findings if f.rule == rule and f.status == "consistent"]

    assert ticks(text)
    assert all(not ticks(text.replace(figure, misprint, 1)) for misprint in misprints)


def test_what_no_misprint_turns_is_no_tick(empty_field):
    found = findings("The fire hurt 9,000 people, including 12 children.", empty_field).findings
    assert [f.status for f in found if f.rule == "parts-whole"] == ["not_checkable"]


def test_two_alarms_with_the_same_figures_are_told_apart(empty_field):
    names = ["Harbour Workers Organisation", "Lake Network", "Harbour Workers' Organization", "Centre for River Law"]
    names += ["Coast Alliance", "Center for River Law"]
    text = "We, 6 groups, write.\n\nSigned by:\n\n" + "\n".join(f"{i}. {name}" for i, name in enumerate(names, 1))
    found = [f for f in findings(text, empty_field).findings if f.rule == "signatory-duplicate"]
    alarms = [f.stated for f in found if f.status == "inconsistent"]
    assert len(alarms) == len(set(alarms)) == 2
