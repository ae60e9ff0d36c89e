"""`signatory-duplicate`: pairs that are two bodies first, then pairs that are one."""

from __future__ import annotations

import random

import pytest

from expectations.rules.signatory_duplicate import RULE

TWO_BODIES = [
    ("Lake Women Union (Northport)", "Lake Women Union (Southport)"),
    ("Lake Women Union", "Lake Women Union (Northport)"),
    ("West Coast Development Organisation (WCDO), Alden", "West Coast Development Organisation (WCDO), Borley"),
    ("West Coast Development Organisation (WCDO), Alden", "West Coast Development Organisation (WCDO)"),
    ("Coast Fishers Alliance (CFA)", "Citizens for Fair Accounts (CFA)"),
    ("Coast Fishers Alliance", "Coast Fishers Youth Alliance"),
    ("Students' Union of North Alden", "Students' Union of South Alden"),
    ("Alden-based People's Strike", "Alden-Based University Students' Unions (ALD_SUs)"),
    ("Alden Gonye (New Zealand)", "Borle Gonye (New Zealand)"),
    ("Hill Christian Fellowship of Norway", "Hill Community Norway"),
    ("Alden Women Strike", "Aldan Women Strike"),
    ("Amnesty Watch Niger", "Amnesty Watch Nigeria"),
    ("PEN Canada", "PEN International"),
    ("River Watch International", "River Watch"),
    ("Union of Teachers – Alden", "Union of Teachers – Borley"),
    ("Youth Wing - National League of Farmers", "National League of Farmers"),
    ("Norway - Hill Human Rights Organization", "Hill Human Rights Organization"),
    ("Alden Human Rights Network (AHRN)", "Alden Human Rights Network UK (AHRN)"),
    ("Network for Press Freedom", "Network for Free Press"),
    ("General Strike Committee", "General Strike Coordination Committee"),
    ("Committee of Teachers (Basic)", "Committee of Teachers (Higher)"),
    ("မင်းဘူးအဖွဲ့", "မင်းလှအဖွဲ့"),
    ("Group 4", "Group 5"),
]

ONE_BODY = [
    ("Burma River Organisation UK (BRO)", "Burmese River Organization UK (BRO)"),
    ("Harbour Workers Organisation (HAWO)", "Harbour Workers' Organization (HAWO)"),
    ("Centre for River Law", "Center for River Law"),
    ("River Watch", "River Watch"),
    ("The River Watch", "River Watch, Inc."),
    ("Lake People's Union", "Lake Peoples' Union"),
    ("Co-operative Farmers Front", "Cooperative Farmers Front"),
    ("Labour Rights Forum & Friends", "Labor Rights Forum and Friends"),
    ("Asociación de Vecinos", "Asociacion de Vecinos"),
    ("Association for Open Rivers", "Association for Open Rivers (AOR)"),
    ("Liga do Rio Grande (River League)", "River League"),
    ("River League (Liga do Rio Grande)", "Liga do Rio Grande (River League)"),
    ("Tramavozes - Coletivo de Rádio Popular", "Coletivo de Rádio Popular"),
    ("Human Rights Fundation of Alden", "Human Rights Foundation of Alden"),
    ("Foundation for Alden Human Rights", "Alden Human Rights Foundation"),
    ("Zomi Community in Norway", "Zomi Community Norway"),
    ("LIGHT HOUSE COLLECTIVE", "Light House Collective"),
]

FILLER = ["Hill Farmers Forum", "Mill Workers Congress", "Quay Press Club", "Dune Rangers", "Open Door Foundation"]


def run(draft, field, names):
    text = "\n".join(f"{at}. {name}" for at, name in enumerate(names, start=1))
    return RULE.run(draft(text).list(*enumerate(names, start=1)).done(), field)


def loud(findings):
    return [finding for finding in findings if finding.status == "inconsistent" and finding.severity != "info"]


