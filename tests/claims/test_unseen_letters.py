"""Forms that letters nobody wrote for us turn out to have: heads, lists, totals, notes, labels and places."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Letter, Place, Signatories, Span
from claims.numbers.read import read_numbers
from claims.parts.dating.datelines import read_dateline
from claims.parts.layout import layout
from claims.places.gazetteer import gazetteer
from claims.places.place_of_figure import place_of

LINE = "The river ports have been closed to all fishing boats since the winter storms, and nobody has said why.\n\n"
BODY = f"Open letter on the closing of the river ports\n\n3 March 2021\n\nDear Minister,\n\n{LINE}"
NAMES = ["Alder Watch", "Birch Union", "Cedar Network", "Dune Forum", "Elm Rights Centre", "Fern Collective"]

EMPTY = Field(measures=(), events=(), producers=(), places=())


def letter(text: str) -> Letter:
    return letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")


def signed(text: str) -> Signatories:
    found = letter(text)
    signatories = extract(found, EMPTY).signatories
    for name in signatories.names:
        assert name.span.of(found.text) == name.name
    return signatories


NO_DATELINE = [
    "On 7 August 2021 the court",
    "We wrote on 4 May 2021.",
    "In the night of 4 May 2022 (see below)",
    "Posted after the attack on 4 May 2021",
]


@pytest.mark.parametrize("line", NO_DATELINE)
def test_what_is_no_dateline(line: str) -> None:
    assert read_dateline(line) is None


DATELINES = {
    "Published on 7 May 2021 by the Alder Watch": (date(2021, 5, 7), "published"),
    "Posted in News on 4th July 2021": (date(2021, 7, 4), "published"),
    "Released in Olmo on Wednesday, 7 July 2021": (date(2021, 7, 7), "published"),
    "Olmo, le 20 May 2021 (embargo: 0600 GMT)": (date(2021, 5, 20), ""),
    "Elm, Ash, Oak · 25 May 2021": (date(2021, 5, 25), ""),
    "May 3, 2021 (Olmo)": (date(2021, 5, 3), ""),
}


@pytest.mark.parametrize(("line", "meant"), DATELINES.items(), ids=DATELINES.keys())
def test_datelines(line: str, meant: tuple[date, str]) -> None:
    found = read_dateline(line)
    assert found is not None
    assert (found[0].date, found[1]) == meant


TITLES = {
    "underlined": ("PORTS MUST OPEN TO ALL BOATS\n=====\n\nA statement of fishers\n\n", "PORTS MUST OPEN TO ALL BOATS"),
    "below page text": (
        "Skip to main content\nMenu | Search | Donate\nHome > News > Letters\n\n"
        "Fishers to the port authority: open the ports\nBy: Desk | Updated: 2 March 2021 | 4 min read\n\n",
        "Fishers to the port authority: open the ports",
    ),
    "below a bare kind": (
        "JOINT STATEMENT\n\nThe ports of Olmo must open again\n\n",
        "The ports of Olmo must open again",
    ),
    "a bare kind alone": ("JOINT STATEMENT\n\n3 March 2021\n\n", "JOINT STATEMENT"),
}


@pytest.mark.parametrize(("head", "title"), TITLES.values(), ids=TITLES.keys())
def test_titles(head: str, title: str) -> None:
    assert letter(head + LINE).title == title


ROWS = "".join(f"| {n} | {name} | Kenya |\n" for n, name in enumerate(NAMES, 1))
LISTS = {
    # the prose that names a total is no line of the list, and keeps its other numbers
    "first line": (
        "Open letter on ports\n\nDear Minister,\n\n"
        "We, the 20 undersigned groups, write on the ports. Of 9,000 boats, 450 sank.\n",
        None,
    ),
    "countries with counts": (
        BODY + "KENYA (4)\n" + "\n".join(NAMES[:4]) + "\n\nGHANA (2)\n" + "\n".join(NAMES[4:]),
        6,
    ),
    "counted groups": (
        BODY + "## Organisations (4)\n\n" + "".join(f"1. {n}\n" for n in NAMES[:4]) + "\n## Individuals (2)\n\n"
        "- Ana Ruiz\n- Ben Okoro, lawyer\n",
        6,
    ),
    "counts that mostly fail": (BODY + "KENYA (9)\nThree boats sank\n\nGHANA (7)\nTwo boats sank\n", None),
    "table above the letter": (
        f"Statement of the ports\n\n| No. | Organisation | Country |\n|--|--|--|\n{ROWS}\n{LINE}",
        6,
    ),
    "table with tabs": (
        BODY + "Organisation\tCountry\tContact person\n" + "".join(f"{n}\tKenya\tA. Ruiz\n" for n in NAMES),
        6,
    ),
    "remark above": (BODY + "Sincerely,\n\n(partial list)\n\n" + ", ".join(NAMES), 6),
    "list above the title": (
        "The following organisations signed this statement: "
        + "; ".join(NAMES)
        + ".\n\nSTATEMENT\n\n3 March 2021\n\n"
        + LINE,
        6,
    ),
    "bullets side by side": (
        BODY + f"Signed:\n\n• {NAMES[0]}    • {NAMES[1]}\n• {NAMES[2]}\n• {NAMES[3]}    • {NAMES[4]}\n",
        5,
    ),
    "numbers two blanks apart": (
        BODY + "Signed:\n\n" + "  ".join(f"{n}. {x}" for n, x in enumerate(NAMES, 1)),
        6,
    ),
    "notes below": (
        BODY.replace("storms,", "storms(1),")
        + "Signed:\n\n"
        + "\n".join(NAMES)
        + "\n\n1. Alder Watch, Report, 2020.\n",
        6,
    ),
    "page text below": (BODY + "Signed:\n\n" + "\n".join(NAMES) + "\n\nPrivacy | Terms | © 2021\n", 6),
    "counts by country": (BODY + "Signed:\n\nKenya (3), Ghana (9), Mali (10), Chad (6), Togo (1)\n", None),
    "long line": (
        BODY + "Statement endorsed by: " + ", ".join(f"{n} of the Long River" for n in NAMES * 5) + ".\n",
        30,
    ),
}


@pytest.mark.parametrize(("text", "listed"), LISTS.values(), ids=LISTS.keys())
def test_lists(text: str, listed: int | None) -> None:
    assert signed(text).listed == listed


def test_prose_with_a_total_is_body() -> None:
    text = LISTS["first line"][0]
    plan = layout(text)
    assert [part for line, part in zip(plan.lines, plan.parts, strict=True) if line.text.startswith("We")] == ["body"]


def test_late_signatures_are_told() -> None:
    text = (
        BODY + "Signed:\n\n" + "\n".join(NAMES) + "\n\nSignatures received after publication:\nGull Bureau\nHazel Hub\n"
    )
    assert [name.late for name in signed(text).names] == [False] * 6 + [True] * 2


TOTALS = {
    "an earlier letter": ("In our letter of 3 April 2020, signed by 300 organisations, we warned of this.\n", None),
    "after we": ("As spring comes, we, more than 100 unions and groups, call on you to open the ports.\n", 100),
    "they issue it": ("Today 27 groups working in the delta issue this joint statement.\n", 27),
    # a number before a possessive counts what possesses
    "of others": ("This is a statement by 12 ministries' officers who came to the ports in spring.\n", None),
    "in brackets": ("We, 19 groups and individuals (13 groups and 6 individuals), ask you to open the ports.\n", 19),
    "listed above": ("The twelve organisations listed above declare that the ports must open.\n", 12),
}


@pytest.mark.parametrize(("sentence", "stated"), TOTALS.values(), ids=TOTALS.keys())
def test_totals(sentence: str, stated: int | None) -> None:
    assert signed(f"Open letter on ports\n\nDear Minister,\n\n{sentence}\n{LINE}").stated == stated


def test_two_kinds_share_a_noun() -> None:
    found = signed(BODY + "Signed by 12 local and 9 partner organisations:\n\n" + "\n".join(NAMES))
    assert [(total.value, total.role) for total in found.totals] == [(12, "group"), (9, "group")]


LABELS = {
    "Page 2 of 4": [],
    "It breaches Articles 2, 4(3) and 19 TEU.": [],
    "Section 1001.42(8)(c) of the code": [],
    "4. ADPF 709, decided in May": [],
    "At COP28 they spoke.": [],
    "It cost COP 1.9 trillion.": ["COP 1.9 trillion"],
    "The sea rises by 4.5 mm a year.": ["4.5 mm"],
    "They paid $5mm for 3mm boats.": ["$5mm", "3mm boats"],
    "It has a score of 42.": ["42"],
    "They shot a score of people.": ["a score of people"],
    "Ana Ruiz was 21 years old.": ["21 years old"],
    "The war is two years old.": ["two years old"],
    "There were 2,000 deaths, an increase of 5% over 2022.": ["2,000 deaths", "5%"],
    "Trust fell in May 2022².": [],
    "The ratio fell from 1:8 to 1:15.": [],
    "See S. 1409 and (Act 651, s. 159).": [],
}


@pytest.mark.parametrize(("text", "quantities"), LABELS.items(), ids=LABELS.keys())
def test_labels_are_no_quantities(text: str, quantities: list[str]) -> None:
    assert [quantity.text for quantity in read_numbers(text).quantities] == quantities


COMPARED = {
    "an increase of 22% over the 50 raids of last year": ["=", "="],
    "31 per cent less than the $5 million promised": ["=", "="],
    "more than the 30 boats": [">"],
    "36% of LGBTQ+ teens": ["="],
}


@pytest.mark.parametrize(("text", "comparators"), COMPARED.items(), ids=COMPARED.keys())
def test_what_only_compares(text: str, comparators: list[str]) -> None:
    assert [quantity.comparator for quantity in read_numbers(text).quantities] == comparators


BORLAND = Place(place_id="BRL", name="Borland", aliases=(), kind="country", parent=None)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("In Upper Olmo, 31 people were killed.", "Upper Olmo"),
        ("In the north of Olmo, 31 people were killed.", "Olmo"),
        ("In Upper Olmo, Borland's driest ward, 31 people were killed.", "Borland"),
        ("In April 31 people were killed.", "Borland"),
        ("In Parliament 31 people were killed.", "Borland"),
        ("In Resolution 12, 31 people were named.", "Borland"),
    ],
)
def test_a_place_that_no_table_knows_is_not_the_country(sentence: str, place: str) -> None:
    at = sentence.index("31")
    reading = place_of(gazetteer((BORLAND,)), sentence, Span(at, at + 2), (), BORLAND)
    assert reading.place is not None
    assert reading.place.name == place


NOTES = {
    "round, unheaded": (
        "Boats sank (1). More sank (2).\n\n(1) Alder Watch, 2020.\n(2) Birch Union, 2021.\n",
        ["1", "2"],
    ),
    "named": ("Boats sank.[^a] More sank.\n\n[^a]: Alder Watch, 2020.\n", ["a"]),
    "raised, unheaded": (
        "<p>Boats sank.<sup>1</sup> More.</p>\n<hr/>\n<p>1. Alder Watch, Report, May 2020.</p>\n",
        ["1"],
    ),
    "no source": ("Boats sank (1). More sank (2).\n\n(1) Open the ports.\n(2) Pay the crews.\n", []),
    "not called": ("Boats sank. More sank.\n\n(1) Alder Watch, 2020.\n(2) Birch Union, 2021.\n", []),
}


@pytest.mark.parametrize(("text", "marks"), NOTES.values(), ids=NOTES.keys())
def test_notes_without_a_heading(text: str, marks: list[str]) -> None:
    assert [note.mark for note in layout(BODY + text).notes] == marks
