"""Whole letters in forms nobody planned for: clean ones stay silent, a planted error is told on the right rule."""

from __future__ import annotations

import pytest

from claims.letters import letter_from_bytes
from expectations.check import check_letter
from sources.table.load import load_table

HEAD = "Open letter on wages in the river ports\n\n3 March 2021\n\nDear Minister,\n\n"
WAGES = (
    "The minimum wage is 8,000 taka a month; crews demand 23,000 taka. "
    "Bills rose from $50 to $80, an increase of {}%.\n\n"
    "Our two demands:\n\n1) a minimum wage of no less than 23,000 taka;\n2) a yearly rise.\n\n"
)
NAMES = ["Alder Watch", "Birch Union", "Cedar Network", "Dune Forum", "Elm Rights Centre", "Fern Collective"]


def loud(text: str) -> list[str]:
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    found = check_letter(letter, load_table().field, None).findings
    return [f.rule for f in found if f.status == "inconsistent" and f.severity != "info"]


CLEAN = {
    "a demand beside a fact": HEAD + WAGES.format(60),
    "an earlier letter with another total": HEAD
    + "In our letter of 3 April 2020, signed by 300 groups, we warned of this.\n\nThe 6 undersigned groups\n\n"
    + "\n".join(f"{n}. {name}" for n, name in enumerate(NAMES, 1)),
    "groups that count themselves": HEAD
    + "We, 6 groups and individuals (4 groups and 2 individuals), write on the ports.\n\n## Organisations (4)\n\n"
    + "\n".join(f"1. {name}" for name in NAMES[:4])
    + "\n\n## Individuals (2)\n\n- Ana Ruiz\n- Ben Okoro, lawyer\n",
    "parts that fit": HEAD
    + "Observers counted 61 murders: 34 men, 15 women and 12 children. In 2020, 723,000 people were held, of whom "
    + "371,848 (51%) had no trial; of 40 raids, including 10 (25%) at night, 3 were told.\n",
    "late signatures": HEAD
    + "We six organisations write on the ports.\n\nSigned:\n\n"
    + "\n".join(NAMES)
    + "\n\nSignatures received after publication:\nGull Bureau\nHazel Hub\n",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN.keys())
def test_clean_letters_stay_silent(text: str) -> None:
    assert loud(text) == []


PLANTED = {
    "change of money": (HEAD + WAGES.format(40), ["change"]),
    "shares of a part": (
        HEAD + "In 2020, 723,000 people were held, of whom 371,848 (76%) had no trial.\n",
        ["percentage"],
    ),
    "people by what befell them": (
        HEAD + "Observers counted 61 murders of crews: 34 men, 15 women and 9 young people.\n",
        ["parts-whole"],
    ),
    "told as past": (HEAD + "On 3 May 2021 the ministers confirmed the closing of the ports.\n", ["date-order"]),
    "a group that miscounts": (
        HEAD
        + "We write on the ports.\n\nKENYA (4)\n"
        + "\n".join(NAMES[:4])
        + "\n\nGHANA (3)\n"
        + "\n".join(NAMES[4:]),
        ["signatory-total"],
    ),
}


@pytest.mark.parametrize(("text", "rules"), PLANTED.values(), ids=PLANTED.keys())
def test_planted_errors_are_told(text: str, rules: list[str]) -> None:
    assert sorted(set(loud(text))) == rules
