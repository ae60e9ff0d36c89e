"""Names told by their capitals, where the words alone would be a heading's."""

from __future__ import annotations

import re
from collections.abc import Sequence

WORD = re.compile(r"[^\W\d_][\w'’-]*")


def is_named_between(text: str, own: Sequence[str]) -> bool:
    """Whether a word of signing stands within a name ("Deaf Signing Choir"): the first word and the last one are the
    name's `own`, in small letters, and all of them have capitals.
    """
    words = WORD.findall(text)
    inside = bool(words) and words[0].casefold() in own and words[-1].casefold() in own
    return inside and not text.isupper() and all(word[0].isupper() for word in words)
