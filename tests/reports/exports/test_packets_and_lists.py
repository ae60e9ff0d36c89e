"""Packets of corrections and lists for spreadsheets: whole, of plain words whatever a letter says, no formula."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NoReturn
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from markdown_it import MarkdownIt

from expectations.model import CheckedLetter
from reports.exports.asks import Ask, asks_of
from reports.exports.lists.list_rows import Cell, Sheet, checks, claims, letters_sheet, to_do
from reports.exports.lists.sheet_book import as_xlsx
from reports.exports.lists.spreadsheet_files import as_csv
from reports.exports.packets.packet_contents import Packet, packet
from reports.exports.packets.packet_markdown import as_markdown
from reports.exports.packets.packet_word import as_word
from reports.exports.safe_words import markdown
from reports.words.table_names import Names
from tests.factories.word_files import converted
from tests.reports.conftest import Workshop

HOSTILE = [
    "<script>alert(1)</script>",
    "[a](javascript:alert(1)) ![b](https://x.example/y.png)",
    "<https://x.example> `code` ~~gone~~ **bold** _it_ $x$",
    "# no heading #",
    "- no list",
    "+ no list",
    "1. no list",
    "12) no list",
    "===",
    "---",
    "> no quote",
    "| a | b |\n|---|---|\n| c | d |",
    "a\n\n    code\n\n```\nfence",
    "[x]: https://x.example",
    "&lt;b&gt; &copy;",
    "line\\",
    "\u202e0064\u202c \x00\x1b[31m",
    "\ud800",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("before", ["", "> ", "- ", "- **Why:** ", "## 1. ", "# "])
def test_words_stay_words_in_markdown(words: str, before: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(before + markdown(words) + "\n\nend\n")
    plain = MarkdownIt("commonmark").parse(before + "x\n\nend\n")
    assert [token.type for token in tokens] == [token.type for token in plain]
    inline = [child.type for token in tokens for child in token.children or ()]
    assert set(inline) <= {"text", "text_special", "strong_open", "strong_close"}
    assert inline.count("strong_open") == before.count("Why")
    said = "".join(child.content for token in tokens for child in token.children or ()).removesuffix("end")
    assert said.removeprefix("Why:").removeprefix("1. " * before.endswith("1. ")).strip() == _as_shown(words)


def _as_shown(words: str) -> str:
    unsafe = dict.fromkeys([0, 0x1B, 0x202E, 0x202C, 0xD800], "\ufffd")
    return " ".join(words.translate(unsafe).split())


@pytest.fixture(scope="module")
def checked(make: Workshop) -> CheckedLetter:
    return make.all_verdicts()


@pytest.fixture(scope="module")
def asks(checked: CheckedLetter, make: Workshop) -> tuple[Ask, ...]:
    return asks_of(checked, Names.of(make.reference_table()))


@pytest.fixture(scope="module")
def told(checked: CheckedLetter, asks: tuple[Ask, ...]) -> Packet:
    return packet(checked.extraction.letter, asks)


def test_a_packet_has_a_section_for_each_number_that_asks(told: Packet, asks: tuple[Ask, ...]) -> None:
    page = as_markdown(told)
    tokens = MarkdownIt("commonmark").parse(page)
    sections = [token for token in tokens if token.type == "heading_open" and token.tag == "h2"]
    assert len(sections) == len(asks)
    assert page.count("Sign-off") == page.count("Old wording") == page.count("New wording") == len(asks)
    assert "35,000 (1 Mar) \\< 41,000" in page


def test_a_packet_names_source_and_new_wording(make: Workshop) -> None:
    one = make.claim(make.text, "340 farms", "340")
    observed = make.observation(2, title="Farms ](javascript:1)")
    from sources.model import Evidence

    verdict = make.verdict(one, "contradicted", suggestion="at least 338 farms",
                           evidence=(Evidence(observation=observed, role="", decides=True),))  # fmt: skip
    letter = make.letter()
    asks = asks_of(make.checked(letter, (one,), (verdict,)), Names.of(make.reference_table()))
    page = as_markdown(packet(letter, asks))
    assert "- **Old wording:** 340 farms\n- **New wording:** at least 338 farms\n" in page
    assert (
        "Delta Survey, Farms \\](javascript:1), as of 3 January 2024: 338 <https://example.org/farms/2?a=1&b=2>" in page
    )


def test_the_word_packet_has_a_table_for_each(told: Packet) -> None:
    made = as_word(told)
    document = docx.Document(io.BytesIO(made))
    assert len(document.tables) == len(told.corrections)
    for table, one in zip(document.tables, told.corrections, strict=True):
        rows = {row.cells[0].text: row.cells[1].text for row in table.rows}
        assert (rows["Old wording"], rows["New wording"]) == (one.old, one.new)
        assert rows["Sign-off"].startswith("Decision: ____")
    assert as_word(told) == made


CELLS: list[Cell] = [
    '=HYPERLINK("http://x","y")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "=", "-", "- River Watch", "'quoted", "a\nb", "",
    None, 1200, 3.5, Decimal("41000"), Decimal("1E+400"), -7, date(2024, 3, 5), date(1815, 6, 18), "\x00\x1b", "\ud800",
    "x" * 40_000, "1,200", "007", "=cmd|' /C calc'!A1", 10**20,
]  # fmt: skip
SHEET = Sheet("cells", ("cell", "kind"), tuple((cell, "x") for cell in CELLS))


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    made = as_xlsx([SHEET])
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        pages = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert not any(
        list(ET.fromstring(page).iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f")) for page in pages
    )
    page = openpyxl.load_workbook(io.BytesIO(made))["cells"]
    kinds = {page.cell(row, 1).data_type for row in range(2, page.max_row + 1)}
    assert kinds <= {"s", "n", "d"}
    read = [page.cell(row, 1).value for row in range(2, page.max_row + 1)]
    assert read[:8] == CELLS[:8]
    assert read[CELLS.index(1200)] == 1200
    assert read[CELLS.index(date(1815, 6, 18))] == "1815-06-18"
    assert as_xlsx([SHEET]) == made


def test_libreoffice_reckons_nothing_in_either_file(tmp_path: Path, missing: Callable[[str], NoReturn]) -> None:
    if not shutil.which("soffice"):
        missing("no LibreOffice: make reader-tools")
    small = Sheet("cells", ("cell", "kind"), tuple((cell, "x") for cell in CELLS if len(str(cell)) < 1000))
    try:
        made = converted(tmp_path / "lists", {"a.xlsx": as_xlsx([small]), "b.csv": as_csv(small)}, "fods")
    except FileNotFoundError:
        missing("this LibreOffice has no spreadsheet: make reader-tools, or install libreoffice-calc-nogui")
    for page in made.values():
        assert b"table:formula" not in page
        assert b"=HYPERLINK" in page


def test_csv_has_a_mark_and_no_formula() -> None:
    made = as_csv(SHEET)
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(CELLS) + 1
    assert not any(cell[0] in "=+@\t\r" for row in rows for cell in row if len(cell) > 1)
    shown = [row[0] for row in rows[1:]]
    assert shown[0] == '\'=HYPERLINK("http://x","y")'
    assert (shown[CELLS.index("- River Watch")], shown[CELLS.index(-7)]) == ("- River Watch", "-7")
    assert made.count(b"\r\n") == len(CELLS) + 1


def test_the_lists_hold_every_claim_check_and_ask(checked: CheckedLetter, asks: tuple[Ask, ...]) -> None:
    pairs = [(checked, asks)]
    sheets = [to_do(pairs), claims([checked], Names()), checks([checked]), letters_sheet(pairs)]
    lengths = [len(asks), len(checked.extraction.claims), len(checked.findings), 1]
    assert [len(sheet.rows) for sheet in sheets] == lengths
    assert all(len(row) == len(sheet.headings) for sheet in sheets for row in sheet.rows)
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(sheets)))
    assert book.sheetnames == ["to_do", "claims", "checks", "letters"]
    values = {row[4].value: row[6].value for row in book["claims"].iter_rows(min_row=2)}
    assert values["41,000 people"] == 41000
