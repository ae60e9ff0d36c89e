"""Numbers among tokens, in digits or words: "3.5 million", "a hundred and one", "two dozen", "tens of thousands".

Each becomes a `Numeral`. Whether it is a claim (and not a date, a label or a name) is not decided here.
"""

from __future__ import annotations

from dataclasses import replace

from claims.numbers.cardinals.cardinal import cardinal
from claims.numbers.cardinals.fractions import and_a_half, fraction, fractional, slashed, vulgar
from claims.numbers.cardinals.loose import multiple, ordinal, printed_ordinal, times, vague
from claims.numbers.cardinals.number_forms import Forms, forms
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.ratios import ratio
from claims.text.tokens import Token


def find_numerals(tokens: list[Token], masked: list[bool]) -> list[Numeral]:
    """Every numeral of the tokens that are not masked, in order; they do not overlap."""
    known = forms()
    starts, fold = known.starts, known.fold
    found: list[Numeral] = []
    stop = 0
    for i, token in enumerate(tokens):
        if i < stop or token.kind == "sign" or masked[i]:
            continue
        if token.kind == "word" and token.lower not in starts and not token.lower.endswith(fold):
            continue
        numeral = _numeral_at(tokens, i, known)
        if numeral is not None and not any(masked[i : numeral.stop]):
            found.append(_unsigned(tokens, i, numeral) if masked[numeral.first] else numeral)
            stop = numeral.stop
    return found


def _unsigned(tokens: list[Token], i: int, numeral: Numeral) -> Numeral:
    """The number from token `i` on, without the sign before it, which something else accounts for."""
    return replace(numeral, first=i, start=tokens[i].start, value=abs(numeral.value))


def _numeral_at(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """The numeral that starts with token `i`, tried from the most to the least specific form."""
    for read in WORDED if tokens[i].kind == "word" else PRINTED:
        numeral = read(tokens, i, known)
        if numeral is not None:
            return numeral
    number = cardinal(tokens, i, known)
    if number is None:
        return None
    return (
        and_a_half(tokens, number, known) or times(tokens, number, known) or fractional(tokens, number, known) or number
    )


WORDED = (ordinal, vague, multiple, ratio, fraction)
PRINTED = (printed_ordinal, ratio, slashed, vulgar)
