"""Notes, marks, links and attributions; what is none of them comes first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes, read_letter
from claims.model import Field, Letter, Mark, Note, Producer
from claims.parts.segments import segment
from claims.references.citations import find_attributions, find_links, find_marks, find_notes

SEEDS = Path(__file__).parents[2] / "seeds"


def producer(producer_id: str, name: str, *aliases: str, url: str | None = None) -> Producer:
    return Producer(
        producer_id=producer_id, name=name, aliases=aliases, url=url, counts="", cadence="", caveat="", lag_days=0
    )


PRODUCERS = (
    producer("alder", "Alder Association of River People (Elm)", "AARP-Elm", "Alder Association", url="https://alder.example"),
    producer("ocra", "UN Office for the Coordination of River Affairs", "OCRA", "UN OCRA",
             "United Nations Office for the Coordination of River Affairs"),
    producer("coast", "Coastal Union", "COAST"),
    producer("un", "United Nations", "the UN", "UN"),
)  # fmt: skip


def read(body: str, notes: str = "") -> tuple[Letter, tuple[Note, ...], tuple[Mark, ...]]:
    text = f"Open letter on the ports\n\nDear Minister,\n\n{body}\n\n{notes}\n"
    letter = letter_from_bytes(text.encode(), path="x", letter_id="x")
    parts = segment(letter)
    found = find_notes(letter, parts, PRODUCERS)
    marks = find_marks(letter, parts, found)
    assert all(n.span.of(letter.text) == n.text for n in found)
    return letter, found, marks


NO_MARKS = [
    "a ‘joint appeal’ [statement], said [sic] and [emphasis added]",
    "“[t]he ports” and “[i]t is”, “[c]losed [d]oors”",
    "in [2021] they [...] and […] left",
    "the letter (1) opens and (2) closes ports",
    "an area of 40 km² and 10⁶ m³ of water",
    "COVID-19, the G7 and L.20, A/HRC/32/L.20, covid19",
    "a [link](https://a.example/1) and 1.6 million",
    "see www.alder.example/a.1 and x@y.example2",
]


@pytest.mark.parametrize("body", NO_MARKS)
def test_what_is_no_mark(body: str) -> None:
    assert read(body)[2] == ()


@pytest.mark.parametrize(
    "body", ["1.6 million fled in 2021.3 times", "Covid19 and the G7 met", "at 3.1 people", "No.1 and p.1 fled"]
)
def test_digits_that_are_no_marks_beside_notes(body: str) -> None:
    assert read(body, "[1] Alder, 2020\n[2] Coast, 2021\n")[2] == ()


MARKS = [
    ("People fled.[i] More fled.[ii]", "[i] A\n[ii] B", ["i", "ii"], ["[i]", "[ii]"]),
    ("People fled [1] and more [2], [3].", "[1] A\n[2] B\n[3] C", ["1", "2", "3"], ["[1]", "[2]", "[3]"]),
    ("People fled.[1] [2] More.[3][4]", "[1] A\n[2] B\n[3] C\n[4] D", ["1", "2", "3", "4"], None),
    ("People fled.[^1]", "[^1]: Alder, 2021", ["1"], ["[^1]"]),
    ("People fled.¹ More fled.¹²", "", ["1", "12"], ["¹", "¹²"]),
    ("People fled.<sup>1</sup> More<sup><a href='#2'>2</a></sup>", "<sup>1</sup>A\n<sup>2</sup>B", ["1", "2"],
     ["<sup>1</sup>", "<sup><a href='#2'>2</a></sup>"]),
    ("People fled.(1) More (2).", "(1) https://a.example\n(2) https://b.example", ["1", "2"], ["(1)", "(2)"]),
    ("People fled.(1) Please (2) go.", "(1) https://a.example\n(2) https://b.example", ["1", "2"], ["(1)", "(2)"]),
    ("around the world.1 Further, “data.”2 More3, still", "[1] A\n[2] B\n[3] C", ["1", "2", "3"], ["1", "2", "3"]),
    ("the world.1 Further, “data.”2", "Notes\n\n1. Alder, 2020\n2. Coast, 2021", ["1", "2"], ["1", "2"]),
    ("the world.1 Further, “data.”2", "1 https://a.example\n2 https://b.example", ["1", "2"], ["1", "2"]),
    ("People fled [1, 2].", "[1] A\n[2] B", ["1", "2"], ["1", "2"]),
    ("People fled.[[1]](#_ftn1)", "[[1]](#_ftnref1) Alder, 2021", ["1"], None),
    ("People fled.[7]", "", ["7"], ["[7]"]),
    # A mark whose note is missing, in the manner of the notes that stand there.
    ("People fled. [1] More fled. [3]", "[1] A\n[2] B", ["1", "3"], ["[1]", "[3]"]),
    ("“They fled.” [1]\n\nMore fled. [2]", "[2] B", ["1", "2"], ["[1]", "[2]"]),
    ("People fled (1). More fled (3).", "(1) https://a.example\n(2) https://b.example", ["1", "3"], ["(1)", "(3)"]),
    ("They fled. [9] is the number of the rule.", "[1] A\n[2] B", [], None),
    ("They met. [2021] was dry.", "[1] A\n[2] B", [], None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "notes", "marks", "texts"), MARKS, ids=[m[0][:30] for m in MARKS])
def test_marks(body: str, notes: str, marks: list[str], texts: list[str] | None) -> None:
    letter, _, found = read(body, notes)
    assert [m.mark for m in found] == marks
    if texts:
        assert [m.span.of(letter.text) for m in found] == texts


NOTES = [
    ("[i] Alder Association of River People (Elm), Daily briefing, 7 August 2023,", "alder", date(2023, 8, 7), None),
    ("[i] Alder Association Daily Briefing, August 7, 2023.", "alder", date(2023, 8, 7), None),
    ("[1] United Nations Office for the Coordination of River Affairs, Update No. 31, 15 July 2023", "ocra",
     date(2023, 7, 15), "No. 31"),
    ("[1] See OCRA, ‘Flash update’, accessed 3 May 2021", "ocra", None, None),
    ("[1] UN Office for the Coordination of River Affairs (OCRA), Report A/HRC/52/66, 2 March 2023", "ocra",
     date(2023, 3, 2), "A/HRC/52/66"),
    ("[1] https://www.alder.example/2021/report-45", "alder", None, None),
    ("[1] Coastal Parliamentarians for Peace, ‘Coastal Union must act’, 28 July 2023", None, date(2023, 7, 28), None),
    ("[1] Coastal Union & Alder Association, ‘Open the ports’ [statement], 16 May 2023", None, date(2023, 5, 16), None),
    ("[1] Elm Today, ‘OCRA counts 400 boats’, Elm Today, 22 June 2023", None, date(2023, 6, 22), None),
    ("[1] 448 regional organisations, ‘Open letter’ [open letter], 14 July 2022,", None, date(2022, 7, 14), None),
    ("[1] The Port Charter, 2008,", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "who", "when", "document"), NOTES)
def test_notes(line: str, who: str | None, when: date | None, document: str | None) -> None:
    note = read("People fled.", line)[1][0]
    assert (note.producer, note.published_on, note.document) == (who, when, document)


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("[1] Alder, https://alder.example/a?b=1&c=2.", "https://alder.example/a?b=1&c=2"),
        ("[1] Alder, [report](https://alder.example/r) and https://b.example", "https://alder.example/r"),
        ("[1] Alder, <a href=\"https://alder.example/r?a=1&amp;b=2\">report</a>", "https://alder.example/r?a=1&b=2"),
        ("[1] Alder, [report](#)", None),
    ],
)  # fmt: skip
def test_addresses_of_notes(line: str, url: str | None) -> None:
    assert read("People fled.", line)[1][0].url == url


def test_ibid_is_the_note_before() -> None:
    notes = read("People fled.", "[1] OCRA, Update No. 5, 3 May 2021\n[2] Ibid.\n[3] Ida Ruiz, Report\n")[1]
    assert [(n.producer, n.document) for n in notes] == [("ocra", "No. 5"), ("ocra", "No. 5"), (None, None)]


def test_a_note_goes_on_in_the_next_line_and_ends_with_its_paragraph() -> None:
    notes = read("People fled.", "[1] Alder, see also\nhttps://a.example/b-\nc\n[2] Coast.\n\nWe ask you.")[1]
    assert [n.text for n in notes] == ["[1] Alder, see also\nhttps://a.example/b-\nc", "[2] Coast."]


def test_notes_at_the_foot_of_each_page() -> None:
    body = (
        "People fled.1 More people fled in the\n[1] Alder, 2020.\n[2] Coast, 2021.\n"
        "next year.2 Then came winter.3\n[3] Elm, 2022."
    )
    _, notes, marks = read(body)
    assert [n.mark for n in notes] == ["1", "2", "3"]
    assert [m.mark for m in marks] == ["1", "2", "3"]


LINKS = [
    ("[conducted](#) it", [("conducted", "#", True)]),
    ("[a]() [b](about:blank) [c](javascript:void(0)) [d](#top)", [("a", "", True), ("b", "about:blank", True),
     ("c", "javascript:void(0)", True), ("d", "#top", True)]),
    ("[a](https://a.example/x_(y)) and https://b.example/c.", [("a", "https://a.example/x_(y)", False),
     ("https://b.example/c", "https://b.example/c", False)]),
    ("<a class='x' href=\"https://a.example\"><b>word</b></a>", [("word", "https://a.example", False)]),
    ("<a href='#'>word</a>", [("word", "#", True)]),
    ("[word][1]\n\n[1]: https://a.example\n", [("word", "https://a.example", False),
     ("https://a.example", "https://a.example", False)]),
    ("fled.[1](#_ftn1) and [↩](#ref1)", []),
    ("![logo](https://a.example/l.png) and [sic] and [x] (y)", []),
    ("<img src=\"https://a.example/l.png\">", []),
    ("www.alder.example, and", [("www.alder.example", "www.alder.example", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "links"), LINKS, ids=[k[0][:30] for k in LINKS])
def test_links(text: str, links: list[tuple[str, str, bool]]) -> None:
    found = find_links(text)
    assert [(k.text, k.target, k.lost) for k in found] == links
    assert all(k.text_span.of(text) == k.text and k.span.contains(k.text_span) for k in found)


ATTRIBUTIONS = [
    ("According to the UN, 400 boats lay idle.", [("the UN", "un")]),
    ("Some 400 boats lay idle, according to OCRA.", [("OCRA", "ocra")]),
    ("The Alder Association has documented 400 cases.", [("The Alder Association", "alder")]),
    ("OCRA says 400 boats lay idle.", [("OCRA", "ocra")]),
    ("According to local media, 400 boats lay idle.", [("local media", None)]),
    ("Figures from the Elm Harbour Board show 400 boats.", [("the Elm Harbour Board", None)]),
    ("as reported by Coastal Union Youth Wing", [("Coastal Union Youth Wing", None)]),
    ("In May it reported 400 boats; the Minister said 20.", []),
    ("The United States and the Member States agreed.", []),
    ("Ana Ruiz said that 400 boats lay idle.", []),
    ("This report found 400 boats.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources"), ATTRIBUTIONS)
def test_attributions(text: str, sources: list[tuple[str, str | None]]) -> None:
    found = find_attributions(text, PRODUCERS)
    assert [(a.text, a.producer) for a in found] == sources
    assert all(a.span.of(text) == a.text for a in found)


def test_seed_with_sixteen_notes() -> None:
    letter = read_letter(str(SEEDS / "002_2cd62c704b68d50a.txt"))
    parts = segment(letter)
    notes = find_notes(letter, parts, PRODUCERS)
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"]
    assert [n.mark for n in notes] == roman
    assert [m.mark for m in find_marks(letter, parts, notes)] == roman
    assert notes[3].published_on == date(2023, 8, 7)
    assert (notes[4].published_on, notes[4].document) == (date(2023, 7, 15), "No. 31")


def test_seed_with_lost_links() -> None:
    letter = read_letter(str(SEEDS / "000_e41d4cffd07bcdcf.txt"))
    links = find_links(letter.text)
    assert [k.lost for k in links] == [True] * 8
    assert links[4].text == "conducted"


@pytest.mark.parametrize(
    ("body", "cited"),
    [
        ("On 3 May 800 people fled (the bridge was closed) and nobody [answered](https://a.example/b).", None),
        ("On 3 May 800 people fled; the bridge (see [here](https://a.example/b)) was closed.", None),
        ("On 3 May 800 people fled (as all who had seen it told [us](https://a.example/b)).", None),
        ("On 3 May 800 people fled ([briefing](https://a.example/b)).", "https://a.example/b"),
        (
            "On 3 May 800 people fled (see [here](https://a.example/b)), and the bridge was closed.",
            "https://a.example/b",
        ),
        ("On 3 May 800 people (source: [Gull Bureau](https://a.example/b)) fled.", "https://a.example/b"),
    ],
)
def test_a_link_in_brackets_speaks_for_what_stands_before_them(body: str, cited: str | None, field: Field) -> None:
    letter = letter_from_bytes(f"# Open letter\n\n{body}\n".encode(), path="x.md", letter_id="x")
    claim = next(each for each in extract(letter, field).claims if each.quantity.value == 800)
    assert [each.url for each in claim.citations if each.kind == "link"] == ([cited] if cited else [])
