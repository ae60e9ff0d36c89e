"""The faults that doubled readers printed, each with its neighbours: other words, order and dress of the same kind.

Each is told with what is right in its place, and where it can be with a figure that is wrong in truth, so that silence
is no way to pass.
"""

from __future__ import annotations

import pytest

from claims import Field, letter_from_bytes
from expectations import CheckedLetter, check_letter

EMPTY = Field(measures=(), events=(), producers=(), places=())
HEAD = "3 May 2023\n\nDear Members,\n\n"
FIRST = ("Harbour", "Lake", "River", "Coast", "Hill", "Valley", "Meadow", "Forest", "Island", "Delta")
LAST = ("Union", "Network", "Watch", "Alliance", "Forum", "Trust", "League", "Council")
NAMES = [f"{first} {last}" for last in LAST for first in FIRST]


def checked(text: str) -> CheckedLetter:
    return check_letter(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), EMPTY, None)


def signed(words: str, count: int) -> str:
    return f"{HEAD}We write of the dam.\n\n{words}\n\n" + "\n".join(
        f"{at}. {name}" for at, name in enumerate(NAMES[:count], 1)
    )


def statuses(one: CheckedLetter, rule: str) -> list[str]:
    return sorted({finding.status for finding in one.findings if finding.rule == rule})


def _says(text: str, rule: str) -> list[str]:
    return statuses(checked(text), rule)


# --- a total with a bound, over a list ---

LOOSE = ["40 or more", "40-odd", "40 or so", "forty-odd", "at least forty", "40+", "no fewer than 40", "some 40",
         "upwards of 40", "more than 40", "over forty", "not less than 40", "about forty", "forty or more"]  # fmt: skip
KINDS = ["organisations", "unions", "civil society groups", "associations", "networks"]


@pytest.mark.parametrize(("at", "words"), list(enumerate(LOOSE)))
def test_a_bound_over_a_list_that_keeps_it(at: int, words: str) -> None:
    one = checked(signed(f"This letter is signed by {words} {KINDS[at % len(KINDS)]}.", 43))
    assert "inconsistent" not in statuses(one, "signatory-total")
    assert [total.value for total in one.extraction.signatories.totals] == [40]


@pytest.mark.parametrize("words", ["60 or more", "at least sixty", "no fewer than 60", "more than 60", "60+"])
def test_a_bound_that_the_list_does_not_keep(words: str) -> None:
    assert _says(signed(f"This letter is signed by {words} organisations.", 43), "signatory-total") == ["inconsistent"]


# --- a total in groups of twelve and twenty ---


@pytest.mark.parametrize(
    ("words", "count"),
    [("two dozen", 24), ("three score", 60), ("half a dozen", 6), ("a dozen", 12), ("2 dozen", 24), ("four dozen", 48),
     ("two score", 40), ("twenty-four", 24), ("five dozen", 60)],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["We, the undersigned {} organisations, write to you.", "Signed by {} unions:"])
def test_a_total_in_groups(words: str, count: int, frame: str) -> None:
    assert _says(signed(frame.format(words), count), "signatory-total") == ["consistent"]
    assert _says(signed(frame.format(words), count - 1), "signatory-total") == ["inconsistent"]


# --- a total with its comparator ---


@pytest.mark.parametrize(
    ("words", "value", "comparator"),
    [("roughly 45", 45, "~"), ("just over 40", 40, "~"), ("1.5 million", 1_500_000, "="), ("12k", 12_000, "="),
     ("half a dozen", 6, "="), ("20 to 24", 20, "range"), ("approximately 1,200", 1_200, "~"), ("almost 300", 300, "~"),
     ("well over 2,000", 2_000, ">"), ("between 20 and 24", 20, "range"), ("2.3 thousand", 2_300, "="),
     ("nearly forty", 40, "~"), ("up to 60", 60, "<="), ("fewer than 90", 90, "<"),
     ("a quarter of a million", 250_000, "=")],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["This letter is signed by {} organisations.", "Endorsed by {} groups."])
