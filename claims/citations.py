"""What a letter cites: its notes, the marks that point to them, and the sources it names in its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.layout import layout
from claims.letter_dates import find_full_dates
from claims.line_words import phrase_set, phrases
from claims.links import find_links
from claims.marks import marks_in
from claims.markup import SUPERSCRIPT, URL, inline_links
from claims.model import Letter, Mark, Note, Producer, Segment, Span
from claims.note_lines import NoteLines
from claims.plain import PlainView
from claims.producers import producer_named, producer_of_note

__all__ = ["Attribution", "find_attributions", "find_links", "find_marks", "find_notes"]

SYMBOL = re.compile(r"\b[AES]/(?:[A-Z0-9.]+/)*[A-Z0-9.]+\d(?:/\w+)*")
NAME = r"(?:[A-Z][\w’'.\-]*|[A-Z]{2,})"
PROPER = re.compile(
    rf"(?:the\s+|The\s+)?{NAME}(?:\s+(?:(?:of|for|and|the|on|in|to|de|la|&|at)\s+){{0,2}}{NAME}){{0,11}}(?:\s*\([A-Z][\w\s.\-]{{1,30}}\))?"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source named in a sentence: `span` its name ("the UN"), `cue` the words that make it one ("according to")."""

    span: Span
    text: str
    cue: Span
    producer: str | None


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
    text = Span(lines.text_start, lines.span.end).of(view.text)
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
    start = span.start - len(opened[0]) if opened and "<sup" in opened[0].casefold() else span.start
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
    bare = URL.sub(" ", text)
    found = re.search(
        rf"(?<!\w)(?:{words})[ \u00a0]?(?:(?<=#)|(?<=\W))\d{{1,5}}(?!\d|[.,]\d|\s+(?:{MONTHS}))", bare, re.IGNORECASE
    )
    return found[0] if found else None


MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"


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


def find_attributions(text: str, producers: Sequence[Producer]) -> tuple[Attribution, ...]:
    """The sources that `text` (a sentence or more) names in its wording: "according to the UN", "AAPP reports".

    Spans point into `text`. A source that is no known producer stands there with `producer=None`.
    """
    found: dict[int, Attribution] = {}
    for cue in _cues("attribution_before").finditer(text):
        if source := _source_at(text, cue.end(), producers):
            found.setdefault(source[0].start, Attribution(source[0], source[0].of(text), Span(*cue.span()), source[1]))
    for cue in _cues("attribution_after").finditer(text):
        if cue[0].islower() and (source := _source_before(text, cue.start(), producers)):
            found.setdefault(source[0].start, Attribution(source[0], source[0].of(text), Span(*cue.span()), source[1]))
    for cue in _cues("attribution_said").finditer(text):
        # "Mr Ruiz said" is a quotation; "AAPP said" is where a figure comes from.
        source = _source_before(text, cue.start(), producers) if cue[0].islower() else None
        if source and (source[1] or source[0].of(text).casefold() in phrase_set("citations", "plain_sources")):
            found.setdefault(source[0].start, Attribution(source[0], source[0].of(text), Span(*cue.span()), source[1]))
    return tuple(found[start] for start in sorted(found))


def _cues(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases("citations", name))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _source_at(text: str, at: int, producers: Sequence[Producer]) -> tuple[Span, str | None] | None:
    gap = text[at : at + 10]
    at += len(gap) - len(gap.lstrip())
    lowered = text[at : at + 60].casefold()
    proper = _proper_at(text, at)
    if proper and (producer := _longest(proper[0], producers)):
        return Span(at, at + len(producer[0])), producer[1]
    plain = next(
        (
            p
            for p in phrases("citations", "plain_sources")
            if lowered.startswith(p) and not lowered[len(p) : len(p) + 1].isalnum()
        ),
        None,
    )
    if plain:
        span = Span(at, at + len(plain))
        return span, producer_named(span.of(text), producers)
    if proper and _is_name(proper[0]):
        return Span(at, proper.end()), None
    return None


def _proper_at(text: str, at: int) -> re.Match[str] | None:
    proper = PROPER.match(text, at)
    # "according to OCRA." ends with the sentence's stop, "in the U.S." with its own.
    if proper and proper[0][-1] in ".-'’" and not re.search(r"\b(?:[A-Z]\.){2,}$", proper[0]):
        return PROPER.match(text, at, proper.end() - 1)
    return proper


def _longest(name: str, producers: Sequence[Producer]) -> tuple[str, str] | None:
    """The whole of a proper name as a producer's, never a part of it ("Coastal Watch" in "Coastal Watch Youth")."""
    bare = re.sub(r"(?:['’]s?)$", "", name)
    producer = producer_named(bare, producers)
    return (bare, producer) if producer else None


def _source_before(text: str, at: int, producers: Sequence[Producer]) -> tuple[Span, str | None] | None:
    floor = max(0, at - 160)
    before = text[floor:at].rstrip()
    plain = next((p for p in phrases("citations", "plain_sources") if before.casefold().endswith(p)), None)
    if plain:
        span = Span(floor + len(before) - len(plain), floor + len(before))
        return span, producer_named(span.of(text), producers)
    proper = next((m for m in PROPER.finditer(before) if m.end() == len(before)), None)
    if not proper or not _is_name(proper[0]):
        return None
    span = Span(floor + proper.start(), floor + proper.end())
    return span, producer_named(span.of(text), producers)


def _is_name(name: str) -> bool:
    bare = name.casefold()
    if bare in phrase_set("citations", "not_sources") or bare.split()[0] in {"it", "he", "she", "they", "we", "this"}:
        return False
    words = [w for w in name.split() if w.casefold() not in {"the", "of", "for", "and"}]
    return len(words) > 1 or (bool(words) and words[0][:6].isupper() and len(words[0]) > 1)
