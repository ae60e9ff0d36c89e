"""Notes, marks, totals and groups in shapes that letters take now and then."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories
from claims.parts.segments import segment
from claims.references.citations import find_marks, find_notes

HEAD = (
    "Open letter on the closing of the river ports\n\n3 March 2024\n\nDear Minister,\n\n"
    "We write to you about the river ports, which have been closed to all fishing boats since the winter storms.\n\n"
)

EMPTY = Field(measures=(), events=(), producers=(), places=())


def notes_of(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The notes as (mark, first words) and the marks, in order."""
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    segments = segment(letter)
    notes = find_notes(letter, segments, ())
    marks = find_marks(letter, segments, notes)
    assert all(note.span.of(letter.text) == note.text for note in notes)
    return [(n.mark, n.text.split(",")[0].split("> ")[-1].split(". ")[-1]) for n in notes], [m.mark for m in marks]


def signatories_of(text: str) -> Signatories:
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    return extract(letter, EMPTY).signatories


def test_notes_of_a_page_whose_numbers_are_anchors() -> None:
    text = (
        "<h1>Open letter on the river ports</h1><p>3 March 2024</p><p>Dear Minister,</p>"
        "<p>At least 40 boats burned.<sup><a href='#fn1'>1</a></sup> Some 120 people fled.<sup><a href='#fn2'>2</a>"
        "</sup></p><p>Signed by 2 organisations:</p><ul><li>Alder Watch</li><li>Birch Union</li></ul>"
        '<p><a id="fn1">1</a>. Casa Norte, Report on ports, 12 May 2023.</p>'
        '<p><a id="fn2">2</a>. Gull Bureau, Update, 1 June 2023.</p>'
    )
    assert notes_of(text) == ([("1", "Casa Norte"), ("2", "Gull Bureau")], ["1", "2"])
    assert signatories_of(text).listed == 2


PLAIN_NOTES = "1 Casa Norte, Report on ports, 12 May 2023\n2 Gull Bureau, Update, 1 June 2023\n"


def test_plain_notes_at_the_end_are_notes_where_the_text_calls_them() -> None:
    signed = "Signed by:\n\nAlder Watch\nBirch Union"
    text = HEAD + f"Some 40 boats burned.1 They fled in May 2023.2\n\n{signed}\n\n{PLAIN_NOTES}"
    notes, marks = notes_of(text)
    assert ([mark for mark, _ in notes], marks) == (["1", "2"], ["1", "2"])
    assert signatories_of(text).listed == 2


def test_plain_lines_at_the_end_are_no_notes_where_nothing_calls_them() -> None:
    assert notes_of(HEAD + f"Some 40 boats burned.\n\n{PLAIN_NOTES}") == ([], [])


def numbered(count: int) -> str:
    return "\n\nNotes\n\n" + "".join(f"{n}. Casa Norte, Report {n}, 2023\n" for n in range(1, count + 1))


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ("It was seen by groups1 2 3 and by others.4", ["1", "2", "3", "4"]),
        ("It was said by the bureau1 2 of the harbour.", ["1", "2"]),
        ("It was seen by groups1 2 boats had sent.", ["1"]),  # two boats
        ("It was seen by groups1 3 and others.", ["1"]),
    ],
)
def test_marks_glued_in_a_row(sentence: str, marks: list[str]) -> None:
    assert notes_of(HEAD + sentence + numbered(5))[1] == marks


LATER = " We call on you to open them again at once and to pay the crews for the days that they have lost.\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the 1,500 women we interviewed on the quays, 300 had lost a boat.",
        "More than 200 organisations have condemned the closing of the ports.",
        "Some 40 unions have repeatedly warned the Minister.",
    ],
)
def test_a_first_sentence_about_others_states_no_total(sentence: str) -> None:
    assert signatories_of(f"Open the ports\n\n3 March 2024\n\n{sentence}{LATER}").stated is None
    assert signatories_of(f"Open the ports\n\n3 March 2024\n\nDear Minister,\n\n{sentence}{LATER}").stated is None


@pytest.mark.parametrize(
    ("title", "stated"),
    [
        ("Joint statement: 118 organisations call for open ports", 118),
        ("Open letter: More than 40 unions urge Parliament to open the ports", 40),
        ("Report on ports: 118 organisations call for nothing", None),
        ("Open letter on the ports: 40 unions were closed", None),
    ],
)
def test_totals_behind_the_kind_of_text_in_a_title(title: str, stated: int | None) -> None:
    letter = f"{title}\n\n3 March 2024\n\nThe ports are closed, and nobody has said why.\n"
    assert signatories_of(letter).stated == stated


GROUPS = {
    "labels in their paragraph": "Alabama\nAlder Watch\nBirch Union\n\nNew York\nCedar Network\nDune Forum\n",
    "labels apart": "Alabama\n\nAlder Watch\nBirch Union\n\nTexas\n\nCedar Network\nDune Forum\n",
    "labels above bullets": "Ontario\n- Alder Watch\n- Birch Union\n\nQuébec\n- Cedar Network\n- Dune Forum\n",
}


@pytest.mark.parametrize("names", GROUPS.values(), ids=GROUPS)
def test_names_of_states_and_provinces_head_groups(names: str) -> None:
    found = signatories_of(HEAD + f"Signed by 4 organisations:\n\n{names}")
    assert [name.name for name in found.names] == ["Alder Watch", "Birch Union", "Cedar Network", "Dune Forum"]
    assert len(found.groups) == 2
