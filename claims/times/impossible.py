"""Dates that no calendar has: "31 June", "29 February 2023", 31/06/2022, 25/13/2022."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.quick_records import dataclass
from claims.text.plurals import capital_kept

_NO_DAY = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """A date that no calendar has, as printed: its month (0: no such month) and the last day that has."""

    span: Span
    text: str
    month: int
    last_day: int | None


def month_name(month: int) -> str:
    """ "June" for 6."""
    name = str(vocabulary("dates")["months"][month - 1][0])
    return name if capital_kept(name, "month") else name.capitalize()


def impossible_dates(text: str) -> list[Impossible]:
    """Every date of `text` whose day its month does not have, or whose month no year has; 40 is no day at all."""
    found = {one.span: one for one in [*_worded(text), *_in_figures(text)]}
    return [found[span] for span in sorted(found)]


def _worded(text: str) -> Iterator[Impossible]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            word = groups["month"]
            month = int(word) if word.isdecimal() else _months()[word.casefold()]
            year = groups.get("year") or groups.get("year2")
            last = _last_day(month, int(year) if year else None)
            if last < int(groups["day"]) < _NO_DAY and (word.isdecimal() or capital_kept(word, "month")):
                yield Impossible(span=Span(*match.span()), text=match[0], month=month, last_day=last)


def _in_figures(text: str) -> Iterator[Impossible]:
    """ "31/06/2022" is impossible either way; "25/13/2022" has no month; "31/06" alone may be a fraction."""
    for match in _figures().finditer(text):
        first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
        if not (0 < first < _NO_DAY and 0 < second < _NO_DAY) or any(
            month <= 12 and day <= _last_day(month, year) for day, month in ((first, second), (second, first))
        ):
            continue
        months = [month for month in (second, first) if month <= 12]
        last = _last_day(months[0], year) if months else None
        yield Impossible(span=Span(*match.span()), text=match[0], month=months[0] if months else 0, last_day=last)


@of_language
def _months() -> dict[str, int]:
    return {str(word): at for at, row in enumerate(vocabulary("dates")["months"], start=1) for word in row}


def _alternatives(words: Iterable[object]) -> str:
    return "|".join(sorted((re.escape(str(word)) for word in words), key=len, reverse=True))


@of_language
def _figures() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w./-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)"
    )


@of_language
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = _alternatives(_months())
    suffix = f"(?:{_alternatives(vocabulary('ordinals')['suffixes'])})"
    of = re.escape(str(vocabulary("dates")["of"]))
    return (
        # "31 June", "the 31st of June 2024"; a bare "31 may" in running text is no date
        re.compile(
            rf"(?<![\w.,/-])(?P<day>\d{{1,2}}){suffix}?\s{{1,3}}(?:{of}\s{{1,3}})?(?P<month>{month})\b"
            rf"(?:\.?,?\s{{1,3}}(?P<year>\d{{4}})\b)?",
            re.IGNORECASE,
        ),
        # "June 31, 2024", "June 31st"; "In June 31 people" is no date, so a year or a suffix must follow
        re.compile(
            rf"\b(?P<month>{month})\b\.?\s{{1,3}}(?P<day>\d{{1,2}})"
            rf"(?:{suffix}(?:,?\s{{1,3}}(?P<year>\d{{4}})\b)?|,?\s{{1,3}}(?P<year2>(?:19|20)\d{{2}})\b)",
            re.IGNORECASE,
        ),
        re.compile(r"(?<![\w./-])(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d{2})(?![\w/-])"),
    )


def _last_day(month: int, year: int | None) -> int:
    return 29 if year is None and month == 2 else monthrange(year or 2023, month)[1]
