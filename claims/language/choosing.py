"""Which language a text is in: the one it was said to be in, or the one whose small words stand in it most."""

from __future__ import annotations

import re

from claims.language.load import languages, load_language, stop_words
from claims.language.typed import Language

AUTO = "auto"
# What is read where no small word of any language stands, as in a bare list of names.
UNKNOWN = "en"

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000


def choose(text: str, wanted: str) -> Language:
    """The language called `wanted`, or for "auto" the one that `text` is in.

    Raises FaultyLanguage if the language is not installed or lacks a list.
    """
    return load_language(recognised(text) or UNKNOWN if wanted == AUTO else wanted)


def recognised(text: str) -> str | None:
    """The code of the installed language with most of the text's small words; None without any, or on a tie."""
    told = [word.casefold() for word in _WORD.findall(text, 0, _ENOUGH)]
    found = sorted(((sum(map(stop_words(code).__contains__, told)), code) for code in languages()), reverse=True)
    best, second = found[0], found[1] if len(found) > 1 else (0, "")
    return best[1] if best[0] > second[0] else None
