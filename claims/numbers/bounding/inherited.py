"""A comparator shared: by the members of a list ("at least 22 children and two teachers") or by a restated amount."""

from __future__ import annotations

from dataclasses import replace

from claims.language.words import vocabulary
from claims.model import Quantity
from claims.numbers.bounding.comparators import Comparison, Side, interval
from claims.numbers.cardinals.numeral import Numeral

INHERITED = frozenset((">", ">=", "<", "<=", "~"))


def inherit(text: str, quantity: Quantity, previous: Quantity | None, numeral: Numeral) -> Quantity:
    """A comparator governs each member of a list ("at least 22 children and two teachers") and a restated amount.

    "more than 100 kilometres (60 miles)" bounds both.
    """
    if (
        previous is None
        or quantity.comparator != "="
        or previous.comparator not in INHERITED
        or numeral.kind == "multiple"
    ):
        return quantity
    if _is_apart(text, quantity, previous):
        return quantity
    gap = text[previous.span.end : quantity.span.start].strip().lower()
    listed = gap in vocabulary("comparators")["list_joiners"] and quantity.dimension == previous.dimension == "count"
    restated = gap == "(" and quantity.dimension == previous.dimension
    if not (listed or restated) or quantity.comparator_span is not None or quantity.additive:
        return quantity
    comparison = Comparison(
        comparator=previous.comparator, side=_side(previous), span=previous.comparator_span or previous.span
    )
    return replace(
        quantity, comparator=previous.comparator, comparator_span=previous.comparator_span,
        interval=interval(quantity.value, comparison, numeral.step),
    )  # fmt: skip


def _is_apart(text: str, quantity: Quantity, previous: Quantity) -> bool:
    """ "Alden at least 63, and 18 people were jailed in Borley": what is counted anew behind a comma is told anew."""
    comma = "," in text[previous.span.end : quantity.span.start]
    return comma and _is_bare(previous) and not _is_bare(quantity)


def _is_bare(quantity: Quantity) -> bool:
    """Whether nothing is counted right behind the number."""
    return quantity.dimension == "count" and quantity.span.end == quantity.number_span.end


def _side(quantity: Quantity) -> Side:
    low, high, value = quantity.interval.low, quantity.interval.high, quantity.value
    if quantity.comparator != "~":
        return ""
    return "above" if low == value else "below" if high == value else ""
