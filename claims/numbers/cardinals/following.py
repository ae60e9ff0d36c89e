"""What stands behind a number: does a plural follow that it counts?"""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.text.plurals import is_plural
from claims.text.tokens import Token

REACH = 4


@of_language
def _stops() -> frozenset[str]:
    return frozenset(vocabulary("references")["stops"])


def counts_behind(tokens: list[Token], stop: int) -> bool:
    """Whether a plural noun in lower case follows within four words: the number counts something."""
    for token in tokens[stop : stop + REACH]:
        if token.kind != "word" or not token.text.islower() or token.lower in _stops():
            return False
        if is_plural(token.lower):
            return True
    return False
