"""Checked letters without their pages and sentences as read, which are kept in a file and read again where they are
asked for: a run holds all its letters at once.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.errors import CrossfootError
from claims.extraction import Extraction
from claims.language.load import load_language
from expectations.model import CheckedLetter
from flows.state.kept_values import load_value, store_value

_PARTS = ("document", "readings")
Page = tuple[Document, tuple[SentenceReading, ...]]


class _Kept:
    """A part of an extraction that stands in a file until it is asked for."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, one: Any, owner: type) -> Any:
        held = one.__dict__.get(self._name)
        return held if held is not None else _page(one.__dict__["kept_in"])[_PARTS.index(self._name)]

    def __set__(self, one: Any, value: object) -> None:
        one.__dict__[self._name] = value


class SlimExtraction(Extraction):
    """An extraction whose page stands in the file `kept_in`."""


for _name in _PARTS:  # the dataclass below has them as plain fields, and so its constructor
    _part = _Kept()
    _part.__set_name__(SlimExtraction, _name)
    setattr(SlimExtraction, _name, _part)


def slimmed(checked: CheckedLetter, path: Path) -> CheckedLetter:
    """The letter with its page kept at `path`; as it is, where it cannot be kept there."""
    whole = checked.extraction
    if not path.is_file():
        store_value(path, (whole.document, whole.readings))
    if not path.is_file():
        return checked
    with load_language(whole.letter.language).in_force():
        compared = whole.things, whole.sketch  # what other letters are held against: made here, from the page
    slim = object.__new__(SlimExtraction)
    kept = {each.name: getattr(whole, each.name) for each in fields(whole) if each.name not in _PARTS}
    slim.__dict__.update(kept, kept_in=str(path), things=compared[0], sketch=compared[1])
    return replace(checked, extraction=slim)


@lru_cache(maxsize=2)
def _page(path: str) -> Page:
    kept = load_value(Path(path))
    if not isinstance(kept, tuple):
        raise CrossfootError(path, "is kept of a letter and cannot be read any more; remove its folder and run again")
    return kept
