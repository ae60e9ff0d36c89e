"""A figure that moved is two numbers, not a range: "rose from 900 thousand to 1.2 million", "rose by 40 to 220"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.numbers.cardinals.following import counts_behind
from claims.numbers.cardinals.token_steps import lower_at
from claims.numbers.number_draft import Draft
from claims.text.tokens import Token
from claims.units.units import UnitReading

REACH = 9
# "rose by 10 to 15" tells a margin, "rose by 104 to 1,500" a step and where it led
STEP = 3
# "from 40 to 30 million": the first end has the scale of the second where that keeps the two within ten times
NEAR = 10


@of_language
def _moved() -> frozenset[str]:
    table, ranges = vocabulary("directions"), vocabulary("ranges")
    words = [w for side in ("up", "down") for kind in ("moves", "changes", "nouns") for w in table[side][kind]]
    multiples = vocabulary("multiples")["verbs"]
    return frozenset([*words, *multiples, *ranges["moved"]])


@of_language
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("ranges")[name])


@of_language
def _percents() -> frozenset[tuple[str, ...]]:
    """How the names of percentages begin that are of two words or more: ("per", "cent")."""
    names = [name.split() for unit in vocabulary("units")["percentage"].values() for name in unit["words"]]
    return frozenset(tuple(name[:2]) for name in names if len(name) > 1)


def is_move(a: Draft, b: Draft, at: int, tokens: list[Token]) -> bool:
    """Whether two numbers joined by "to" are where a figure stood and where it went; `at`: the word before the first.

    From something down to less can be nothing else; else a word of change before "from" tells, and nearer to it no word
    of a range ("fines ranging from 3 to 5 dollars rose").
    """
    opener, first, last = lower_at(tokens, at), *_ends(a, b)
    if opener in _words("from"):
        return first > last or _is_change(tokens, at - 1)
    if opener in _words("by") or opener in _moved():
        return _is_change(tokens, at) and _is_step(a, b, first, last)
    return False


def _ends(a: Draft, b: Draft) -> tuple[Decimal, Decimal]:
    low, high = a.numeral, b.numeral
    shared = low.scale == 1 and high.scale > 1 and low.value < NEAR * high.value / high.scale
    return (low.value * high.scale if shared else low.value), high.value


def _is_step(a: Draft, b: Draft, first: Decimal, last: Decimal) -> bool:
    """Both with a unit of their own ("by $40 million to $310 million"), or too far apart for a margin."""
    own = a.unit is not None and b.unit is not None and a.unit.dimension == b.unit.dimension == "money"
    scaled = a.numeral.scale > 1 and b.numeral.scale > 1
    return (own and scaled) or abs(last) >= STEP * abs(first) or last < first


def _is_change(tokens: list[Token], i: int) -> bool:
    """Whether a word of change governs what follows token `i`, with nothing of a range between."""
    if i >= 0 and tokens[i].text == ",":
        i -= 1
    for k in range(i, max(-1, i - REACH), -1):
        word = tokens[k].lower
        if word in _moved():
            return True
        if (word, lower_at(tokens, k + 1)) in _percents():
            continue  # "fell by 20 per cent, from 100 to 80": that "per" spreads nothing
        if word in _words("spread") or tokens[k].text in ".;:,()":
            return False
    return False


def _lent(unit: UnitReading, to: Draft) -> UnitReading:
    end = to.numeral.end
    return replace(unit, span=Span(end, end), end=end, per_span=None)


def as_two(a: Draft, b: Draft, tokens: list[Token]) -> list[Draft]:
    """Both numbers, each with the unit that stands at one of them alone, the first with the scale of the second."""
    numeral, unit = a.numeral, a.unit
    if b.unit is None and unit is not None and not counts_behind(tokens, b.numeral.stop):  # "from 90 pounds to 80"
        b = replace(b, unit=_lent(unit, b))
    first, _ = _ends(a, b)
    if unit is None or (unit.dimension == "money" and unit.span.start < numeral.start):
        numeral = replace(numeral, value=first, scale=b.numeral.scale if first != numeral.value else numeral.scale)
    if unit is None and b.unit is not None and b.unit.span.start >= b.numeral.end:
        unit = _lent(b.unit, a)
    last = replace(b.numeral, form="move")
    return [replace(a, numeral=replace(numeral, form="move"), unit=unit), replace(b, numeral=last, follows_move=True)]
