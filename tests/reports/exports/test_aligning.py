"""Where words stand in the file they were read from: found where they are the only ones, and nowhere else."""

from __future__ import annotations

import random

import pytest

from reports.exports.marked.aligning import Alignment

LETTER = (
    "Dear ministers,\n\nSince May at least 3,460 boats lie idle in the north, and 1,200 in the south. "
    "Damage stands at $3.5 million, or 40% of the catch.\n\n1. Harbour Watch\n2. Net Menders\n3. Harbour Watch\n"
)

# (what was read, what the file holds, the words asked for): words that cannot be told apart are not found
NOWHERE = [
    ("We saw 12 boats.", "We saw 13 boats.", "12 boats"),
    ("We saw 12 boats.", "", "12 boats"),
    ("We saw 12 boats.", "12 boats here, 12 boats there, and no more was said", "12 boats"),
    ("lost 5 boats, lost 5 boats", "lost 5 boats", "5 boats"),
    ("We saw — many.", "We saw — many.", "—"),
    ("We saw 12 boats.", "We saw 1 200 boats.", "12 boats"),
]


@pytest.mark.parametrize(("ours", "theirs", "words"), NOWHERE)
def test_no_place_rather_than_a_likely_one(ours: str, theirs: str, words: str) -> None:
    start = ours.index(words)
    assert Alignment.of(ours, theirs).place(start, start + len(words)) is None


# how a file may hold the same words: (what it holds, the words asked for, what is found)
DRESSES = [
    (LETTER, "3,460 boats", "3,460 boats"),
    (LETTER.replace("\n", " "), "1,200", "1,200"),
    (LETTER.replace("idle in the", "idle\nin\tthe"), "3,460 boats", "3,460 boats"),
    (LETTER.replace("3,460 boats", "3,460\u00a0bo-\nats"), "3,460 boats", "3,460\u00a0bo-\nats"),
    (LETTER.replace("million", "mil\u00ad\nlion"), "$3.5 million", "$3.5 mil\u00ad\nlion"),
    ("page 1 of 2\n" + LETTER.replace("or 40%", "\npage 2 of 2\nor 40%"), "40%", "40%"),
    (LETTER.replace("1. ", "").replace("2. ", "").replace("3. ", ""), "$3.5 million", "$3.5 million"),
    (LETTER.replace("the north", "the (old) north"), "3,460 boats", "3,460 boats"),
    (LETTER.replace("fi", "ﬁ"), "1,200", "1,200"),
]


@pytest.mark.parametrize(("theirs", "words", "found"), DRESSES)
def test_the_same_words_in_another_dress(theirs: str, words: str, found: str) -> None:
    start = LETTER.index(words)
    place = Alignment.of(LETTER, theirs).place(start, start + len(words))
    assert place is not None
    assert theirs[slice(*place)] == found


@pytest.mark.parametrize("which", range(3))
def test_of_several_like_it_the_one_that_was_asked_for(which: int) -> None:
    ours = "First 60 schools closed. Then 60 schools opened. In the end 60 schools stood empty.\n"
    theirs = "Letterhead\n\n" + ours.upper().replace(" ", "  ")
    starts = [at for at in range(len(ours)) if ours.startswith("60 schools", at)]
    place = Alignment.of(ours, theirs).place(starts[which], starts[which] + len("60 schools"))
    assert place is not None
    assert theirs[slice(*place)] == "60  SCHOOLS"
    assert theirs[: place[0]].count("60  SCHOOLS") == which


def test_notes_that_the_reader_moved_to_the_end() -> None:
    body = "The first page speaks of the port at some length.\n", "The second page speaks of the sea, as one does.\n"
    note = "[1] Harbour Board, 88 berths closed, weekly paper of the board\n"
    ours, theirs = body[0] + body[1] + note, body[0] + note + body[1]
    start = ours.index("88 berths")
    place = Alignment.of(ours, theirs).place(start, start + len("88 berths"))
    assert place is not None
    assert theirs[slice(*place)] == "88 berths"


def test_whatever_is_found_reads_the_same() -> None:
    """Words dropped, doubled and moved at random: a place that is given holds the letters that were asked for."""
    dice = random.Random(12)
    words = [f"{dice.randint(1, 60)} {dice.choice(['boats', 'nets', 'ports'])}" for _ in range(200)]
    ours, found = ". ".join(words), 0
    for _ in range(40):
        theirs = ", ".join(word for word in words for _ in range(dice.choice((0, 1, 1, 1, 1, 1, 2))))
        alignment = Alignment.of(ours, theirs)
        for start in range(0, len(ours), 37):
            place = alignment.place(start, start + 9)
            asked = "".join(filter(str.isalnum, ours[start : start + 9]))
            if place is not None:
                found += 1
                assert "".join(filter(str.isalnum, theirs[slice(*place)])) == asked
    assert found > 200
