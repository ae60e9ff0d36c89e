"""Days that are told by their name: "on Christmas Eve 2024", "at New Year".

Where no year stands behind, it is the last before the letter's date.
"""

from __future__ import annotations

import re
from datetime import date

from claims.language.words import of_language, vocabulary
from claims.model import DateMention, Span
from claims.text.phrases import norms
from claims.times.relative.relative_dates import alternation


def feasts(text: str, base: date | None) -> list[DateMention]:
    """Each feast of a fixed day that `text` names; open where it tells no year and there is no day to reckon from."""
    return [_mention(text, match, base) for match in _named().finditer(text)]


def _mention(text: str, match: re.Match[str], base: date | None) -> DateMention:
    month, day = _days()[" ".join(norms(match["feast"]))]
    span = Span(*match.span())
    year = int(match["year"]) if match["year"] else _year_before(base, month, day)
    told = date(year, month, day) if year is not None else None
    problem = None if told is not None else f"“{span.of(text)}” is of a year that the text does not tell"
    return DateMention(
        span=span,
        text=span.of(text),
        start=told,
        end=told,
        grain="day",
        year_stated=match["year"] is not None,
        problem=problem,
    )


def _year_before(base: date | None, month: int, day: int) -> int | None:
    if base is None:
        return None
    return base.year if (month, day) <= (base.month, base.day) else base.year - 1


@of_language
def _days() -> dict[str, tuple[int, int]]:
    return {
        " ".join(norms(name)): (month, day) for name, (month, day) in vocabulary("relative_dates")["feasts"].items()
    }


@of_language
def _named() -> re.Pattern[str]:
    feast = alternation(vocabulary("relative_dates")["feasts"])
    return re.compile(rf"\b(?P<feast>{feast})(?!['’\w])(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE)
