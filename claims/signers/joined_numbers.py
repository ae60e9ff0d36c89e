"""Numbers that words make of two: "one short of twenty", "twenty less one", "twice seven", "five-and-twenty"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.language.words import of_language, vocabulary
from claims.model import Interval, Quantity, Span
from claims.text.openings import either

TEN, REACH = 10, 20


def joined(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The counts among `quantities`, two that are one number put together."""
    found: list[Quantity] = []
    for two in (one for one in quantities if one.dimension == "count"):
        times = _times(text, two)
        value = _value(text, found[-1], two) if found else None
        if times is not None:
            found.append(_made(text, Span(times[0], two.number_span.end), two, two.value * times[1]))
        elif value is None:
            found.append(two)
        else:
            found[-1] = _made(text, Span(found[-1].number_span.start, two.number_span.end), two, value)
    return found


def _times(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """Where "twice" stands right before a number, and how many times that is."""
    start = quantity.number_span.start
    match = _multiplied().search(text, max(0, start - REACH), start)
    return (match.start(), int(vocabulary("signatories")["multipliers"][match["times"].casefold()])) if match else None


def _value(text: str, one: Quantity, two: Quantity) -> Decimal | None:
    between = text[one.number_span.end : two.number_span.start].casefold()
    if _short().fullmatch(between) and one.value < two.value:
        return two.value - one.value
    if _less().fullmatch(between) and one.value > two.value:
        return one.value - two.value
    units, tens = one.value < TEN, two.value > TEN and two.value % TEN == 0
    return one.value + two.value if _and().fullmatch(between) and units and tens else None


def _made(text: str, number: Span, quantity: Quantity, value: Decimal) -> Quantity:
    whole = Span(number.start, max(quantity.span.end, number.end))
    return replace(
        quantity,
        span=whole,
        text=whole.of(text),
        number_span=number,
        as_written=number.of(text),
        value=value,
        interval=Interval(low=value, high=value),
        comparator="=",
        comparator_span=None,
    )


@of_language
def _short() -> re.Pattern[str]:
    article = either("letter_words", "articles")
    return re.compile(rf"\s+{either('signatory_totals', 'short_of')}\s+(?:{article}\s+)?")


@of_language
def _less() -> re.Pattern[str]:
    return re.compile(rf",?\s+{either('signatory_totals', 'less_by')}\s+")


@of_language
def _multiplied() -> re.Pattern[str]:
    times = "|".join(map(re.escape, vocabulary("signatories")["multipliers"])) or "(?!)"
    return re.compile(rf"\b(?P<times>{times})\s+$", re.IGNORECASE)


@of_language
def _and() -> re.Pattern[str]:
    return re.compile(rf"[-\s]{either('letter_words', 'joints')}[-\s]")
