"""From a file to a letter: its text, its title and its dates."""

from __future__ import annotations

import hashlib
from os import PathLike, fspath
from pathlib import Path

from claims.language.choosing import AUTO, choose
from claims.model import Letter
from claims.parts.dating.letter_day import days_of
from claims.parts.layout import layout
from claims.readers.on_disk.letter_ids import letter_id as id_of
from claims.readers.on_disk.letter_ids import shown_path
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
        written, published, doubts = days_of(plan)
    head = plan.head
    title_span = plan.view.to_source(head.title_span) if head.title_span else None
    title = " ".join(head.title_span.of(plan.view.text).split()) if head.title_span else None
    return Letter(
        letter_id=letter_id,
        path=shown_path(path),
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
