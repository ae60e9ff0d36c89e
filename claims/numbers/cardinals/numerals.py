"""Numbers among tokens, in digits or words: "3.5 million", "a hundred and one", "two dozen", "tens of thousands".

Each becomes a `Numeral`. Whether it is a claim (and not a date, a label or a name) is not decided here.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.numbers.cardinals.cardinal import cardinal
from claims.numbers.cardinals.fractions import and_a_half, fraction, fractional, slashed, vulgar
from claims.numbers.cardinals.literals import read_literal
from claims.numbers.cardinals.loose import multiple, ordinal, printed_ordinal, times, vague
from claims.numbers.cardinals.number_forms import Forms, forms
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.ratios import ratio
from claims.numbers.cardinals.token_steps import lower_at
from claims.text.tokens import Token

ENDS = frozenset(".,;:)%")
MINUS = "-−"
NOUGHTS = "000"
LONGEST_ALONE = 15


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
        numeral = _alone(tokens, i, known) or _numeral_at(tokens, i, known)
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


def _alone(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """A number in digits with nothing beside it that may belong to it ("4,206 families", "in 2019."), else `None`.

    Most numbers are such; it reads none otherwise than the forms would, and spares them being asked one by one.
    """
    token = tokens[i]
    if token.kind != "number" or len(token.text) > LONGEST_ALONE or _may_go_on(tokens, i, known):
        return None
    literal = read_literal(token.text)
    if literal is None:
        return None
    return Numeral(
        first=i, stop=i + 1, start=token.start, end=token.end, value=literal.value or Decimal(0),
        step=literal.step if literal.step != 1 else None, digits=True, form="digits",
    )  # fmt: skip


def _may_go_on(tokens: list[Token], i: int, known: Forms) -> bool:
    if i and tokens[i - 1].text in MINUS:
        return True
    if i + 1 == len(tokens):
        return False
    following = tokens[i + 1]
    if following.kind == "sign":
        return following.text not in ENDS or lower_at(tokens, i + 2) == NOUGHTS  # "80, 000"
    if following.kind != "word" or following.start == tokens[i].end or following.lower in known.goes_on:
        return True
    # "one caller in eight"; "2 years and a half"
    return tokens[i].text == "1" or (following.lower in known.measures and lower_at(tokens, i + 2) == known.joiner)


WORDED = (ordinal, vague, multiple, ratio, fraction)
PRINTED = (printed_ordinal, ratio, slashed, vulgar)
