"""The unit of a number: percent, money, time, age, physical units, before or after it, and the "per …" of a rate.

Tables (`units.yml`, `currencies.yml`) settle what letters and news use; quantulum3 is asked about the rest, where what
follows the number may be a unit at all (`claims.units.quantulum`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.units.unit_rates import read_per
from claims.units.unit_tables import (
    UnitReading,
    glued_symbols,
    last_characters,
    names,
    plain_names,
    symbols_before,
)
from claims.units.units_behind import unit_after

__all__ = ["UnitReading", "is_currency", "read_per", "read_unit", "unit_name"]

_LETTER_BEFORE = re.compile(r"[^\W_]$")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_SYMBOL = 7
_AGES = {"year": "year of age", "month": "month of age"}


def read_unit(text: str, number: Span) -> UnitReading | None:
    """The unit of the number at `number` (digits or words with their scale), or `None` where it has none.

    "US$1.2m", "5 million dollars", "12 per cent", "3½ years", "a 15-year-old", "80 km/h". Money before the number wins
    over a word after it; an age before it ("aged 25 to 54") counts where nothing else does.
    """
    scaled = _is_scaled(number.of(text))
    before = _money_before(text, number.start, scaled)
    after = unit_after(text, number.end, scaled)
    if before is not None:
        return _with_rate(text, _whose(text, before, number.end) or _merge(before, after, number.end))
    age = _age_before(text, number)
    if after is None:
        return age
    if age is not None and after.unit in _AGES:
        return replace(after, unit=_AGES[after.unit])
    return _with_rate(text, after)


def _is_scaled(number: str) -> bool:
    """Whether a number is in thousands or more: "5 million", "1.2m", not "two"."""
    return any(word in vocabulary("units")["money_scales"] for word in _LETTERS.findall(number.lower()))


def unit_name(unit: str) -> str:
    """`unit` in words for a reader or another program: "HKD per month" → "Hong Kong dollar per month"."""
    first, per, rest = unit.partition(" per ")
    return names().get(first, first) + per + rest


def is_currency(unit: str) -> bool:
    """Whether a canonical unit is money, whatever it is paid per."""
    return unit.partition(" per ")[0] in names()


def _with_rate(text: str, reading: UnitReading) -> UnitReading:
    if reading.dimension in ("percentage",) or " per " in reading.unit:
        return reading
    rate = read_per(text, reading.end)
    if rate is None:
        return reading
    return UnitReading(
        span=reading.span,
        unit=f"{reading.unit} per {rate[0]}",
        dimension=reading.dimension,
        end=rate[1].end,
        per_span=rate[1],
    )


def _whose(text: str, before: UnitReading, end: int) -> UnitReading | None:
    """ "$75 U.S. per barrel", "$20 Canadian."; in "$75 US tariffs" the country belongs to the noun."""
    countries = vocabulary("currencies")["whose"].get(before.unit, {})
    for country, unit in countries.items():
        if text.startswith(f" {country}", end) and _stands_last(text, end + 1 + len(country)):
            return UnitReading(span=before.span, unit=unit, dimension="money", end=end + 1 + len(country))
    return None


def _stands_last(text: str, at: int) -> bool:
    return read_per(text, at) is not None or text[at : at + 1] in ("", ".", ",", ";", ":", ")")


def _merge(before: UnitReading, after: UnitReading | None, end: int) -> UnitReading:
    """A symbol before and a word after: "$75 US dollars" is one unit, "$5 million 30 years" never gets here."""
    if after is None or after.dimension != "money":
        return UnitReading(span=before.span, unit=before.unit, dimension="money", end=end)
    unit = after.unit if before.unit in plain_names() else before.unit
    return UnitReading(span=before.span, unit=unit, dimension="money", end=after.end)


# --- before the number --------------------------------------------------------------------------------------------


def _money_before(text: str, start: int, scaled: bool) -> UnitReading | None:
    end = start
    while end and start - end < 3 and text[end - 1] in "*_":
        end -= 1
    if end and text[end - 1] in " \u00a0\u202f":
        end -= 1
    if not end or text[end - 1] not in last_characters():
        return None
    symbols = symbols_before()
    for length in range(min(_LONGEST_SYMBOL, end), 0, -1):
        unit = symbols.get(text[end - length : end])
        if unit and _symbol_stands(text, end - length, end, start, scaled):
            return UnitReading(span=Span(end - length, end), unit=unit, dimension="money", end=start)
    return None


def _symbol_stands(text: str, first: int, end: int, number: int, scaled: bool) -> bool:
    """Letters need a boundary before them ("EUR5", not "LAMEUR5"); one capital is glued and scaled ("R5 million")."""
    symbol = text[first:end]
    if symbol[0].isalnum() and first and _LETTER_BEFORE.match(text[first - 1]):
        return False
    if symbol in glued_symbols():
        return end == number and (scaled or _many_digits(text, number))
    if symbol[-1].isalpha() and symbol[0].isascii() and len(symbol) == 2:
        return (end == number and symbol != "PS") or scaled or _many_digits(text, number)
    return True


def _many_digits(text: str, start: int) -> bool:
    return (len(text) > start + 1 and text[start : start + 2].isdigit()) or text[start + 1 : start + 2] in (".", ",")


@of_language
def _age_words() -> re.Pattern[str]:
    before, between = ("|".join(vocabulary("units")[key]) for key in ("age_before", "age_between"))
    return re.compile(rf"\b({before})\s+(?:(?:{between})\s+)?$", re.IGNORECASE)


@of_language
def _last_of_age() -> tuple[str, ...]:
    """How the words before an age end, asked before their expression."""
    table = vocabulary("units")
    return tuple({phrase.lower().split()[-1] for phrase in (*table["age_before"], *table["age_between"])})


def _age_before(text: str, number: Span) -> UnitReading | None:
    """ "aged 25 to 54", "under the age of 21"."""
    left = text[max(0, number.start - 16) : number.start]
    found = _age_words().search(left) if left.lower().rstrip().endswith(_last_of_age()) else None
    if found is None:
        return None
    start = number.start - len(left) + found.start(1)
    return UnitReading(
        span=Span(start, start + len(found[1])), unit="year of age", dimension="duration", end=number.end
    )


# --- after the number ---------------------------------------------------------------------------------------------
