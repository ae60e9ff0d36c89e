"""Numbers alone in a cell: a wide gap, a tab, a pipe or leading dots before them, a wide gap or line end behind."""

from __future__ import annotations

import re
from functools import lru_cache

_BEFORE = re.compile(r"(?:[^\S\n]{2,}|\t[^\S\n]*|\|[^\S\n]*|\.{3,}[^\S\n]*)[^\s\d|.]{0,3}$")
_BEHIND = re.compile(r"%?(?:[^\S\n]{2,}|\t|[^\S\n]*(?:\||\n|$))")
_ROW_END = re.compile(r"%?[^\S\n](?=[^\W\d_a-z]|[-–•])")
_REACH = 24
_WIDE = re.compile(r"[^\S\n][^\S\n]")


def in_cell(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` stands alone in a cell of a table: "Alden      412      96".

    In a sentence of wrapped lines a line end is one blank: behind a wide gap the next row begins with a capital.
    """
    if not _has_cells(text) or _BEFORE.search(text[max(0, start - _REACH) : start]) is None:
        return False
    return _BEHIND.match(text, end) is not None or _ROW_END.match(text, end) is not None


@lru_cache(maxsize=4)
def _has_cells(text: str) -> bool:
    """Whether anything parts cells in the text at all: asked once for all its numbers."""
    return "|" in text or "\t" in text or "..." in text or _WIDE.search(text) is not None
