"""Amounts that are no plain number: "tens of thousands", "several hundred", "twice", "fivefold", "46th"."""

from __future__ import annotations

from decimal import Decimal

from claims.numbers.cardinals.number_forms import Forms
from claims.numbers.cardinals.numeral import Numeral, NumeralKind
from claims.numbers.cardinals.token_steps import hyphen_at, lower_at, past_hyphen
from claims.text.tokens import Token, adjacent

_TEN, _HUNDRED = 10, 100
FORMS: dict[NumeralKind, str] = {"vague": "vague-plural", "multiple": "multiple", "ordinal": "rank"}


def _loose(
    tokens: list[Token], i: int, stop: int, value: Decimal, kind: NumeralKind, high: Decimal | None = None
) -> Numeral:
    """A loose amount; its kind names its record."""
    digits = tokens[i].kind == "number"
    return Numeral(
        first=i,
        stop=stop,
        start=tokens[i].start,
        end=tokens[stop - 1].end,
        value=value,
        kind=kind,
        high=high,
        digits=digits,
        form=FORMS[kind],
    )


def vague(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "dozens", "tens of thousands", "several hundred": from `value` up to, not including, `high`."""
    word = tokens[i].lower
    if word in known.multipliers and lower_at(tokens, i + 1) == known.of and lower_at(tokens, i + 2) in known.plurals:
        low, high = known.plurals[lower_at(tokens, i + 2)]
        factor = known.multipliers[word]
        return _loose(tokens, i, i + 3, low * factor, "vague", high * factor)
    few = _few(tokens, i, known)
    if few is not None:
        return few
    if word not in known.plurals or (word in known.needs_of and lower_at(tokens, i + 1) != known.of):
        return None
    return _loose(tokens, i, i + 1, *_low_first(known.plurals[word]))


def _low_first(bounds: tuple[Decimal, Decimal]) -> tuple[Decimal, NumeralKind, Decimal]:
    return bounds[0], "vague", bounds[1]


def _few(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "several hundred", "a few thousand", "a couple of dozen": two to ten times the scale."""
    j = i + 1 if tokens[i].lower in known.articles else i
    if lower_at(tokens, j) not in known.few:
        return None
    k = j + 2 if lower_at(tokens, j + 1) == known.of else j + 1
    word = lower_at(tokens, k)
    factor = known.multiplier(word)
    if factor is not None:
        stop = k + 1
        more = known.scales.get(lower_at(tokens, stop))
        factor, stop = (factor * more, stop + 1) if more is not None else (factor, stop)
        return _loose(tokens, i, stop, factor * known.low_factor, "vague", factor * 10)
    if k == j + 1 and word in known.plurals:
        low, high = known.plurals[word]
        return _loose(tokens, i, k + 1, low, "vague", high)
    return None


def multiple(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "twice", "fivefold", "doubled", "double the number"."""
    word = tokens[i].lower
    value = known.multiple_words.get(word, known.multiple_verbs.get(word))
    if value is None and word in known.multiple_adjectives and lower_at(tokens, i + 1) in known.adjective_next:
        value = known.multiple_adjectives[word]
    if value is None and word.endswith(known.fold) and word != known.fold:
        value = _small(word[: -len(known.fold)], known)
    return None if value is None else _loose(tokens, i, i + 1, value, "multiple")


def _small(word: str, known: Forms) -> Decimal | None:
    value = known.small.get(word, known.tens.get(word))
    return None if value is None else Decimal(value)


def times(tokens: list[Token], number: Numeral, known: Forms) -> Numeral | None:
    """ "10-fold", "3x", "ten times the rate"; "three times" alone counts occasions and is no multiple."""
    if number.kind != "cardinal" or number.stop >= len(tokens):
        return None
    j = past_hyphen(tokens, number.stop)
    word = lower_at(tokens, j)
    if word == known.fold or (word == "x" and adjacent(tokens, j - 1, j) and not adjacent(tokens, j, j + 1)):
        return _loose(tokens, number.first, j + 1, number.value, "multiple")
    if word in known.times and lower_at(tokens, j + 1) in known.times_next:
        return _loose(tokens, number.first, j + 1, number.value, "multiple")
    return None


def ordinal(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "third", "twenty-first", "the hundred and tenth", "two hundred and fiftieth", "the two hundredth"."""
    hundreds, j = _hundreds_before(tokens, i, known)
    rank = _rank(tokens, j, known)
    if rank is None or (hundreds and (rank[0] >= _HUNDRED or hyphen_at(tokens, rank[1]))):
        return None
    return _loose(tokens, i, rank[1], Decimal(hundreds + rank[0]), "ordinal")


def _hundreds_before(tokens: list[Token], i: int, known: Forms) -> tuple[int, int]:
    """How many are told in hundreds before the last words of an ordinal (0: none), and where those begin."""
    word = tokens[i].lower
    counts = word in known.articles or word in known.small
    if lower_at(tokens, i + counts) not in known.hundreds:
        return 0, i
    j = past_hyphen(tokens, i + counts + 1)
    return _HUNDRED * known.small.get(word, 1), past_hyphen(tokens, j + 1) if lower_at(tokens, j) == known.joiner else j


def _rank(tokens: list[Token], i: int, known: Forms) -> tuple[int, int] | None:
    """The ordinal of tokens from `i` on that tells no hundreds, and where it stops; `None` where there is none."""
    word, then = lower_at(tokens, i), past_hyphen(tokens, i + 1)
    if word in known.ordinal_words:
        return known.ordinal_words[word], i + 1
    tail = known.ordinal_words.get(lower_at(tokens, then), 0)
    if word in known.tens and 0 < tail < _TEN:
        return known.tens[word] + tail, then + 1
    if word in known.small and known.small[word] > 1 and tail >= _HUNDRED and lower_at(tokens, then + 1) != known.of:
        return known.small[word] * tail, then + 1
    return None


def printed_ordinal(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "46th", "53nd" (as it is misprinted)."""
    if not adjacent(tokens, i, i + 1) or tokens[i + 1].lower not in known.ordinal_suffixes:
        return None
    if tokens[i + 1].text.isupper() and i > 0 and any(map(str.isdigit, tokens[i - 1].text)):
        return None  # "HM4 8RD"
    digits = tokens[i].text.replace(",", "")
    if not digits.isdecimal() or len(digits) > 6 or hyphen_at(tokens, i - 1):
        return None
    return _loose(tokens, i, i + 2, Decimal(int(digits)), "ordinal")
