"""A letter's structure, read once and handed on: nobody to the right of it looks at the bare text again."""

from __future__ import annotations

from bisect import bisect_right

from claims.model import Letter, Link, Mark, Note, Producer, Segment, SegmentKind, Span
from claims.parts.layout import layout
from claims.parts.segments import segment
from claims.quick_records import dataclass
from claims.references.citations import find_links, find_marks, find_notes
from claims.text.item_lists import ItemList, read_lists
from claims.text.lines import Line
from claims.text.passages import Passage, read_passages
from claims.text.tables import Table, read_tables
from claims.text.view import PlainView

# Parts of a letter whose lists are lists of their own.
_APART = frozenset({"signatories", "notes", "contact", "chrome"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All that stands on the page. Spans of `lines`, `sentences`, `lists` and `tables` count in `view.text`, those of
    `segments`, `notes`, `marks` and `links` in `text`; `view.to_source` leads from the one to the other.
    """

    text: str
    view: PlainView
    lines: tuple[Line, ...]
    segments: tuple[Segment, ...]
    sentences: tuple[Passage, ...]
    lists: tuple[ItemList, ...]
    tables: tuple[Table, ...]
    notes: tuple[Note, ...]
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]

    def kind_at(self, span: Span) -> SegmentKind | None:
        """The role of the segment that holds a span of `text`."""
        at = bisect_right(self.segments, span.start, key=lambda part: part.span.start) - 1
        if at < 0 or not self.segments[at].span.contains(span):
            return None
        return self.segments[at].kind

    def sentence_at(self, at: int) -> Passage | None:
        """The sentence that holds an offset of the view."""
        index = bisect_right(self.sentences, at, key=lambda one: one.span.start) - 1
        found = self.sentences[index] if index >= 0 else None
        return found if found is not None and at < found.span.end else None


def read_document(letter: Letter, producers: tuple[Producer, ...]) -> Document:
    """The structure of `letter`; `producers` are known by name where a note cites one."""
    plan = layout(letter.text)
    segments = segment(letter)
    notes = find_notes(letter, segments, producers)
    return Document(
        text=letter.text,
        view=plan.view,
        lines=plan.lines,
        segments=segments,
        sentences=read_passages(plan.view, segments),
        lists=read_lists(plan.lines, [part if part in _APART else None for part in plan.parts]),
        tables=read_tables(plan.lines),
        notes=notes,
        marks=find_marks(letter, segments, notes),
        links=find_links(letter.text),
    )
