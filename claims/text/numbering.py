"""The order of footnote marks: digits, roman numerals, letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_WELL_FORMED = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def roman(text: str) -> int | None:
    """The value of a well-formed roman numeral in either case ("xiv" is 14), else `None`."""
    word = text.lower()
    if not word or not _WELL_FORMED.match(word):
        return None
    values = [_ROMAN[letter] for letter in word]
    return sum(-a if a < b else a for a, b in pairwise([*values, 0]))


def order_of(mark: str) -> int | None:
    """The place of a mark in its series, or `None` for signs such as "*" that have none."""
    plain = mark.strip("[]() .").translate(_SUPERSCRIPTS)
    if plain.isdecimal() and len(plain) < 6:
        return int(plain)
    return roman(plain)


def written(value: int, like: str) -> str:
    """A mark of this value in the manner of another: 3 like "iv" is "iii"."""
    if order_of(like) is None or like.strip("[]() .").translate(_SUPERSCRIPTS).isdecimal():
        return str(value)
    digits = (
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    text = ""
    for number, letters in digits:
        while value >= number:
            text, value = text + letters, value - number
    return text.upper() if like.isupper() else text


def series_gaps(marks: Sequence[str]) -> list[str]:
    """The marks left out of a series that runs upwards; a series of other signs, or a restart, has no gap."""
    numbered = [(value, mark) for mark in marks if (value := order_of(mark)) is not None]
    if len(numbered) != len(marks):
        return []
    missing: list[str] = []
    for (low, _), (high, like) in pairwise(numbered):
        missing += [written(value, like) for value in range(low + 1, min(high, low + 50))]
    return missing
