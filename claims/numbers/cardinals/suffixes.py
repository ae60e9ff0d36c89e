"""What stands glued behind digits and multiplies them: "bn", "k", "m" where it is no metre, a power of ten."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from claims.numbers.cardinals.following import counts_behind
from claims.numbers.cardinals.number_forms import Forms
from claims.numbers.cardinals.running_sum import Sum, scale_up
from claims.numbers.cardinals.token_steps import lower_at
from claims.text.tokens import Token, adjacent


def power(tokens: list[Token], i: int, number: Sum) -> int | None:
    """ "1.3x10^6", "2.998×10−8", "1.3e6": the index behind the power of ten."""
    if i >= len(tokens) or tokens[i].lower not in ("x", "×", "·", "e"):
        return None
    j = i + 1
    if tokens[i].lower != "e":
        if j >= len(tokens) or tokens[j].text != "10":
            return None
        j += 1
    elif not adjacent(tokens, i - 1, i):
        return None
    j += j < len(tokens) and tokens[j].text == "^"
    sign = j < len(tokens) and tokens[j].text in "+-−"
    raised = tokens[j + sign] if j + sign < len(tokens) else None
    if (
        raised is None
        or raised.kind != "number"
        or not raised.text.isdigit()
        or len(raised.text) > 2
        or tokens[j - 1].end != tokens[j].start
    ):
        return None
    exponent = -int(raised.text) if sign and tokens[j].text != "+" else int(raised.text)
    number.current = (number.current or Decimal(0)).scaleb(exponent)
    number.step = number.step.scaleb(exponent) if number.step is not None else None
    return j + sign + 1


def suffix(tokens: list[Token], stop: int, number: Sum, known: Forms) -> int:
    """Take in "bn", "k" or "m" behind digits where it is a scale and no unit."""
    if stop >= len(tokens) or tokens[stop].kind != "word":
        return stop
    token = tokens[stop]
    glued = adjacent(tokens, stop - 1, stop)
    factor = known.suffixes.get(token.lower) if glued or len(token.text) > 1 else None
    if token.lower in known.money_suffixes and not (
        money_before(tokens, stop - 1) or (glued and _counted_next(tokens, stop + 1, known))
    ):
        factor = None  # "rises by 4.5 mm", but "$5mm", "3mm boats"
    if factor is None and _letter_is_scale(tokens, stop, known, glued):
        factor = known.letters.get(token.lower)
    if factor is None and token.lower in ("k",) and not glued and not token.text.isupper():
        factor = known.suffixes.get(token.lower)
    if factor is None or _unit_goes_on(tokens, stop):
        return stop
    scale_up(number, factor)
    return stop + 1


def _unit_goes_on(tokens: list[Token], i: int) -> bool:
    """ "5m/s", "10k²": a sign or a raised digit glued to the letter makes it a unit."""
    return (
        i + 1 < len(tokens)
        and adjacent(tokens, i, i + 1)
        and (tokens[i + 1].text in "/²³°" or tokens[i + 1].kind == "raised")
    )


def _letter_is_scale(tokens: list[Token], i: int, known: Forms, glued: bool) -> bool:
    """Whether "m", "b" or "t" behind digits is a scale: with money, in capitals, before what is counted."""
    token = tokens[i]
    if token.lower not in known.letters:
        return False
    if money_before(tokens, i - 1):
        return True
    if not glued:
        return False
    if token.text in known.capitals:
        return True
    if token.lower == "m" and (_worth_millions(tokens, i, known) or lower_at(tokens, i + 1) in known.nominal):
        return True
    if token.lower == "b" and "." in tokens[i - 1].text:
        return True
    return token.lower in ("m", "b") and _counted_next(tokens, i + 1, known)


def _worth_millions(tokens: list[Token], i: int, known: Forms) -> bool:
    """ "40m kyat", "35m of its users", "spent 2.7m on tents", "a population of 17m"."""
    if lower_at(tokens, i + 1) in known.money_words:
        return True
    if lower_at(tokens, i + 1) == known.of and lower_at(tokens, i + 2) in known.million_of:
        return True
    k = i - 2
    while lower_at(tokens, k) in known.million_between:
        k -= 1
    return lower_at(tokens, k) in known.million_before


def _counted_next(tokens: list[Token], i: int, known: Forms) -> bool:
    """A noun of its own follows ("1.2m tons"), no word of measuring ("37m long"), no sign ("37m (121ft)")."""
    if i >= len(tokens) or adjacent(tokens, i - 1, i):
        return False
    return tokens[i].lower not in known.metre_next and counts_behind(tokens, i)


def is_currency_sign(sign: str) -> bool:
    return len(sign) == 1 and unicodedata.category(sign) == "Sc"


def money_before(tokens: list[Token], i: int) -> bool:
    """A currency sign, or capitals glued or set before number `i`: "$5", "RM79", "USD 5"."""
    if i < 1:
        return False
    before = tokens[i - 1]
    if is_currency_sign(before.text):
        return True
    code = before.kind == "word" and before.text.isupper() and 2 <= len(before.text) <= 3
    return code and (adjacent(tokens, i - 1, i) or len(before.text) == 3)
