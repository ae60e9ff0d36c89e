"""Cardinal numbers: "4,206", "a hundred and one", "two and a half million", "1.3bn", "four thousand 3 hundred"."""

from __future__ import annotations

from decimal import Decimal

from claims.numbers.cardinals.additions import take, take_and, take_comma
from claims.numbers.cardinals.decimals import add_fraction, spoken_decimals
from claims.numbers.cardinals.number_forms import Forms
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.running_sum import Sum
from claims.numbers.cardinals.suffixes import is_currency_sign
from claims.numbers.cardinals.token_steps import hyphen_at, lower_at, past_hyphen
from claims.text.tokens import Token, adjacent


def cardinal(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """The cardinal number that starts with token `i`, with its sign, scale and halves; `None` where there is none."""
    start, negative = _sign(tokens, i, known)
    first = _article(tokens, start, known)
    if first is None:
        return None
    number = _read_sum(tokens, first, known, between=lower_at(tokens, i - 1) in known.pair_before)
    if number is None:
        return _unread(tokens, i)
    add_fraction(tokens, number, known)
    return _numeral(tokens, _hyphen_minus(tokens, i), number, negative or _hyphen_minus(tokens, i) < i)


def _unread(tokens: list[Token], i: int) -> Numeral | None:
    token = tokens[i]
    if token.kind != "number":
        return None
    return Numeral(first=i, stop=i + 1, start=token.start, end=token.end, value=Decimal(0), kind="unread", digits=True)


def _numeral(tokens: list[Token], first: int, number: Sum, negative: bool) -> Numeral:
    value = -number.value if negative else number.value
    rounded = number.step is not None and number.step != 1
    return Numeral(
        first=first, stop=number.stop, start=tokens[first].start, end=tokens[number.stop - 1].end, value=value,
        step=number.step if rounded else None, scale=number.scale, digits=number.digits,
        form=_form(tokens[first : number.stop], number),
    )  # fmt: skip


def _form(tokens: list[Token], number: Sum) -> str:
    """The record of a cardinal: in digits or in words, with a scale behind digits, with a part behind the whole."""
    if number.value != number.value.to_integral_value() and number.step is None:
        return "whole-and-part"
    if not number.digits:
        return "number-words"
    return "digits-and-scale" if number.scale != 1 else "digits"


def _sign(tokens: list[Token], i: int, known: Forms) -> tuple[int, bool]:
    """Past "minus" or "negative": where the number starts, and whether it is below zero."""
    if tokens[i].lower in known.minus:
        j = past_hyphen(tokens, i + 1)
        following = tokens[j] if j < len(tokens) else None
        if following is not None and (following.kind == "number" or following.lower in known.starts):
            return j, True
    return i, False


def _hyphen_minus(tokens: list[Token], i: int) -> int:
    """The index of a minus sign glued to number `i` and to nothing before it ("-5 yards"), else `i`."""
    if tokens[i].kind != "number" or i == 0 or tokens[i - 1].text not in "-−" or not adjacent(tokens, i - 1, i):
        return i
    if i == 1:
        return 0
    before = tokens[i - 2]
    glued = before.end == tokens[i - 1].start and before.text not in "(<>=≤≥[" and not is_currency_sign(before.text)
    return i if glued or before.kind == "number" else i - 1


def _article(tokens: list[Token], i: int, known: Forms) -> int | None:
    """Past "a" in "a hundred"; `None` where nothing that counts follows the article."""
    if tokens[i].lower in known.group_needs_of:
        return None
    if tokens[i].lower not in known.articles:
        return i
    if lower_at(tokens, i + 1) in known.group_needs_of:
        # "a score of people", but "with a score of 42"
        counted = i + 3 < len(tokens) and lower_at(tokens, i + 2) == known.of and tokens[i + 3].kind == "word"
        return i + 1 if counted else None
    return i + 1 if known.multiplier(lower_at(tokens, i + 1)) is not None else None


def _read_sum(tokens: list[Token], i: int, known: Forms, *, between: bool) -> Sum | None:
    number = Sum(stop=i)
    j = i
    while j < len(tokens):
        after = take(tokens, j, number, known, bare=j == i)
        if after is None and j > i:
            after = take_comma(tokens, j, number, known) if between else _joined(tokens, j, number, known)
        if after is None:
            break
        number.stop = after
        j = past_hyphen(tokens, after) if _joins_on(tokens, after, known) else after
    return spoken_decimals(tokens, number, known) if number.stop > i else None


def _joined(tokens: list[Token], j: int, number: Sum, known: Forms) -> int | None:
    return take_and(tokens, j, number, known) or take_comma(tokens, j, number, known)


def _joins_on(tokens: list[Token], i: int, known: Forms) -> bool:
    """ "twenty-one", "1-million", not "two-month"."""
    word = lower_at(tokens, i + 1)
    return hyphen_at(tokens, i) and (word in known.small or known.multiplier(word) is not None)
