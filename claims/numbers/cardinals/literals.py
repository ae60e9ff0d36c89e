"""Digit literals: what "1,000", "1.000.000", "2,50,000", "3·5" or "၁၂" is worth, and how finely it is printed."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from claims.language.words import of_language, vocabulary
from claims.quick_records import dataclass

THOUSANDS = re.compile(r"\d{1,3}(?:([,.'’\u066c\uff0c\uff0e\u00a0\u2007\u2009\u202f])\d{3})(?:\1\d{3})*\Z")
INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}\Z")
LONGEST = 30
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal's value and the place of its last printed digit (1 for "120", 0.1 for "3.5")."""

    value: Decimal
    step: Decimal


def read_literal(text: str) -> Literal | None:
    """The value of a digit literal; `None` where its separators follow no convention ("1,23,4") or it is too long."""
    if len(text) > LONGEST:
        return None
    if text.isdigit():
        return Literal(Decimal(text), ONE)
    whole, fraction = _split(text)
    digits = _grouped(whole)
    if digits is None:
        return None
    return Literal(_decimal(digits, fraction), Decimal(1).scaleb(-len(fraction)))


def _decimal(whole: str, fraction: str) -> Decimal:
    written = f"{whole or '0'}.{fraction}" if fraction else whole
    return Decimal(written)


@of_language
def _marks() -> tuple[frozenset[str], frozenset[str]]:
    """The signs before decimals and those between groups, where both may stand on one line: "1,234.5"."""
    written = vocabulary("writing")
    return frozenset(written["decimal_marks"]), frozenset(written["group_marks"])


def _split(text: str) -> tuple[str, str]:
    """Whole part and decimals, in English: a dot is decimal unless it repeats, a comma only where it cannot group
    ("2,5").
    """
    decimal, grouping = _marks()
    marks = [i for i, ch in enumerate(text) if not ch.isdigit()]
    if not marks:
        return text, ""
    last = marks[-1]
    others = {text[i] for i in marks[:-1]}
    decimals = len(text) - last - 1
    if text[last] in decimal and text[last] not in others:
        return text[:last], text[last + 1 :]
    cannot_group = text[last] in grouping and text[last] not in others and (decimals in (1, 2) or decimal & others)
    return (text[:last], text[last + 1 :]) if cannot_group else (text, "")


def _grouped(whole: str) -> str | None:
    """The digits of a whole part without its separators, if they group by thousands or the Indian way."""
    if whole == "" or whole.isdigit() or THOUSANDS.match(whole) or INDIAN.match(whole):
        return "".join(ch for ch in whole if ch.isdigit())
    return None


def vulgar_value(sign: str) -> Decimal:
    """The value of a vulgar fraction sign: "¾" is 0.75."""
    numerator, _, denominator = unicodedata.normalize("NFKC", sign).partition("\u2044")
    return Decimal(numerator) / Decimal(denominator)
