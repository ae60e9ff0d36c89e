"""What a letter cites: its notes, the marks that point to them, and the sources it names in its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.language.words import vocabulary
from claims.model import Letter, Mark, Note, Producer, Segment, Span
from claims.parts.layout import layout
from claims.parts.notes.note_lines import NoteLines
from claims.references.attributions import Attribution, find_attributions
from claims.references.hyperlinks import find_links
from claims.references.note_marks import marks_in
from claims.references.producers import producer_of_note
from claims.text.marked.edits import SUPERSCRIPT
from claims.text.marked.markdown import URL, inline_links
from claims.text.openings import phrases
from claims.text.view import PlainView
from claims.times.full_dates import find_full_dates

__all__ = ["Attribution", "find_attributions", "find_links", "find_marks", "find_notes"]

ANCHOR = re.compile(r"<a\s[^<>]{0,100}\b(?:id|name)=", re.IGNORECASE)
SYMBOL = re.compile(r"\b[AES]/(?:[A-Z0-9.]+/)*[A-Z0-9.]+\d(?:/\w+)*")


def find_notes(letter: Letter, segments: Sequence[Segment], producers: Sequence[Producer]) -> tuple[Note, ...]:
    """The notes of `letter` in order; spans cover mark and text. Producers are matched by name, one or none."""
    plan = layout(letter.text)
    notes: list[Note] = []
    for lines in plan.notes:
        note = _note(letter, plan.view, lines, producers)
        notes.append(_same_again(note, notes[-1]) if notes and _repeats(note, lines, plan.view) else note)
    return tuple(notes)


def _repeats(note: Note, lines: NoteLines, view: PlainView) -> bool:
    text = Span(lines.text_start, lines.span.end).of(view.text).casefold().lstrip(" *_")
    words = "|".join(re.escape(w) for w in phrases("citations", "same_again"))
    return note.url is None and re.match(rf"(?:{words})(?!\w)", text) is not None


def _same_again(note: Note, before: Note) -> Note:
    """ "Ibid." cites what the note before it cites; a page it adds is not kept."""
    return replace(
        note, url=before.url, producer=before.producer, published_on=before.published_on, document=before.document
    )


def _note(letter: Letter, view: PlainView, lines: NoteLines, producers: Sequence[Producer]) -> Note:
    span = _with_tags(letter.text, view.to_source(lines.span))
    text = Span(lines.text_start, lines.span.end).of(view.text).replace("\n", " ")
    url = _url(letter.text, span)
    return Note(
        mark=lines.mark,
        span=span,
        text=span.of(letter.text),
        url=url,
        producer=producer_of_note(" ".join(text.split()), url, producers),
        published_on=_published(text),
        document=_document(text),
    )


def _with_tags(text: str, span: Span) -> Span:
    """The span with the tags around it: "<sup>1</sup> Casa Norte" starts at its tag, "<a …>report</a>" ends with it."""
    before = text[max(0, span.start - 300) : span.start]
    opened = re.search(r"(?:<[^<>/][^<>]{0,200}>\s{0,3}){1,3}$", before)
    closed = re.compile(r"(?:</(?:a|sup|i|em|b|strong|span)>){0,5}").match(text, span.end)
    tagged = opened and ("<sup" in opened[0].casefold() or ANCHOR.search(opened[0]))
    start = span.start - len(opened[0]) if opened and tagged else span.start
    return Span(start, closed.end() if closed else span.end)


def _url(text: str, span: Span) -> str | None:
    """The first address of a note that leads somewhere: of a link, else as it stands."""
    stretch = span.of(text)
    found = [(k.start, k.target) for k in inline_links(stretch) if not k.image and URL.match(k.target)]
    found += [(k.span.start, k.target) for k in find_links(stretch) if not k.lost and URL.match(k.target)]
    return min(found)[1] if found else None


def _published(text: str) -> date | None:
    """The last full date of a note that is not the day somebody looked it up ("accessed 3 May 2021")."""
    bare = URL.sub(lambda m: " " * len(m[0]), text)
    dates = [d for d in find_full_dates(bare) if not _looked_up(bare[: d.span.start])]
    return dates[-1].date if dates else None


def _looked_up(before: str) -> bool:
    lowered = before[-30:].casefold().rstrip(" :,(on")
    return lowered.endswith(phrases("letter_dates", "access_words"))


def _document(text: str) -> str | None:
    """The document's number or symbol as printed: "No. 31", "A/HRC/52/66"."""
    if symbol := SYMBOL.search(text):
        return symbol[0]
    words = "|".join(re.escape(w) for w in phrases("citations", "number_words"))
    months = "|".join(name for names in vocabulary("dates")["months"] for name in names)
    bare = URL.sub(" ", text)
    found = re.search(
        rf"(?<!\w)(?:{words})[ \u00a0]?(?:(?<=#)|(?<=\W))\d{{1,5}}(?!\d|[.,]\d|\s+(?:{months}))", bare, re.IGNORECASE
    )
    return found[0] if found else None


def find_marks(letter: Letter, segments: Sequence[Segment], notes: Sequence[Note]) -> tuple[Mark, ...]:
    """The footnote marks of `letter` outside its notes, list of signatories and page chrome, in order."""
    view = layout(letter.text).view
    styles = {lines.style for lines in layout(letter.text).notes}
    zones = [
        view.from_source(s.span)
        for s in segments
        if s.kind in {"title", "body", "list", "signature", "contact", "dateline"}
    ]
    found = marks_in(view.text, zones, frozenset(n.mark for n in notes), frozenset(styles))
    raised = {m.span(1): Span(*m.span()) for m in SUPERSCRIPT.finditer(letter.text)}
    spans = [(mark, view.to_source(span)) for mark, span in found]
    return tuple(Mark(mark=mark, span=raised.get((span.start, span.end), span)) for mark, span in spans)
