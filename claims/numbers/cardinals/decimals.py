"""Parts behind a whole number: "and a half", "3 ½", "2 1/4", "point zero three"."""

from __future__ import annotations

from decimal import Decimal

from claims.numbers.cardinals.literals import vulgar_value
from claims.numbers.cardinals.number_forms import Forms
from claims.numbers.cardinals.running_sum import Sum, scale_up
from claims.numbers.cardinals.token_steps import lower_at, past_hyphen
from claims.text.tokens import Token, adjacent


def spoken_decimals(tokens: list[Token], number: Sum, known: Forms) -> Sum:
    """ "two hundred point zero three"."""
    j = number.stop
    if lower_at(tokens, j) != known.point or number.digits:
        return number
    digits = ""
    j += 1
    while (word := lower_at(tokens, j)) in known.small or word in known.tens:
        digits += str(known.small.get(word, known.tens.get(word)))
        if word in known.tens and lower_at(tokens, past_hyphen(tokens, j + 1)) in known.small:
            j = past_hyphen(tokens, j + 1)
            digits = digits[:-1] + str(known.small[lower_at(tokens, j)])
        j += 1
    if digits and len(digits) <= 12:
        number.current = number.value + Decimal(int(digits)).scaleb(-len(digits))
        number.total, number.step, number.stop = Decimal(0), Decimal(1).scaleb(-len(digits)), j
        factor = known.scales.get(lower_at(tokens, j))
        if factor is not None:  # "one point six million"
            number.stop = j + 1
            scale_up(number, factor)
    return number


def add_fraction(tokens: list[Token], number: Sum, known: Forms) -> None:
    """ "two and a half million", "3 ½", "2 1/4": what follows a whole number, and the scale behind it."""
    j = past_hyphen(tokens, number.stop)
    part = _part_behind(tokens, j, known)
    if part is None or number.value != number.value.to_integral_value():
        return
    value, stop = part
    if number.scale >= 1000 and number.current is None:  # "a million and a half"
        value *= number.room
    number.current, number.total = number.value + value, Decimal(0)
    number.step, number.stop = None, stop
    if number.scale != 1:
        return
    factor = known.scales.get(lower_at(tokens, past_hyphen(tokens, stop)))
    if factor is not None:
        number.stop = past_hyphen(tokens, stop) + 1
        scale_up(number, factor)


def _part_behind(tokens: list[Token], j: int, known: Forms) -> tuple[Decimal, int] | None:
    if j < len(tokens) and tokens[j].kind == "vulgar":
        return vulgar_value(tokens[j].text), j + 1
    if lower_at(tokens, j) == known.joiner:
        return _worded_part(tokens, past_hyphen(tokens, j + 1), known)
    return _slashed_part(tokens, j)


def _worded_part(tokens: list[Token], j: int, known: Forms) -> tuple[Decimal, int] | None:
    """ "(and) a half", "(and) three quarters", "(and) half"."""
    count = 1 if lower_at(tokens, j) in known.articles else known.small.get(lower_at(tokens, j))
    k = j if count is None else past_hyphen(tokens, j + 1)
    word = lower_at(tokens, k)
    if word in known.halves and (count is not None or lower_at(tokens, k + 1) not in known.half_next):
        return Decimal("0.5") * (count or 1), k + 1
    if count is not None and word in known.denominators:
        return Decimal(count) / known.denominators[word], k + 1
    return None


def _slashed_part(tokens: list[Token], j: int) -> tuple[Decimal, int] | None:
    """ "2 1/4": two small numbers glued to a slash."""
    if (
        j + 2 >= len(tokens)
        or tokens[j + 1].text not in "/\u2044"
        or not (adjacent(tokens, j, j + 1) and adjacent(tokens, j + 1, j + 2))
    ):
        return None
    above, below = tokens[j].text, tokens[j + 2].text
    if not (
        above.isdecimal() and below.isdecimal() and len(above) <= 2 and len(below) <= 2 and 0 < int(above) < int(below)
    ):
        return None
    return Decimal(int(above)) / int(below), j + 3
