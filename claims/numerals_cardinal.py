"""Cardinal numbers: "3,897", "a hundred and one", "two and a half million", "1.3bn", "four thousand 3 hundred"."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from claims.following import counts_behind
from claims.numeral_forms import DASHES, Forms, Numeral, hyphen_at, lower_at, past_hyphen
from claims.numerals_digits import read_literal, vulgar_value
from claims.tokens import Token, adjacent

UNLIMITED = Decimal(10) ** 30
PLAIN_GROUP = 3


@dataclass(slots=True)
class Sum:
    """A number under construction. `room`: what may still be added must be smaller ("hundred" leaves room for 99)."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    room: Decimal = UNLIMITED
    step: Decimal | None = None
    scale: Decimal = Decimal(1)
    digits: bool = False
    stop: int = 0
    lowest: Decimal = UNLIMITED

    @property
    def value(self) -> Decimal:
        return self.total + (self.current or 0)


def cardinal(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """The cardinal number that starts with token `i`, with its sign, scale and halves; `None` where there is none."""
    start, negative = _sign(tokens, i, known)
    first = _article(tokens, start, known)
    if first is None:
        return None
    number = _read_sum(tokens, first, known, between=lower_at(tokens, i - 1) in ("between", "both"))
    if number is None:
        return _unread(tokens, i)
    _add_fraction(tokens, number, known)
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
    )  # fmt: skip


def _sign(tokens: list[Token], i: int, known: Forms) -> tuple[int, bool]:
    """Past "minus" or "negative": where the number starts, and whether it is below zero."""
    if tokens[i].lower in known.minus:
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is not None and (following.kind == "number" or following.lower in known.starts):
            return i + 1, True
    return i, False


def _hyphen_minus(tokens: list[Token], i: int) -> int:
    """The index of a minus sign glued to number `i` and to nothing before it ("-5 yards"), else `i`."""
    if tokens[i].kind != "number" or i == 0 or tokens[i - 1].text not in "-−" or not adjacent(tokens, i - 1, i):
        return i
    if i == 1:
        return 0
    before = tokens[i - 2]
    glued = before.end == tokens[i - 1].start and before.text not in "(<>=≤≥["
    return i if glued or before.kind == "number" else i - 1


def _article(tokens: list[Token], i: int, known: Forms) -> int | None:
    """Past "a" in "a hundred"; `None` where nothing that counts follows the article."""
    if tokens[i].lower not in known.articles:
        return i
    return i + 1 if known.multiplier(lower_at(tokens, i + 1)) is not None else None


def _read_sum(tokens: list[Token], i: int, known: Forms, *, between: bool) -> Sum | None:
    number = Sum(stop=i)
    j = i
    while j < len(tokens):
        after = _take(tokens, j, number, known, bare=j == i)
        if after is None:
            after = _take_and(tokens, j, number, known) if not between and j > i else None
        if after is None:
            break
        number.stop = after
        j = past_hyphen(tokens, after) if _joins_on(tokens, after, known) else after
    return _spoken_decimals(tokens, number, known) if number.stop > i else None


def _joins_on(tokens: list[Token], i: int, known: Forms) -> bool:
    """ "twenty-one", "1-million", not "two-month". """
    word = lower_at(tokens, i + 1)
    return hyphen_at(tokens, i) and (word in known.small or known.multiplier(word) is not None)


def _take(tokens: list[Token], j: int, number: Sum, known: Forms, *, bare: bool) -> int | None:
    """Add token `j` to the number if it goes on with it; the index behind what was taken."""
    token = tokens[j]
    if token.kind == "number":
        return _take_digits(tokens, j, number, known)
    if token.kind == "vulgar":
        return _take_vulgar(tokens, j, number)
    word = token.lower
    if word in known.small:
        return _take_word(j, number, Decimal(known.small[word]), Decimal(0))
    if word in known.tens:
        return _take_word(j, number, Decimal(known.tens[word]), Decimal(10))
    factor = known.multiplier(word)
    return None if factor is None else _take_factor(tokens, j, number, factor, known, bare=bare)


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
    value, stop = _plain_groups(tokens, j, literal.value)
    number.current = (number.current or 0) + value
    number.step, number.digits, number.room = literal.step, True, Decimal(0)
    return _power(tokens, stop, number) or _suffix(tokens, stop, number, known)


