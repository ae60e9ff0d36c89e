"""Comments in a Word document, each anchored on the words that it is about."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document
from docx.text.run import Run

from reports.exports.marked.aligning import Alignment, Place
from reports.exports.marked.blank_document import written
from reports.exports.marked.packing import AUTHOR, INITIALS, Comment, unpacked
from reports.exports.marked.word_places import WordText, cut

NOTES = ("/footnotes", "/endnotes")


def comment(order: bytes) -> dict[str, Any]:
    """The Word document of an order (`packing`) with its comments: its bytes, and how many found their words."""
    text, comments, data = unpacked(order)
    document = docx.Document(io.BytesIO(data))
    placed = add_comments(document, text, comments)
    return {"file": written(document), "placed": placed}


def add_comments(document: Document, text: str, comments: Sequence[Comment]) -> int:
    """Set `comments` into `document`, of which `text` was read; how many of them found their words.

    One whose words are not to be found stands at the document's beginning and quotes them: none is lost.
    """
    roots = _notes(document)
    words = WordText.of(document.element.body, roots)
    alignment = Alignment.of(text, words.text)
    places = [alignment.place(one.start, one.end) for one in comments]
    cut(words, [edge for place in places if place is not None for edge in place])
    words = WordText.of(document.element.body, roots)
    for one, place in zip(comments, places, strict=True):
        _add(document, words, one, place)
    return sum(place is not None for place in places)


def _add(document: Document, words: WordText, one: Comment, place: Place | None) -> None:
    said, ends = one.words, _ends(words, place)
    if ends is None:
        said = f"{one.astray}\n{said}"
        ends = _beginning(document, words)
    made = document.comments.add_comment(said, author=AUTHOR, initials=INITIALS)
    made._comment_elm.date = None  # the same bytes on any day
    first, last = (Run(run, document.paragraphs[0] if document.paragraphs else document) for run in ends)
    first.mark_comment_range(last, made.comment_id)


def _ends(words: WordText, place: Place | None) -> tuple[Any, Any] | None:
    """The first and the last run of a place."""
    if place is None:
        return None
    first, last = words.at(place[0]).run, words.at(place[1] - 1).run
    return None if first is None or last is None else (first, last)


def _beginning(document: Document, words: WordText) -> tuple[Any, Any]:
    run = next((piece.run for piece in words.pieces if piece.run is not None), None)
    if run is None:
        run = document.add_paragraph().add_run(" ")._r
    return run, run


def _notes(document: Document) -> list[Any]:
    """The roots of the parts with footnotes and endnotes. python-docx keeps such parts as bytes."""
    from docx.oxml.parser import parse_xml

    found = [one.target_part for one in document.part.rels.values() if one.reltype.endswith(NOTES)]
    return [parse_xml(part.blob) for part in found]
