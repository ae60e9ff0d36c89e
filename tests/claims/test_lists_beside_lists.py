"""What stands beside names and is none: demands, notes, partners, headings in a tongue that is not read."""

# ruff: noqa: E501 (letters stand on one line each)
from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories

EMPTY = Field(measures=(), events=(), producers=(), places=())
LINE = "The river ports have been closed to all fishing boats since the winter storms, and nobody has said why.\n\n"
BODY = f"Open letter on the closing of the river ports\n\n3 March 2021\n\nDear Minister,\n\n{LINE}"
ASKED = "1. Open the inner ramp at night.\n2. Lamps.\n3. Pay the pilots in the month of the work.\n4. Nets.\n5. Publish the survey.\n"
HOUSES = "Alder Watch\nBirch Union\nCedar Network\nDune Forum\nElm Society\n"
BULLETS = "".join(f"• {name}\n" for name in HOUSES.splitlines())
FREMD = "I porti del fiume restano chiusi alle barche da pesca dalle tempeste invernali, e nessuno dei responsabili ha detto perché.\n\n"
FREMD += "Chiediamo alla Regione una risposta scritta entro la fine del mese, e la pubblicazione delle misure della diga.\n\n"


def signed(text: str) -> Signatories:
    found = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    return extract(found, EMPTY).signatories


NO_LIST = {
    "demands below a title that counts them": f"OUR FIVE DEMANDS\n\n{LINE}{ASKED}\ncc: the harbour master\n",
    "with a quality": f"Our five urgent demands\n\n{LINE}{ASKED}",
    "requests": f"OUR FIVE REQUESTS TO THE PORT\n\n{LINE}{ASKED}\nPort Alden, 3 March 2021\n",
    "without a title": f"{BODY}{ASKED}",
    "a line that hangs": f"{BODY}{ASKED.replace('Lamps', 'Lamps on the quay')}\nBy the pilots\n",
    "foreign heading over houses": f"{FREMD}Firmato\n{HOUSES}",
    "foreign, short heading": f"{FREMD}F.ti\n{HOUSES}",
    "foreign heading, apart": f"{FREMD}Aderiscono\n\n{HOUSES}",
    "a name that breaks off": f"{BODY}Signatories\n{HOUSES}Fern Ro…\n[Show more]\n",
    "dots below": f"{BODY}Signed by\n\n{HOUSES}…\nRead more\n",
    "pages that are missing": f"{BODY}Signed by\n\n{BULLETS}\n[scan ends here; pages 3 to 5 are missing from this copy]\n",
    "the whole list elsewhere": f"{BODY}Yours,\n\n{HOUSES}See the full list of signatories here (PDF, 20 KB)\n",
    "a name that breaks off in dots": f"{BODY}Signatories\n{HOUSES}Fern Ro...\n",
    "a head of nobody known": f"{BODY}Signatories\n\n{BULLETS}\nRound the quay\n\n• Fern Row\n• Gull Bureau\n• Hazel House\n",
}


@pytest.mark.parametrize("text", NO_LIST.values(), ids=NO_LIST.keys())
def test_nobody_is_counted(text: str) -> None:
    found = signed(text)
    assert (found.listed, found.stated) == (None, None)


NOTED = "Notes\n[1] Survey of the ports, 2020, p. 4.\n[2] Letter of the harbour office, 6 May 2020.\n"
BACKERS = "• Fern Row\n• Gull Bureau\n• Hazel House\n"
MORE = "Fern Row\nGull Bureau\nHazel House\nIris Bakery\n"
CARDS = "".join(f"Dr {name}\nHouse of {name.split()[1]}\nMalta\n{{rule}}\n" for name in (
    "Eleni Vass", "Mario Camill", "Joan Butting", "Cristina Dalm", "Luca Terz"))  # fmt: skip
