"""How one token after the other goes into a cardinal number."""

from __future__ import annotations

from decimal import Decimal

from claims.numbers.cardinals.literals import read_literal, vulgar_value
from claims.numbers.cardinals.number_forms import Forms
from claims.numbers.cardinals.plain_groups import plain_groups
from claims.numbers.cardinals.running_sum import UNLIMITED, Sum, scale_up
from claims.numbers.cardinals.suffixes import power, suffix
from claims.numbers.cardinals.token_steps import hyphen_at, lower_at
from claims.text.tokens import Token

PLAIN_SCALE = 1000
HUNDRED = Decimal(100)
LONGEST_GROUP = 5  # "," "ninety" "-" "nine" before "hundred"


def take(tokens: list[Token], j: int, number: Sum, known: Forms, *, bare: bool) -> int | None:
    """Add token `j` to the number if it goes on with it; the index behind what was taken."""
    token = tokens[j]
    if token.kind == "number":
        return _take_digits(tokens, j, number, known)
    if token.kind == "vulgar":
        return _take_vulgar(tokens, j, number)
    word = token.lower
    if word in known.compounds and (found := _compound(tokens, j, known)) is not None:
        return _take_word(found[0] - 1, number, Decimal(found[1]), Decimal(0))
    if word in known.small and not _is_pronoun(tokens, j, number, known):
        return _take_word(j, number, Decimal(known.small[word]), Decimal(0))
    if word in known.tens:
        return _take_word(j, number, Decimal(known.tens[word]), Decimal(10))
    factor = known.multiplier(word)
    return None if factor is None else _take_factor(tokens, j, number, factor, known, bare=bare)


def _is_pronoun(tokens: list[Token], j: int, number: Sum, known: Forms) -> bool:
    """ "with the 5.2 million one could build it": nobody writes digits, a scale and a one in words."""
    alone = known.multiplier(lower_at(tokens, j + 1)) is None
    return number.digits and known.small[tokens[j].lower] == 1 and alone


def _compound(tokens: list[Token], j: int, known: Forms) -> tuple[int, int] | None:
    """A listed number of several words ("quatre-vingt-dix"), hyphens or blanks between: its end, its value."""
    for words, value in known.compounds[tokens[j].lower]:
        at = j
        for word in words:
            at += at > j and hyphen_at(tokens, at)
            if lower_at(tokens, at) != word:
                break
            at += 1
        else:
            return at, value
    return None


def _take_word(j: int, number: Sum, value: Decimal, room: Decimal) -> int | None:
    if value >= number.room or (number.digits and number.room == UNLIMITED):
        return None
    number.current = (number.current or 0) + value
    number.room = room
    number.step = Decimal(1)
    return j + 1


def _take_vulgar(tokens: list[Token], j: int, number: Sum) -> int | None:
    if number.room not in (UNLIMITED, Decimal(0)) or number.step is not None and number.step < 1:
        return None
    number.current = (number.current or 0) + vulgar_value(tokens[j].text)
    number.room, number.step, number.digits = Decimal(0), None, True
    return j + 1


def _take_digits(tokens: list[Token], j: int, number: Sum, known: Forms) -> int | None:
    literal = read_literal(tokens[j].text)
    if literal is None or literal.value >= number.room:
        return None
    if number.room != UNLIMITED and not (number.digits or lower_at(tokens, j - 1) == known.joiner):
        return None
    if number.digits and number.room != UNLIMITED and not _goes_on(tokens, j, known):
        return None
    value, stop = plain_groups(tokens, j, literal.value)
    number.current = (number.current or 0) + value
    number.step, number.digits, number.room = literal.step, True, Decimal(0)
    return power(tokens, stop, number) or suffix(tokens, stop, number, known)


def _goes_on(tokens: list[Token], j: int, known: Forms) -> bool:
    """ "4 thousand 3 hundred": digits within a number need a scale of their own or an "and" before."""
    return known.multiplier(lower_at(tokens, j + 1)) is not None or lower_at(tokens, j - 1) == known.joiner


def _take_factor(tokens: list[Token], j: int, number: Sum, factor: Decimal, known: Forms, *, bare: bool) -> int | None:
    """ "hundred", "million", "dozen" behind a number, or alone behind an article ("a hundred", "hundred thousand")."""
    if number.current is None and number.total == 0:
        if not bare or not _may_stand_bare(tokens, j, known):
            return None
        number.current = Decimal(1)
    if number.current is None:
        if factor < 1000 or number.room == 0 or number.total == 0:
            return None
        number.total, number.room, number.scale = number.total * factor, factor, number.scale * factor
        return j + 1
    if factor < 1000:
        number.current *= factor
        number.scale = number.scale * factor if number.total == 0 else number.scale
        number.room, number.step = (Decimal(100) if factor == 100 else Decimal(0)), None
        return j + 1
    if number.total and factor >= number.lowest:
        return None
    scale_up(number, factor)
    return j + 1


def _may_stand_bare(tokens: list[Token], j: int, known: Forms) -> bool:
    """ "a hundred", "a million"; without an article only before another scale ("hundred thousand dollars")."""
    if tokens[j].lower in known.bare:
        return True
    return lower_at(tokens, j - 1) in known.articles or known.multiplier(lower_at(tokens, j + 1)) is not None


def take_and(tokens: list[Token], j: int, number: Sum, known: Forms) -> int | None:
    """ "a hundred and one": the index behind "and" where a smaller number goes on."""
    if lower_at(tokens, j) != known.joiner or number.room < 100 or number.room == UNLIMITED or j + 1 >= len(tokens):
        return None
    if lower_at(tokens, j + 2) in known.denominators:  # "six million and two thirds"
        return None
    value, factor = _ahead(tokens, j + 1, known)
    if (number.digits or tokens[j + 1].kind == "number") and not _goes_on_digits(tokens, j, number, factor):
        return None
    if number.room == 100:  # "a hundred and fifty thousand", but two numbers in "a hundred and two hundred"
        fits = value < 100 and (factor == 1 or 1000 <= factor < number.lowest)
    else:
        fits = value * factor < number.room
    return j + 1 if value and fits else None


def _goes_on_digits(tokens: list[Token], j: int, number: Sum, factor: Decimal) -> bool:
    """ "2 hundred and 5", "4 thousand and 3 hundred" go on; "5 million and 12 staff" are two numbers."""
    return number.room == HUNDRED or (number.digits and tokens[j + 1].kind == "number" and factor != 1)


def take_comma(tokens: list[Token], j: int, number: Sum, known: Forms) -> int | None:
    """ "one million, two hundred thousand": the index behind a comma where smaller number words go on."""
    if (
        tokens[j].text != ","
        or number.digits
        or number.current is not None
        or not PLAIN_SCALE <= number.room < UNLIMITED
    ):
        return None
    k = j + 1
    while k - j < LONGEST_GROUP and (
        lower_at(tokens, k) in known.small or lower_at(tokens, k) in known.tens or hyphen_at(tokens, k)
    ):
        k += 1
    factor = known.multiplier(lower_at(tokens, k))
    return j + 1 if k > j + 1 and factor is not None and factor < number.room else None


def _ahead(tokens: list[Token], i: int, known: Forms) -> tuple[int, Decimal]:
    """The number word or whole number at token `i` (0: none) and what the word behind it multiplies with."""
    word = lower_at(tokens, i)
    value = known.small.get(word, known.tens.get(word))
    if value is None and tokens[i].kind == "number":
        literal = read_literal(tokens[i].text)
        value = int(literal.value) if literal is not None and literal.step == 1 else None
    return value or 0, known.multiplier(lower_at(tokens, i + 1)) or Decimal(1)