@pytest.mark.parametrize(("one", "other"), TWO_BODIES)
def test_two_bodies(draft, empty_field, one, other):
    assert loud(run(draft, empty_field, [FILLER[0], one, *FILLER[1:], other])) == []
    assert loud(run(draft, empty_field, [FILLER[0], other, *FILLER[1:], one])) == []


@pytest.mark.parametrize(("one", "other"), ONE_BODY)
def test_one_body(draft, empty_field, one, other):
    (finding,) = loud(run(draft, empty_field, [FILLER[0], one, *FILLER[1:], other]))
    assert "Nos. 2 and 7" in finding.message
    assert "Without the repeat: 6 listed." in finding.message
    assert (finding.severity, finding.expected) == ("warning", "7 − 1 = 6 if Nos. 2 and 7 are one")
    assert len(loud(run(draft, empty_field, [FILLER[0], other, *FILLER[1:], one]))) == 1


def test_two_people_of_one_name_are_only_said(draft, empty_field):
    names = ["Dr Ana Marek (University of Alden)", "Prof Ivo Lind (Quay College)", "Dr Ana Marek (Borley Institute)"]
    findings = run(draft, empty_field, names)
    assert loud(findings) == []
    assert [finding.severity for finding in findings if finding.status == "inconsistent"] == ["info"]


def test_one_person_with_one_affiliation_twice(draft, empty_field):
    names = ["Dr Ana Marek (University of Alden)", "Prof Ivo Lind (Quay College)", "Dr Ana Marek (University of Alden)"]
    assert len(loud(run(draft, empty_field, names))) == 1


def test_a_full_name_twice_among_few(draft, empty_field):
    names = ["Ana Marek", "Ivo Lind", "Sol Tamm", "Ana Marek", "Eda Kuu", "Mia Raud"]
    assert len(loud(run(draft, empty_field, names))) == 1


def test_among_many_people_are_people(draft, empty_field):
    letters = "abcdefghijk"
    others = [f"{a.upper()}na{b} {b.upper()}arek{a}" for a in letters for b in letters]
    assert loud(run(draft, empty_field, ["Ivo Lind", *others, "Ivo Lind"])) == []


def test_three_times_is_one_cluster(draft, empty_field):
    (finding,) = loud(run(draft, empty_field, [*FILLER, "River Watch", "River Watch", "River-Watch"]))
    assert "Nos. 6, 7 and 8" in finding.message
    assert "Without the 2 repeats: 6 listed." in finding.message


def test_undisclosed_stay_in_the_sum(draft, empty_field):
    text = "Signed, including 3 undisclosed:\n1. River Watch\n2. Lake Network\n3. River Watch"
    letter = draft(text).total("3 undisclosed", 3, role="undisclosed")
    letter.list((1, "River Watch"), (2, "Lake Network"), (3, "River Watch"))
    (finding,) = RULE.run(letter.done(), empty_field)
    assert "2 listed + 3 undisclosed = 5." in finding.message


def test_no_list(draft, empty_field):
    assert [finding.status for finding in RULE.run(draft("We write.").done(), empty_field)] == ["not_checkable"]


def test_a_long_list_of_like_names_is_silent_but_for_the_planted_pair(draft, empty_field):
    chance = random.Random(7)
    towns = [
        f"{a}{b}{c}" for a in ("Ald", "Bor", "Cam", "Dun", "Est") for b in ("en", "ing", "or") for c in ("ton", "ham")
    ]
    kinds = ["Women Union", "Youth Network", "Teachers Strike", "Farmers Front", "Press Club", "Rights Group"]
    names = sorted({f"{chance.choice(towns)} {kind}" for kind in kinds for _ in range(25)})
    planted = [*names, names[3].replace("Women", "Women's").replace("Network", "Net-work")]
    assert loud(run(draft, empty_field, names)) == []
    assert len(loud(run(draft, empty_field, planted))) == 1
