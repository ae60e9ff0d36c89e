"""What is no list: notes, contacts, copies to others, and the frame of the web page around a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.parts.contacts import contact_lines
from claims.parts.features import is_source, name_kind
from claims.parts.note_lines import NoteLines
from claims.text.openings import starts

MOST = 5


def tails(page: Page, notes: Sequence[NoteLines], noted: frozenset[int]) -> Iterator[Block]:
    """Every block of notes, contacts, copies or page frame; `noted` are the lines of notes and of their headings."""
    yield from _notes(page, notes, noted)
    yield from _contacts(page)
    yield from _frames(page)


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
    return any(call.search(line.text, 1) for line in page.lines[:above] if len(line.text) > 40)


def _contacts(page: Page) -> Iterator[Block]:
    found = contact_lines(page.lines, page.body, frozenset(), [here.kind for here in page.features])
    for first, end in _runs(page, sorted(found)):
        yield Block("contact", first, end, (("contact", 1),))
    for i in range(page.body, len(page.lines)):
        if page.lines[i].text and starts(page.lines[i].text, "copy_starts"):
            end = next((j for j in range(i + 1, len(page.lines)) if not page.lines[j].text), len(page.lines))
            yield Block("contact", i, end, (("copies", 1),))


def _frames(page: Page) -> Iterator[Block]:
    """Lines that only a web page has: alone, with what stands between them below the letter, or on to the end."""
    signed = next((i for i, here in enumerate(page.features) if here.kind and i >= page.body), len(page.lines))
    for i in range(page.body, len(page.lines)):
        if not page.features[i].chrome:
            continue
        end = i + 1
        while end < len(page.lines) and (not page.lines[end].text or page.features[end].chrome):
            end += 1
        yield _frame(page, i, _trimmed(page, i, end))
        if i > signed and (last := _last_between(page, i, end)) is not None:
            between = _frame(page, i, last + 1)
            yield replace(between, evidence=(*between.evidence, ("frame_below", 1)))
        if not _letter_follows(page, i):
            whole = _frame(page, i, len(page.lines))
            yield replace(whole, evidence=(*whole.evidence, ("frame_end", 1)))


def _frame(page: Page, first: int, end: int) -> Block:
    chrome = sum(page.features[i].chrome for i in range(first, end))
    rest = sum(bool(page.lines[i].text) for i in range(first, end)) - chrome
    return Block("chrome", first, end, (("frame", float(chrome)), ("framed", float(rest))))


def _last_between(page: Page, first: int, end: int) -> int | None:
    """The last of the page's own lines below `first` that only little text parts from the one before it."""
    last, between = None, 0
    for i in range(end, len(page.lines)):
        if page.features[i].kind or page.features[i].marks or between > MOST:
            break
        if page.features[i].chrome:
            last, between = i, 0
        between += bool(page.lines[i].text)
    return last


def _trimmed(page: Page, first: int, end: int) -> int:
    return max(i for i in range(first, end) if page.lines[i].text) + 1


def _letter_follows(page: Page, first: int) -> bool:
    """Whether something of the letter stands below a line of page text; names do until a heading of the page does."""
    headed = False
    for i in range(first, len(page.lines)):
        headed = headed or page.features[i].chrome and starts(page.lines[i].text, "frame_heads")
        if i > first and (_is_of_the_letter(page, i) or not headed and _is_name(page, i)):
            return True
    return False


def _is_name(page: Page, i: int) -> bool:
    here, text = page.features[i], page.lines[i].text
    return bool(text) and not (here.chrome or here.address or here.prose) and name_kind(text) == "body"


def _is_of_the_letter(page: Page, i: int) -> bool:
    """Whether a line is one that no web page's frame has: prose, an announcer, a closing."""
    here = page.features[i]
    if here.blank or here.chrome:
        return False
    return page.is_prose(i) or here.kind not in {None, "late"} or bool(here.marks) and bool(page.lines[i].text[2:])
