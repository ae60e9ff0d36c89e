"""Dates of a text as days: the grammar's finds resolved against the letter's own date, never against today's.

A missing year is the one that puts the date nearest before the letter ("On July 28" in a letter of August 2023),
unless the words point ahead ("the upcoming summit on 26 May"). What cannot be settled stays open with its `problem`:
a day that does not exist, 03/04/2021 where the letter shows no order. Relative expressions
("last week") are read by `relative_dates`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.language.words import of_language, vocabulary
from claims.model import DateMention, Span
from claims.text.phrases import norms
from claims.times.calendar_days import NumericOrder, resolve, telling_order
from claims.times.calendar_steps import month_end, window
from claims.times.grammar.datespans import find_date_spans
from claims.times.relative.feasts import feasts
from claims.times.relative.neighbour_years import neighbour_years
from claims.times.relative.relative_dates import alternation, relative_dates

_CUE_REACH, _DEADLINE_REACH = 80, 4
_STOPS = re.compile(r"[.;:!?]\s")
_FIGURES = re.compile(r"\d[./-]\d{1,2}[./-]\d")


def read_dates(text: str, base: date | None, order: NumericOrder | None = None) -> list[DateMention]:
    """Every date named in `text`, sorted, resolved against `base` (the letter's date); clock times are left out.

    `order` says how all-figure dates are written in this letter, as `numeric_order` found.
    """
    found = [
        resolve(span, base, order=order, ahead=_points_ahead(text, span.span))
        for span in find_date_spans(text)
        if span.kind != "clock"
    ]
    told = [_part_of(_with_told_year(mention, text, base), text) for mention in found]
    return _longest_first([*told, *neighbour_years(text, told), *feasts(text, base)], relative_dates(text, base))


def _longest_first(dates: Sequence[DateMention], relative: Sequence[DateMention]) -> list[DateMention]:
    """Both kinds in order of place; of two that overlap ("last [May]", "[May of this year]") the longer."""
    kept: list[DateMention] = []
    for mention in sorted([*dates, *relative], key=lambda m: (m.span.start, -m.span.end)):
        if kept and kept[-1].span.overlaps(mention.span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def numeric_order(text: str) -> NumericOrder | None:
    """How the letter writes dates in figures, if those that can be read in one way only agree ("25/03/2021")."""
    if _FIGURES.search(text) is None:
        return None
    orders = {telling_order(span.numbers) for span in find_date_spans(text) if span.kind == "numeric"} - {None}
    return orders.pop() if len(orders) == 1 else None


def _points_ahead(text: str, span: Span) -> bool:
    """ "the upcoming summit on 26 May": a cue in the words right before, in the same sentence."""
    before = _STOPS.split(text[max(0, span.start - _CUE_REACH) : span.start].lower())[-1]
    cued = any(re.search(rf"\b{re.escape(cue)}\b", before) for cue in vocabulary("relative_dates")["future_cues"])
    return cued or _is_forecast(before, _STOPS.split(text[span.start : span.end + _CUE_REACH].lower())[0])


def _is_forecast(before: str, after: str) -> bool:
    """ "It expects 600 by the end of May", "by mid-May 600 are projected": a day up to which something is foretold."""
    known = vocabulary("relative_dates")
    told = norms(before)
    near = f" {' '.join(told[-_DEADLINE_REACH:])} "
    if not any(f" {each} " in near for each in known["deadlines"]):
        return False
    return not {*told, *norms(after)}.isdisjoint(known["forecasts"])


def _with_told_year(mention: DateMention, text: str, base: date | None) -> DateMention:
    """ "in May of this year", "on 12 May last year": the year is told by the words after it."""
    if mention.year_stated or base is None or mention.grain not in ("day", "month") or mention.start is None:
        return mention
    found = _year_after().match(text, mention.span.end)
    if found is None or mention.end is None:
        return mention
    year = base.year + int(vocabulary("relative_dates")["which"][found["which"].lower()])
    span = Span(mention.span.start, found.end())
    start, end, problem = window(
        span.of(text),
        (year, mention.start.month, mention.start.day),
        (year + mention.end.year - mention.start.year, mention.end.month, mention.end.day),
    )
    return replace(mention, span=span, text=span.of(text), start=start, end=end, year_stated=True, problem=problem)


def _part_of(mention: DateMention, text: str) -> DateMention:
    """ "mid-2024", "in early May 2023": the third of the year or month that is meant, by convention."""
    at = mention.span.start
    found = _part_before().search(text[max(0, at - 12) : at]) or _part_before().search(mention.text[:6])
    if found is None or mention.start is None or mention.grain not in ("year", "month"):
        return mention
    thirds = vocabulary("relative_dates")["thirds"][mention.grain][found["third"].lower()]
    if mention.grain == "year":
        start, end = date(mention.start.year, thirds[0], 1), month_end(date(mention.start.year, thirds[1], 1))
        return replace(mention, start=start, end=end, grain="quarter")
    last = month_end(mention.start).day
    start, end = mention.start.replace(day=thirds[0]), mention.start.replace(day=min(thirds[1], last))
    return replace(mention, start=start, end=end, grain="week")


@of_language
def _part_before() -> re.Pattern[str]:
    words = vocabulary("relative_dates")["thirds"]["year"]
    return re.compile(rf"\b(?P<third>{alternation(words)})[\s-]+(?:\Z|(?=\d))", re.IGNORECASE)


@of_language
def _year_after() -> re.Pattern[str]:
    words = vocabulary("relative_dates")
    return re.compile(
        rf"\s+(?:{alternation(words['of'])}\s+)?(?P<which>{alternation(words['which'])})\s+{alternation(words['year_words'])}\b",
        re.IGNORECASE,
    )
