"""What is no list: notes, contacts, copies to others, and the frame of the web page around a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.parts.blocks import Block
from claims.parts.candidates.frames import frames
from claims.parts.candidates.surroundings import Page
from claims.parts.contacts import contact_lines
from claims.parts.naming.name_kinds import is_source
from claims.parts.notes.note_lines import NoteLines
from claims.text.openings import starts

MOST = 5


def tails(page: Page, notes: Sequence[NoteLines], noted: frozenset[int]) -> Iterator[Block]:
    """Every block of notes, contacts, copies or page frame; `noted` are the lines of notes and of their headings."""
    yield from _notes(page, notes, noted)
    yield from _contacts(page)
    yield from frames(page)


def _notes(page: Page, notes: Sequence[NoteLines], noted: frozenset[int]) -> Iterator[Block]:
    for first, end in _runs(page, sorted(noted)):
        held = [note for note in notes if first <= note.first < end]
        headed = not held or held[0].first > first
        texts = [" ".join(page.lines[i].text for i in range(n.first, n.last + 1)) for n in held]
        sources = sum(map(is_source, texts)) / len(texts) if texts else 1.0
        called = sum(_is_called(page, first, note.mark) for note in held) / len(held) if held else 0.0
        evidence = (
            ("note", float(min(len(held), MOST))),
            ("noted", float(headed)),
            ("source_like", sources),
            ("called", called),
        )
        yield Block("notes", first, end, evidence)


def _runs(page: Page, lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring lines as `[first, end)`; blank ones part nothing."""
    first = end = -1
    for i in lines:
        if end >= 0 and any(page.lines[j].text for j in range(end, i)):
            yield first, end
            end = -1
        if end < 0:
            first = i
        end = i + 1
    if end >= 0:
        yield first, end


def _is_called(page: Page, above: int, mark: str) -> bool:
    call = re.compile(
        rf"[\[(⁽]?(?<!\w){re.escape(mark)}[\])]|(?<=[^\W\d_]){re.escape(mark)}(?!\w)|[.,”\"’]{re.escape(mark)}(?!\w)"
    )
    return any(mark in line.text and call.search(line.text, 1) for line in page.lines[:above] if len(line.text) > 40)


def _contacts(page: Page) -> Iterator[Block]:
    details = frozenset(i for i, here in enumerate(page.features) if here.detail)
    found = contact_lines(page.lines, page.body, details, [here.kind for here in page.features])
    for first, end in _runs(page, sorted(found)):
        yield Block("contact", first, end, (("contact", 1),))
    for i in range(page.body, len(page.lines)):
        if page.lines[i].text and starts(page.lines[i].text, "copy_starts"):
            end = next((j for j in range(i + 1, len(page.lines)) if not page.lines[j].text), len(page.lines))
            yield Block("contact", i, end, (("copies", 1),))
