"""Highlights with notes in a PDF, each on the words that it is about. What the file held stays as it was."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from pypdf import PdfWriter
from pypdf.annotations import Highlight, Text
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from reports.exports.marked.aligning import Alignment
from reports.exports.marked.packing import AUTHOR, Comment, unpacked
from reports.exports.marked.pdf_places import Box, PdfText

COLOURS = {"error": "f4a6a0", "warning": "ffd97a", "info": "cfe3ff"}
PRINTED = 4  # the flag of an annotation that is printed with its page
SIDE = 20  # points: a note that is no highlight
MARGIN = 8


def annotate(order: bytes) -> dict[str, Any]:
    """The PDF of an order (`packing`) with its notes: its bytes, and how many notes found their words."""
    text, comments, data = unpacked(order)
    data = data[max(0, data.find(b"%PDF-")) :]
    words = PdfText.of(data)
    alignment = Alignment.of(text, words.text)
    writer = PdfWriter(io.BytesIO(data), incremental=True)
    placed = 0
    for number, one in enumerate(comments, start=1):
        place = alignment.place(one.start, one.end)
        boxes = words.lines(*place) if place is not None else []
        placed += bool(boxes)
        for page, note in _notes(one, boxes, number, writer):
            writer.add_annotation(page, note)
    out = io.BytesIO()
    writer.write(out)
    return {"file": out.getvalue(), "placed": placed}


def _notes(
    one: Comment, boxes: Sequence[Box], number: int, writer: PdfWriter
) -> Iterator[tuple[int, DictionaryObject]]:
    """The annotation of a comment, one on each page that its words stand on, with the page's number from 0."""
    if not boxes:
        yield 0, _beside(one, number, writer)
    for page, there in groupby(boxes, key=lambda box: box.page):
        yield page, _highlight(one, list(there), f"{number}-{page + 1}")


def _highlight(one: Comment, boxes: Sequence[Box], name: str) -> DictionaryObject:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.joined(box)
    corners = [
        FloatObject(round(edge, 2))
        for box in boxes
        for edge in (box.left, box.top, box.right, box.top, box.left, box.bottom, box.right, box.bottom)
    ]
    note = Highlight(
        rect=tuple(round(edge, 2) for edge in (whole.left, whole.bottom, whole.right, whole.top)),  # type: ignore[arg-type]
        quad_points=ArrayObject(corners),
        highlight_color=COLOURS.get(one.severity, COLOURS["warning"]),
        printing=True,
    )
    return _told(note, one.words, name)


def _beside(one: Comment, number: int, writer: PdfWriter) -> DictionaryObject:
    """A note in the upper corner of the first page, for words that are not to be found in the file."""
    page = writer.pages[0].cropbox
    top = float(page.top) - MARGIN - (number - 1) % 30 * SIDE
    left = float(page.left) + MARGIN
    said = f"{one.astray}\n{one.words}"
    note = Text(rect=(left, top - SIDE, left + SIDE, top), text=said)
    return _told(note, said, f"{number}-0")


def _told(note: DictionaryObject, words: str, name: str) -> DictionaryObject:
    note[NameObject("/Contents")] = TextStringObject(words)
    note[NameObject("/T")] = TextStringObject(AUTHOR)
    note[NameObject("/NM")] = TextStringObject(f"crossfoot-{name}")
    return note
