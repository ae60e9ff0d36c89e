"""Letters without a dateline: what is no day of theirs first, then days that their head or their words call so."""

from __future__ import annotations

from datetime import date

import pytest

from claims.letters import letter_from_bytes

PROSE = "The wells of the valley are dry and nobody has come to look at them, though we asked three times.\n"


def day(text):
    return letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter").written_on


@pytest.mark.parametrize(
    "text",
    [
        f"Open letter on the wells\n\n{PROSE}\nThe report published on 3 May 2021 says so.\n",
        f"Annex to the letter on the vote of Sunday, 3 May 2021\n\n{PROSE}",
        f"Open letter on the wells\n\n{PROSE}\nToday, two years after 3 May 2021, we ask again.\n",
        f"Open letter on the wells\n\n{PROSE}\nToday is 3 May 2021. And yet: today is 4 May 2021.\n",
        f"Table 1. Wells of the valley, 1 January to 31 December 2022\n\n{PROSE}",
    ],
)
def test_no_day_of_its_own(text):
    assert day(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Alder Watch\nIssued on 3 May 2021, two days after the vote\n\n{PROSE}", date(2021, 5, 3)),
        (f"Open letter on the wells\n\n{PROSE}\nToday is 3 May 2021. We wait.\n", date(2021, 5, 3)),
        (f"Open letter on the wells\n\n{PROSE}\nUntil today, 3 May 2021, nobody came.\n", date(2021, 5, 3)),
        (f"Borley, 3rd of May of 2021\n\nDear Minister,\n\n{PROSE}", date(2021, 5, 3)),
        (f"Open letter on the wells\n\n{PROSE}\nShut since 2 June 2019, and 3 May 2021, when we write this, is late.\n",
         date(2021, 5, 3)),
    ],
)  # fmt: skip
def test_a_day_that_is_said(text, found):
    assert day(text) == found
