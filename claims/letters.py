"""From a file to a letter: its text, its title and its dates."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from os import PathLike, fspath
from pathlib import Path

from claims.language.choosing import AUTO, choose
from claims.model import Letter, Span
from claims.parts.datelines import FullDate, find_full_dates
from claims.parts.head import Dateline, Head
from claims.parts.layout import Layout, layout
from claims.readers.letter_ids import letter_id as id_of
from claims.readers.opening import read_bytes
from claims.readers.registry import read


def read_letter(
    path: str | PathLike[str], *, letter_id: str | None = None, language: str = AUTO, ocr: bool = False
) -> Letter:
    """The letter in the file `path`; its id is the file's name without ending, if none is given.

    `language` is the code of an installed language, or "auto" for the one whose small words stand in it most. `ocr`:
    pages that are pictures are read by Tesseract.

    Raises UnreadableLetter if the file cannot be opened, is empty or cannot be read as a letter.
    """
    name = fspath(path)
    named = letter_id or id_of(Path(name), 1)
    return letter_from_bytes(read_bytes(name), path=name, letter_id=named, language=language, ocr=ocr)


def letter_from_bytes(data: bytes, *, path: str, letter_id: str, language: str = AUTO, ocr: bool = False) -> Letter:
    """The letter in `data`, as read from `path`, whatever format it is in, in the language of that code ("auto": the
    one it is in).

    Raises UnreadableLetter if it cannot be read as a letter, FaultyLanguage if there is no such language.
    """
    document = read(data, path=path, ocr=ocr)
    text = document.text
    chosen = choose(text, language)
    with chosen.in_force():
        plan = layout(text)
        written, published, doubts = _dates(plan)
    head = plan.head
    title_span = plan.view.to_source(head.title_span) if head.title_span else None
    title = " ".join(head.title_span.of(plan.view.text).split()) if head.title_span else None
    return Letter(
        letter_id=letter_id,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        title=title or None,
        title_span=title_span if title else None,
        written_on=written[0] if written else None,
        written_on_span=plan.view.to_source(written[1]) if written else None,
        published_on=published[0] if published else None,
        published_on_span=plan.view.to_source(published[1]) if published else None,
        warnings=(*document.warnings, *doubts),
        media_type=document.media_type,
        pages=document.pages,
        paragraphs=document.paragraphs,
        language=chosen.code,
    )


_OF_PAGES = frozenset({"published", "changed"})
Dated = tuple[date, Span]


def _dates(plan: Layout) -> tuple[Dated | None, Dated | None, tuple[str, ...]]:
    """The letter's own date, that of the page it stands on, and what could not be told."""
    head, lines = plan.head, plan.datelines
    doubts = [d.date.problem for d in lines if d.date.problem]
    known = [d for d in lines if d.date.date is not None]
    labelled = next((d for d in known if d.label in _OF_PAGES), None)
    own = [d for d in known if d.label not in _OF_PAGES]
    written = _own_date(head, own)
    published = labelled or _page_date(head, own, written)
    if written is None and labelled is not None and labelled.label == "published" and labelled.line < head.body:
        # The only date that stands above a letter is its own, whatever it is called.
        written = labelled
    lead = _lead_date(plan) if written is None else None
    front = (head.front_date[0].date, head.front_date[1]) if head.front_date else None
    on_page = _pair(published) or ((front[0], front[1]) if front and front[0] else None)
    return _pair(written) or lead, on_page, tuple(d for d in doubts if d) if written is None else ()


def _own_date(head: Head, own: Sequence[Dateline]) -> Dateline | None:
    """A labelled date, else the one nearest above the salutation or the body, else the last one below it."""
    if labelled := next((d for d in own if d.label == "written"), None):
        return labelled
    above = [d for d in own if d.line < head.body and d.label != "first"]
    made = [d for d in own if d.label == "first"]
    return next(iter([*above[-1:], *made[:1], *own[-1:]]), None)


def _page_date(head: Head, own: Sequence[Dateline], written: Dateline | None) -> Dateline | None:
    """An unlabelled date above the letter's own, and different: the page's, as between a title and its repetition."""
    if written is None:
        return None
    first = next((d for d in own if d.line < min(written.line, head.body)), None)
    return first if first and first.date.date != written.date.date else None


def _pair(dateline: Dateline | None) -> Dated | None:
    if dateline is None or dateline.date.date is None:
        return None
    return dateline.date.date, dateline.span


LEAD = re.compile(r"[(\[]?(?:[^\W\d_][\w.'’-]*[,/ ]{1,3}){0,6}[(–—-]?[ ]*$")


def _lead_date(plan: Layout) -> Dated | None:
    """The date a press release begins with: "(Brussels, 3 March 2022) – The undersigned …"."""
    line = next((x for x in plan.lines[plan.head.body :] if not x.blank), None)
    if line is None:
        return None
    opening = line.text[:120]
    found: FullDate | None = next(iter(find_full_dates(opening)), None)
    if found is None or found.date is None or not LEAD.fullmatch(opening[: found.span.start]):
        return None
    after = opening[found.span.end :]
    if not re.match(r"[\s)\].,:]{0,3}[–—:\-]+\s", after):
        return None
    return found.date, found.span.shifted(line.span.start)
