"""Rule `number-words`: one number in words and in digits side by side, "twelve (12)"."""

from __future__ import annotations

from claims.extraction import Extraction
from claims.model import Field, Quantity
from claims.relations.kinds import Doubled
from expectations.arith import figure, share_between
from expectations.declaring import declared, say
from expectations.findings import unknown
from expectations.model import Finding
from expectations.relating import judged, relations_of

ID = "number-words"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every number that the letter writes out and repeats in digits."""
    found = [_compared(name, one) for name, one in relations_of(extraction, Doubled)]
    return found or [unknown(ID, say(ID, "nothing"))]


def _compared(name: str, one: Doubled) -> Finding:
    words, digits = one.words.quantity, one.digits.quantity
    return judged(
        ID,
        name,
        [one.words, one.digits],
        fits=_is(digits, words),
        checked=one.digits,
        again=lambda other: _is(other.quantity, words),
        key="apart",
        severity="error",
        off=share_between(words.value, digits.value),
        stated=words.as_written,
        expected=figure(digits.value),
    )


def _is(digits: Quantity, words: Quantity) -> bool:
    """Whether the digits are the number in words, or keep its bound: "more than a dozen (14)", "about thirty (32)"."""
    low, high = words.interval.low, words.interval.high
    inside = (low is None or digits.value >= low) and (high is None or digits.value <= high)
    return digits.value == words.value or (words.comparator != "=" and inside)


RULE = declared(ID, run)
