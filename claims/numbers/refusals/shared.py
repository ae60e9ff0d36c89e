"""What the rules against quantities share."""

from __future__ import annotations

from claims.numbers.cardinals.numeral import Numeral
from claims.text.tokens import Token

# (reason, first token, stop token) of what is ignored
Finding = tuple[str, int, int]


def is_plain(numeral: Numeral) -> bool:
    """A bare whole number in digits, as labels and names have it: "31", not "3,100", "2.5" or "3 million"."""
    return numeral.digits and numeral.kind == "cardinal" and numeral.scale == 1 and numeral.step is None


def sentence_start(tokens: list[Token], i: int) -> bool:
    return i == 0 or tokens[i - 1].text in '.!?:;"“‘•*-–—('
