"""Alarms on lists in other dresses: due where a total does not fit, none where kinds are counted apart."""

from __future__ import annotations

import pytest

from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import check_letter

EMPTY = Field(measures=(), events=(), producers=(), places=())
HEAD = (
    "3 March 2021\n\nDear Minister,\n\n"
    "The river ports have been closed to all fishing boats since the storms, and nobody has said why.\n\n"
)
NAMES = ("Alder Watch", "Birch Union", "Cedar Network", "Dune Forum", "Elm Rights Centre", "Fern Collective")


def alarms(text: str) -> list[str]:
    found = check_letter(letter_from_bytes(text.encode(), path="a.txt", letter_id="a"), EMPTY, None).findings
    severe = (one for one in found if one.status == "inconsistent" and one.severity in {"error", "warning"})
    return [one.rule for one in severe if one.rule.startswith("signatory")]


def bullets(names: tuple[str, ...]) -> str:
    return "".join(f"* {name}\n" for name in names)


LETTERED = "".join(f"({sign}) {name}\n" for sign, name in zip("abcdef", NAMES, strict=True))
PEOPLE = ("Ana Ruiz", "Bo Lind", "Cem Aydin")


@pytest.mark.parametrize(
    "text",
    [
        f"Signed by six organisations:\n\n{bullets(NAMES)}\nand three individuals:\n\n{bullets(PEOPLE)}",
        f"Signed by six organisations:\n\n{bullets(NAMES)}\nas well as by three individuals:\n\n{bullets(PEOPLE)}",
        f"The six undersigned associations:\n\n{LETTERED}",
        f"Signed by the following 6 groups:\n\n{bullets(NAMES)}",
        f"More than 40 groups support this letter.\n\nSigned by the following 6 groups:\n\n{bullets(NAMES)}",
        f"Ten groups sign this letter; four of them aren't named.\n\nSigned by the following six:\n\n{bullets(NAMES)}",
        f"Among the supporters are:\n\n{bullets(NAMES)}\nMore than 100 groups support this letter.\n",
    ],
)
def test_no_alarm(text: str) -> None:
    assert alarms(HEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"The seven undersigned associations:\n\n{LETTERED}",
        f"60 groups sign this letter.\n\nSigned by the following 6 groups:\n\n{bullets(NAMES)}",
        f"A total of 12 groups have joined this statement.\n\nSigned:\n\n{bullets(NAMES)}\n"
        "Four others have signed but aren't named, at their own wish.\n",
        "This letter is signed by seven winners: Ana Ruiz (1999), Bo Lind (2004), Cem Aydin (2011), Dina Okoye (2015), "
        "Eva Stern (2018), Fay Moss (2020).\n",
    ],
)
def test_an_alarm_is_due(text: str) -> None:
    assert "signatory-total" in alarms(HEAD + text)
