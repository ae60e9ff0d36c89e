"""Results that words draw from a value for one and a count: which of them a slip keeps from being made."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.kinds import Rate

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def slipped(text):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    found = [one for one in extract(letter, FIELD).relations if isinstance(one, Rate) and one.slipped]
    return [sorted(str(claim.quantity.value) for claim in one.claims) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        # they hold
        "For 96,000 crowns the parish bought 32 benches, so that each cost 3,000 crowns.",
        "Each of the 14 buses has 52 seats. That gives 728 seats.",
        "The tap loses 96 litres a day, 4 litres an hour.",
        # votes are no product of abstentions
        "We therefore resolved, by 987 votes to 42, with 21 abstentions, to meet again.",
        # of one group alone
        "Against the plan were 2,332, or four out of every five; in six weeks 379 changed their mind.",
        # the article names what is spoken of, and counts nothing
        "Of 3,275 calls 1,960 of the calls came by night, two from ships. The increase is thus 655 calls.",
        # another pace, tried out
        "A walker inspects 12 kilometres a day. In ten days it will be more. We tried it: at 17 kilometres none looks.",
        # an average of a year of its own
        "From 2020 to 2022 these were 52, 64 and 71. A month of 2021 saw, in the mean, 5.3 deaths, one of now 7.",
        # what stands behind the comma is another's
        "A session takes four hours, a patient needs three. So 16 hours a day are not enough for 40 patients.",
    ],
)
def test_what_no_slip_of_a_result_explains_is_silent(text):
    assert slipped(text) == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Each oven serves four women. The officer brought 36 ovens, so 114 women are served.", ["114", "36", "4"]),
        ("For 96,000 crowns the parish bought 32 benches, so that each cost 300 crowns.", ["300", "32", "96000"]),
        ("Each of the 14 buses has 52 seats. That gives 782 seats.", ["14", "52", "782"]),
        ("The boots cost 65 each. We need 48 pairs, so the bill is 1,320.", ["1320", "48", "65"]),
        ("The pension is $6,240 a year. It works out at $620 a month.", ["620", "6240"]),
        ("You lose 730,000 litres a year, or 20,000 litres a day.", ["20000", "730000"]),
        ("We had 1,260 sacks and 36 rakers. Each raker thus filled 53 sacks.", ["1260", "36", "53"]),
        ("It was $1,971,000. 131,400 passengers came. Divide and you have $51 a head.", ["131400", "1971000", "51"]),
        ("A lesson has 45 minutes, and we give 28 lessons, so it is 1,620 minutes in all.", ["1620", "28", "45"]),
        ("It's $18 for a hardback. You spent $61,200. That's the price of 4,300 hardbacks.", ["18", "4300", "61200"]),
    ],
)  # fmt: skip
def test_a_result_that_a_slip_has_made_wrong_is_told_with_its_factors(text, of):
    assert [sorted(one) for one in slipped(text)] == [sorted(of)]
