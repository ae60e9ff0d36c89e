"""Comments in a letter's own Word file: at its words and no others, as LibreOffice reads them; the rest untouched."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

import docx
import pytest

from claims.letters import letter_from_bytes
from claims.model import Letter, Span
from claims.text.view import plain_view
from reports.exports.asks import Ask
from reports.exports.marked.marked_letter import Marked, _comment, marked
from reports.exports.marked.packing import packed
from reports.exports.marked.word_comments import comment
from tests.factories.documents import para, run, zipped
from tests.factories.word_files import comments_read, converted, whole_docx

HOSTILE = '<w:p>]]>&\x00\x08\ud800 \u202e0064\u202c {\\rtf1 =HYPERLINK("http://x")'
LINK = '<w:hyperlink r:id="rIdL" {R}>{}</w:hyperlink>'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
    "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:t>Harbour Board, 88 berths closed.</w:t></w:r></w:p></w:footnote>'
CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'
OLD = '<w:comment w:id="7" w:author="Ann"><w:p><w:r><w:t>Ann was here</w:t></w:r></w:p></w:comment>'
DELETED = '<w:del w:id="1" w:author="B"><w:r><w:delText>3,460 boats, no: </w:delText></w:r></w:del>'
INSERTED = '<w:ins w:id="2" w:author="B">{}</w:ins>'


def table(*cells: str) -> str:
    made = "".join(f"<w:tc><w:tcPr/>{para(cell)}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{made}</w:tr></w:tbl>"


@dataclass(frozen=True)
class Case:
    """A document, the words that ask (`nth` of them), and what LibreOffice is to show as anchored."""

    name: str
    body: str
    words: str = "3,460 boats"
    nth: int = 0
    anchored: str | None = None
    parts: tuple[tuple[str, str], ...] = ()


THRICE = "We count 3,460 boats. They count 3,460 boats. All count 3,460 boats."
START = para("Open letter on the ports") + para("Dear minister,")
CASES = [
    Case("in one run", START + para("At least 3,460 boats lie idle.")),
    Case("a run of its own", START + para("At least ", run("3,460 boats", "<w:b/>"), " lie idle.")),
    Case("cut into runs", START + para("At least 3", run(",4", "<w:i/>"), "60 bo", "ats lie idle.")),
    Case("begins a paragraph", START + para("3,460 boats lie idle.")),
    Case("ends a paragraph", START + para("Idle lie 3,460 boats")),
    Case("the second of three", START + para(THRICE), nth=1),
    Case("the third of three", START + para(THRICE), nth=2),
    Case("in a link", START + para("At least ", LINK.format(run("3,460 boats lie"), R=R), " idle.")),
    Case("half in a link", START + para("At least 3,4", LINK.format(run("60 boats lie"), R=R), " idle.")),
    Case("across a tab", START + para("<w:r><w:t>Also 3,461</w:t><w:tab/><w:t>boats lie idle.</w:t></w:r>"),
         words="3,461\tboats", anchored="3,461boats"),
    Case("in a table", START + table("At sea", "3,460 boats") + para("So it is.")),
    Case("inserted, another deleted", START + para("At ", DELETED, INSERTED.format(run("3,460 boats")), " we are.")),
    Case("in a footnote: at its mark", START + para("The port closed.", CALL, " So it is."), words="88 berths",
         anchored="1 Harbour Board, 88 berths closed.", parts=(("footnotes", NOTE),)),
    Case("in a text box: at the box", START + para("See the box.", BOX.format(para("At least 3,460 boats lie idle."))),
         anchored="At least 3,460 boats lie idle."),
    Case("beside an older comment", START + para('<w:commentRangeStart w:id="7"/>', "Dear all,",
         '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>', " At least 3,460 boats lie idle."),
         parts=(("comments", OLD),)),
    Case("signs of every script", START + para("ရန်ကုန် 3,460 boats ရှိသည်။ 부산 12곳")),
]  # fmt: skip


def ask(letter: Letter, words: str, nth: int = 0, said: str = "the verdict") -> Ask:
    view, start = plain_view(letter.text), -1
    for _ in range(nth + 1):
        start = view.text.index(words, start + 1)
    span = view.to_source(Span(start, start + len(words)))
    return Ask(key="k", rule="overstated", span=span, quote=words, sentence=words, head=said, severity="error",
               reckoned="1 < 2", why=(HOSTILE,), new="at most 3,400 boats", would_change="", sources=())  # fmt: skip


def read(data: bytes, ending: str = ".docx") -> Letter:
    return letter_from_bytes(data, path=f"in/ports{ending}", letter_id="ports")


@cache
def made(case: Case) -> tuple[bytes, Marked]:
    data = whole_docx(case.body, **dict(case.parts))
    letter = read(data)
    return data, marked(letter, [ask(letter, case.words, case.nth)], data)


@pytest.fixture(scope="module")
def office(
    tmp_path_factory: pytest.TempPathFactory, missing: Callable[[str], NoReturn]
) -> dict[str, list[tuple[str, str]]]:
    """The comments of every case as LibreOffice reads them."""
    if not shutil.which("soffice"):
        missing("no LibreOffice: make reader-tools")
    files = {f"case{at}.docx": made(case)[1].data for at, case in enumerate(CASES)}
    saved = converted(tmp_path_factory.mktemp("office") / "comments", files, "fodt")
    return {case.name: comments_read(saved[f"case{at}.docx"]) for at, case in enumerate(CASES)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_libreoffice_shows_the_comment_at_its_words(case: Case, office: dict[str, list[tuple[str, str]]]) -> None:
    comments = [(words, said) for words, said in office[case.name] if said.startswith("the verdict")]
    assert len(comments) == 1
    words, said = comments[0]
    if case.anchored is None:
        assert words == case.words
    else:
        assert " ".join(words.split()) == case.anchored
    assert "Sum: 1 < 2" in said
    assert "Could read: at most 3,400 boats" in said
    assert "=HYPERLINK" in said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_letter_reads_as_before_and_the_bytes_are_the_same_twice(case: Case) -> None:
    data, once = made(case)
    assert (once.ending, once.placed, once.comments, once.instead) == (".docx", 1, 1, "")
    assert read(once.data).text == read(data).text
    letter = read(data)
    comments = [
        _comment(one, plain_view(letter.text).from_source(one.span)) for one in [ask(letter, case.words, case.nth)]
    ]
    assert comment(packed(plain_view(letter.text).text, comments, data))["file"] == once.data


@pytest.mark.parametrize("nth", [1, 2])
def test_of_like_words_the_one_that_asks(nth: int) -> None:
    case = next(case for case in CASES if case.nth == nth)
    paragraph = docx.Document(io.BytesIO(made(case)[1].data)).paragraphs[-1]
    leaves = paragraph._p.xpath("./w:commentRangeStart/preceding-sibling::w:r/w:t")
    before = "".join(leaf.text or "" for leaf in leaves)
    assert before.count("3,460 boats") == nth


def test_an_older_comment_stays(office: dict[str, list[tuple[str, str]]]) -> None:
    assert ("Dear all,", "Ann was here") in office["beside an older comment"]


def test_two_comments_on_the_same_words_and_on_words_within_them() -> None:
    data = whole_docx(START + para("At least 3,460 boats lie idle."))
    letter = read(data)
    asks = [
        ask(letter, "3,460 boats", said="one"),
        ask(letter, "3,460 boats", said="two"),
        ask(letter, "460", said="three"),
    ]
    done = marked(letter, asks, data)
    assert done.placed == 3
    assert [one.text.split("\n")[0] for one in docx.Document(io.BytesIO(done.data)).comments] == ["one", "two", "three"]
    assert read(done.data).text == letter.text


def test_words_that_the_file_does_not_hold_are_quoted_at_its_beginning() -> None:
    data = whole_docx(START + para("At least 3,460 boats lie idle."))
    letter = read(whole_docx(START + para("At least 9,999 nets are torn.")))
    done = marked(letter, [ask(letter, "9,999 nets")], data)
    assert (done.placed, done.comments) == (0, 1)
    (comment,) = docx.Document(io.BytesIO(done.data)).comments
    assert comment.text.startswith("Not found in this file as words one after the other: “9,999 nets”\nthe verdict")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK no zip", "damaged"),
        (whole_docx(START).replace(b"word/document.xml", b"word/dokument.xml"), ""),
        (None, ""),
    ],
    ids=["damaged", "without its main part", "not at hand"],
)
def test_a_file_that_cannot_be_written_into_gives_a_copy_of_the_text(data: bytes | None, why: str) -> None:
    letter = read(whole_docx(START + para("At least 3,460 boats lie idle.")))
    done = marked(letter, [ask(letter, "3,460 boats")], data)
    assert (done.ending, done.placed) == (".docx", 1)
    assert bool(done.instead) == (data is not None)
    assert why in done.instead
    assert "At least 3,460 boats lie idle." in read(done.data).text


def test_a_part_that_unfolds_without_end_costs_no_more_than_its_own_words() -> None:
    ten = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    bomb = f'<!DOCTYPE w [<!ENTITY e0 "nets nets nets">{ten}]>'.encode()
    data = whole_docx(START + para("At least 3,460 boats lie idle.", CALL), footnotes=NOTE.replace("88", "&e9;"))
    parts = {one: zipfile.ZipFile(io.BytesIO(data)).read(one) for one in zipfile.ZipFile(io.BytesIO(data)).namelist()}
    parts["word/footnotes.xml"] = bomb + parts["word/footnotes.xml"]
    letter = read(whole_docx(START + para("At least 3,460 boats lie idle.")))
    done = marked(letter, [ask(letter, "3,460 boats")], zipped(parts))
    assert (done.placed, len(done.data) < 200_000) == (1, True)


LETTERS = {
    ".txt": "Open letter on the ports\n\nAt least 3,460 boats\nlie idle <b>&amp; rot.\n\n# no heading #1\n",
    ".md": "# Open letter on the ports\n\nAt least **3,460 boats** [lie](https://example.org) idle.\n",
    ".html": "<html><body><h1>Open letter on the ports</h1><p>At least 3,460 <b>boats</b> lie idle.</p></body></html>",
}


@pytest.mark.parametrize("ending", LETTERS)
def test_other_formats_give_a_word_document_of_their_text(ending: str) -> None:
    letter = read(LETTERS[ending].encode(), ending)
    done = marked(
        letter, [ask(letter, "3,460 boats" if "3,460 boats" in letter.text else "3,460")], LETTERS[ending].encode()
    )
    document = docx.Document(io.BytesIO(done.data))
    assert (done.ending, done.placed, len(list(document.comments))) == (".docx", 1, 1)
    assert any("3,460 boats" in one.text for one in document.paragraphs)
    assert document.core_properties.author == "crossfoot"


def test_a_letter_of_hostile_signs_becomes_a_file_that_opens(tmp_path: Path) -> None:
    text = f"Open letter\n\nWe say {HOSTILE} and 3,460 boats.\n".replace("\x00", "").replace("\ud800", "").encode()
    letter = read(text, ".txt")
    done = marked(letter, [ask(letter, "3,460 boats")], text)
    assert done.placed == 1
    said = "\n".join(one.text for one in docx.Document(io.BytesIO(done.data)).paragraphs)
    assert "<w:p>]]>&" in said
    assert "\u202e" not in said
