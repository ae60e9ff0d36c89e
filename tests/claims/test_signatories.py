"""Lists and totals of signatories, in letters of many shapes; those that must not be read as one come first."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extracting import extract
from claims.letters import letter_from_bytes, read_letter
from claims.model import Field, Signatories
from claims.parts.segments import segment

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = (
    "Open letter on the closing of the river ports\n\n3 March 2021\n\nDear Minister,\n\n"
    "We write to you about the river ports, which have been closed to all fishing boats since the winter storms.\n\n"
    "We ask you to open them again before the next season begins, and to publish the reasons for every closure.\n\n"
)
PLAIN = (
    "Open letter on the closing of the river ports\n\n3 March 2021\n\n"
    "The river ports have been closed to all fishing boats since the winter storms, and nobody has said why.\n\n"
)

EMPTY = Field(measures=(), events=(), producers=(), places=())


def read(text: str) -> Signatories:
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    signatories = extract(letter, EMPTY).signatories
    for name in signatories.names:
        assert letter.text[name.span.start : name.span.end] == name.name
    for total in signatories.totals:
        assert letter.text[total.span.start : total.span.end] == total.text
    return signatories


NAMES = ["Alder Watch", "Birch Union", "Cedar Network (CN)", "Dune Forum", "Elm Rights Centre", "Fern Collective"]
NUMBERED = "".join(f"{n}. {name}\n" for n, name in enumerate(NAMES, 1))

NO_LIST = {
    "nothing": BODY,
    "numbered demands": BODY + "We, the undersigned, call on you to:\n\n1. open the ports;\n2. publish the reasons;\n"
    "3. pay the crews for the days they lost.\n",
    "capitalised demands": BODY + "The undersigned organisations demand:\n\n1. Open the ports to every boat at once.\n"
    "2. Publish the reasons for each closure within a week.\n3. Pay all crews for the days that they have lost.\n",
    "bulleted demands": BODY
    + "We, the undersigned, urge the government to:\n\n- open the ports,\n- publish reasons,\n- pay.\n",
    "numbered notes": BODY + "Notes\n\n1. Alder Watch, Report on Ports, 2020\n2. Birch Union, Yearbook, 2019\n",
    "list elsewhere": BODY + "See the full list of signatories here.\n",
    "contacts only": BODY + "For more information, please contact:\n- Ana Ruiz, Alder Watch; ana@alder.example\n",
    "recipients": "To:\n1. Minister of Ports\n2. Mayor of Fern\n3. Mayor of Elm\n4. Mayor of Ash\n5. Mayor of Oak\n\n"
    + BODY.replace("We write", "We, the undersigned, write"),
    "page below": BODY + "Yours sincerely,\n\nShare this\n\nSocial Links\n\nAlder logo\n",
    "list of the arrested": BODY
    + "The undersigned name those who were arrested last week at the ports of Elm and Ash.\n\n"
    "Arrested fishers\n\n1. A man of Elm was arrested on Monday and beaten.\n2. A man of Ash was held for two days.\n",
}


LONG = "Since then the ports have been closed again, and we ask that you look at the matter with open eyes.\n"
NO_LIST |= {
    "parties to a treaty": BODY + "The treaty was signed by:\n\n1. Elmland\n2. Ashland\n3. Oakland\n\n" + LONG,
    "states of a convention": BODY + "Signatories to the Convention\n\n- Elmland\n- Ashland\n",
    "a ceasefire": BODY + "The following groups signed the ceasefire:\n\n- Alder Army\n- Birch Front\n\n" + LONG,
    "banned organisations": BODY + "Organisations:\n- Alder Watch\n- Birch Union\n- Cedar\n\n" + LONG,
    "suppliers": BODY + "Suppliers and supporters of the army:\n\n- Alder Corp\n- Birch Ltd\n\n" + LONG,
    "demands after a total": BODY
    + "This call is signed by 40 groups. We demand:\n\n1. Open the ports\n2. Pay the crews\n",
    "sources": BODY + "Sources:\n- Alder Watch, 448 organisations, 2020\n- https://alder.example/45\n",
}


@pytest.mark.parametrize("text", NO_LIST.values(), ids=NO_LIST.keys())
def test_what_is_no_list(text: str) -> None:
    signatories = read(text)
    assert signatories.listed is None
    assert signatories.names == ()


# fmt: off
LISTS = {
    "heading": (BODY + "Signatories\n\n" + "\n".join(NAMES) + "\n", 6),
    "heading with colon": (BODY + "Signatories:\n" + "\n".join(NAMES) + "\n", 6),
    "markdown heading": (BODY + "### Signatories\n\n" + "  \n".join(NAMES) + "  \n", 6),
    "bold heading": (BODY + "**Undersigned organisations**\n\n" + "\n".join(NAMES) + "\n", 6),
    "numbered": (BODY + "Signed:\n\n" + NUMBERED, 6),
    "numbered, no heading": (BODY.replace("We write", "We, the undersigned, write") + NUMBERED, 6),
    "numbered over pages": (
        BODY + "Signed by:\n\n1. Alder Watch\n2. Birch Union\n\n3. Cedar\n4. Dune\n\n- 5. Elm\n- 6. Fern",
        6,
    ),
    "page numbers": (
        BODY + "Signed by:\n\n1. Alder Watch\n2. Birch Union\n\n2\n\n3. Cedar\n\nPage 3 of 3\n\n4. Dune\n",
        4,
    ),
    "round brackets": (BODY + "Signed by\n(1) Alder Watch\n(2) Birch Union\n(3) Cedar Network\n", 3),
    "half brackets": (BODY + "Signed by\n1) Alder Watch\n2) Birch Union\n3) Cedar Network\n", 3),
    "no space": (BODY + "Signed by:\n1.Alder Watch\n2.Birch Union\n3.Cedar Network\n", 3),
    "number and tab": (BODY + "Signed by:\n1\tAlder Watch\n2\tBirch Union\n3\tCedar Network\n", 3),
    "numbers alone": (BODY + "Signed by:\n1.\nAlder Watch\n2.\nBirch Union\n3.\nCedar Network\n", 3),
    "escaped numbers": (BODY + "Signed by:\n\n1\\. Alder Watch\n2\\. Birch Union\n3\\. Cedar Network\n", 3),
    "names with digits": (
        BODY + "Signed by:\n1. 5/ of Elm Strike\n2. 88 Generation\n3. No.12 School Union\n4. 350.org\n",
        4,
    ),
    "bullets": (BODY + "In solidarity,\n\n" + "".join(f"• {n}\n" for n in NAMES), 6),
    "stars": (BODY + "Endorsed by:\n\n" + "".join(f"* {n}\n" for n in NAMES), 6),
    "closing": (BODY + "Yours sincerely,\n\n" + "\n".join(NAMES) + "\n", 6),
    "closing, bullets": (BODY + "Sincerely,\n" + "".join(f"- {n}\n" for n in NAMES), 6),
    "spaced": (BODY + "Signatories:\n\n" + "\n\n".join(NAMES) + "\n", 6),
    "crlf": ((BODY + "Signatories:\n\n" + NUMBERED).replace("\n", "\r\n"), 6),
    "semicolons": (BODY + "Signed: Alder Watch; Birch Union, Elm; Cedar Network; and Dune Forum.\n", 4),
    "commas": (
        BODY + "Signed by:\n\nAlder Watch, Birch Union, Cedar Network (Elm, Ash), Dune Forum and Friends, Elm Centre,"
        " and Fern Collective.\n",
        6,
    ),
    "inline numbers": (BODY + "Signed by:\n\n1. Alder Watch 2. Birch Union 3. Cedar Network 4. Dune Forum\n", 4),
    "html list": (BODY + "<h3>Signatories</h3>\n<ul>\n" + "".join(f"<li>{n}</li>\n" for n in NAMES) + "</ul>\n", 6),
    "html breaks": (BODY + "<p><strong>Signed by:</strong></p><p>" + "<br/>".join(NAMES) + "</p>", 6),
    "links": (BODY + "Signatories:\n\n" + "".join(f"- [{n}](https://{i}.example)\n" for i, n in enumerate(NAMES)), 6),
    "other scripts": (BODY + "Signed by:\n\n1. ကရင်သပိတ်အင်အားစု\n2. 한국진보연대\n3. Союз рыбаков\n4. 港口工会\n", 4),
    "burmese digits": (BODY + "Signed by:\n\n၁။ ကရင်သပိတ်\n၂။ မြင်းခြံ\n၃။ အညာ\n", 3),
    "sentence before": (BODY + "This letter is endorsed by the following organisations:\n\n" + "\n".join(NAMES), 6),
    "wrapped sentence": (BODY + "This letter is endorsed by the following\norganisations:\n\n" + "\n".join(NAMES), 6),
    "broken name": (BODY + "Signed by:\n\n1. Alder Watch\n2. Network for the Rights of\nSmall Boats\n3. Cedar\n", 3),
    "affiliations": (
        BODY + "Signed by:\n\n1. Ana Ruiz\nDirector, Alder Watch\n2. Bo Lind\nLecturer\n3. Cem Aydin\n",
        3,
    ),
    "notes after": (
        BODY + "Signatories:\n\n" + NUMBERED + "\nNotes\n\n1. https://alder.example/report\n2. https://b.example\n",
        6,
    ),
    "contacts after": (
        BODY + "Signatories:\n\n" + NUMBERED + "\nFor media inquiries contact:\nAna Ruiz, ana@alder.example\n",
        6,
    ),
    "page after": (
        BODY + "Signatories:\n\n" + "\n".join(NAMES) + "\n\nShare this\n\nRelated posts\n\nPort News Daily\n",
        6,
    ),
    "ends": (
        BODY + "Signatories:\n\n" + "\n".join(NAMES) + "\n\n-ENDS-\n\nAbout Alder Watch\nAlder Watch is a union.\n",
        6,
    ),
    "notes before": (BODY + "[1] Alder Watch, 2020\n[2] Birch Union, 2019\n\nSignatories\n\n" + "\n".join(NAMES), 6),
    "late names": (
        BODY + "Signatories:\n" + NUMBERED + "\nSigned after publication:\nGull Bureau\nHazel Institute\n",
        8,
    ),
    "withheld": (BODY + "Signed by:\n1. Alder Watch\n2. Name withheld\n3. Cedar Network\n", 3),
    "blocks of people": (
        BODY
        + "Signed:\n\nAna Ruiz\nAlder Watch\n\nBo Lind\nBirch Union\n\nCem Aydin\nCedar\n\nDina Okoye\nDune Forum\n",
        4,
    ),
    "trailing commas": (BODY + "Signed by:\n\n" + "".join(f"{n},\n" for n in NAMES), 6),
    "ibid numbering gap": (BODY + "Signed by:\n1. Alder\n2. Birch\n4. Dune\n5. Elm\n", 4),
    "table": (
        BODY
        + "Signatories\n\nNo\tName\tCountry\n1\tAlder Watch\tElmland\n2\tBirch Union\tElmland\n3\tCedar\tAshland\n",
        3,
    ),
    "titles in the line": (BODY + "Sincerely,\n\nJo Doe, President, Alder\nAna Ruiz, Professor of Law, Elm University\n"
                           "Bo Lind, Chair, Cedar\nCem Aydin, Director, Dune\n", 4),
    "alphabetical heading": (BODY + "Signatories (in alphabetical order):\n\n" + "\n".join(NAMES), 6),
    "heading with date": (BODY + "List of signatories (as of 12 May 2021):\n\n" + "\n".join(NAMES), 6),
    "the undersigned": (BODY + "We, the undersigned:\n\n" + "\n".join(NAMES), 6),
    "copies": (BODY + "Signed,\n\n" + "\n".join(NAMES) + "\n\ncc: Prime Minister\nMinister of Fish\n", 6),
    "bold names": (BODY + "Signed by:\n\n1. **Alder Watch** – Elm\n2. **Birch Union** – Ash\n3. **Cedar**\n", 3),
    "names at the top": (
        "Open letter on ports\n\n3 March 2021\n\nThe undersigned organisations:\n\n- Alder\n- Birch\n- Cedar\n\n"
        "write to urge the Minister to open the river ports, which have been closed to all boats since winter.\n", 3),
    "countries above": (BODY + "Signatories:\n\nAustralia\nAlder\nBirch\n\nCanada\nCedar\n\nKenya\nElm\nFern\n", 5),
    "set-in affiliations": (BODY + "Signed:\n- Ana Ruiz\n  - Director, Alder\n- Bo Lind\n  - Chair, Birch\n", 2),
    "anonymous item": (BODY + "Signed by 7 organisations:\n\n- Alder\n- Birch\n- 4 who wish to stay anonymous\n", 2),
    "html table": (BODY + "<h3>Signatories</h3><table><tr><th>Name</th><th>Country</th></tr><tr><td>Alder</td><td>Elm"
                   "</td></tr><tr><td>Birch</td><td>Elm</td></tr><tr><td>Cedar</td><td>Ash</td></tr></table>", 3),
    "markdown table": (BODY + "## Signatories\n\n| No. | Organisation | Country |\n|---|---|---|\n| 1 | Alder | Elm |\n"
                       "| 2 | Birch Union | Elm |\n| 3 | Cedar | Ash |\n", 3),
    "numbers side by side": (BODY + "Signed by:\n\n1. Alder Watch      3. Cedar\n2. Birch Union      4. Dune\n", 4),
    "commas without the last": (BODY + "Signatories: Alder Watch, Birch Union, Cedar Network and Dune Forum.\n", 4),
    "prose after": (BODY + "Signatories:\n\n" + "\n".join(NAMES) + "\n\nThis letter has been printed in Elm and "
                    "has since been translated into four languages.\n", 6),
    "number signs": (BODY + "Signed by:\n#1 Alder Watch\n#2 Birch Union\n#3 Cedar\n", 3),
    "letter o as bullet": (BODY + "Signed by:\n\no Alder Watch\no Birch Union\no Cedar Network\n", 3),
    "names like sentences": (BODY + "Signed by:\n1. We Are Not Numbers\n2. Who Owns the Ports?\n3. Stop It Now!\n", 3),
    "roles below, no label": (BODY + "Signatories:\n\nDr. Ana Ruiz\nProfessor of Law, Elm University\nBo Lind\nDirector"
                              "\nCem Aydin\nSenior Lecturer, Oak College\nDina Okoye\nChair, Dune Forum\n", 4),
    "numbered notes right below": (BODY + "Signed by:\n1. Alder\n2. Elm\n3. Fern\n\n1. Alder, Report on Ports, 2020.\n"
                                   "2. Birch Union, Yearbook, 2019.\n", 3),
    "name and house in turns": (BODY + "Signatories:\n\nAna Ruiz\nAlder Society for Rivers\nBo Lind\nBirch University\n"
                                "Cem Aydin\nCentre for the Coast\nDina Okoye\nDune Association of Fishers\n", 4),
    "dashed numbers": (BODY + "Signed by:\n1 - Alder Watch\n2 - Birch Union\n3 - Cedar\n", 3),
    "supported by": (BODY + "This call is supported by:\n\n- Alder Watch\n- Birch Union\n", 2),
    "on behalf of": (BODY + "Yours sincerely,\nOn behalf of:\n\n" + "\n".join(NAMES), 6),
    "others": (BODY + "Signed by:\n\n- Alder Watch\n- Birch Union\n- Cedar Network\n- and 34 others\n", 3),
}
# fmt: on


@pytest.mark.parametrize(("text", "count"), LISTS.values(), ids=LISTS.keys())
def test_lists(text: str, count: int) -> None:
    signatories = read(text)
    assert signatories.listed == count, [name.name for name in signatories.names]
    assert len(signatories.names) == count


def test_groups_above_their_lists() -> None:
    found = read(
        BODY + "Signed by:\n\nOrganisations:\n1. Alder\n2. Birch\n3. Cedar\n\nIndividuals:\n1. Ana Ruiz\n2. Bo Lind\n"
    )
    assert [(n.group, n.number) for n in found.names] == [
        ("Organisations", 1), ("Organisations", 2), ("Organisations", 3), ("Individuals", 1), ("Individuals", 2),
    ]  # fmt: skip
    assert found.groups == ("Organisations", "Individuals")


def test_groups_of_a_numbering_that_goes_on() -> None:
    found = read(BODY + "Signatories:\n\nElmland\n1. Alder\n2. Birch\n\nAshland\n3. Cedar\n4. Dune\n5. Elm\n")
    assert [n.group for n in found.names] == ["Elmland"] * 2 + ["Ashland"] * 3


def test_groups_below_their_lists() -> None:
    people = "Ana Ruiz\nDirector, Alder Watch\nBo Lind\nCem Aydin\nLecturer, Elm University\n"
    text = BODY + "Thank you,\n\n" + "\n".join(NAMES) + "\nORGANIZATIONS\n" + people + "INDIVIDUALS\n"
    found = read(text)
    assert [n.group for n in found.names] == ["ORGANIZATIONS"] * 6 + ["INDIVIDUALS"] * 3
    assert [n.name for n in found.names[-3:]] == ["Ana Ruiz", "Bo Lind", "Cem Aydin"]


def test_unnumbered_name_over_two_lines_in_an_alphabetical_list() -> None:
    long = "Maritime Policy & Public Interest Centre of the River"
    names = [*NAMES, "Gull Bureau", "Hazel Institute", long, "Delta (MPD)", "Nettle Society", "Oak Committee"]
    found = read(BODY + "Signatories:\n" + "\n".join(names))
    assert found.listed == 11
    assert found.names[8].name == f"{long}\nDelta (MPD)"


def test_withheld_names_are_marked() -> None:
    found = read(BODY + "Signed by:\n1. Alder Watch\n2. Name withheld\n3. Anonymous\n")
    assert [n.withheld for n in found.names] == [False, True, True]


def test_commas_that_may_belong_to_names_are_not_counted() -> None:
    found = read(
        BODY + "Signed by:\n\nAlder Watch, Kenya, Birch Union, Canada, Cedar Network, Norway, Dune Forum, Chile\n"
    )
    assert found.listed is None
    assert "commas" in found.doubts[0]


def test_columns_that_may_be_names_or_places_are_not_counted() -> None:
    rows = "Zeal Watch    Quay House\nAlder Union    Moss Street\nFern Forum    Birch Lane\nElm Net    Dale Row\n"
    found = read(BODY + "Signatories:\n\n" + rows)
    assert found.listed is None
    assert found.doubts == ("The list can be read in two ways that count 4 or 8 signatories.",)


@pytest.mark.parametrize("words", ["Partial list of signatories:", "Initial signatories:", "Selected signatories:"])
def test_a_list_that_says_it_is_partial(words: str) -> None:
    found = read(BODY + words + "\n\n" + NUMBERED)
    assert found.listed == 6
    assert found.partial is not None
    assert words in found.partial


def test_prose_above_the_list_does_not_make_it_partial() -> None:
    text = BODY + "There are more and more closures, and others follow.\n\nSigned by:\n\n" + NUMBERED
    assert read(text).partial is None


def test_names_are_in_the_signatories_segment() -> None:
    letter = read_letter(str(SEEDS / "000_e41d4cffd07bcdcf.txt"))
    parts = [s.span for s in segment(letter) if s.kind == "signatories"]
    names = extract(letter, EMPTY).signatories.names
    assert all(any(part.contains(name.span) for part in parts) for name in names)


TOTALS = [
    ("We—the undersigned 285 Myanmar, regional, and international groups—write.", [285], "="),
    ("We, the undersigned 551 regional organisations and allies, write to you.", [551], "="),
    ("We, 45 civil society organisations from 20 countries, call on you to act.", [45], "="),
    ("The 62 undersigned organisations call on you to act.", [62], "="),
    ("We are a coalition of more than 40 trade unions and we ask you to act.", [40], ">"),
    ("On behalf of 12 organisations, we ask you to act.", [12], "="),
    ("This letter is signed by over 1,000 civil society organisations from 73 countries.", [1000], ">"),
    ("This statement has been endorsed by at least 90 academics.", [90], ">="),
    ("We, the undersigned two hundred and eighty-five organisations, write.", [285], "="),
    ("We, the undersigned thirty organisations, write.", [30], "="),
    ("We, the undersigned one hundred scholars, write.", [100], "="),
    ("Signed by 76 organisations, companies, and individuals.", [76], "="),
    ("This open letter, signed by 120 organisations, calls for action.", [120], "="),
    ("On behalf of the 64 undersigned organisations, we write.", [64], "="),
    ("45 organisations have signed this statement.", [45], "="),
    ("To date, this letter has been signed by 2,345 people.", [2345], "="),
    ("Total: 45 signatories", [45], "="),
    ("Signed, 45 civil society organizations", [45], "="),
    ("As 33 organisations working on rivers, we call on you to act.", [33], "="),
    ("A total of 512 groups signed this letter.", [512], "="),
    ("We write as a coalition of 64 human rights organizations.", [64], "="),
]


@pytest.mark.parametrize(("sentence", "values", "comparator"), TOTALS, ids=[t[0][:40] for t in TOTALS])
def test_totals_of_the_letter(sentence: str, values: list[int], comparator: str) -> None:
    found = read(
        PLAIN + sentence + "\n\nWe ask you to open them again before the next season begins, and to say why.\n"
    )
    assert list(found.stated_all) == values
    assert found.stated == values[-1]
    assert [t.comparator for t in found.totals] == [comparator]


NOT_TOTALS = [
    "In 2020, 448 organisations wrote to you about the ports.",
    "Last year a letter signed by 300 organisations asked for the same.",
    "On 3 May 2019 a petition signed by 12,000 people was handed to the mayor.",
    "The army arrested 45 journalists and 30 students.",
    "The statement was issued after 20 organisations were raided, and 12 workers were hurt.",
    "We represent 300,000 members in 20 countries.",
    "We have met 40 families in the last 3 months.",
    "More than 60 other former leaders have signed similar letters.",
    "We, the undersigned, have worked on ports for 30 years.",
    "We urge the 27 member states to act.",
    "We know of 40 organisations that have closed.",
    "The law was supported by 200 members of parliament.",
    "The agreement signed by 10 groups failed.",
    "We support the 300 workers on strike.",
    "We, the people of 20 communities, ask.",
    "We welcome the statement by 33 UN experts.",
    "We are among the 60 groups that were raided.",
    "As 33 organisations were closed, the ports fell silent.",
    "In 2020 we, together with others, found that 40 organisations had been closed.",
]


@pytest.mark.parametrize("sentence", NOT_TOTALS)
def test_numbers_of_other_people(sentence: str) -> None:
    assert read(BODY + sentence + "\n").stated_all == ()


def test_totals_in_notes_are_those_of_other_letters() -> None:
    note = "[1] 448 regional organisations, ‘Open letter to the mayor’ [open letter], 14 July 2022,\n"
    assert read(BODY + "They ask for it.[1]\n\n" + note).totals == ()


@pytest.mark.parametrize(
    ("title", "value", "comparator"),
    [
        ("100+ rights groups demand that the ports be opened", 100, ">="),
        ("More than 170 former heads of state call on the Minister to open the ports", 170, ">"),
        ("Joint statement by 45 organisations on the river ports", 45, "="),
        ("Open letter from 1,200 scientists about the river ports", 1200, "="),
        ("Open letter to the Minister of Ports from 45 organisations", 45, "="),
        ("Over 300 CSOs from 40 countries urge the Minister to open the ports", 300, ">"),
        ("45 organisations today called for open ports", 45, "="),
        ("Ports must open: open letter signed by 45 groups", 45, "="),
    ],
)
def test_totals_in_titles(title: str, value: int, comparator: str) -> None:
    found = read(title + "\n\n3 March 2021\n\n" + BODY.split("2021\n\n")[1])
    assert (found.stated, [t.comparator for t in found.totals]) == (value, [comparator])


@pytest.mark.parametrize(
    "title",
    [
        "Letter to 27 European ministers on the river ports",
        "Ports closed: 40 journalists held",
        "5 ports, 45 days, no answer",
        "Open letter on the killing of 40 people at Elm",
        "40 journalists held: unions demand their release",
        "12 workers killed in Elm, unions say",
        "Letter on the money taken from 45 groups",
        "A statement on the arrest of 20 students",
    ],
)
def test_numbers_in_titles_that_are_no_totals(title: str) -> None:
    assert read(title + "\n\n3 March 2021\n\n" + BODY.split("2021\n\n")[1]).totals == ()


def test_title_in_front_matter() -> None:
    front = "---\ntitle: 100+ rights groups demand open ports\ndate: 2021-03-04T10:00:00+00:00\n---\n"
    found = read(
        front + "A global coalition of 100 rights groups have today united to tell the ministry to open the ports.\n"
    )
    assert found.stated_all == (100, 100)
    assert [t.comparator for t in found.totals] == [">=", "="]


@pytest.mark.parametrize(
    "first",
    [
        "More than 40 people were killed last week, and unions call on the Minister to open the ports again at once.",
        "Some 300 workers have been held since March; their families ask the Minister to release them without delay.",
        "More than 60 groups, closed since March, were told by the Minister last week that they have to pay for it.",
    ],
)
def test_a_first_sentence_about_others(first: str) -> None:
    assert read(f"Ports are still closed to all boats\n\n3 March 2021\n\n{first}\n").totals == ()


def test_a_first_sentence_with_examples() -> None:
    first = "More than 170 mayors and Nobel laureates, including Ana Ruiz and Bo Lind, today called for open ports."
    assert read(f"Ports are still closed to all boats\n\n3 March 2021\n\n{first}\n").stated == 170


def test_undisclosed_and_listed() -> None:
    text = (
        BODY + "This letter is endorsed by 90 organisations, including the 60 organisations listed below and 30"
        " organisations which have chosen not to disclose their names.\n"
    )
    found = read(text)
    assert (found.stated, found.stated_listed, found.undisclosed, found.listed) == (90, 60, 30, None)


@pytest.mark.parametrize(
    "words",
    [
        "including 4 organisations that have chosen not to disclose their names",
        "of which 4 organisations wish to remain anonymous",
        "and 4 organisations whose names are withheld for security reasons",
        "plus four anonymous groups",
    ],
)
def test_undisclosed_wordings(words: str) -> None:
    found = read(BODY + f"Signed by 10 organisations, {words}:\n\n" + NUMBERED)
    assert (found.stated, found.undisclosed, found.listed) == (10, 4, 6)


def test_coordinated_totals_are_groups() -> None:
    found = read(BODY + "Signed by 4 organisations and 2 individuals:\n\n" + NUMBERED)
    assert [(t.role, t.value) for t in found.totals] == [("group", 4), ("group", 2)]
    assert [(kind.noun, kind.stated) for kind in found.kinds] == [("organisations", 4), ("individuals", 2)]
    assert found.stated == 4


def test_numbers_of_headings() -> None:
    text = (
        BODY
        + "Signatories (5)\n\nOrganisations (3)\n1. Alder\n2. Birch\n3. Elm\n\nIndividuals (2)\n1. Ana Ruiz\n2. Bo Li\n"
    )
    found = read(text)
    assert [(t.role, t.value) for t in found.totals] == [("total", 5), ("group", 3), ("group", 2)]
    assert (found.stated, found.listed) == (5, 5)


def test_the_total_nearest_the_signatures_is_stated() -> None:
    text = BODY.replace("We write", "We, the undersigned 40 groups, write") + "Signed by 41 groups:\n\n" + NUMBERED
    assert (read(text).stated, read(text).stated_all) == (41, (40, 41))


def test_seed_with_its_list() -> None:
    letter = read_letter(str(SEEDS / "000_e41d4cffd07bcdcf.txt"))
    found = extract(letter, EMPTY).signatories
    assert [n.number for n in found.names] == list(range(1, 255))
    assert found.names[0].name == "5/ of Zaya State Strike"
    assert found.names[182].name.startswith("No.12 Basic Education")
    assert found.names[253].name == "အညာလွင်ပြင်ရပ်ဝန်း"
    assert (found.stated_all, found.listed, found.undisclosed, found.stated_listed) == ((285, 285), 254, 31, None)
    assert found.partial is None


def test_seed_without_its_list() -> None:
    letter = read_letter(str(SEEDS / "002_2cd62c704b68d50a.txt"))
    found = extract(letter, EMPTY).signatories
    assert (found.stated, found.stated_all) == (551, (551, 551))
    assert (found.stated_listed, found.undisclosed, found.listed, found.names) == (298, 253, None, ())


WORDS = st.sampled_from(["Alder", "Birch", "Cedar", "Dune", "Elm", "Fern", "Gull", "Hazel", "Ivy", "Juniper"])
NAME = st.tuples(WORDS, WORDS, st.sampled_from(["Union", "Watch", "Network", "Forum", "Centre"])).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(
    names=st.lists(NAME, min_size=5, max_size=40, unique=True),
    mark=st.sampled_from(["{n}. {name}", "({n}) {name}", "{n}) {name}", "- {name}", "• {name}", "{name}"]),
    gap=st.sampled_from(["\n", "\r\n", "\n\n"]),
)
def test_every_style_counts_the_same(names: list[str], mark: str, gap: str) -> None:
    lines = gap.join(mark.format(n=n, name=name) for n, name in enumerate(names, 1))
    found = read(BODY + "Signatories:\n\n" + lines + "\n")
    assert [n.name for n in found.names] == names


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Signed by: \n1.23,;()[]-•AbcDe", max_size=400))
def test_any_text_is_read(text: str) -> None:
    read("x " + text)
