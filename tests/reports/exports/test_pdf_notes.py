"""Highlights with notes in a letter's own PDF, read back by PDFium: on their words and no others."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from claims.letters import letter_from_bytes
from claims.model import Letter, Span
from claims.text.view import plain_view
from reports.exports.asks import Ask
from reports.exports.marked.marked_letter import marked
from tests.factories.documents import pdf

HOSTILE = 'endstream endobj ) >> /JS (app.alert(1)) \\ \x00 \u202e0064 ရန်ကုန် "<script>'
LINES = [
    "Open letter on the ports",
    "Dear minister, we count 3,460 boats that lie idle in the north of the bay,",
    "they count 3,460 boats that lie idle in the south, and nobody counts those",
    "that were lost. Damage stands at $3.5 million, or forty per cent of the",
    "catch of a year, and it grows; there are 1,200 nets torn and there are 88",
    "berths closed.",
]


def page(lines: list[str], left: float = 72, top: float = 700) -> list[tuple[float, float, float, str]]:
    return [(left, top - 16 * at, 11, line) for at, line in enumerate(lines)]


def read(data: bytes) -> Letter:
    return letter_from_bytes(data, path="in/ports.pdf", letter_id="ports")


def ask(letter: Letter, words: str, nth: int = 0) -> Ask:
    view, start = plain_view(letter.text), -1
    for _ in range(nth + 1):
        start = view.text.index(words, start + 1)
    span = view.to_source(Span(start, start + len(words)))
    return Ask(key="k", rule="overstated", span=span, quote=words, sentence=words, head="the verdict", severity="error",
               reckoned="1 < 2", why=(HOSTILE,), new="at most 3,400 boats", would_change="", sources=())  # fmt: skip


@dataclass(frozen=True)
class Note:
    """An annotation as PDFium reads it: its page, kind, words, and the text under each of its rectangles."""

    page: int
    kind: int
    said: str
    under: tuple[str, ...]
    box: tuple[float, float, float, float]


def notes(data: bytes) -> list[Note]:
    document = pdfium.PdfDocument(data)
    return [_note(document, number, at) for number in range(len(document)) for at in range(_count(document[number]))]


def _count(one: pdfium.PdfPage) -> int:
    return int(raw.FPDFPage_GetAnnotCount(one))


def _note(document: pdfium.PdfDocument, number: int, at: int) -> Note:
    note = raw.FPDFPage_GetAnnot(document[number], at)
    words = document[number].get_textpage()
    under = []
    for quad in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
        points = raw.FS_QUADPOINTSF()
        raw.FPDFAnnot_GetAttachmentPoints(note, quad, points)
        under.append(words.get_text_bounded(points.x3 + 1, points.y3, points.x2 - 1, points.y2).strip())
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, box)
    edges = (box.left, box.bottom, box.right, box.top)
    return Note(number, raw.FPDFAnnot_GetSubtype(note), _string(note, b"Contents"), tuple(under), edges)


def _string(note: object, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\x00")


# words that ask, which of them, and what lies under the highlight, a line each
CASES = [
    ("1,200 nets", 0, ("1,200 nets",)),
    ("$3.5 million", 0, ("$3.5 million",)),
    ("3,460 boats", 0, ("3,460 boats",)),
    ("3,460 boats", 1, ("3,460 boats",)),
    ("88 berths", 0, ("88", "berths")),
]


@pytest.mark.parametrize(("words", "nth", "under"), CASES)
def test_the_highlight_lies_on_its_words(words: str, nth: int, under: tuple[str, ...]) -> None:
    data = pdf([page(LINES)])
    letter = read(data)
    done = marked(letter, [ask(letter, words, nth)], data)
    (note,) = notes(done.data)
    assert (done.ending, done.placed, done.instead) == (".pdf", 1, "")
    assert (note.kind, note.under) == (raw.FPDF_ANNOT_HIGHLIGHT, under)
    assert note.said.startswith("the verdict\nSum: 1 < 2\nendstream endobj ) >> /JS")
    assert "ရန်ကုန်" in note.said
    line = next(at for at, text in enumerate(LINES) if text.count(words.split()[0]) and (nth == 0 or at > 1))
    assert note.box[1] < 700 - 16 * line + 4 < note.box[3]


def test_the_letter_stays_byte_for_byte_and_the_file_is_the_same_twice() -> None:
    data = pdf([page(LINES), page(["A second page, with 77 oars."])])
    letter = read(data)
    asks = [ask(letter, "1,200 nets"), ask(letter, "77 oars")]
    done = marked(letter, asks, data)
    assert done.data.startswith(data.rstrip())
    assert marked(letter, asks, data).data == done.data
    assert [(one.page, one.under) for one in notes(done.data)] == [(0, ("1,200 nets",)), (1, ("77 oars",))]
    assert read(done.data).text == letter.text
    assert b"/JavaScript" not in done.data


@pytest.mark.parametrize("turned", ["/Rotate 90", "/Rotate 180", "/CropBox [36 36 600 780]"])
def test_pages_that_are_turned_or_cropped(turned: str) -> None:
    data = pdf([page(LINES)]).replace(b"/MediaBox [0 0 612 792]", f"/MediaBox [0 0 612 792] {turned}".encode())
    letter = read(data)
    done = marked(letter, [ask(letter, "1,200 nets")], data)
    (note,) = notes(done.data)
    assert note.under == ("1,200 nets",)


def test_two_columns() -> None:
    left = [f"left column line {at} of words and {100 + at} boats" for at in range(12)]
    right = [f"right column line {at} of words and {200 + at} nets" for at in range(12)]
    data = pdf([page(left, 50) + page(right, 330)])
    letter = read(data)
    for words in ("107 boats", "207 nets"):
        (note,) = notes(marked(letter, [ask(letter, words)], data).data)
        assert note.under == (words,)


def test_words_that_the_file_does_not_hold_are_a_note_in_the_corner() -> None:
    data, other = pdf([page(LINES)]), read(pdf([page(["Another letter altogether, of 9,999 whales."])]))
    done = marked(other, [ask(other, "9,999 whales")], data)
    (note,) = notes(done.data)
    assert (done.placed, note.kind, note.page) == (0, raw.FPDF_ANNOT_TEXT, 0)
    assert note.said.startswith("Not found in this file as words one after the other: “9,999 whales”\nthe verdict")


@pytest.mark.parametrize("damage", [b"%PDF-1.4 and nothing", b"", pdf([page(LINES)])[:300]])
def test_a_file_that_cannot_be_written_into_gives_a_copy_of_the_text(damage: bytes) -> None:
    letter = read(pdf([page(LINES)]))
    done = marked(letter, [ask(letter, "1,200 nets")], damage)
    assert (done.ending, done.placed) == (".docx", 1)
    assert done.instead
