"""Numbers of lists and notes as word processors and browsers print them."""

from __future__ import annotations

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
SYMBOLS = "*†‡§"


def number_as(style: str, number: int) -> str:
    """`number` in one of the styles of Office Open XML: decimal, lowerRoman, upperLetter, …; decimal for others."""
    if style == "lowerRoman" and 0 < number < 4000:
        return _roman(number)
    if style == "upperRoman" and 0 < number < 4000:
        return _roman(number).upper()
    if style == "lowerLetter" and number > 0:
        return _letters(number)
    if style == "upperLetter" and number > 0:
        return _letters(number).upper()
    if style == "decimalZero":
        return f"{number:02}"
    if style == "chicago" and number > 0:
        return SYMBOLS[(number - 1) % 4] * ((number - 1) // 4 % 3 + 1)
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb, as word processors count."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 % 20 + 1)
