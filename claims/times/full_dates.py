"""Full dates as letters bear them ("15 August 2023", "August 15, 2023", "2023-08-15", "21 de marzo de 2022").

Only dates of day, month and year. A date of figures alone is told by its order where only one is possible, and by its
dots, with which days come first everywhere (as in the locales of CLDR); else ("03/04/2021") it is found and has none.
"""

from __future__ import annotations

import re
from collections.abc import Set
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.quick_records import dataclass

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

# Years beyond belong to another calendar (2566 of the Buddhist era).
LAST_YEAR = 2150
MONTHS = 12
# "8/IX/2023": the months in Roman numerals, as much of Europe dates its letters.
ROMAN = {
    sign: n for n, sign in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1)
}
# "21 de marzo de 2022", "14. kolovoza 2021.", "2020. szeptember 6.": a day, a word or two, a year, or the other way.
FOREIGN = re.compile(
    r"""(?<![\w/.,-])(?:
      \d{1,2}\.?[ \u00a0](?:[^\W\d_]{1,3}[ \u00a0])?[^\W\d_]{3,14}\.?,?[ \u00a0](?:[^\W\d_]{1,3}[ \u00a0])?\d{4}
    | \d{4}\.?[ \u00a0][^\W\d_]{3,14}[ \u00a0]\d{1,2}
    )(?![\w/-])""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FullDate:
    """A date of day, month and year as written; `date` is `None`, with the `problem`, if it names none or two."""

    span: Span
    date: date | None
    problem: str | None = None


def find_full_dates(text: str) -> list[FullDate]:
    """Every full date in `text`, in order: the weekday belongs to it, a time of day behind an ISO date does too."""
    matches = list(_pattern().finditer(text))
    ordered = {one for match in matches if match["a4"] for one in _order(match)}
    return [_read(match, ordered) for match in matches]


def _order(match: re.Match[str]) -> tuple[bool, ...]:
    """Whether the day of a date of figures stands before its month, where only one of the two is possible."""
    first, second = int(match["a4"]), int(match["b4"])
    return (first > MONTHS,) if (first > MONTHS) != (second > MONTHS) else ()


def find_foreign_date(text: str) -> FullDate | None:
    """The first date of `text` whose month is named in another language than the letter's ("27 Desember 2023").

    Read by dateparser in the languages that `letter_dates.yml` names; `None` if it knows no such month.
    """
    for match in FOREIGN.finditer(text):
        parsed = _in_other_languages(tuple(vocabulary("letter_dates")["other_languages"])).get_date_data(match[0])
        if parsed.date_obj is not None:
            return FullDate(Span(*match.span()), parsed.date_obj.date())
    return None


@cache
def _in_other_languages(languages: tuple[str, ...]) -> DateDataParser:
    # dateparser takes a third of a second to come in, and few letters need it.
    from dateparser.date import DateDataParser

    strict = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False}
    return DateDataParser(languages=list(languages), settings=strict)


@of_language
def _pattern() -> re.Pattern[str]:
    words = vocabulary("letter_dates")
    month = "|".join(sorted(words["months"], key=len, reverse=True))
    week = "|".join(sorted(words["weekdays"], key=len, reverse=True))
    suffix, of = "|".join(words["ordinal_suffixes"]), "|".join(words["of"])
    day = rf"(?:(?:{of})[ ])?(?P<{{0}}>\d{{{{1,2}}}})(?:[ ]?(?:{suffix})|\.)?(?:[ ]{words['day_word']})?"
    gap = r"[ \t\u00a0]{1,3}"
    roman = "|".join(sorted(ROMAN, key=len, reverse=True))
    return re.compile(
        rf"""(?<![\w/.\-])(?:(?:{week})\b\.?,?{gap})?(?:
          {day.format("d1")}{gap}(?:(?:{of}){gap})?(?P<m1>{month})\b\.?,?{gap}(?:(?:{of}){gap})?(?P<y1>\d{{4}}|['’]\d\d)
        | (?P<m2>{month})\b\.?{gap}{day.format("d2")},?{gap}(?P<y2>\d{{4}}|['’]\d\d)
        | (?P<d5>\d{{1,2}})(?P<dash>[-/.])(?P<m5>{month}|{roman})(?P=dash)(?P<y5>\d{{4}}|\d\d(?!\d))
        | (?P<y6>\d{{4}})(?P<dot>[/]|\.[ ]?)(?P<m6>\d{{1,2}})(?P=dot)(?P<d6>\d{{1,2}})\.?
        | (?P<y3>\d{{4}})-(?P<m3>\d{{2}})-(?P<d3>\d{{2}})
          (?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,9}})?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?
        | (?P<a4>\d{{1,2}})(?P<sep>[/.\-]|[ ]?·[ ]?|[ ][/.\-][ ])(?P<b4>\d{{1,2}})(?P=sep)(?P<y4>\d{{4}})
        )(?![^\W²³¹⁰-⁹]|/)""",
        re.IGNORECASE | re.VERBOSE,
    )


def _read(match: re.Match[str], ordered: Set[bool]) -> FullDate:
    """`ordered`: how the other dates of figures beside it are written ("11/03/2024 (updated 13/03/2024)")."""
    span = Span(*match.span())
    if match["a4"]:
        days_first = next(iter(ordered)) if len(ordered) == 1 else None
        if match["sep"].strip() in {".", "·"} and int(match["b4"]) <= MONTHS:
            days_first = True
        return _numeric(span, match[0], int(match["a4"]), int(match["b4"]), int(match["y4"]), days_first)
    if match["y3"]:
        return _dated(span, match[0], int(match["y3"]), int(match["m3"]), int(match["d3"]))
    if match["y6"]:
        return _dated(span, match[0], int(match["y6"]), int(match["m6"]), int(match["d6"]))
    kind = next(kind for kind in "125" if match["y" + kind])
    year = match["y" + kind]
    full = int(year) if len(year) == 4 else 2000 + int(year[-2:])  # "'21", "30-Jan-26"
    return _dated(span, match[0], full, _month(match["m" + kind].casefold()), int(match["d" + kind]))


def _month(name: str) -> int:
    months: dict[str, int] = vocabulary("letter_dates")["months"]
    return months[name] if name in months else ROMAN[name]


def _dated(span: Span, text: str, year: int, month: int, day: int) -> FullDate:
    if year > LAST_YEAR:
        return FullDate(span, None, f"“{text}” counts its years in another era; write the year of the common era")
    try:
        return FullDate(span, date(year, month, day))
    except ValueError:
        return FullDate(span, None, f"“{text}” is no date of the calendar")


def _numeric(span: Span, text: str, first: int, second: int, year: int, days_first: bool | None) -> FullDate:
    if first > MONTHS or first == second or (days_first and second <= MONTHS):
        return _dated(span, text, year, second, first)
    if second > MONTHS or days_first is False:
        return _dated(span, text, year, first, second)
    return FullDate(span, None, f"“{text}” may be day/month or month/day; write the month as a word")
