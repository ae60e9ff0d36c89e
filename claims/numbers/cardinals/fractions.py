"""Shares: "two-thirds", "a quarter of", "half a million"; "a year and a half"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.numbers.cardinals.literals import vulgar_value
from claims.numbers.cardinals.number_forms import Forms
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.token_steps import HYPHENS, hyphen_at, lower_at, past_hyphen
from claims.text.tokens import Token, adjacent

PARTS = frozenset((2, 3, 4, 5, 8, 10, 16, 32))


def fraction(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """A fraction in words that starts with token `i`, and what it is taken of ("a million")."""
    return _half(tokens, i, known) or _worded(tokens, i, known)


def share(
    tokens: list[Token], i: int, stop: int, value: Decimal, *, digits: bool = False, form: str = "fraction-words"
) -> Numeral:
    return Numeral(
        first=i, stop=stop, start=tokens[i].start, end=tokens[stop - 1].end, value=value, kind="share", digits=digits,
        form=form,
    )  # fmt: skip


def _half(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "half", "half a million", "a half", "half an hour"; no "first half", "half-staff", "half-time"."""
    opened = lower_at(tokens, i) in known.articles or known.small.get(lower_at(tokens, i)) == 1
    j = past_hyphen(tokens, i + 1) if opened else i
    if lower_at(tokens, j) not in known.halves or lower_at(tokens, i - 1) in known.half_before:
        return None
    whole = _of_whole(tokens, j + 1, known)
    if whole is not None:
        return _scaled(tokens, i, whole, Decimal("0.5"))
    timed = opened and lower_at(tokens, i - 1) == known.joiner and lower_at(tokens, i - 2) in known.measures
    if timed and not hyphen_at(tokens, j + 1):
        return _one_and_a_half(tokens, i, j + 1)
    k = past_hyphen(tokens, j + 1)
    if lower_at(tokens, k) in known.articles:
        return share(tokens, i, k + 1, Decimal("0.5"))
    return None if k > j + 1 else share(tokens, i, j + 1, Decimal("0.5"))


def _one_and_a_half(tokens: list[Token], i: int, stop: int) -> Numeral:
    """ "(a) year and a half": the unit stands inside."""
    start = tokens[i - 2].start
    return Numeral(
        first=i - 2,
        stop=stop,
        start=start,
        end=tokens[stop - 1].end,
        value=Decimal("1.5"),
        unit_at=i - 2,
        form="unit-and-a-half",
    )


def and_a_half(tokens: list[Token], number: Numeral, known: Forms) -> Numeral | None:
    """ "two years and a half", "one hour and a half"."""
    j = number.stop
    words = [lower_at(tokens, k) for k in range(j, j + 4)]
    if number.kind != "cardinal" or words[0] not in known.measures or words[1] != known.joiner:
        return None
    if words[2] not in known.articles or words[3] not in known.halves or hyphen_at(tokens, j + 4):
        return None
    return replace(
        number.with_end(tokens, j + 4), value=number.value + Decimal("0.5"), unit_at=j, form="unit-and-a-half"
    )


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
        first=i, stop=stop, start=tokens[i].start, end=tokens[stop - 1].end, value=part * factor, scale=factor,
        form="part-of-a-scale",
    )  # fmt: skip


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
    if lower_at(tokens, stop) == known.of and lower_at(tokens, stop + 1) in known.articles:
        stop += 2 * (lower_at(tokens, stop + 2) in known.measures)  # "a quarter of a century", as "half a century"
    return share(tokens, i, stop, Decimal(count) / below)


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
    return share(tokens, number.first, number.stop + 1, number.value / known.denominators[word])


def _share_next(tokens: list[Token], i: int, known: Forms) -> bool:
    return i >= len(tokens) or tokens[i].kind != "word" or tokens[i].lower in known.share_next


def vulgar(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "⅓ of the voters"; "½ million" is a number."""
    if tokens[i].kind != "vulgar" or lower_at(tokens, i + 1) in known.scales:
        return None
    return share(tokens, i, i + 1, vulgar_value(tokens[i].text), digits=True, form="fraction-sign")


def slashed(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "1/16 of", "1⁄32": with a plain slash only where "of" follows, for "9/11" and "22/04" are no shares."""
    if i + 2 >= len(tokens) or not (adjacent(tokens, i, i + 1) and adjacent(tokens, i + 1, i + 2)):
        return None
    above, slash, below = tokens[i].text, tokens[i + 1].text, tokens[i + 2].text
    if slash not in "/\u2044" or not (above.isdecimal() and below.isdecimal() and max(len(above), len(below)) <= 4):
        return None
    following = lower_at(tokens, i + 3)
    if not 0 < int(above) < int(below) or (
        slash == "/" and following != known.of and not _parted(below, following, known)
    ):
        return None
    return share(tokens, i, i + 3, Decimal(int(above)) / int(below), digits=True, form="fraction-digits")


def _parted(below: str, following: str, known: Forms) -> bool:
    """ "1/2 pound", "3/4 mile": halves, thirds, quarters … of what is measured; "10/15" is none."""
    return int(below) in PARTS and following in known.measures
