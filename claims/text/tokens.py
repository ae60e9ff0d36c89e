"""A text as tokens: digit literals, words, signs. One pass of one expression, linear in the length of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.language.words import of_language
from claims.text.elision import elided

# A literal takes in its separators ("1,000", "1.000,5", "1 000" with a thin, narrow or no-break space, "1’000", "3·5"),
# never a plain space: "in 2019 300 people" are two numbers. `.5` stands alone only where no digit or letter precedes.
PATTERN = (
    r"(?P<number>\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3})+(?!\d)(?:[.,·]\d+)?"
    r"|(?:(?<![\w.])\.)?\d+(?:[.,·‧⋅'’\u066b\u066c\uff0c\uff0e]\d+)*)"
    r"|(?P<word>{elided}[^\W\d_¼½¾⅐-⅞⁰¹²³⁴-⁹₀-₉①-⒛ªº]+(?:['’][^\W\d_¼½¾⅐-⅞⁰¹²³⁴-⁹₀-₉①-⒛]+)?)"
    r"|(?P<vulgar>[¼½¾⅐-⅞])"
    r"|(?P<raised>[⁰¹²³⁴-⁹₀-₉]+|[①-⒛])"
    r"|(?P<sign>[^\s])"
)


@of_language
def _pattern() -> re.Pattern[str]:
    return re.compile(PATTERN.replace("{elided}", elided()))


class Token(NamedTuple):
    """`kind` is number, word, vulgar ("½"), raised ("²") or sign; `lower` the text in lower case, `’` as `'`."""

    kind: str
    start: int
    end: int
    text: str
    lower: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, offsets into `text`."""
    stop = len(text) if end is None else end
    return [_token(match) for match in _pattern().finditer(text, start, stop)]


def _token(match: re.Match[str]) -> Token:
    text = match[0]
    lower = text.lower()
    start, end = match.span()
    # `Token(…)` costs twice as much, and every character of a letter passes here.
    fields = (match.lastgroup or "sign", start, end, text, lower.replace("’", "'") if "’" in lower else lower)
    return tuple.__new__(Token, fields)


def adjacent(tokens: list[Token], i: int, j: int) -> bool:
    """Whether tokens `i` and `j` (neighbours) exist and touch."""
    return 0 <= i < j < len(tokens) and tokens[i].end == tokens[j].start
