"""Shares: "two-thirds", "a quarter of", "half a million", "one in four", "nine out of ten"."""

from __future__ import annotations

from decimal import Decimal

from claims.numbers.cardinals.cardinal import cardinal
from claims.numbers.cardinals.literals import vulgar_value
from claims.numbers.cardinals.number_forms import HYPHENS, Forms, Numeral, hyphen_at, lower_at, past_hyphen
from claims.text.tokens import Token, adjacent

LARGEST_SHARE_OF = 1000


def fraction(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """A fraction in words that starts with token `i`, and what it is taken of ("a million")."""
    return _half(tokens, i, known) or _worded(tokens, i, known)


def _share(tokens: list[Token], i: int, stop: int, value: Decimal, *, digits: bool = False) -> Numeral:
    return Numeral(
        first=i, stop=stop, start=tokens[i].start, end=tokens[stop - 1].end, value=value, kind="share", digits=digits
    )


def _half(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "half", "half a million", "a half", "half an hour"; no "first half", "half-staff", "half-time"."""
    opened = lower_at(tokens, i) in known.articles or known.small.get(lower_at(tokens, i)) == 1
    j = past_hyphen(tokens, i + 1) if opened else i
    if lower_at(tokens, j) not in known.halves or lower_at(tokens, i - 1) in known.half_before:
        return None
    whole = _of_whole(tokens, j + 1, known)
    if whole is not None:
        return _scaled(tokens, i, whole, Decimal("0.5"))
    k = past_hyphen(tokens, j + 1)
    if lower_at(tokens, k) in known.articles:
        return _share(tokens, i, k + 1, Decimal("0.5"))
    return None if k > j + 1 else _share(tokens, i, j + 1, Decimal("0.5"))


def _of_whole(tokens: list[Token], j: int, known: Forms) -> tuple[Decimal, int] | None:
    """ "(half) a million", "(half)-a-dozen", "(a quarter) of a million": the whole, and where it ends."""
    k = past_hyphen(tokens, j)
    if lower_at(tokens, k) == known.of and lower_at(tokens, k + 1) in known.articles:
        k += 1
    if lower_at(tokens, k) in known.articles:
        k = past_hyphen(tokens, k + 1)
    factor = known.multiplier(lower_at(tokens, k))
    return None if factor is None else (factor, k + 1)


def _scaled(tokens: list[Token], i: int, whole: tuple[Decimal, int], part: Decimal) -> Numeral:
    factor, stop = whole
    return Numeral(
        first=i, stop=stop, start=tokens[i].start, end=tokens[stop - 1].end, value=part * factor, scale=factor
    )


def _worded(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "two-thirds", "one fourth", "a third of"; "a third party" and "the last three quarters" are none."""
    if lower_at(tokens, i) in known.bare_shares:
        whole = _of_whole(tokens, i + 1, known)
        return None if whole is None else _scaled(tokens, i, whole, Decimal(1) / known.denominators[tokens[i].lower])
    article = lower_at(tokens, i) in known.articles
    count = 1 if article else known.small.get(lower_at(tokens, i), 0)
    if count < 1:
        return None
    below, stop = _denominator(tokens, i + 1 + (lower_at(tokens, i + 1) in HYPHENS), known, plural=count > 1)
    if below is None:
        return None
    whole = _of_whole(tokens, stop, known)
    if whole is not None:
        return _scaled(tokens, i, whole, Decimal(count) / below)
    if lower_at(tokens, i - 1) in known.period_before or hyphen_at(tokens, stop):
        return None
    if article and not _share_next(tokens, stop, known):
        return None
    return _share(tokens, i, stop, Decimal(count) / below)


def _denominator(tokens: list[Token], j: int, known: Forms, *, plural: bool) -> tuple[int | None, int]:
    """ "third(s)", "twenty-fifth(s)": its value and the index behind it."""
    tens, k = known.tens.get(lower_at(tokens, j), 0), j
    if tens:
        k = past_hyphen(tokens, j + 1)
    below = known.denominators.get(lower_at(tokens, k))
    one_form = lower_at(tokens, k) in known.one_form
    if below is None or (lower_at(tokens, k).endswith("s") != plural and not one_form) or (tens and not below < 10):
        return None, j
    return tens + below, k + 1


def fractional(tokens: list[Token], number: Numeral, known: Forms) -> Numeral | None:
    """ "thirty-two fifths": a number in words over a plural denominator; digits count the parts ("3 quarters")."""
    word = lower_at(tokens, number.stop)
    if number.digits or number.kind != "cardinal" or word not in known.denominators or not word.endswith("s"):
        return None
    if lower_at(tokens, number.first - 1) in known.period_before:
        return None
    return _share(tokens, number.first, number.stop + 1, number.value / known.denominators[word])


def _share_next(tokens: list[Token], i: int, known: Forms) -> bool:
    return i >= len(tokens) or tokens[i].kind != "word" or tokens[i].lower in known.share_next


def vulgar(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "⅓ of the voters"; "½ million" is a number."""
    if tokens[i].kind != "vulgar" or lower_at(tokens, i + 1) in known.scales:
        return None
    return _share(tokens, i, i + 1, vulgar_value(tokens[i].text), digits=True)


def slashed(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "1/16 of", "1⁄32": with a plain slash only where "of" follows, for "9/11" and "22/04" are no shares."""
    if i + 2 >= len(tokens) or not (adjacent(tokens, i, i + 1) and adjacent(tokens, i + 1, i + 2)):
        return None
    above, slash, below = tokens[i].text, tokens[i + 1].text, tokens[i + 2].text
    if slash not in "/\u2044" or not (above.isdigit() and below.isdigit() and max(len(above), len(below)) <= 4):
        return None
    if not 0 < int(above) < int(below) or (slash == "/" and lower_at(tokens, i + 3) != "of"):
        return None
    return _share(tokens, i, i + 3, Decimal(int(above)) / int(below), digits=True)


def ratio(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "one in four", "2 out of 3", "nine of every ten": one share, its parts small whole numbers."""
    if lower_at(tokens, i + 1) not in known.ratio_starts:
        return None
    above, j = _small_whole(tokens, i, known)
    if above is None:
        return None
    for joiner in known.ratio_joiners:
        k = j + len(joiner)
        if k < len(tokens) and all(lower_at(tokens, j + n) == word for n, word in enumerate(joiner)):
            whole = cardinal(tokens, k, known)
            if whole is None or not _is_ratio(tokens, above, whole, joiner):
                return None
            return _share(tokens, i, whole.stop, above / whole.value, digits=tokens[i].kind == "number")
    return None


def _small_whole(tokens: list[Token], i: int, known: Forms) -> tuple[Decimal | None, int]:
    token = tokens[i]
    if token.lower in known.small:
        return Decimal(known.small[token.lower]), i + 1
    if token.kind == "number" and token.text.isdigit() and len(token.text) <= 3:
        return Decimal(int(token.text)), i + 1
    return None, i


def _is_ratio(tokens: list[Token], above: Decimal, whole: Numeral, joiner: tuple[str, ...]) -> bool:
    """ "two in 300 raids" comes close: "in" therefore wants small numbers, "over" nothing behind."""
    if (
        whole.kind != "cardinal"
        or whole.value != whole.value.to_integral_value()
        or not 0 < above < whole.value <= LARGEST_SHARE_OF
    ):
        return False
    if joiner == ("over",):
        return whole.stop >= len(tokens) or tokens[whole.stop].kind == "sign"
    return joiner != ("in",) or (above <= 10 and whole.value <= 100)
