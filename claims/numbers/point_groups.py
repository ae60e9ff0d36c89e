"""Points that group: "80.000 people" are eighty thousand, for nobody is counted in thousandths."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.language.words import of_language, vocabulary
from claims.nouns.counted import CountedReading
from claims.numbers.cardinals.numeral import Numeral

POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
REACH = 40


def grouped(text: str, numeral: Numeral, counted: CountedReading | None) -> Numeral:
    """The number with its points read as groups where people are counted right behind it, in no rate or average."""
    written = text[numeral.start : numeral.end]
    if counted is None or not counted.follows or counted.per is not None or not POINTED.fullmatch(written):
        return numeral
    people = counted.phrase.lower().split()[-1] in _people()
    before = text[max(0, numeral.start - REACH) : numeral.start].lower()
    if not people or any(word in before for word in _averages()):
        return numeral
    value = type(numeral.value)(written.replace(".", ""))
    return replace(numeral, value=value.copy_sign(numeral.value), step=None)


@of_language
def _people() -> frozenset[str]:
    return frozenset(vocabulary("nouns")["persons"])


@of_language
def _averages() -> frozenset[str]:
    return frozenset(vocabulary("dates")["averages"])
