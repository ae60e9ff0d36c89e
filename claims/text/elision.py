"""Words that stand elided before another: "d'organisations" is two."""

from __future__ import annotations

import re

from claims.language.words import of_language, vocabulary


@of_language
def elided() -> str:
    """A pattern's first branch for an elided word with its apostrophe, "" in a language without them."""
    words = sorted(vocabulary("writing")["elisions"], key=len, reverse=True)
    return rf"(?i:(?<![^\W_])(?:{'|'.join(map(re.escape, words))})['’])(?=[^\W\d_]|\Z)|" if words else ""
