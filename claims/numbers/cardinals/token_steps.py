"""Steps among tokens: the word at a place, a hyphen inside a word and the token past it."""

from __future__ import annotations

from claims.text.tokens import Token

DASHES = frozenset("-‐‑–—−")
HYPHENS = frozenset("-‐‑")


def lower_at(tokens: list[Token], i: int) -> str:
    """The lower-case text of token `i`, "" beyond the ends."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def hyphen_at(tokens: list[Token], i: int) -> bool:
    """Whether token `i` is a hyphen glued to both neighbours ("twenty-one")."""
    return (
        0 < i < len(tokens) - 1
        and tokens[i].text in HYPHENS
        and tokens[i - 1].end == tokens[i].start
        and tokens[i].end == tokens[i + 1].start
    )


def past_hyphen(tokens: list[Token], i: int) -> int:
    """`i`, or the token after it if token `i` is a hyphen inside a word."""
    return i + 1 if hyphen_at(tokens, i) else i
