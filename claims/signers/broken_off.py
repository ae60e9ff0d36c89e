"""Files that break off in the midst of their list: "12. Kern Coffee Gr"."""

from __future__ import annotations

import re

from claims.model import Span
from claims.text.openings import phrase_set

MANY_MORE = 2
_LAST = re.compile(r"(?<=\s)[A-Z][a-z]+$")
_VOWELS = frozenset("aeiouy")


def breaks_off(text: str, last: Span, listed: int, stated: int | None) -> bool:
    """Whether `text` ends with the last name of its list, and either in the midst of a word, or without the end of a
    line and with half as many names as it says sign it, or fewer.
    """
    if text[last.end :].strip(" *_\n\r\f"):
        return False
    few = text[-1:] != "\n" and stated is not None and stated >= MANY_MORE * listed
    return few or is_cut(last.of(text))


def is_cut(name: str) -> bool:
    """Whether a name ends with the beginning of a word: "Kern Coffee Gr", not "Radio KTF"."""
    word = _LAST.search(name)
    return word is not None and not _VOWELS & set(lowered := word[0].casefold()) and lowered not in _degrees()


def _degrees() -> frozenset[str]:
    """ "Ana Ruiz Jr", "Ben Okoro, Msc": short for something, and whole."""
    return phrase_set("letter_words", "postnominals")
