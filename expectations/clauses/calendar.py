"""Dates that cannot be, and weekdays that do not fit."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from claims.language.words import of_language, vocabulary
from claims.model import Span

_SUFFIX = r"(?:st|nd|rd|th)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpossibleDate:
    """A date that no calendar has, as printed, and the last day its month has."""

    span: Span
    text: str
    month_name: str
    last_day: int


@of_language
def _months() -> dict[str, int]:
    return {str(word): at for at, row in enumerate(vocabulary("dates")["months"], start=1) for word in row}


@of_language
def weekdays() -> dict[str, int]:
    """Weekday words, Monday 0, short forms too."""
    words = [str(word) for word in vocabulary("dates")["weekdays"]]
    full = words[:7]
    return {word: next(at for at, day in enumerate(full) if day.startswith(word[:3])) for word in words}


def _alternatives(words: object) -> str:
    return "|".join(sorted((re.escape(str(word)) for word in words), key=len, reverse=True))  # type: ignore[attr-defined]


@of_language
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = _alternatives(_months())
    of = re.escape(str(vocabulary("dates")["of"]))
    return (
        # "31 June", "the 31st of June 2024"; a bare "31 may" in running text is no date
        re.compile(
            rf"(?<![\w.,/-])(?P<day>\d{{1,2}}){_SUFFIX}?\s{{1,3}}(?:{of}\s{{1,3}})?(?P<month>{month})\b"
            rf"(?:\.?,?\s{{1,3}}(?P<year>\d{{4}})\b)?",
            re.IGNORECASE,
        ),
        # "June 31, 2024", "June 31st"; "In June 31 people" is no date, so a year or a suffix must follow
        re.compile(
            rf"\b(?P<month>{month})\b\.?\s{{1,3}}(?P<day>\d{{1,2}})"
            rf"(?:{_SUFFIX}(?:,?\s{{1,3}}(?P<year>\d{{4}})\b)?|,?\s{{1,3}}(?P<year2>(?:19|20)\d{{2}})\b)",
            re.IGNORECASE,
        ),
        re.compile(r"(?<![\w./-])(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d{2})(?![\w/-])"),
    )


def _last_day(month: int, year: int | None) -> int:
    return 29 if year is None and month == 2 else monthrange(year or 2023, month)[1]


def impossible_dates(text: str) -> list[ImpossibleDate]:
    """Every date of `text` whose day its month does not have: "31 June", "29 February 2023"; 40 is no day at all."""
    found: dict[Span, ImpossibleDate] = {}
    for pattern in _patterns():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            word = groups["month"]
            month = int(word) if word.isdigit() else _months()[word.casefold()]
            year = groups.get("year") or groups.get("year2")
            last = _last_day(month, int(year) if year else None)
            if last < int(groups["day"]) < 40 and (word.isdigit() or word[0].isupper()):
                span = Span(*match.span())
                name = str(vocabulary("dates")["months"][month - 1][0]).capitalize()
                found[span] = ImpossibleDate(span=span, text=match[0], month_name=name, last_day=last)
    return [found[span] for span in sorted(found)]


def weekday_beside(text: str, span: Span) -> tuple[str, int] | None:
    """The weekday word that stands in a date, right before it or in brackets behind it, and its number."""
    before = re.search(r"([^\W\d_]+)\.?,?\s{1,3}(?:the\s)?\Z", text[max(0, span.start - 20) : span.start])
    after = re.match(r"\s?[(,]\s?([^\W\d_]+)\)?", text[span.end : span.end + 16])
    inside = re.match(r"([^\W\d_]+)", span.of(text))
    for match in (inside, before, after):
        word = match[1].casefold() if match else ""
        if match and len(word) >= 3 and word in weekdays() and match[1][0].isupper():
            return match[1], weekdays()[word]
    return None
