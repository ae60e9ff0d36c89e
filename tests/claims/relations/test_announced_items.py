"""Numbers of items against the items themselves, told before them or behind them, by invented letters."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.kinds import Announced

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())
LIST = "We ask you:\n\n- to open the sluice;\n- to pay the fishers;\n- to mend the road.\n\n"
WORDS = "So we ask: FIRST, that the sluice be opened; SECOND, that the fishers be paid; THIRD, that the road be mended."


def announced(text):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    found = [one for one in extract(letter, FIELD).relations if isinstance(one, Announced)]
    return [(int(one.count.quantity.value), len(one.items)) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        LIST + "None of the five villages has a doctor.",
        LIST + "The four camps by the river are under water.",
        LIST + "At least two of these have been promised before.",
        LIST + "We shall come to the four of you in June.",
        "(1) Water is short. (2) The road is shut: 24 in May, and 33 in June. Among these 33 there are 11 wells.",
        "None of these four requests is new. We shall write again.",
        "Three matters weigh on us. The school is shut. The road is gone.",
        "We visited the following districts. First, the delta. Second, the hills.",
    ],
)
def test_a_number_that_takes_up_no_list_is_tied_to_none(text):
    assert announced(text) == []


@pytest.mark.parametrize(
    ("text", "count", "items"),
    [
        (LIST + "None of these four requests is new.", 4, 3),
        (LIST + "Should these three demands not be met, we shall strike.", 3, 3),
        (LIST + "We know your rules, and none of our four requests breaks them.", 4, 3),
        (LIST + "Each of the four was promised last year.", 4, 3),
        (LIST + "Those five, and a cup of tea, would do.", 5, 3),
        (LIST + "Those are four ideas for a better year.", 4, 3),
        (WORDS + " These four requests cost less than one boat.", 4, 3),
        ("We need two things. The first: water. The second: bread. The third: peace.", 2, 3),
        ("Three matters only. First, that the dam be drained. Second, that the guard be named.", 3, 2),
        ("We request the following four items.\n\n1. To open.\n2. To pay.\n3. To mend.", 4, 3),
        ("Point one. Open the sluice. Point two. Pay the fishers. Not one of the three points is new.", 3, 2),
    ],
)
def test_a_number_of_items_finds_its_items(text, count, items):
    assert announced(text) == [(count, items)]


@pytest.mark.parametrize(
    "text",
    [
        "Three wardens came and went: the first two for 11 months, the third for 12.",
        "Four wardens came and went: the first for 11 months, the second for 19, the others for 12.",
        "Five wells were dug: 40 metres of pipe and gravel, 30 metres of stone, and 12 of clay.",
        "Four grants were paid: 900 euros for seed and tools, 400 euros for a cart, and 300 euros.",
    ],
)
def test_items_that_may_end_elsewhere_are_not_counted(text):
    assert announced(text) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Three wardens came and went: the first for 11 months, the second for 19, and the third for the 12 since.", 3),
        ("Four wardens came and went: the first for 11 months, the second for 19, and the third for 12.", 3),
        ("Three villages asked: first Alden, with 40 homes, second Borley, and third Corrow.", 3),
        ("Four grants came: 50,000 euros on signing, 150,000 euros in May, 100,000 euros at the roof.", 3),
        ("Two mills burned: the first, with 40 looms and 12 carts, in May; the second, with 9, in June.", 2),
    ],
)
def test_ordinals_count_their_items(text, items):
    ((_, found),) = announced(text)
    assert found == items
