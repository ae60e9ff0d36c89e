"""Lists that cannot be counted are not, those beside them are: what a second look tells, and what bears a list out."""

# ruff: noqa: E501 (letters stand on one line each)
from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories

EMPTY = Field(measures=(), events=(), producers=(), places=())
LINE = "The river ports have been closed to all fishing boats since the winter storms, and nobody has said why.\n\n"
HEAD = "Open letter on the closing of the river ports\n\n3 March 2021\n\n"
BODY = f"{HEAD}Dear Minister,\n\n{LINE}"
MIXED = "Judith Venn\nFriends of the Quay\nMarcus Holt\nRosa Lind\nHarbour Watch Union\nNet Makers of the Coast\nHugo Brandt\n"
MIXED += "Chapel for Sailors\n"


def signed(text: str) -> Signatories:
    found = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    return extract(found, EMPTY).signatories


NOT_COUNTED = {
    "people and houses": f"{BODY}In hope,\n\n{MIXED}",
    "two tongues": f"{BODY}Firman / Signed:\n\nCasa del Puerto\nHarbour House\nAmigos del Muelle\nRedes\nFriends of the Quay\n",
    "holes": f"{BODY}Signed by:\n\nAlder Watch\n[illegible]\nBirch Un1on of the Qu~y\nCedar\n[two more, torn off]\n",
    "stand-ins": f"{BODY}Signed by:\n\n- Reef Alliance and its member clubs\n- Cedar Net, incl. Dune Row\n- Elm House\n- Fern & partners\n",
    "far from the total": f"{HEAD}{LINE}We, the 30 undersigned, ask for a ramp.\n\nAlder Watch Elm\nHouse of Birch Fern\nUnion Gull\n"
    "Cedar Row Hazel\nNet Iris\n",
    "what others read": f"{BODY}The letter is signed by 75 pilots; their names are at alder.example/names.\n\nMost read\n"
    "1. The last ferry\n2. Bees on the roof\n3. Ask the vet\n",
    "a house's paper": f"{BODY}Yours faithfully,\n\nAlder Watch\n\nTrustees: Ana Ruiz (Chair), Ben Okoro, Cy Dunn, Eve Lund\n",
    "a feed": f"{BODY}Latest signers\n\nAna K., 3 minutes ago\nBen L., 5 minutes ago\nCy D., 2 hours ago\n",
}  # fmt: skip


@pytest.mark.parametrize("text", NOT_COUNTED.values(), ids=NOT_COUNTED.keys())
def test_what_is_not_counted(text: str) -> None:
    assert signed(text).listed is None


COUNTED = {
    "people and houses of a number that is told": (f"{HEAD}{LINE}We, the 8 undersigned, ask for a ramp.\n\n{MIXED}", 8),
    "tongues beside each other": (f"{BODY}Firman / Signed:\n\nCasa / House\nMuelle / Quay\nRedes / Nets\nPuerto / Port\n", 4),
    "capitals over their names": (f"{BODY}SOCIETIES\n\nAlder Watch\nBirch Union\nCedar Net\n\nDWELLERS\n\nAna Ruiz\nBen Okoro\n", 5),
    "one hand": (f"{BODY}Yours faithfully,\n\nHugo Brandt\nHonorary Secretary\n\nTrustees: Ana Ruiz, Ben Okoro, Cy Dunn\n", 1),
    "side by side": (f"{BODY}Ana Ruiz              Ben Okoro\nChair                 Secretary\nAlder Watch           Birch Union\n", 2),
    "a head of many columns": (
        f"{BODY}Name\tBoat\tBerth\tSince when\nRuiz, Ana\tGull\t3\t2 May 2019\nOkoro, Ben\tTern\t4\t3 May 2019\nDunn, Cy\tRail\t5\t4 May 2019\n",
        3,
    ),
    "senders": ("From:\n\nAlder Watch\nBirch Union\nCedar Network\nDune Forum\n\nTo:\n\nThe Ministry of Ports\n\n" + BODY + "All four of us have asked before.\n", 4),
    "addresses behind names": (
        f"{BODY}Signed by:\n\nAlder Watch – https://alder.example\nBirch Union – www.birch.example/us\nCedar – http://cedar.example\n",
        3,
    ),
    "strokes of one line": (f"{BODY}Signed by\n\nAlder Watch | Birch Union | Cedar Net | Dune Row | Elm House\n", 5),
    "names with numbers": (f"{BODY}Signed by\n\nPilots' Union Local 12\nPilots' Union Local 17\nNet Makers\nDock Ward No. 3\nDock Ward No. 9\n", 5),
    "office and house": (f"{BODY}In hope,\n\n" + "\n\n".join(f"{n}\nFormer Keeper, {p}" for n, p in zip(["Hugo Brandt", "Rosa al-Lind", "Ana Ruiz"], ["Elm", "Ash", "Oak"], strict=True)), 3),
}  # fmt: skip


