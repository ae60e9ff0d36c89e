"""Dates of a text as days: the grammar's finds resolved against the letter's own date, never against today's.

A missing year is the one that puts the date nearest before the letter ("On July 28" in a letter of August 2023),
unless the words point ahead ("the upcoming summit on 26 May"). What cannot be settled stays open with its `problem`:
a day that does not exist, 03/04/2021 where the letter shows no order. Relative expressions ("last week") are read by
dateparser, which this module alone imports, and only when one stands in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from claims.language.typed import language_in_force
from claims.language.words import of_language, vocabulary
from claims.model import DateMention, Grain, Span
from claims.text.plurals import capital_kept
from claims.times.calendar_days import NumericOrder, Window, month_end, resolve, telling_order, window
from claims.times.grammar.datespans import find_date_spans

_CUE_REACH = 80
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
    return _longest_first(told, _relative_dates(text, base))


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
    before = re.split(r"[.;:!?]\s", text[max(0, span.start - _CUE_REACH) : span.start].lower())[-1]
    return any(re.search(rf"\b{re.escape(cue)}\b", before) for cue in vocabulary("relative_dates")["future_cues"])


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


def _relative_dates(text: str, base: date | None) -> list[DateMention]:
    """ "last week", "three months ago"; without the letter's date they say nothing."""
    found: list[DateMention] = []
    if base is None:
        return found
    for match in _relative().finditer(text):
        if match["month"] and not capital_kept(match["month"], "month"):
            continue  # "this may lead to"
        span = Span(match.start("core"), match.end("core"))
        grain: Grain = _unit_of(match)
        start, end, problem = _relative_window(match, grain, base)
        found.append(
            DateMention(
                span=span, text=span.of(text), start=start, end=end, grain=grain, year_stated=False, problem=problem
            )
        )
    return found


def _unit_of(match: re.Match[str]) -> Grain:
    words = vocabulary("relative_dates")["units"]
    unit = (match["unit"] or match["units"] or "day").lower()
    if match["month"]:
        return "month"
    return next((grain for grain, forms in words.items() if unit in forms), "day")


def _relative_window(match: re.Match[str], grain: Grain, base: date) -> Window:
    if match["month"]:
        return _which_month(match, base)
    point = _parsed(match["core"], base)
    if point is None:
        return None, None, f"“{match['core']}” could not be read"
    start, end = _around(point, grain)
    part = (match["part"] or "").lower()
    if match["which"] and start <= base <= end:
        # "earlier this year" ends with the letter, "later this month" begins with it.
        start, end = (base, end) if part in vocabulary("relative_dates")["later"] else (start, base)
    return start, end, None


def _which_month(match: re.Match[str], base: date) -> Window:
    """ "last May": the one before the letter; "this May": of the letter's year."""
    names = vocabulary("dates")["months"]
    month = next(i for i, forms in enumerate(names, 1) if match["month"].lower() in forms)
    offset = int(vocabulary("relative_dates")["which"][match["which"].lower()])
    if offset == 0:
        year = base.year
    elif offset < 0:
        year = base.year if month < base.month else base.year - 1
    else:
        year = base.year if month > base.month else base.year + 1
    return date(year, month, 1), month_end(date(year, month, 1)), None


def _around(point: date, grain: Grain) -> tuple[date, date]:
    """The whole week (from Monday), month or year that holds a day."""
    if grain == "week":
        monday = point - timedelta(days=point.weekday())
        return monday, monday + timedelta(days=6)
    if grain == "month":
        return point.replace(day=1), month_end(point)
    if grain == "year":
        return date(point.year, 1, 1), date(point.year, 12, 31)
    return point, point


@of_language(maxsize=256)
def _parsed(words: str, base: date) -> date | None:
    """One clean expression read by dateparser, with the letter's date as now."""
    import dateparser

    settings = {
        "RELATIVE_BASE": datetime(base.year, base.month, base.day),
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    listed = vocabulary("relative_dates")
    first, _, rest = " ".join(words.lower().split()).partition(" ")
    if first in listed["articles"] and rest.partition(" ")[0] in {*listed["which"], *listed["standard"]}:
        first, _, rest = rest.partition(" ")
    plain = f"{listed['standard'].get(first, first)} {rest}".strip()
    parsed = dateparser.parse(plain, languages=[language_in_force().code], settings=settings)
    return parsed.date() if parsed is not None else None


@of_language
def _relative() -> re.Pattern[str]:
    words = vocabulary("relative_dates")
    units = _either(form for forms in words["units"].values() for form in forms)
    single = _either(forms[0] for forms in words["units"].values())
    months = _either(form for forms in vocabulary("dates")["months"] for form in forms)
    weekdays = _either(name for name in vocabulary("dates")["weekdays"] if len(name) > 4)
    parts = _either(words["parts"])
    return re.compile(
        rf"\b(?:(?P<part>{parts})\s+)?(?P<core>{_either(words['days'])}"
        rf"|(?:\d{{1,3}}|{_either(words['counts'])})\s+(?P<units>{units})\s+{_either(words['ago'])}"
        rf"|(?:{_either(words['articles'])}\s+)?(?P<which>{_either(words['which'])})\s+(?:(?P<unit>{single})(?!\s+{_either(words['of'])}\b)|(?P<weekday>{weekdays})|(?P<month>{months})(?!\s+\d)))\b",
        re.IGNORECASE,
    )


@of_language
def _part_before() -> re.Pattern[str]:
    words = vocabulary("relative_dates")["thirds"]["year"]
    return re.compile(rf"\b(?P<third>{_either(words)})[\s-]+(?:\Z|(?=\d))", re.IGNORECASE)


@of_language
def _year_after() -> re.Pattern[str]:
    words = vocabulary("relative_dates")
    return re.compile(
        rf"\s+(?:{_either(words['of'])}\s+)?(?P<which>{_either(words['which'])})\s+{_either(words['year_words'])}\b",
        re.IGNORECASE,
    )


def _either(phrases: Iterable[str]) -> str:
    listed = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed) + ")" if listed else "(?!)"