COUNTED = {
    "cards under double rules": (f"{BODY}SIGNED\n\n{'=' * 20}\n" + CARDS.format(rule="=" * 20), 5),
    "cards under stars": (f"{BODY}SIGNED\n\n{'* ' * 9}\n" + CARDS.format(rule="* " * 9), 5),
    "cards under hyphens": (f"{BODY}SIGNED\n\n{'-' * 20}\n" + CARDS.format(rule="-" * 20), 5),
    "a hand with a click": (f"{BODY}Yours truly,\n\nHendrik !Garo\nExecutive Director\nFriends of the River\n", 1),
    "a note called by the first name": (f"{BODY}Yours,\n\n{HOUSES.replace('Watch', 'Watch[1]')}\n{NOTED}", 5),
    "by a name within": (f"{BODY}Yours,\n\n{HOUSES.replace('Network', 'Network[2]')}\n{NOTED}", 5),
    "by all": (f"{BODY}Signed by\n\n{HOUSES.replace(chr(10), '[1]' + chr(10))}\n{NOTED}", 5),
    "partners below": (f"{BODY}The signatories\n\n{BULLETS}\nOur partners\n\n{BACKERS}", 5),
    "funders below": (f"{BODY}Signatories\n\n{BULLETS}\nOur funders\n\n{BACKERS}", 5),
    "sponsors without marks": (f"{BODY}Signed by\n\n{HOUSES}\nOur sponsors\n\nFern Row\nGull Bureau\nHazel House\n", 5),
    "groups of signers": (f"{BODY}Signatories\n\n{BULLETS}\nInternational organisations\n\n{BACKERS}", 8),
    "numbered on below a head": (
        f"{BODY}Signatories\n\n(1) Alder Watch\n(2) Birch Union\n(3) Cedar Net\n\nADDED IN MAY\n\n(4) Dune Row\n(5) Elm House\n",
        5,
    ),
    "parents among houses": (f"{BODY}Signed\nAlder Watch of Port\nBirch Union\nCedar Quay Parents\nDune Forum\nElm Row\n", 5),
    "dots before those left out": (f"{BODY}Signed by\n{HOUSES}{MORE}... and 12 more\n", 9),
    "foreign, known heading": (f"{FREMD}Signed by:\n\n{HOUSES}", 5),
    "foreign, numbered": (f"{FREMD}Firmato\n\n1. Alder\n2. Birch Union\n3. Cedar Net\n4. Dune Row\n5. Elm House\n", 5),
    "counted labels": (f"{BODY}Signatories\n\nNorland (2)\n• Alder Watch\n• Birch Union\n\nSudland (1)\n• Cedar Net\n", 3),
}  # fmt: skip


@pytest.mark.parametrize(("text", "count"), COUNTED.values(), ids=COUNTED.keys())
def test_what_is_counted(text: str, count: int) -> None:
    assert signed(text).listed == count


TOTALS = {
    "what others signed": ("The firm boasts of agreements: 134 families have signed, and 938 have not.", HOUSES, None),
    "all have signed": ("We write to you today. Five groups have signed.", HOUSES, 5),
    "speaking as, of last year": (
        "As six groups on both banks, we ask you to look at the pledges of last year.",
        HOUSES,
        6,
    ),
    "signed so far": ("The dam is old.\n\nSigned so far: 212\n\nWe ask you to act.", HOUSES, 212),
    "a contract signed": ("The contract was signed: 212 pages. We ask you to act.", HOUSES, None),
    "six who ask six questions": ("We six ask six questions and wait for six answers.", HOUSES + "Fern Row\n", 6),
    "our demands": ("Our five demands are old.", HOUSES, None),
    "our own clubs": ("Our five clubs ask for a ramp.", HOUSES, 5),
}


@pytest.mark.parametrize(("said", "names", "total"), TOTALS.values(), ids=TOTALS.keys())
def test_totals_of_signers_and_of_demands(said: str, names: str, total: int | None) -> None:
    assert signed(f"{BODY}{said}\n\nSigned by\n\n{names}").stated == total
