"""Letters that try to break what is made of them: every file opens in a reader that is not ours, as plain words."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import junitparser
import openpyxl
import pytest
from markdown_it import MarkdownIt

from flows.cli import main

WORDS = [
    "<script>alert(1)</script>", "</w:t></w:r><w:p>", "]]>", "<!--", "&#x1F;", "{{ 7*7 }}", "{% raw %}", "${x}", "%s%n",
    '=HYPERLINK("http://x.example","y")', "=cmd|' /C calc'!A1", "@SUM(1)", "+1+1", "```", "| a | b |",
    "[x](javascript:a)", "![x](http://x.example/y)",
    "<http://x.example>", "# head", "> quote", "- item", "\\", "\\rtf1", "\u202e0064\u202c",
    "\u2066x\u2069", "\ufeff", "\ufffe", "\u0085", "\u2028", "a\u0301" * 50, "ရန်ကုန်မြို့", "부산", "العربية", "\U0001f6a2",
    "../../etc/passwd", "C:\\x\\y", "' OR 1=1 --", '"; DROP TABLE', "\t\t", "x" * 5000,
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exports of a letter for each of `WORDS`, its words in the title, in the claims and beside them."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "letters").mkdir()
    for number, words in enumerate(WORDS):
        text = (
            f"Open letter {words} on the ports\n\n4 May 2021\n\nDear minister,\n\n"
            f"This is the 22th {words} year of the treaty. {words} We count 12 boats {words} of 340 {words}.\n"
        )
        name = f"{number:02}-{'=+@-'[number % 4]}a&b '{number}'.txt"
        (folder / "letters" / name).write_text(text, encoding="utf-8")
    into = folder / "made"
    told = ["--claim-reviews", "https://example.org/check", "--by", "<b>Desk</b>"]
    assert main(["export", str(folder / "letters"), "--into", str(into), *told]) == 0
    return into


def test_every_letter_has_its_comments_and_its_packet(made: Path) -> None:
    assert len(list((made / "letters").glob("*.docx"))) == len(list((made / "packets").glob("*.md"))) == len(WORDS)
    for path in (*(made / "letters").glob("*.docx"), *(made / "packets").glob("*.docx")):
        document = docx.Document(str(path))
        said = "".join(paragraph.text for paragraph in document.paragraphs)
        assert said
        assert not any(sign in said for sign in "\u202e\u2066\ufffe")
        if path.parent.name == "letters":
            marks = document.element.xpath("//w:commentRangeStart/following-sibling::w:r[1]/w:t")
            assert any((mark.text or "").startswith("22th") for mark in marks)


def test_packets_hold_words_and_links_to_sources_alone(made: Path) -> None:
    for path in (made / "packets").glob("*.md"):
        tokens = MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8"))
        assert {token.type.split("_")[0] for token in tokens} <= {
            "heading", "paragraph", "inline", "blockquote", "bullet", "list",
        }  # fmt: skip
        inside = {child.type for token in tokens for child in token.children or ()}
        assert not inside & {"html_inline", "image", "code_inline"}


def test_lists_reckon_nothing(made: Path) -> None:
    for name in ("to-do.csv", "claims.csv"):
        rows = list(csv.reader(io.StringIO((made / name).read_bytes().decode("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1
        assert not any(cell[0] in "=+@\t\r" for row in rows for cell in row if len(cell) > 1)
    book = openpyxl.load_workbook(made / "crossfoot.xlsx")
    assert not any(cell.data_type == "f" for page in book for row in page.iter_rows() for cell in row)


def test_forms_for_programs_are_whole(made: Path) -> None:
    log = json.loads((made / "crossfoot.sarif").read_text(encoding="utf-8"))
    results = log["runs"][0]["results"]
    assert len({one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}) == len(WORDS)
    assert junitparser.JUnitXml.fromstring((made / "junit.xml").read_bytes()).failures == sum(
        one["level"] != "note" for one in results
    )
    assert json.loads((made / "annotations.jsonld").read_text(encoding="utf-8"))["total"] == len(results)
    json.loads((made / "claim-reviews.jsonld").read_text(encoding="utf-8"))
    root = ET.parse(made / "junit.xml").getroot()
    assert {node.tag for node in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "system-out",
    }


def test_no_file_stands_outside_the_folder(made: Path) -> None:
    names = {path.name for path in made.parent.iterdir()}
    assert names == {"letters", "made"}
    assert {path.name for path in made.iterdir() if path.is_dir()} == {"letters", "packets"}
