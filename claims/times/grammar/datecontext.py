"""Does what looks like a date mean one? Words around it tell: "22 may have died", "2000 hires", "In March 31 men"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.text.plurals import capital_kept
from claims.times.grammar.years import NEXT_WORD, is_year

PREVIOUS_WORD = re.compile(r"([^\W\d_]+)[\s(\"'“‘]{0,3}$")
WORDS_BEFORE = re.compile(r"([^\W\d_]+)\s{1,3}(?:([^\W\d_]+)\s{1,3})?$")
NOUN_BEHIND = re.compile(r"\s+[a-z]+\b")
Parts = Mapping[str, str]


@of_language
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("dates")[name])


@of_language
def _ordinal_day() -> re.Pattern[str]:
    return re.compile(rf"\d(?:{'|'.join(vocabulary('ordinals')['suffixes'])})", re.IGNORECASE)


def is_date(text: str, span: Span, kind: str, parts: Parts) -> bool:
    """Whether the stretch that a rule of this kind matched, with these parts, is a date where it stands."""
    if kind == "year":
        return not text[span.start].isdigit() or is_year(text, Span(span.start, span.start + 4))
    if kind == "years":
        return _is_range_of_years(text, span, parts)
    if kind == "numeric":
        return _is_numeric(parts)
    if kind == "decade":
        before = _before(text, span.start)
        return len(parts["y"]) == 4 or not text[span.start].isdigit() or before in _words("decade_after")
    if kind == "iso" and span.of(text)[:8].isdigit():
        return _before(text, span.start) in _words("digits_after")
    if kind == "era":
        return span.of(text).upper() == span.of(text)  # "1443 AH", but not "300 be released"
    if kind == "day_month":
        return _is_day_month(text, span)
    if kind == "day_of_month":
        return _opens_day(text, span.start)
    if kind in ("month", "months", "day", "days"):
        return _is_month(text, span, kind, parts)
    return True


def has_no_day(text: str, span: Span, parts: Parts) -> bool:
    """ "In March 31 people were killed": after "in" a month stands without its day, if a noun follows the number."""
    written = span.of(text)
    if written[0].isdigit() or _ordinal_day().search(written) or "e" in parts:
        return False
    return NOUN_BEHIND.match(text, span.end) is not None and _before(text, span.start) in _words("no_day_after")


def _is_range_of_years(text: str, span: Span, parts: Parts) -> bool:
    """Rising years, the last of them no count ("1000 to 2000 hires"), and with "and" only after "between"; one of two
    digits behind a word only after "from" ("from 2019 to 21", and not "85 in 2018 to 34").
    """
    first, last = int(parts["y"]), int(parts["z"])
    if len(parts["z"]) == 2 and parts["j"].strip().isalpha() and _before(text, span.start) not in _words("short_after"):
        return False
    last = last if last >= 100 else first // 100 * 100 + last
    if first >= last or (parts["j"].strip().lower() in _words("pair") and not _paired(text, span.start)):
        return False
    return len(parts["z"]) == 2 or last % 10 != 0 or is_year(text, Span(span.end - 4, span.end))


def _paired(text: str, start: int) -> bool:
    return _before(text, start) in _words("pair_after")


def _is_numeric(parts: Parts) -> bool:
    """Two numbers up to 31 of which one up to 12, and a year; with dots never two digits for it ("1.5.22")."""
    a, b = int(parts["a"]), int(parts["b"])
    return 0 < min(a, b) <= 12 and max(a, b) <= 31 and (len(parts["c"]) == 4 or parts["s"] != ".")


def _is_day_month(text: str, span: Span) -> bool:
    """ "by 31.12. they held", "By 27.08 police had": behind these words, and measured in nothing."""
    opener = PREVIOUS_WORD.search(text[max(0, span.start - 24) : span.start])
    if opener is None or opener.group(1).lower() not in _words("digits_after"):
        return False
    behind = NEXT_WORD.match(text, span.end)
    measured = behind is not None and behind.group(1).lower() in _words("measures_next")
    return not measured and (span.of(text).endswith(".") or opener.group(1)[0].isupper())


def _opens_day(text: str, start: int) -> bool:
    """ "on the 27th", "for the 2nd until", "Friday the 15th": words after which an ordinal is a day."""
    before = WORDS_BEFORE.search(text[max(0, start - 30) : start])
    if before is None:
        return False
    first, last = before.group(1).lower(), (before.group(2) or "").lower()
    word = first if last in _words("article") else last or first
    return word in _words("day_after") or word in _words("weekdays")


def _before(text: str, start: int) -> str:
    match = PREVIOUS_WORD.search(text[max(0, start - 24) : start])
    return match.group(1).lower() if match else ""


def _is_month(text: str, span: Span, kind: str, parts: Parts) -> bool:
    """Whether the month is one: "May" and "March" are words too, and "may" beside a number is a verb."""
    name = parts.get("m", "")
    if not name.isalpha() or "y" in parts or _words("of_word") & set(span.of(text).lower().split()):
        return True
    if kind in ("day", "days"):
        return not (name.islower() and name in _words("verbs")) or _ordinal_day().search(span.of(text)) is not None
    if kind == "months":
        return not (name.islower() and name in _words("ambiguous_months"))
    certain = name.lower() not in _words("ambiguous_months")
    return capital_kept(name, "month") and (certain or _before(text, span.start) in _words("month_after"))