def test_a_total_with_its_comparator(words: str, value: int, comparator: str, frame: str) -> None:
    one = checked(f"{HEAD}We write of the dam.\n\n{frame.format(words)}\n")
    assert [(total.value, total.comparator) for total in one.extraction.signatories.totals] == [(value, comparator)]


# --- a move between figures of unlike scale ---

MOVES = [
    "The number of passengers rose from 900 thousand to 1.2 million, an increase of {} per cent.|33|50",
    "Visits fell from 1.4 million to 700 thousand, a fall of {} per cent.|50|20",
    "The number of subscribers climbed from 640 thousand to 1.6 million, up {}%.|150|50",
    "Sales went from half a million to 750,000, growing by {} per cent.|50|30",
    "Its budget increased from £900 thousand to £1.2 million, a {} per cent rise.|33|50",
    "Exports shrank from 3 million tonnes to 900 thousand tonnes, down {}%.|70|30",
    "The herd grew from 2,000 to 2,500 animals, a growth of {} per cent.|25|40",
]


@pytest.mark.parametrize("case", MOVES)
def test_a_move_from_thousands_to_millions(case: str) -> None:
    sentence, right, wrong = case.split("|")
    held, off = (checked(HEAD + sentence.format(share) + "\n") for share in (right, wrong))
    assert statuses(held, "change") == ["consistent"]
    assert statuses(off, "change") == ["inconsistent"]
    assert not [c for c in held.extraction.claims if c.quantity.comparator == "range"]


# --- a move that goes the other way than its word ---


@pytest.mark.parametrize(
    "sentence",
    ["Clinics rose by 20%, from 100 to 80.", "Enrolment fell by 20 per cent, from 80 to 100 pupils.",
     "The number of wells dropped by 25 per cent, from 300 to 375.", "Rents climbed 10%, from 500 to 450 euros.",
     "Output shrank by 50 per cent, from 40 tonnes to 60 tonnes.",
     "Thefts went up by 25%, from 400 in 2020 to 300 in 2021.",
     "Membership grew by 20 per cent, from 1,000 to 800 members."],
)  # fmt: skip
def test_a_move_against_its_word(sentence: str) -> None:
    assert _says(f"{HEAD}{sentence}\n", "change") == ["inconsistent"]


# --- marks of lists ---

MARKS = ["✓ ", "➢ ", "{}: ", "{}] ", "✔ ", "▪ ", "■ ", "□ ", "❖ ", "➤ ", "({}) ", "‣ ", "► ", "◆ ", "◦ "]
LEADS = ["We make three demands:", "We ask for three things:", "Our three requests are:",
         "We put three questions to you:", "There are three reasons for this:"]  # fmt: skip
ITEMS = ("Open the dam before the sowing.", "Pay the farmers who lost their land.", "Hear us in public.",
         "Publish the plans of the board.")  # fmt: skip


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_counts(mark: str, lead: str) -> None:
    said = []
    for count in (3, 4):
        items = "\n".join(f"{mark.format(at)}{item}" for at, item in enumerate(ITEMS[:count], 1))
        said.append(_says(f"{HEAD}{lead}\n\n{items}\n", "announced-list"))
    assert said == [["consistent"], ["inconsistent"]]


# --- names that are not disclosed ---

UNDISCLOSED = ["Signed by 8 organisations, 5 of which are undisclosed:",
               "Signed by 8 organisations, five of them undisclosed:",
               "Signed by 8 organisations, including 5 that have chosen not to disclose their names:",
               "Signed by 8 organisations, of which 5 wish to remain anonymous:",
               "Signed by 8 organisations, 5 of whom prefer not to be named:",
               "Signed by 8 organisations (5 undisclosed):"]  # fmt: skip


@pytest.mark.parametrize("lead", UNDISCLOSED)
def test_what_is_undisclosed_is_added_to_the_list(lead: str) -> None:
    opening = "We, the undersigned 8 organisations, write"
    three, four = (signed(lead, count).replace("We write", opening) for count in (3, 4))
    assert _says(three, "signatory-total") == ["consistent"]
    assert _says(four, "signatory-total") == ["inconsistent"]
