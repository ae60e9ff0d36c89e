"""The unit that stands behind a number: "40 km", "3-hour", "12 % of"."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.language.words import of_language
from claims.model import Dimension, Span
from claims.text.openings import either
from claims.text.plurals import is_plural, singular
from claims.units.unit_rates import read_per
from claims.units.unit_tables import (
    UnitReading,
    is_compound,
    table_at,
)

# Between number and unit: the end of an emphasis ("**12** per cent"), then a hyphen, a space, one line break.
_GAP = re.compile(r"[*_]{0,3}(?:[-‐‑]|[^\S\n]{0,2}(?:\n[^\S\n]{0,2}(?=\S))?)")
# What quantulum3 may be asked about: a symbol or word with its joined parts, up to the next space.
_TOKEN = re.compile(r"[^\W\d_][^\s,;:()\[\]{}<>\"“”!?]{0,24}")


@of_language
def _shared_unit() -> re.Pattern[str]:
    # "a 7- or 8-inch screen": the first number has the unit of the second.
    joiner, article = either("units", "shared_joiners"), either("units", "shared_articles")
    return re.compile(rf"[-‐‑],?\s{joiner}\s(?:{article}\s)?[\d.,]+(?=[-‐‑\s])")


def unit_after(text: str, at: int, scaled: bool) -> UnitReading | None:
    shared = _shared_unit().match(text, at)
    if shared is None:
        return _behind(text, at, scaled)
    lent = _behind(text, shared.end(), scaled)
    return None if lent is None else replace(lent, span=Span(at, at), end=at)


def _behind(text: str, at: int, scaled: bool) -> UnitReading | None:
    gap = _GAP.match(text, at)
    start = gap.end() if gap else at
    if start >= len(text):
        return None
    glued = start == at or text[at:start] in ("-", "‐", "‑")
    settled = table_at(text, start, glued=start == at, scaled=scaled)
    if settled is not None and (settled.dimension != "physical" or not _is_formula(text, settled.end)):
        return settled
    return _asked_after(text, start, glued) or settled


def _is_formula(text: str, end: int) -> bool:
    """Whether a symbol goes on as a formula whose next part the tables do not know: "kg·m/s²", "mg/dL"."""
    sign = text[end : end + 1]
    return sign in ("·", "⋅", "×", "*", "²", "³", "⁻") or (sign == "/" and read_per(text, end) is None)


def _asked_after(text: str, start: int, glued: bool) -> UnitReading | None:
    """What quantulum3 knows and the tables do not. Ordinary words are never asked about: a dictionary answers first."""
    token = _TOKEN.match(text, start)
    if token is None:
        return None
    surface = token[0].rstrip(".'’-–—/*")
    if is_compound(surface.lower(), text[start + len(surface) : start + len(surface) + 24]):
        return None
    if not surface or (surface.isalpha() and surface.islower() and not _may_be_unit(surface)):
        return None
    from claims.units import quantulum as quantities

    found = quantities.table_unit(surface, glued=glued) or quantities.formula_unit(surface)
    if found is None:
        return None
    dimension: Dimension = "duration" if found.entity == "time" else "physical"
    end = start + len(surface)
    return UnitReading(span=Span(start, end), unit=found.name, dimension=dimension, end=end)


def _may_be_unit(word: str) -> bool:
    from claims.units import quantulum as quantities

    words = quantities.unit_table()[0]
    return word in words or (is_plural(word) and singular(word) in words)
