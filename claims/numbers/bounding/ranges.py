"""Ranges: "20–30", "between 20 and 30", "from $120 to $180", "30 to 40 per cent", "€3–5 billion", "two or three"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import Enum

from claims.language.words import of_language, vocabulary
from claims.numbers.bounding.moved_numbers import as_two, is_move
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.token_steps import DASHES, lower_at
from claims.numbers.number_draft import Draft
from claims.text.tokens import Token, adjacent
from claims.units.units import UnitReading

LARGEST_SCORE = 200
STEPS = (5, 10, 50, 100)
# "20 to 30", "four to seven times", "between a quarter and a third"
_PAIRED = frozenset({("cardinal", "cardinal"), ("cardinal", "multiple"), ("share", "share")})


class Join(Enum):
    """How two numbers are made one range, by the record that tells of it."""

    DASH = "range-dash"
    TO = "range-to"
    BETWEEN = "range-between"
    OR = "range-or"


@of_language
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("ranges")[name])


def join_ranges(drafts: list[Draft], tokens: list[Token], flags: list[bool]) -> list[Draft]:
    """The drafts with those that are ends of one range made one; "3-1" comes back as a score, a move as its two ends.

    `flags`: tokens that something else accounts for; nothing is joined across them.
    """
    joined: list[Draft] = []
    k = 0
    while k < len(drafts):
        pair = None
        if k + 1 < len(drafts) and not any(flags[drafts[k].numeral.stop : drafts[k + 1].numeral.first]):
            pair = _join(drafts[k], drafts[k + 1], tokens)
        joined += [drafts[k]] if pair is None else pair
        k += 1 if pair is None else 2
    return joined


def _join(a: Draft, b: Draft, tokens: list[Token]) -> list[Draft] | None:
    if (a.numeral.kind, b.numeral.kind) not in _PAIRED or b.numeral.first - a.numeral.stop > 8:
        return None
    gap = _gap(a, b, tokens)
    if gap is None:
        return None
    at = _before(a, tokens)
    opener = lower_at(tokens, at)
    how = _how(gap, opener)
    if how is None or not _same_unit(a, b, how, opener):
        return None
    if how is Join.TO and is_move(a, b, at, tokens):
        return as_two(a, b, tokens)
    joined = _range(a, b, how, opener, tokens)
    return None if joined is None else [joined]


def _gap(a: Draft, b: Draft, tokens: list[Token]) -> tuple[str, ...] | None:
    """The words between the two numbers, without the units of either."""
    low = a.unit.end if a.unit is not None and a.unit.end > a.numeral.end else a.numeral.end
    high = b.unit.span.start if b.unit is not None and b.unit.span.start < b.numeral.start else b.numeral.start
    if low > high:
        return None
    return tuple(t.lower for t in tokens[a.numeral.stop : b.numeral.first] if t.start >= low and t.end <= high)


def _before(a: Draft, tokens: list[Token]) -> int:
    """The index of the word before the first number and its currency: "between", "from"."""
    leading = a.unit is not None and a.unit.dimension == "money" and a.unit.span.start < a.numeral.start
    start = a.unit.span.start if leading and a.unit is not None else a.numeral.start
    i = a.numeral.first
    while i > 0 and tokens[i - 1].start >= start:
        i -= 1
    return i - 1


def _how(gap: tuple[str, ...], opener: str) -> Join | None:
    """How the gap joins, `None` where it does not."""
    if len(gap) == 1 and gap[0] in DASHES:
        return Join.DASH
    if not gap:
        return None
    if gap[0] in _words("to") and all(word in DASHES for word in gap[1:]):
        return Join.TO
    if opener in _words("between") and gap[-1] in _words("and") and len(gap) == 1:
        return Join.BETWEEN
    if opener in _words("from") and gap[-1] in _words("to") and len(gap) <= 4 and all(word.isalpha() for word in gap):
        return Join.TO
    return Join.OR if len(gap) == 1 and gap[0] in _words("or") else None


def _same_unit(a: Draft, b: Draft, how: Join, opener: str) -> bool:
    """Whether the ends may share a unit: "7% to $2.3 billion" and "8.1 percent to 99.20 yuan" are two numbers."""
    if a.unit is None:
        return how is not Join.OR or b.unit is None or b.unit.span.start >= b.numeral.end
    if b.unit is None:
        leading = a.unit.span.start < a.numeral.start
        # "aged 12 to 17"
        aged = a.unit.dimension == "duration" and (how is not Join.BETWEEN or opener in _words("between"))
        scaled = how is not Join.TO or b.numeral.scale > 1
        return opener in _words("from") or (leading and (scaled or aged))
    if a.unit.dimension != b.unit.dimension:
        return False
    rated = b.unit.per_span is not None and b.unit.unit.partition(" per ")[0] == a.unit.unit  # "$20 – $25 per month"
    return a.unit.unit == b.unit.unit or rated or _plain_money(a.unit, b.unit)


def _plain_money(a: UnitReading, b: UnitReading) -> bool:
    """ "US$10 to $15 billion": a bare symbol is the currency named beside it; "18 sen to RM23.50" are two amounts."""
    return a.dimension == "money" and (
        a.unit.partition(" per ")[0] == "dollar" or b.unit.partition(" per ")[0] == "dollar"
    )


def _range(a: Draft, b: Draft, how: Join, opener: str, tokens: list[Token]) -> Draft | None:
    low, high = a.numeral, b.numeral
    share = low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale
    first = low.value * high.scale if share else low.value
    last = high.value
    if how is Join.OR and not _neighbours(low, high, first, last):
        return None
    falling = opener in _words("from") or opener in _words("between")
    if first >= last and not (falling and first != last):
        return _score(a, b) if how is Join.DASH and _glued_score(tokens, low, high) else None
    if how is Join.DASH and _beside_score_word(tokens, low.first, high.stop) and _may_be_score(low, high):
        return _score(a, b)
    unit = a.unit if a.unit is not None and a.unit.span.start < low.start else (b.unit or a.unit)
    if unit is a.unit and unit is not None and b.unit is not None and b.unit.per_span is not None:
        unit = replace(unit, unit=b.unit.unit, end=b.unit.end, per_span=b.unit.per_span)
    numeral = replace(
        low, kind=high.kind, stop=high.stop, end=high.end, value=min(first, last), high=max(first, last),
        scale=high.scale, step=None,
        digits=low.digits or high.digits, form=how.value,
    )  # fmt: skip
    return Draft(numeral, unit)


def _neighbours(low: Numeral, high: Numeral, first: Decimal, last: Decimal) -> bool:
    """ "two or three", "ten or fifteen", "seven or eight hundred": steps apart, so that the sense is a range."""
    start, stop = int(low.value / low.scale), int(high.value / high.scale)
    if first >= last or start >= stop or low.value / low.scale != start:
        return False
    return stop - start == 1 or any(start % step == 0 and stop - start == step for step in STEPS)


def _may_be_score(low: Numeral, high: Numeral) -> bool:
    return low.digits and high.digits and low.scale == high.scale == 1 and max(low.value, high.value) <= LARGEST_SCORE


def _glued_score(tokens: list[Token], low: Numeral, high: Numeral) -> bool:
    """ "a 9-2 lead"; "killed 31 - 5 of them children" is no score."""
    glued = adjacent(tokens, low.stop - 1, low.stop) and adjacent(tokens, high.first - 1, high.first)
    return _may_be_score(low, high) and (glued or _beside_score_word(tokens, low.first, high.stop))


def _beside_score_word(tokens: list[Token], first: int, stop: int) -> bool:
    words = vocabulary("references")["score_words"]
    return lower_at(tokens, stop) in words or lower_at(tokens, first - 1) in words


def _score(a: Draft, b: Draft) -> Draft:
    return Draft(replace(a.numeral, stop=b.numeral.stop, end=b.numeral.end, kind="score"), None)
