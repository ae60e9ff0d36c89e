"""A letter as it is handed back: its own file with comments where that can be, else a copy of its text with them."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from claims.model import Letter, Span
from claims.quick_records import dataclass
from claims.readers.confined import ask as ask_confined
from claims.readers.raw_document import Refused
from claims.text.view import plain_view
from reports.exports.asks import Ask, comment_lines
from reports.exports.marked.packing import Comment, packed
from reports.exports.safe_words import safe
from reports.words.wording import HANDING_ON, pattern

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
LARGEST_ANSWER = 256 * 1024 * 1024
# A file is opened again in a process of its own, as when it was read: (module, function, what the file is).
KEEPERS = {
    WORD: ("reports.exports.marked.word_comments", "comment", "a Word document", ".docx"),
    PDF: ("reports.exports.marked.pdf_notes", "annotate", "a PDF", ".pdf"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A letter with comments: the bytes, the ending of their file, how many of the comments found their words.

    `instead`: why it is a copy of the text and not the letter's own file, where that was to be had.
    """

    data: bytes
    ending: str
    placed: int
    comments: int
    instead: str = ""


def marked(letter: Letter, asks: Sequence[Ask], original: bytes | None) -> Marked:
    """`letter` with a comment at each of `asks`; `original` are the bytes that it was read from."""
    view = plain_view(letter.text)
    comments = [_comment(ask, view.from_source(ask.span)) for ask in asks]
    keeper = KEEPERS.get(letter.media_type)
    instead = ""
    if keeper is not None and original is not None:
        try:
            return _in_its_own_file(keeper, view.text, comments, original)
        except Refused as refused:
            instead = refused.message
    from reports.exports.marked.text_copy import copy_with_comments

    data, placed = copy_with_comments(letter.title or letter.letter_id, view.text, comments)
    return Marked(data=data, ending=".docx", placed=placed, comments=len(comments), instead=instead)


def _in_its_own_file(
    keeper: tuple[str, str, str, str], text: str, comments: Sequence[Comment], original: bytes
) -> Marked:
    module, do, name, ending = keeper
    order = packed(text, comments, original)
    answer = ask_confined({"module": module, "do": do}, order, name, LARGEST_ANSWER)
    return Marked(data=base64.b64decode(answer["file"]), ending=ending, placed=answer["placed"], comments=len(comments))


def _comment(ask: Ask, span: Span) -> Comment:
    words = "\n".join(map(safe, comment_lines(ask)))
    astray = pattern(HANDING_ON, "unplaced", quote=ask.quote)
    return Comment(start=span.start, end=span.end, words=words, astray=astray, severity=ask.severity)
