"""Years told beside another: "2021 at 40, and the year before at 52"; open where no year stands before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claims.language.words import of_language, vocabulary
from claims.model import DateMention, Span
from claims.text.phrases import norms
from claims.times.calendar_steps import Window
from claims.times.relative.relative_dates import alternation


def neighbour_years(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """Each year that `text` tells as the one before or after another, of the whole year; `dates`: those printed in it.

    A year that another is only held against ("12 more than the year before") is none of a figure.
    """
    found = (Span(*match.span()) for match in _neighbours().finditer(text))
    return [_beside(text, span, dates) for span in found if not _is_measured(text, span)]


def _beside(text: str, span: Span, dates: Sequence[DateMention]) -> DateMention:
    start, end, problem = _window(text, span, dates)
    return DateMention(
        span=span, text=span.of(text), start=start, end=end, grain="year", year_stated=False, problem=problem
    )


def _window(text: str, span: Span, dates: Sequence[DateMention]) -> Window:
    """The year beside the last that is printed before; none where that is no whole year, or a noun follows."""
    before = [mention for mention in dates if mention.span.end <= span.start]
    told = before[-1] if before else None
    whole = told is not None and told.year_stated and told.grain == "year"
    if told is None or told.start is None or not whole or not _stands_alone(text, span):
        return None, None, f"“{span.of(text)}” hangs on a year that the sentence does not tell"
    year = told.start.year + _step(span.of(text))
    if not date.min.year < year < date.max.year:
        return None, None, f"“{span.of(text)}” does not exist in the calendar"
    return date(year, 1, 1), date(year, 12, 31), None


def _step(told: str) -> int:
    return -1 if " ".join(norms(told)) in _before() else 1


def _is_measured(text: str, span: Span) -> bool:
    before = norms(text[: span.start])[-1:]
    return bool(before) and before[0] in vocabulary("relative_dates")["measured"]


def _stands_alone(text: str, span: Span) -> bool:
    """Whether no noun follows that the words would be of: "the year before the war" is told by the war."""
    after = norms(text[span.end :])[:1]
    return not after or not after[0][0].isalpha() or after[0] in vocabulary("relative_dates")["stands_alone"]


@of_language
def _before() -> frozenset[str]:
    return frozenset(" ".join(norms(phrase)) for phrase in vocabulary("relative_dates")["year_before"])


@of_language
def _neighbours() -> re.Pattern[str]:
    words = vocabulary("relative_dates")
    return re.compile(rf"\b{alternation([*words['year_before'], *words['year_next']])}\b", re.IGNORECASE)
