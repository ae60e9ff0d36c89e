"""Two bounds of one amount: "more than 10 but fewer than 20 people" is one range, from 10 to 20, both left out."""

from __future__ import annotations

from dataclasses import replace

from claims.language.words import of_language, vocabulary
from claims.model import Interval, Quantity, Span

LOWER, UPPER = (">", ">="), ("<", "<=")


@of_language
def _joiners() -> frozenset[str]:
    return frozenset(vocabulary("ranges")["bounds"])


def join_bounds(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with each lower bound and the upper bound right behind it made one range."""
    joined: list[Quantity] = []
    for quantity in quantities:
        if joined and _belong(text, joined[-1], quantity):
            joined[-1] = _range(text, joined[-1], quantity)
        else:
            joined.append(quantity)
    return joined


def _belong(text: str, low: Quantity, high: Quantity) -> bool:
    if low.comparator not in LOWER or high.comparator not in UPPER or low.value >= high.value:
        return False
    if high.comparator_span is None or not low.span.end <= high.comparator_span.start <= high.span.start:
        return False
    if low.dimension != high.dimension or (low.unit is not None and low.unit != high.unit):
        return False
    return text[low.span.end : high.comparator_span.start].strip().lower() in _joiners()


def _range(text: str, low: Quantity, high: Quantity) -> Quantity:
    span, number = Span(low.span.start, high.span.end), Span(low.number_span.start, high.number_span.end)
    interval = Interval(
        low=low.value, high=high.value, low_open=low.interval.low_open, high_open=high.interval.high_open
    )
    return replace(
        high, span=span, text=span.of(text), number_span=number, as_written=number.of(text), value=low.value,
        interval=interval, comparator="range", comparator_span=low.comparator_span, form="two-bounds",
    )  # fmt: skip
