"""Numbers among tokens, in digits or words: "3.5 million", "a hundred and one", "two dozen", "1.3bn", "tens of thousands".

Each becomes a `Numeral`. Whether it is a claim (and not a date, a label or a name) is not decided here.
"""

from __future__ import annotations

from claims.numeral_forms import Forms, Numeral, forms
from claims.numerals_cardinal import cardinal
from claims.numerals_fractions import fraction, ratio
from claims.numerals_loose import multiple, ordinal, vague
from claims.tokens import Token


def find_numerals(tokens: list[Token], masked: list[bool]) -> list[Numeral]:
    """Every numeral of the tokens that are not masked, in order; they do not overlap."""
    known = forms()
    found: list[Numeral] = []
    i = 0
    while i < len(tokens):
        numeral = None if masked[i] else _numeral_at(tokens, i, known, masked)
        if numeral is None:
            i += 1
            continue
        found.append(numeral)
        i = numeral.stop
    return found


def _numeral_at(tokens: list[Token], i: int, known: Forms, masked: list[bool]) -> Numeral | None:
    """The numeral that starts with token `i`, tried from the most to the least specific form."""
    token = tokens[i]
    if token.kind == "word" and token.lower not in known.starts and not token.lower.endswith(known.fold):
        return None
    if token.kind not in ("word", "number", "vulgar"):
        return None
    for read in (ordinal, vague, multiple, ratio, fraction, cardinal):
        numeral = read(tokens, i, known)
        if numeral is not None:
            return None if any(masked[i : numeral.stop]) else numeral
    return None
