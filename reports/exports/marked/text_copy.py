"""A Word document of a letter's text, for letters that came as anything but a Word document or a PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.document import Document

from reports.exports.marked.blank_document import new_document, written
from reports.exports.marked.packing import Comment
from reports.exports.marked.word_comments import add_comments
from reports.exports.safe_words import safe
from reports.words.wording import HANDING_ON, pattern

BLANK = re.compile(r"\n[ \t]*\n\s*")
HEADING = re.compile(r"(#{1,6})[ \t]+")


def copy_with_comments(title: str, text: str, comments: Sequence[Comment]) -> tuple[bytes, int]:
    """A document of `text` with `comments` at their offsets: its bytes, and how many comments found their words."""
    document = new_document(pattern(HANDING_ON, "copy_title", title=title))
    for block in BLANK.split(safe(text).strip("\n")):
        _paragraph(document, block)
    placed = add_comments(document, text, comments)
    return written(document), placed


def _paragraph(document: Document, block: str) -> None:
    """A block of lines; the breaks inside it stay."""
    heading = HEADING.match(block)
    if heading and "\n" not in block:
        document.add_heading(block[heading.end() :], level=min(len(heading[1]), 6))
        return
    run = document.add_paragraph().add_run()._r
    for number, line in enumerate(block.split("\n")):
        if number:
            run.add_br()
        run.add_t(line)
