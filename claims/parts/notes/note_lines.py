"""Which lines are notes: "[iv] Assistance Association …", "<sup>2</sup> …", "1. …" below a heading "Notes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import of_language
from claims.model import Span
from claims.parts.dating.datelines import read_dateline
from claims.parts.notes.mark_styles import FIRST, RAISED, WEB, mark_of, style_of, value_of
from claims.quick_records import dataclass
from claims.text.lines import BULLETED, Line
from claims.text.openings import either, is_chrome, phrase_set, starts

LOWERED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A line of a note this long was wrapped.
WIDE = 110
# A word that no line has room for stands on a line of its own ("15 July" / "2023,*m6zo1*_ga*NzAz…").
LONG_WORD = 50


@of_language
def _source() -> re.Pattern[str]:
    """A year, an address or a page: what a source has."""
    again, page = either("citations", "again_marks"), either("citations", "page_marks")
    return re.compile(rf"\b(?:19|20)\d\d\b|https?://|www\.|\b{page}\.\s?\d|\b{again}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A note: lines `[first, last]`, its mark without brackets ("iv", "3"), where its text starts in the view."""

    first: int
    last: int
    mark: str
    style: str
    text_start: int
    span: Span


def find_note_lines(
    lines: Sequence[Line], first: int, definitions: frozenset[int]
) -> tuple[tuple[NoteLines, ...], frozenset[int]]:
    """The notes from line `first` on, and every line that belongs to a block of notes, its heading too.

    `definitions` are lines that define the targets of links ("[1]: https://…") and are no notes.
    """
    notes: list[NoteLines] = []
    block: set[int] = set()
    i = first
    while i < len(lines):
        found = [] if i in definitions else _run(lines, i, headed=False)
        if not found and _heads_notes(lines[i]):
            start = next((j for j in range(i + 1, len(lines)) if not lines[j].blank), len(lines))
            found = _run(lines, start, headed=True)
            end = start if found else _unmarked_end(lines, start)
            if found or end > start:
                block.update(range(i, end))
        if not found:
            i += 1
            continue
        notes += found
        for note in found:
            block.update(range(note.first, note.last + 1))
        i = found[-1].last + 1
    if not notes and (unheaded := _unheaded(lines, first)):
        notes += unheaded
        for note in unheaded:
            block.update(range(note.first, note.last + 1))
    return tuple(notes), frozenset(block)


def _unheaded(lines: Sequence[Line], first: int) -> list[NoteLines]:
    """Notes without a heading at the very end: "(1) Alder Watch, Report, 2021." where "boats (1)." stands above.

    Half of them have to look like sources, and every one has to be called by its number in the text above.
    """
    for style in ("round", "dot", "bare"):
        starts_at = [i for i in range(first, len(lines)) if (m := mark_of(lines[i], style)) and m["mark"] in FIRST]
        found = _run_of(lines, starts_at[-1], style) if starts_at else []
        rest = [line for line in lines[found[-1].last + 1 :] if line.text] if found else []
        if not found or any(not is_chrome(line.text) and len(line.text) > 12 for line in rest):
            continue
        above = "\n".join(line.text for line in lines[: found[0].first])
        sources = sum(_is_source(lines, note) for note in found)
        if 2 * sources >= len(found) and all(_is_called(above, note.mark, style) for note in found):
            return found
    return []


def _is_source(lines: Sequence[Line], note: NoteLines) -> bool:
    return any(_source().search(line.text) for line in lines[note.first : note.last + 1])


def _is_called(above: str, mark: str, style: str) -> bool:
    # "boats (1). In" and "boats.1 In" call a note, a line that begins with "(1)" or "1." is an item.
    if style == "round":
        called = rf"(?<=[\w.,;:”\"'’)])[ ]?\({mark}\)"
    else:
        # Behind a year only with its stop between: "in May 2023.2 We".
        behind = r"(?:(?<=[^\W\d_])[.,;:”\"'’)]{0,2}|(?<=\b(?:19|20)\d\d)[.,;:”\"'’)]{1,2})"
        called = rf"{behind}(?:{mark}|{mark.translate(LOWERED)})(?=[\s.,;:)]|$)"
    return re.search(called, above) is not None


def _unmarked_end(lines: Sequence[Line], start: int) -> int:
    """The end of a list of sources without marks: bullets and addresses below "Sources:"."""
    end = i = start
    while i < len(lines) and (not lines[i].text or BULLETED.match(lines[i].text) or WEB.search(lines[i].text)):
        end = i + 1 if lines[i].text else end
        i += 1
    return end


def _heads_notes(line: Line) -> bool:
    return len(line.text) < 60 and line.text.casefold().rstrip(":. ") in phrase_set("segments", "notes_headings")


def _run(lines: Sequence[Line], start: int, *, headed: bool) -> list[NoteLines]:
    if start >= len(lines) or lines[start].blank or not (style := style_of(lines, start, headed=headed)):
        return []
    return _run_of(lines, start, style, headed=headed)


def _run_of(lines: Sequence[Line], start: int, style: str, *, headed: bool = False) -> list[NoteLines]:
    starts_at = [start]
    i = start + 1
    gap = 0
    while i < len(lines):
        if not lines[i].blank and _follows(lines, starts_at[-1], i, style):
            starts_at.append(i)
            gap = 0
        else:
            gap += not lines[i].blank
            if gap > 6 or (gap > 2 and not headed and lines[i].text and len(lines[i].text) < 30):
                break
        i += 1
    ends = [*starts_at[1:], None]
    return [_note(lines, at, upto, style, headed=headed) for at, upto in zip(starts_at, ends, strict=True)]


def _follows(lines: Sequence[Line], before: int, i: int, style: str) -> bool:
    here, there = mark_of(lines[i], style), mark_of(lines[before], style)
    if not here or not there:
        return False
    if (value := value_of(here["mark"])) is None or (last := value_of(there["mark"])) is None:
        return style == "bracket"
    return last < value <= last + 5 if style in {"bracket", "raised"} else value == last + 1


def _note(lines: Sequence[Line], at: int, upto: int | None, style: str, *, headed: bool) -> NoteLines:
    found = mark_of(lines[at], style)
    assert found is not None
    last = at
    for i in range(at + 1, len(lines) if upto is None else upto):
        # Between the notes of a page and those of the next stands the letter's own text.
        if (upto is None or not headed) and not _continues(lines, last, i, inner=upto is not None):
            break
        if not lines[i].blank:
            last = i
    text_start = lines[at].span.start + found.end()
    span = Span(lines[at].span.start, lines[last].span.end)
    return NoteLines(at, last, found["mark"].translate(RAISED), style, text_start, span)


def _continues(lines: Sequence[Line], last: int, i: int, *, inner: bool) -> bool:
    """Whether line `i` still belongs to a note that line `last` is part of; `inner`: another note follows."""
    text, before = lines[i].text, lines[last].text
    if not text or i > last + 1:
        return False
    if WEB.match(text) or before[-1] == "-":
        return True
    if read_dateline(text) or is_chrome(text):
        return False
    if text[0].islower() and before[-1] not in ".!?":
        return True
    if inner and (len(before) >= WIDE or len(text.split(maxsplit=1)[0]) > LONG_WORD):
        return True
    if starts(text, "title_starts") or lines[i].heading:
        return False
    return (
        lines[i].indent > lines[last].indent > 0 or lines[i].indent > 1 or before[-1] not in ".!?" and len(before) > 30
    )