def _power(tokens: list[Token], i: int, number: Sum) -> int | None:
    """ "1.3x10^6", "2.998×10−8", "1.3e6": the index behind the power of ten. """
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
    power = tokens[j + sign] if j + sign < len(tokens) else None
    if power is None or power.kind != "number" or not power.text.isdigit() or len(power.text) > 2 or tokens[j - 1].end != tokens[j].start:
        return None
    exponent = -int(power.text) if sign and tokens[j].text != "+" else int(power.text)
    number.current = (number.current or Decimal(0)).scaleb(exponent)
    number.step = number.step.scaleb(exponent) if number.step is not None else None
    return j + sign + 1


def _goes_on(tokens: list[Token], j: int, known: Forms) -> bool:
    """ "4 thousand 3 hundred": digits within a number need a scale of their own or an "and" before. """
    return known.multiplier(lower_at(tokens, j + 1)) is not None or lower_at(tokens, j - 1) == known.joiner


def _plain_groups(tokens: list[Token], j: int, value: Decimal) -> tuple[Decimal, int]:
    """ "40 000", "1 234 567": groups of three digits behind one plain space each. """
    stop = j + 1
    if not tokens[j].text.isdigit() or len(tokens[j].text) > PLAIN_GROUP or tokens[j].text.startswith("0"):
        return value, stop
    if j and tokens[j - 1].text in DASHES or (j and adjacent(tokens, j - 1, j) and tokens[j - 1].kind == "word"):
        return value, stop
    while _is_group(tokens, stop) and stop - j < PLAIN_GROUP + 1:
        value = value * 1000 + int(tokens[stop].text)
        stop += 1
    return value, stop


def _is_group(tokens: list[Token], i: int) -> bool:
    if i >= len(tokens) or tokens[i].kind != "number" or len(tokens[i].text) != PLAIN_GROUP or not tokens[i].text.isdigit():
        return False
    glued = i + 1 < len(tokens) and adjacent(tokens, i, i + 1) and tokens[i + 1].kind == "word"
    return tokens[i - 1].end + 1 == tokens[i].start and not glued


def _suffix(tokens: list[Token], stop: int, number: Sum, known: Forms) -> int:
    """Take in "bn", "k" or "m" behind digits where it is a scale and no unit."""
    if stop >= len(tokens) or tokens[stop].kind != "word":
        return stop
    token = tokens[stop]
    glued = adjacent(tokens, stop - 1, stop)
    factor = known.suffixes.get(token.lower) if glued or len(token.text) > 1 else None
    if factor is None and _letter_is_scale(tokens, stop, known, glued):
        factor = known.letters.get(token.lower)
    if factor is None and token.lower in ("k",) and not glued and not token.text.isupper():
        factor = known.suffixes.get(token.lower)
    if factor is None or _unit_goes_on(tokens, stop):
        return stop
    _scale_up(number, factor)
    return stop + 1


def _unit_goes_on(tokens: list[Token], i: int) -> bool:
    """ "5m/s", "10k²": a sign or a raised digit glued to the letter makes it a unit. """
    return i + 1 < len(tokens) and adjacent(tokens, i, i + 1) and (tokens[i + 1].text in "/²³°" or tokens[i + 1].kind == "raised")


def _letter_is_scale(tokens: list[Token], i: int, known: Forms, glued: bool) -> bool:
    """Whether "m", "b" or "t" behind digits means million, billion, trillion: with money, in capitals, before what is counted."""
    token = tokens[i]
    if token.lower not in known.letters:
        return False
    if money_before(tokens, i - 1):
        return True
    if not glued:
        return False
    if token.text in known.capitals:
        return True
    if token.lower == "b" and "." in tokens[i - 1].text:
        return True
    return token.lower in ("m", "b") and _counted_next(tokens, i + 1, known)


def _counted_next(tokens: list[Token], i: int, known: Forms) -> bool:
    """A noun of its own follows ("1.2m tons"), no word of measuring ("37m long"), no sign ("37m (121ft)")."""
    if i >= len(tokens) or adjacent(tokens, i - 1, i):
        return False
    return tokens[i].lower not in known.metre_next and counts_behind(tokens, i)


