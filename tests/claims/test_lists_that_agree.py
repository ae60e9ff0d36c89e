"""Lists read by what else the letter says: how many sign, who speaks above, what stands below; or not counted."""

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
NAMES = ["Alder Watch", "Birch Union", "Cedar Network", "Dune Forum", "Elm Rights Centre", "Fern Collective"]
LINES = "\n".join(NAMES)


def signed(text: str) -> Signatories:
    found = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    return extract(found, EMPTY).signatories


PLACES = "Pularia\nKitchen of the Coast\nBar of the Coast\nNet Makers' House\n\nTembria\nOld Port Aid\nSea School Trust"
NOT_COUNTED = {
    "those it befell": f"{BODY}Nine people drowned. The arrested teachers:\n\nAna Ruiz\nBen Okoro\nCy Dunn\nEve Lund\n",
    "victims beside their number": f"{HEAD}Six people died on the quay.\n\n1. Ana Ruiz, 19\n2. Ben Okoro, 44\n3. Cy Dunn, 23\n"
    f"4. Eve Lund, 31\n5. Fay Moss, 52\n6. Gus Hale, 17\n\n{LINE}",
    "an agenda": f"{BODY}Agenda of the Assembly\n1. Opening\n2. Report\n3. Lunch\n4. Elections\n5. Any other business\n",
    "fields of a form": f"{BODY}First name *\nLast name *\nEmail *\nPostcode *\nCountry *\n",
    "whom it is sent to": f"To the towns of\nOstry\nLipnik\nBrody\nHorna Ves\nVelka\n\n{LINE}{LINE}",
    "things and their numbers": f"{BODY}- 40 ports\n- 30 boats\n- 12 piers\n- 9 cranes\n- 5 ferries\n",
    "names wrapped like prose": f"{BODY}In sorrow,\n\nAna Ruiz Harbour Theatre House Red\nWheel Players Ben Okoro and also the\n"
    "Night Choir Cy Dunn Stage Hands and\nLowland Dolls Eve Lund Irma Rust with\nPort Weavers Gus Hale\n",
}


@pytest.mark.parametrize("text", NOT_COUNTED.values(), ids=NOT_COUNTED.keys())
def test_what_is_not_counted(text: str) -> None:
    assert signed(text).listed is None


COUNTED = {
    "no announcer, the letter's voice above": (
        f"{HEAD}{LINE}The undersigned nurses ask for a ramp.\n\n{LINES}\n\n{LINE}",
        6,
    ),
    "a lead of people": (
        f"{BODY}Subscribing communities and associations:\n\n" + "\n".join(f"- {n}" for n in NAMES),
        6,
    ),
    "we are": (f"{BODY}We are the handful:\n\n" + "\n".join(f"- {n}" for n in NAMES) + f"\n\n{LINE}", 6),
    "a closing apart": (f"{BODY}Med hälsningar\n\n{LINES}\n", 6),
    "first lines that head": (f"{HEAD}{LINE}We, the 5 undersigned groups, ask for a ramp.\n\n{PLACES}\n", 5),
    "labels in capitals": (
        f"{BODY}HOUSES\nAlder Watch\nBirch Union\nCedar Network\n\nBOATS\nDune Row\nElm Row\nFern Row\n",
        6,
    ),
    "labels with letters": (
        f"{BODY}Signatories\n\nA. Committees (3)\nAlder Watch\nBirch Union\nCedar Network\n\nB. Associations (2)\nDune Row\n"
        "Elm Row\n",
        5,
    ),
    "a detail under every name": (
        f"{HEAD}{LINE}We, the undersigned, ask for a ramp.\n\nAlder Watch\nContact: Ana Ruiz, ana@alder.example\n\nBirch Union\n"
        "Contact: Ben Okoro\n\nCedar Network\nContact: Cy Dunn, P.O. Box 3\n",
        3,
    ),
    "addresses in brackets": (
        f"{BODY}Alder Watch (a@alder.example)\nBirch Union (www.birch.example)\nCedar Net (+99 21 555 010)\nDune Row (d@d.example)\n"
        "Elm Row (e@elm.example)\n",
        5,
    ),
    "semicolons, unannounced": (f"{HEAD}{LINE}We, six groups, ask for a ramp.\n\n{'; '.join(NAMES)}\n", 6),
    "dots": (f"{BODY}{' · '.join(NAMES)}\n", 6),
    "strokes": (f"{BODY}{' / '.join(NAMES)}\n", 6),
    "commas that may belong to names": (
        f"{HEAD}{LINE}Signed by 4 groups:\n\nPeace and Rights, Alder, Birch Union, Cedar Net\n",
        4,
    ),
    "a foreign word before them": (f"{HEAD}{LINE}Six groups sign this letter.\n\nFirmamos: {'; '.join(NAMES)}\n", 6),
    "a label above a run": (
        f"{HEAD}This letter has been signed by 3 groups and 4 teachers.\n\n{LINE}Groups\nAlder Watch; Birch Union; Cedar Net\n\n"
        "Teachers\nAna Ruiz; Ben Okoro; Cy Dunn; Eve Lund\n",
        7,
    ),
    "any sign as a bullet": (f"{BODY}Signed,\n\n" + "\n".join(f"✦ {n}" for n in NAMES), 6),
    "quoted by a mail": (
        f"{BODY}" + "\n".join(f"> - {n}" for n in ["Signed by:", *NAMES][1:]).join(["> Signed by:\n>\n", ""]),
        6,
    ),
    "a table with semicolons": (
        f"{BODY}Name;Clan;Town\nTama Rua;Ngaro;Kai\nMoana Pai;Ngaro;Te Kao\nHemi Toa;Aupo;Kai\n",
        3,
    ),
    "names kept back": (
        f"{HEAD}{LINE}We, the 8 undersigned groups, ask for a ramp.\n\nSigned by:\n\n{LINES}\n\nTwo further groups sign without "
        "disclosing their names.\n",
        6,
    ),
    "numbers that skip": (
        f"{BODY}Signed by:\n\nI. Alder Watch\nII. Birch Union\nIV. Cedar Network\nV. Dune Forum\n",
        4,
    ),
    "others of a page below": (
        f"{BODY}Signed by:\n\n"
        + "\n".join(f"- {n}" for n in NAMES)
        + "\n\nRelated\n\nVictory in Olmo\n\nHelp us\nGive now\n",
        6,
    ),
    "behind 'signed by' in a sentence": (
        f"{HEAD}{LINE}This letter is signed by Ana Ruiz, Ben Okoro, Cy Dunn and Eve Lund, all of us pilots.\n",
        4,
    ),
    "above the letter, under counts": (
        f"Open letter on the ports\n\n26 May 2021\n\nInitiators (3)\nAlder Watch\nBirch Union\nCedar Network\n\nCo-signatories (4)\n"
        f"Dune Row\nElm Row\nFern Row\nGull Row\n\nTo: The Port Board\n\n{LINE}The 7 groups above ask for a ramp.\n",
        7,
    ),
}


@pytest.mark.parametrize(("text", "listed"), COUNTED.values(), ids=COUNTED.keys())
def test_counted(text: str, listed: int | None) -> None:
    found = signed(text)
    assert found.listed == listed
    assert found.listed is not None or found.doubts


def test_a_total_that_no_reading_counts_is_kept_apart() -> None:
    found = signed(f"{HEAD}{LINE}We, the 9 undersigned groups, ask for a ramp.\n\n{LINES}\n")
    assert (found.stated, found.listed) == (9, 6)
