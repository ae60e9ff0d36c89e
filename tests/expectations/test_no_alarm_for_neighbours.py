"""Sentences that look as if their figures were of each other: nothing may be said against them; and beside each, where
the same words leave no doubt, the error that must still be told.
"""

from __future__ import annotations

import pytest

from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import check_letter

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def alarms(text: str) -> list[str]:
    letter = letter_from_bytes(f"22 September 2026\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    return [one.rule for one in check_letter(letter, FIELD, None).findings if one.severity in ("warning", "error")]


QUIET = {
    "an age far from a founding": (
        "The paper was founded in 1996. It has 2,300 readers. Its staff of eleven go on.\n\n"
        '"He asked me for a dictionary", says his daughter Nino, 24, who sees him on Mondays.'
    ),
    "behind the dateline": "Tbilisi, 14 September 2023 – On 14 March 2022 the editor was taken from his flat.",
    "so many are all": "Name what each of the 17 has paid, and keep the inspectors, of whom there were 160.",
    "a man so old": "We remember the 19 people who have died in the camp, among whom a man of 32, without a doctor.",
    "what was set": (
        "The second survey found 105 breeding pairs on the bogs. The target of the Ministry is 175 pairs by 2030."
    ),
    "what is allowed": "The shed holds 217 boats of our members. Its licence has a limit of 117 boats for the winter.",
    "an age of today": (
        "I was born in 1961, I am now 65 years old, and I came to the school in 1969, when I was a boy of eight."
    ),
    "a rate beside a fall": (
        "It had 18.4 million riders in 2019. Last year it was 13.8 million, a fall of 25 per cent, or some "
        "37,800 riders on an average day."
    ),
    "what another length counts from": (
        "Fifty years after the coup of 24 March 1976, and forty-three years after the vote of 1983, the "
        "memory lies in a shed."
    ),
    "up to a year that is past": "They closed 40 schools in the three years up to 2019.",
    "up to a month": "In the eighteen months up to June there was no water.",
    "a bare month elsewhere": (
        "By the October count of the district 14,880 qualify. Debt piles up. Two years ago it stood at "
        "$186,000. Today it is $279,000."
    ),
    "none was missed": (
        "Our first letter was delivered on 3 May 2013. We have not missed a year since, not even this one."
    ),
    "the name of a file": (
        "The inventory (file 0417-B) says that 3,120 boxes burned, 4,730 were soaked and 900 are intact."
    ),
    "what remains of all": (
        "Seventeen people have died in the prison. Six took their own lives and nine died of an illness, most"
        " of them in the van to Nikaia (150 km, no nurse); the cause in the remaining two cases was never "
        "told."
    ),
    "told in brackets of a part": (
        "Eighteen persons died. The Service counts seven of these deaths as suicides, six as natural (we have"
        " the histories of four, and in each a request for transfer) and five as violence between inmates."
    ),
    "shares of their own": (
        "Of the 640 posts 416 are filled, or 65 per cent. Of the nurses 96 resigned. To one country went 54, "
        "or 56 per cent."
    ),
    "those who ask": (
        "For these reasons the 18 communities met in assembly DEMAND: clean water; a plant of treatment; a "
        "test of every child; and an answer."
    ),
    "a train": (
        "Of them 632 were serving a sentence. A mother left on the 6.12, changed twice and was at the gate at 1.15."
    ),
    "bus lines": (
        "21 routes remain as they are. And 6 are removed altogether: the 4, the 12, the 17, the 23X, the 31 and the 88."
    ),
    "an estimate behind": (
        "That is $2,250 for each of the town's 21,600 residents. The arena, at an estimated $31 million, "
        "comes in spring."
    ),
    "one of a list that includes": "131 people died that night, including 12 women, 4 children and 9 men.",
    "a penalty between two lengths": (
        "She was detained on 3 April 2023. She has been held for 20 months, under article 274, which provides for "
        "between three and seven years. We met the minister on 3 December 2024."
    ),
    "one who could": (
        "For the works 9.6 million euro are allotted: 5.2 million go to the car park. With the interest of the "
        "5.2 million one could make the bus run."
    ),
    "an item that takes up its own": (
        "1. The district has seven wells for 10,500 people.\n\n2. Under the projects 33 wells were dug.\n\n"
        "3. For these 33 projects a sum was released."
    ),
    "who left by night": (
        "There are colleagues who cross two checkpoints. Since January three were threatened and one, Yamileth, 29, "
        "left by night with her two girls."
    ),
    "an age that is a bare number": (
        "A line of 32 machines made shirts. And 4 workers are dead, of whom one, Anjuara, was 23, with a boy of 7."
    ),
    "money of something else": (
        "A bed outside the gate was $2,500 before the strike. Now it is $4,000, plus $500 for a fan. "
        "The dormitory is $850."
    ),
    "clauses in brackets": (
        "We were open on 38 Saturdays (we close in July for the heat; the air conditioning is from 1978) last year."
    ),
    "places and a grant": (
        "There are 2,310 births a year in premises foreseen for 1,800. We ask for the grant of $1,200 that others have."
    ),
    "named by number": (
        "Notice 158 lets her draw $300 a month, if she signs. Notice 151 lets her draw $1,600 in pounds."
    ),
    "told beside": "The coast had 21 routes in spring. Nine lost their service. Of the inland ones 12 remain.",
    "a list of some": "The 33 projects of the plan are these: a road; and a bridge.",
    "a delay": (
        "Works began on 2 April 2018, with 60 months allowed, so that it should have run by April 2023. Today the "
        "plant is 41 months late."
    ),
    "two small ones": (
        "Nine were threatened. Six left by night with what they could carry on the mountain road, and the house of two "
        "was burned."
    ),
    "a few hundred": "You spoke of a few hundred dreamers. Let us be careful with the few hundreds.",
}
"""Each kind was a false alarm in the first run of a set that nobody here had written."""


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_nothing_is_said(text: str) -> None:
    assert alarms(text) == []


LOUD = {
    "an age of today": (
        "I was born in 1961, I am now 56 years old, and I came to the school in 1969, a boy of eight.",
        "duration",
    ),
    "a fall": ("It had 18.4 million riders in 2019. Last year it was 13.8 million, a fall of 52 per cent.", "change"),
    "a length": ("It is forty-three years since the vote of 24 March 1989, and nothing was done.", "duration"),
    "a list": ("We make four demands: clean water; a plant of treatment; and an answer.", "announced-list"),
    "parts": ("Eighteen persons died: seven as suicides, six of illness and four by violence.", "parts-whole"),
    "a number exchanged near by": (
        "The 26 seed banks of the coast are shut. We ask you to open the 62 seed banks.",
        "repeated-figure",
    ),
    "a year misprinted": ("It is thirty-nine months since 3 June 2032. It was closed on 3 June 2022.", "duration"),
    "a long list that lacks one": (
        "We make five demands: clean water; a plant; a test; and an answer.",
        "announced-list",
    ),
    "two small parts in one breath": (
        "The plan would close five of our fourteen branches and leave eight.",
        "parts-whole",
    ),
    "what was counted": (
        "The second survey found 105 breeding pairs on the bogs. All of the 175 breeding pairs nest on wet ground.",
        "repeated-figure",
    ),
    "a row": ("2,604 people were evicted in May. None of the 2,640 was heard.", "repeated-figure"),
}
"""And what the same mechanisms must go on telling."""


@pytest.mark.parametrize(("text", "rule"), LOUD.values(), ids=LOUD)
def test_an_error_is_told(text: str, rule: str) -> None:
    assert rule in alarms(text)


def test_a_list_of_hundreds_is_no_row_of_misprints() -> None:
    """Chance makes dozens of pairs that are one slip apart among so many numbers of one kind."""
    lines = "\n".join(f"- Village {at}: {1_000 + at * 37 % 900} boats" for at in range(200))
    assert "repeated-figure" not in alarms(f"The boats of the coast:\n\n{lines}\n\nThat is all.")