def money_before(tokens: list[Token], i: int) -> bool:
    """A currency sign, or capitals glued or set before number `i`: "$5", "RM79", "USD 5"."""
    if i < 1:
        return False
    before = tokens[i - 1]
    if len(before.text) == 1 and unicodedata.category(before.text) == "Sc":
        return True
    code = before.kind == "word" and before.text.isupper() and 2 <= len(before.text) <= 3
    return code and (adjacent(tokens, i - 1, i) or len(before.text) == 3)


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
    _scale_up(number, factor)
    return j + 1


def _may_stand_bare(tokens: list[Token], j: int, known: Forms) -> bool:
    """ "a hundred", "a million"; without an article only before another scale ("hundred thousand dollars"). """
    return lower_at(tokens, j - 1) in known.articles or known.multiplier(lower_at(tokens, j + 1)) is not None


def _scale_up(number: Sum, factor: Decimal) -> None:
    number.total += (number.current if number.current is not None else Decimal(1)) * factor
    number.step = number.step * factor if number.step is not None else None
    number.scale = number.scale * factor
    number.current, number.room, number.lowest = None, factor, factor


def _take_and(tokens: list[Token], j: int, number: Sum, known: Forms) -> int | None:
    """ "a hundred and one": the index behind "and" where a smaller number goes on. """
    if lower_at(tokens, j) != known.joiner or number.room < 100 or number.room == UNLIMITED or j + 1 >= len(tokens):
        return None
    size = _size_ahead(tokens, j + 1, known)
    return None if size is None or size >= number.room else j + 1


def _size_ahead(tokens: list[Token], i: int, known: Forms) -> Decimal | None:
    word = lower_at(tokens, i)
    value = known.small.get(word, known.tens.get(word))
    if value is None and tokens[i].kind == "number":
        literal = read_literal(tokens[i].text)
        value = int(literal.value) if literal is not None and literal.step == 1 else None
    if not value:
        return None
    return Decimal(value) * (known.multiplier(lower_at(tokens, i + 1)) or 1)


def _spoken_decimals(tokens: list[Token], number: Sum, known: Forms) -> Sum:
    """ "two hundred point zero three". """
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
    return number


def _add_fraction(tokens: list[Token], number: Sum, known: Forms) -> None:
    """ "two and a half million", "3 ½", "2 1/4": what follows a whole number, and the scale behind it. """
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
        _scale_up(number, factor)


def _part_behind(tokens: list[Token], j: int, known: Forms) -> tuple[Decimal, int] | None:
    if j < len(tokens) and tokens[j].kind == "vulgar":
        return vulgar_value(tokens[j].text), j + 1
    if lower_at(tokens, j) == known.joiner:
        return _worded_part(tokens, past_hyphen(tokens, j + 1), known)
    return _slashed_part(tokens, j)


def _worded_part(tokens: list[Token], j: int, known: Forms) -> tuple[Decimal, int] | None:
    """ "(and) a half", "(and) three quarters", "(and) half". """
    count = 1 if lower_at(tokens, j) in known.articles else known.small.get(lower_at(tokens, j))
    k = j if count is None else past_hyphen(tokens, j + 1)
    word = lower_at(tokens, k)
    if word in known.halves and (count is not None or lower_at(tokens, k + 1) not in known.half_next):
        return Decimal("0.5") * (count or 1), k + 1
    if count is not None and word in known.denominators:
        return Decimal(count) / known.denominators[word], k + 1
    return None


def _slashed_part(tokens: list[Token], j: int) -> tuple[Decimal, int] | None:
    """ "2 1/4": two small numbers glued to a slash. """
    if j + 2 >= len(tokens) or tokens[j + 1].text not in "/\u2044" or not (adjacent(tokens, j, j + 1) and adjacent(tokens, j + 1, j + 2)):
        return None
    above, below = tokens[j].text, tokens[j + 2].text
    if not (above.isdigit() and below.isdigit() and len(above) <= 2 and len(below) <= 2 and 0 < int(above) < int(below)):
        return None
    return Decimal(int(above)) / int(below), j + 3
