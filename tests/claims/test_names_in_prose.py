"""Names in a sentence or a title of the letter, and the counts told in one breath."""

# ruff: noqa: E501 (letters stand on one line each)
from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories
from claims.parts.counting.told_counts import told_counts
from claims.parts.layout import layout

EMPTY = Field(measures=(), events=(), producers=(), places=())
REST = "The ramp at Tarn Wharf has been shut for 12 weeks, and nobody has said why. We ask for it to be opened.\n"
LIST = "\nSigned:\n\n- Alder Watch\n- Birch Union\n- Cedar Forum\n- Dune Row\n"


def signed(text: str) -> Signatories:
    return extract(letter_from_bytes(text.encode(), path="a.txt", letter_id="a"), EMPTY).signatories


NOT_COUNTED = {
    "ports": f"We, who live by Olmo, Karst, Venn and Upper Mole, ask for a ramp. {REST}",
    "the undersigned alone": f"We, the 16 undersigned, Tarn, Karst and Venn in mind, ask for a ramp. {REST}",
    "others' statement": f"The ministers of Olmo, Karst, Venn and Mole have met twice. {REST}",
    "helped": f"We helped Alder Watch, Birch Union, Cedar Forum and Dune Row, and ask for a ramp. {REST}",
    "statement on": f"Statement on Olmo, Karst, Venn and Mole\n\n{REST}",
    "trades": f"Statement by nurses, teachers and drivers\n\n{REST}",
}


@pytest.mark.parametrize("text", NOT_COUNTED.values(), ids=NOT_COUNTED.keys())
def test_what_is_no_list(text: str) -> None:
    assert signed(text).listed is None


COUNTED = {
    "commas": (f"We, Alder Watch, Birch Union, Cedar Forum and Dune Row, ask for a ramp. {REST}", 4),
    "dashes": (
        f"The undersigned – Alder Watch, Birch Union, the Chamber of Oars and Cedar Forum – ask for a ramp. {REST}",
        4,
    ),
    "brackets": (f"We, the undersigned clubs (Alder Watch, Birch Union and Cedar Forum), ask for a ramp. {REST}", 3),
    "those who sign": (
        f"The clubs signing this letter, Alder Watch, Birch Union, Cedar Forum and Dune Row, ask for it. {REST}",
        4,
    ),
    "a title": (f"Joint statement by Alder Watch, Birch Union, Cedar Forum and Dune Row\n\n3 March 2021\n\n{REST}", 4),
    "a list below is the list": (
        f"We, Alder Watch, Birch Union, Cedar Forum and Dune Row, ask for a ramp. {REST}{LIST}",
        4,
    ),
}


@pytest.mark.parametrize(("text", "listed"), COUNTED.values(), ids=COUNTED.keys())
def test_names_in_a_sentence_are_counted(text: str, listed: int) -> None:
    assert signed(text).listed == listed


def test_the_sentence_stays_a_sentence() -> None:
    text = f"We, Alder Watch, Birch Union, Cedar Forum and Dune Row, ask for a ramp. {REST}"
    assert [
        claim.quantity.value
        for claim in extract(letter_from_bytes(text.encode(), path="a", letter_id="a"), EMPTY).claims
    ] == [12]


BREATHS = {
    "of all, then of kinds": ("We are 30 signatories (24 organisations and 6 individuals).", {30}),
    "of kinds": ("We, 24 organisations and 6 individuals, ask for a ramp.", {30}),
    "of kinds that do not make it": ("We, 30 organisations, 24 unions and 7 individuals, ask for a ramp.", {54, 61}),
}


@pytest.mark.parametrize(("text", "own"), BREATHS.values(), ids=BREATHS.keys())
def test_counts_of_one_breath(text: str, own: set[int]) -> None:
    assert told_counts(layout(text).lines, []).own == own


TOLD = {
    "a clause before": (f"As you sit down to talk, 15 clubs from four towns urge you to open it. {REST}", 15),
    "it bears": (f"This letter bears 30 signatures (24 of clubs and 6 of people). {REST}", 30),
    "it has": (f"{REST}\nThis letter has 30 signatories.\n", 30),
    "a first sentence that is no title": ("On World Water Day, 22 March 2023, we the 21 undersigned clubs call for a ramp. It is late.\nSigned:\n1) Alder Watch\n2) Birch Union\n3) Cedar Forum\n", 21),
    "others asked": (f"As you know, 15 clubs from four towns asked the Board in May. {REST}", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), TOLD.values(), ids=TOLD.keys())
def test_totals(text: str, stated: int | None) -> None:
    assert signed(text).stated == stated


MORE = {
    "dashes and a count": ("Signed: Alder Watch – Birch Union – Cedar Forum – Dune Row\n(5 clubs)", 4, 5),
    "a by-line": ("With respect,\n\nBy the Board of the Club (five members),\nAna Ruiz – Ben Okoro – Cy Dunn – Eve Lund", 4, 5),
    "for whom they sign": ("For the boats, the four elders:\n\nAna Ruiz\nBen Okoro\nCy Dunn", 3, 4),
    "counted labels": ("TOWN CLUBS (4)\nAlder Watch — Birch Union — Cedar Forum — Dune Row\n\nRIVER CLUBS (3)\nElm Net — Fern Oar — Gull Sail", 7, 4),
    "in all, below": ("Signed by\n\n1. Alder Watch\n2. Birch Union\n3. Cedar Forum\nFour signatures in total.", 3, 4),
    "hands of several": ("In hope,\nChief Loretta Moss\nCouncillors A. Venn, T. Fell, J. Kern and M. Dale\n(five signatures)", None, None),
    "the head of a memorandum": ("Endorsed by four clubs:\n\n- Alder Watch\n- Birch Union, North\n- Cedar Forum", 3, 4),
}  # fmt: skip


@pytest.mark.parametrize(("text", "listed", "stated"), MORE.values(), ids=MORE.keys())
def test_lists_with_their_counts(text: str, listed: int | None, stated: int | None) -> None:
    head = "From: Quay Desk, Tarn\nTo: the Board\nDate: 3 March 2021\n\nSirs,\n\n"
    found = signed(f"{head}{REST}\n{text}\n")
    assert (found.listed, found.stated) == (listed, stated)


def test_those_for_whom_others_sign_are_a_kind_of_their_own() -> None:
    found = signed(
        f"{REST}\nWe come on Monday, on behalf of 1,284 households.\n\nSigned by the four undersigned clubs:{LIST[9:]}"
    )
    assert (found.stated, found.listed) == (4, 4)
