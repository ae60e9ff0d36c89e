"""Dates as they stand in a text: a fast grammar of our own that finds them and says what each part is.

Nothing is resolved here: a missing year stays missing, "12/03/2021" keeps its numbers in the order printed. Which day
that is, and which year "17 April" means, `claims.times.dates` decides against the letter's date.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.quick_records import dataclass
from claims.times.grammar.datecontext import has_no_day, is_date
from claims.times.grammar.dategrammar import BLANKS, Groups, date_pattern, days_in_words

DateKind = Literal[
    "day", "month", "year", "days", "months", "years", "quarter", "half", "season", "decade", "century", "clock",
    "day_of_month", "numeric", "fiscal_year", "era",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParts:
    """What is printed of a date, `None` where it is not. A `year` below 100 stands there with two digits."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """One date, period or clock time. `end` is set for ranges; `numbers` for "12/03/2021", in the order printed."""

    span: Span
    text: str
    kind: DateKind
    start: DateParts
    end: DateParts | None = None
    numbers: tuple[int, ...] = ()


CANDIDATE = re.compile(r"\d+|[^\W\d_]+|['’](?=\d)")
# Kinds of the grammar that are one of the kinds of dates, told by their shape.
_KINDS = {"iso": "day", "day_month": "day"}
BLANK = re.compile("[" + "".join(map(chr, BLANKS)) + "]")
FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")


@of_language(maxsize=8)
def find_date_spans(text: str) -> tuple[DateSpan, ...]:
    """Every date of `text`, sorted, not overlapping. Linear in the length of the text; the last few are kept."""
    pattern, groups, starts = date_pattern()
    told = _western_digits(text)
    plain = told.translate(BLANKS) if BLANK.search(told) else told
    small = _in_small_letters(plain)
    found: list[DateSpan] = []
    position = 0
    for candidate in CANDIDATE.finditer(small):
        word = candidate[0]
        if word[:3] not in starts and word[0] not in "0123456789'’" or (start := candidate.start()) < position:
            continue
        match = pattern.match(small, start)
        date = None if match is None else _date(told, plain, match, groups)
        if date is not None:
            found.append(date)
            position = date.span.end
    return tuple(found)


def opens_as_date(text: str) -> bool:
    """Whether a date may begin with the first sign of `text`: of the names of all events few do."""
    first = CANDIDATE.match(_western_digits(text))
    return first is not None and (first[0][:3].lower() in date_pattern()[2] or first[0][0] in "0123456789'’")


def _date(text: str, plain: str, match: re.Match[str], groups: Groups) -> DateSpan | None:
    """`plain`: the text as it was matched, its capitals kept: "may" and "May" are told apart."""
    kind, pairs = groups[_rule_of(match)]
    parts = {letter: plain[slice(*match.span(group))] for letter, group in pairs if match.start(group) >= 0}
    return _read(text, match, kind, parts)


def _in_small_letters(text: str) -> str:
    """As long as the text: a capital whose small letter is two signs stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _rule_of(match: re.Match[str]) -> str:
    return match.lastgroup or ""


def _western_digits(text: str) -> str:
    """The text with every decimal digit of another script as 0-9, length unchanged."""
    return text if text.isascii() else FOREIGN_DIGIT.sub(lambda match: str(int(match.group())), text)


@of_language
def _months() -> dict[str, int]:
    return {name: i for i, names in enumerate(vocabulary("dates")["months"], 1) for name in names}


def _read(text: str, match: re.Match[str], kind: str, parts: dict[str, str]) -> DateSpan | None:
    """The date a rule matched, or `None` where its context says that it is none ("22 may have died")."""
    if kind == "part":
        kind = "half" if parts["k"].lower() == "half" else "quarter"
    end = match.end()
    stretch = Span(match.start(), end)
    if kind == "years" and not is_date(text, stretch, kind, parts):
        kind, parts, end = _no_range(match, parts)
    if not is_date(text, stretch, kind, parts):
        return None
    if kind == "day" and "y" not in parts and has_no_day(text, stretch, parts):  # "In March 31 people were killed"
        kind, end = "month", match.end(_group(match, "m"))
        parts = {"m": parts["m"]}
    if kind == "era":
        kind = "year" if "y" in parts else "era"
    if kind == "day" and "e" in parts:
        kind = "days"
    span = Span(match.start(), end)
    start, stop = _ends(kind, parts)
    numbers = tuple(int(parts[name]) for name in "abc") if kind == "numeric" else ()
    return DateSpan(
        span=span, text=text[span.start : span.end], kind=_kind(kind), start=start, end=stop, numbers=numbers
    )


def _no_range(match: re.Match[str], parts: dict[str, str]) -> tuple[str, dict[str, str], int]:
    """What looked like a range of years: "2016-03" is a month, else the first year stands alone."""
    if len(parts["z"]) == 2 and 1 <= int(parts["z"]) <= 12 and parts["j"] in "-/":
        return "month", {"y": parts["y"], "m": parts["z"]}, match.end()
    return "year", {"y": parts["y"]}, match.end(_group(match, "y"))


def _kind(kind: str) -> DateKind:
    known: Any = _KINDS.get(kind, kind)
    result: DateKind = known
    return result


def _group(match: re.Match[str], letter: str) -> str:
    pairs = dict(date_pattern()[1][_rule_of(match)][1])
    return pairs[letter]


def _number(value: str | None) -> int | None:
    digits = "".join(ch for ch in value or "" if ch.isdecimal())
    return int(digits) if digits else None


def _ends(kind: str, parts: dict[str, str]) -> tuple[DateParts, DateParts | None]:
    ordinals = vocabulary("dates")["ordinals"]
    months = _months()
    month = parts.get("m", "").lower()
    day = days_in_words().get(parts["w"].lower()) if "w" in parts else _number(parts.get("d"))
    ordinal = ordinals.get(parts.get("o", "").lower())
    half = _number(parts.get("h")) or (ordinal if kind == "half" else None)
    quarter = _number(parts.get("q")) or (ordinal if kind == "quarter" else None)
    year = _number(parts.get("y"))
    start = DateParts(
        day=day, month=months.get(month) or _number(month), year=year, quarter=quarter, half=half,
        season=parts.get("t", "").lower() or None,
    )  # fmt: skip
    return start, _end(kind, parts, start)


def _end(kind: str, parts: dict[str, str], start: DateParts) -> DateParts | None:
    if "e" in parts:
        return DateParts(day=_number(parts["e"]), month=start.month, year=start.year)
    if "n" in parts:
        return DateParts(month=_months()[parts["n"].lower()], year=start.year)
    if "z" in parts and start.year is not None:
        last = int(parts["z"])
        return DateParts(year=last if last >= 100 else start.year // 100 * 100 + last)
    return None
