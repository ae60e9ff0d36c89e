"""Notes and marks that may stand in a letter without having been read as such, and notes that name nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import vocabulary
from claims.model import Note
from claims.text.phrases import norms

_HEAD = re.compile(r"(?m)^[ \t]{0,8}[\[(<]?(?:sup>)?(\w{1,6})[\])<.:]")
_GLUED = re.compile(r"(?<=[^\W\d_]|[.,;:!?”\"’')\]])(\d{1,3})(?!\w)")
_NAMED = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+|\b(?:19|20)\d\d\b|\b[A-Z]{2,}\b")


def possible_notes(text: str, notes: Sequence[Note]) -> frozenset[str]:
    """What lines among the notes begin with ("3." or "[iv]"): a note may stand there that was not read as one."""
    at = min((note.span.start for note in notes), default=len(text))
    return frozenset(match[1] for match in _HEAD.finditer(text[at:]))


def possible_marks(text: str, notes: Sequence[Note]) -> frozenset[str]:
    """Small numbers glued to a word or to closing punctuation before the notes end: "around the world.1"."""
    end = max((note.span.start for note in notes), default=0)
    return frozenset(match[1] for match in _GLUED.finditer(text[:end]))


def names_nothing(note: Note) -> bool:
    """Whether a note gives neither a source nor a date nor an address, and does not point to the one before."""
    if note.url or note.producer or note.published_on or note.document:
        return False
    text = _bare(note)
    same = tuple(str(word) for word in vocabulary("note_words")["same_as_before"])
    return not _NAMED.search(note.text) and not text.startswith(same)


def is_remark(note: Note) -> bool:
    """Whether a note that names nothing is a sentence that only comments ("Of the 83, 51 were women.")."""
    text = _bare(note)
    words = f" {' '.join(norms(text))} "
    opens = any(words.startswith(f" {opener} ") for opener in _phrases("remark_openers"))
    speaks = opens or any(f" {verb} " in words for verb in _phrases("verbs"))
    of_source = any(f" {kind} " in words for kind in _phrases("source_kinds"))
    return speaks and (not of_source or any(sign.isdigit() for sign in text))


def _bare(note: Note) -> str:
    """The words of a note without its mark."""
    return note.text.casefold().strip(" .[]()0123456789*")


def _phrases(key: str) -> list[str]:
    return [" ".join(norms(str(phrase))) for phrase in vocabulary("note_words")[key]]