@pytest.mark.parametrize(("text", "count"), COUNTED.values(), ids=COUNTED.keys())
def test_what_is_counted(text: str, count: int) -> None:
    assert signed(text).listed == count


STATED = {
    "one short": ("One short of twenty boat clubs sign this letter.", 19),
    "less one": ("Thirty less two boat clubs sign this letter.", 28),
    "twice": ("Twice seven boat clubs put their names to these lines.", 14),
    "a baker's dozen": ("A baker's dozen of clubs sign this letter.", 13),
    "the pair of us": ("For once the pair of us, who never agree, write to you together.", 2),
    "our number": ("Our number is twenty-one, from all the ports.", 21),
    "undersigned alone": ("The 26 undersigned call for a ramp.", 26),
    "this alone": ("Ten clubs sign this; all of them pay for the port.", 10),
    "signatory clubs": ("The 18 signatory organisations ask for a ramp.", 18),
    "in all": ("We are clubs, choirs and cooks, 14 in all.", 14),
    "our alliance": ("Our alliance of 27 village clubs writes to you again.", 27),
    "names kept": ("The names of the 212 signers are kept at the town hall.", 212),
    "coasts do not sign": ("29 clubs from three coasts sign this letter.", 29),
}


@pytest.mark.parametrize(("sentence", "count"), STATED.values(), ids=STATED.keys())
def test_totals(sentence: str, count: int) -> None:
    assert signed(f"{BODY}{sentence}\n").stated == count


@pytest.mark.parametrize(
    "sentence",
    [
        "The 23 clubs were asked to withhold the second payment of the port.",
        "Twelve organisations condemned it last year.",
        "Six of us who were there were arrested.",
        "Forty families lose their roof and six firms will follow.",
    ],
)
def test_no_totals(sentence: str) -> None:
    assert signed(f"{BODY}{LINE}{sentence}\n").stated is None


def test_a_cell_of_a_page_counts_signatures() -> None:
    text = f"Motion on the ports\n\nTabled: 24 May 2021      Session: 2021-22      Signatures: 15\n\n{LINE}"
    assert signed(text).stated == 15


def test_hands_that_stand_for_more_are_no_list() -> None:
    text = f"{HEAD}{LINE}This letter is signed by 40 clubs.\n\nYours sincerely,\n\nAna Ruiz\nDirector\n"
    assert (signed(text).stated, signed(text).listed) == (40, None)


NEAR = f"{HEAD}{LINE}We, the {{}} undersigned, ask for a ramp.\n\nSigned by\n\nAlder Watch\nBirch Union\nCedar Net\nDune Row\nElm House\n"
ALONE = "Fern Mill\n\nGull Inn\n\nHazel Net\n"


@pytest.mark.parametrize(("told", "below", "listed"), [("nine", ALONE, None), ("eight", ALONE, 8), ("six", "", 5)])
def test_one_off_where_a_line_may_be_read_either_way(told: str, below: str, listed: int | None) -> None:
    """One more or fewer than the letter says is a slip of the letter only where every line is sure."""
    found = signed(NEAR.format(told) + below)
    assert found.listed == listed
    assert bool(found.doubts) == (listed is None)
    assert not found.doubts or "one more or one fewer" in found.doubts[0]
