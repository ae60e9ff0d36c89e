"""Which numbers of people and bodies are those of this letter's signers: who, an act of signing, and this letter."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories

EMPTY = Field(measures=(), events=(), producers=(), places=())
FIRST = "The harbour of the old town has been up for sale since the winter, and no one who lives by it was asked."
THEN = "The price that your office named would not buy the cranes."
NAMES = ["Alder Watch", "Birch Union", "Cedar Forum", "Dune Rangers", "Elm Parents", "Fern Collective"]


def read(text: str) -> Signatories:
    return extract(letter_from_bytes(text.encode(), path="a.txt", letter_id="a"), EMPTY).signatories


def inside(sentence: str) -> Signatories:
    return read(f"3 May 2024\n\nDear Members of the Senate,\n\n{FIRST}\n\n{THEN} {sentence} Nothing else will do.\n")


def first(sentence: str) -> Signatories:
    return read(f"3 May 2024\n\nDear Members of the Senate,\n\n{sentence} {FIRST}\n\n{THEN}\n")


def titled(title: str) -> Signatories:
    return read(f"{title}\n\n3 May 2024\n\nDear Members of the Senate,\n\n{FIRST}\n\n{THEN}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "Forty organisations work in the camps, and most of them have lost their permits.",
        "Twelve organisations were raided on one night and joined in calling for a judge.",
        "With this decree 23 organisations lose their licence.",
        "Our grandfathers handed in the request. Of the eleven who signed it two are alive, and they sign again today.",
        "Ninety academics have added their names to the minister's letter.",
        "A petition by 12,400 residents was handed to your clerk in May.",
        "A petition is on your desk. More than 900 people have signed it.",
        "Three hundred scientists signed the Lund appeal two years ago.",
        "The 30 signatories of the June letter got no answer.",
        "All 12 of us in the ward were vaccinated.",
        "There are 1,350 of us with a boat.",
        "There are now 40 shelters on the coast.",
        "A lawyer filed suit on behalf of 40 families.",
        "Sixteen groups support the bill that you wrote.",
        "Of the 40 members who signed in, 12 left before the vote.",
        "We write to you about 44 organisations that lost their permits.",
        "Below the bridge stand the names of 44 sailors who drowned.",
        "This report comes from 12 research institutes.",
        "The two unions which drafted this letter have since been joined by 42 others.",
    ],
)
def test_others_than_those_who_sign(sentence: str) -> None:
    assert inside(sentence).stated is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Last spring 34 organisations agreed in Oslo on a charter for rivers, which you refused to read.",
        "Twenty-six municipalities have agreed to ban the trucks; yours has not.",
        "At the height of the drought 15 organisations asked you for tankers; none came.",
        "It is not true that 40 organisations have agreed to the following plan.",
    ],
)
def test_a_first_sentence_of_others(sentence: str) -> None:
    assert first(sentence).stated is None


@pytest.mark.parametrize(
    "title",
    ["Minister says 40 organisations are spies", "Letter about the 44 signatories of the pact",
     "Sluices shut: 40 villages without water", "Report on ports: 118 unions call for nothing"],
)  # fmt: skip
def test_titles_of_others(title: str) -> None:
    assert titled(title).stated is None


@pytest.mark.parametrize(
    "sentence",
    [
        "With this letter 44 organisations of the coast oppose the sale.",
        "This letter comes to you from 44 organisations.",
        "This appeal is now carried by 44 organisations.",
        "We write in the name of 44 organisations of the coast.",
        "We write to you, 44 organisations of the coast, to ask for a date.",
        "Forty-four organisations add their voices to this call.",
        "Forty-four organisations endorse the demands set out in this letter.",
        "Below you find the signatures of 44 organisations.",
        "The 44 organisations whose names stand below ask for a date.",
        "The organisations which sign this letter, 44 in number, ask for a date.",
        "We who sign are 44 organisations.",
        "The 44 who sign this letter ask for a date.",
        "There are 44 of us, from three islands.",
        "The seal is on our letter. More than 44 people have signed it since Saturday.",
        "That is why 44 organisations from three islands ask you to stay the sale.",
        "Forty-four organisations put three questions to you.",
    ],
)
def test_acts_of_signing(sentence: str) -> None:
    assert inside(sentence).stated == 44


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 44 organisations of the coast, from fishers to choirs, have come together over one demand: no sale.",
        "More than 44 organisations have agreed on the following steps, which we ask you to take.",
        "Alarmed at what they saw last week, 44 organisations appeal to you today.",
        "As the harvest begins, we – 44 organisations of the delta – ask you for water.",
        "The undersigned, forty-four in number, ask for a date.",
        "The signatories of this letter, 44 organisations of the coast, ask for a date.",
    ],
)
def test_first_sentences(sentence: str) -> None:
    assert first(sentence).stated == 44


@pytest.mark.parametrize(
    "title",
    ["Raise the age: forty-four groups write to the Senate", "No sale of the port, say 44 organisations",
     "Do not sell the port – 44 organisations to the Senate", "Joint open letter – 44 signatories",
     "Letter on the sale of the port, now with more than 44 signatories", "Signatories so far: 44"],
)  # fmt: skip
def test_titles(title: str) -> None:
    assert titled(title).stated == 44


ASK = "3 May 2024\n\nDear Members,\n\nWe ask you to open the sluices before the farmers leave the valley.\n\n"
TABLE = "".join(f"| {n} | {name} | Elm |\n" for n, name in enumerate(NAMES, 1))
CARDS = "".join(f"{'=' * 20}\nAna Ruiz\nChair\n{name}\n" for name in NAMES)

LISTS = {
    "a file cut in a word": (f"{ASK}Signed by:\n\n1. Alder Watch\n2. Birch Union\n3. Cedar Fr\n", None),
    "a degree is no cut": (f"{ASK}Signed by:\n\n1. Ana Ruiz\n2. Ben Okoro\n3. Cy Dunn Jr\n", 3),
    "labels under their groups": (
        f"Six groups write to the Senate\n\n{ASK}Alder Watch\nBirch Union\n    — Northern Shore\n\n"
        "Cedar Forum\nDune Rangers\n    — Southern Shore\n\n"
        "Elm Parents\nFern Collective\n    — Islands\n",
        6,
    ),
    "bare numbers": (f"{ASK}Signed by:\n\n" + "".join(f"{n} {name}\n" for n, name in enumerate(NAMES, 1)), 6),
    "bare numbers that go on elsewhere": (
        f"{ASK}Signed by:\n\n1 Alder Watch\n2 Birch Union\n3 Cedar Forum\n\nFrom abroad, with thanks to the choir:\n\n"
        "We were glad of the songs that they sang at the sluice.\n\n| 4 Dune Rangers | Elm |\n",
        None,
    ),
    "a running head": (
        f"A letter to the Senate on the sluices\n\n{ASK}Signed by:\n\nAna Ruiz\nBen Okoro\nCy Dunn\n\n"
        "Page 1 of 2\nA letter to the Senate\n\nEve Lund\nFay Moor\nGus Hall\n",
        6,
    ),
    "a letterhead": (
        "Shore Platform\nCommittee: Ana Ruiz (Chair) · Ben Okoro · Cy Dunn · Eve Lund · Fay Moor · Gus Hall\n\n"
        f"{ASK}Six members and partners of the Platform sign this letter:\n\n" + "\n".join(NAMES) + "\n",
        6,
    ),
    "others behind a semicolon": (
        f"{ASK}Ana Ruiz; Ben Okoro; Cy Dunn; Eve Lund; and 47 others, whose names are with the notary.\n",
        4,
    ),
    "an ampersand in a name": (
        f"{ASK}The undersigned, Alder Watch (Elm); Dawn & Dusk Union (Ash); Cedar Forum (Oak); and Fern Collective "
        "(Yew), four bodies in all, respectfully submit the following to you.\n",
        4,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "listed"), LISTS.values(), ids=LISTS.keys())
def test_lists(text: str, listed: int | None) -> None:
    found = read(text)
    assert (found.listed, bool(found.doubts)) == (listed, listed is None)


def test_the_last_row_of_a_table_counts_it() -> None:
    table = f"{ASK}## Signatories\n\n| No. | Organisation | Place |\n|---|---|---|\n{TABLE}"
    assert read(f"{table}| | **Total: 6** | |\n").stated == 6
    assert read(f"{table}| | Total | 1350 |\n").stated is None


def test_rules_part_one_signature_from_the_next() -> None:
    assert read(f"{ASK}{CARDS}{'=' * 20}\n").listed == 6


@pytest.mark.parametrize(
    ("lead", "stated"),
    [
        ("On behalf of the four cooperatives and of", None),
        ("Signed by the four cooperatives together with the following organisations:", None),
        ("On behalf of the three organisations:", 3),
    ],
)
def test_those_beside_whom_the_listed_sign(lead: str, stated: int | None) -> None:
    listed = "\n".join(f"- {name}" for name in NAMES[:3])
    assert read(f"3 May 2024\n\nDear Members,\n\n{FIRST} {THEN}\n\n{lead}\n{listed}\n").stated == stated
