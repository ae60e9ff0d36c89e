"""Rule `number-words`: one number in words and in digits side by side, "twelve (12)"."""

from __future__ import annotations

from claims.extraction import Extraction
from claims.model import Field
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
        fits=words.value == digits.value,
        checked=one.digits,
        again=lambda other: other.quantity.value == words.value,
        key="apart",
        severity="error",
        off=share_between(words.value, digits.value),
        stated=words.as_written,
        expected=figure(digits.value),
    )


RULE = declared(ID, run)
