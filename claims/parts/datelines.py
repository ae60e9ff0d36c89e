"""Full dates as letters bear them ("15 August 2023", "August 15, 2023", "2023-08-15"), read without any library.

Only dates of day, month and year; a numeric date that could be two dates ("03/04/2021") is found and has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from claims.language.words import of_language, vocabulary
from claims.model import Span

# What may follow the date on its line: a time, a place, who posted it ("15 August 2023 | 10:30 am, Yangon").
AFTER = re.compile(r"\||by|at|in|[–—-]|\d{1,2}[:.]\d\d(?:[ap]\.?m\.?)?|[ap]\.?m\.?|[A-Z][\w.'’-]*,?")


YEAR = re.compile(r"\d{4}")
BRACKETED = re.compile(r"[(\[][^()\[\]\d]{0,30}\d{0,4}[^()\[\]\d]{0,20}(?:[)\]]|$)")


@dataclass(frozen=True, slots=True)
class FullDate:
    """A date of day, month and year as written; `date` is `None`, with the `problem`, if it names none or two."""

    span: Span
    date: date | None
    problem: str | None = None


def find_full_dates(text: str) -> list[FullDate]:
    """Every full date in `text`, in order: the weekday belongs to it, a time of day behind an ISO date does too."""
    return [_read(match) for match in _pattern().finditer(text)]


def read_dateline(text: str) -> tuple[FullDate, str] | None:
    """The date of a line that holds a date and little else, and its label ("published", "written" or "").

    `text` is one line: "Brussels, 3 March 2022", "Dated: 15 August 2023", "Published on August 29, 2023".
    Other lines, such as a sentence that begins with a date, give `None`.
    """
    if not 8 <= len(text) <= 120 or not YEAR.search(text):
        return None
    found = find_full_dates(text)
    if not found:
        return None
    first = found[0]
    before, after = (
        text[: first.span.start].strip(" \t\u00a0([*_"),
        text[found[-1].span.end :].strip(" \t\u00a0).]|,;:*_"),
    )
    label = before.strip(" \t:–—-,").casefold()
    if published := _is_published(label):
        # "Published on 7 May 2021 by the Alder Watch", who posted it may follow.
        after = "" if after.casefold().startswith(tuple(f"{word} " for word in _words("posted_by"))) else after
    after = BRACKETED.sub("", after)
    if len(after) > 40 or not all(AFTER.fullmatch(word) for word in after.split()):
        return None
    if published:
        return first, "published"
    if label in _words("written_labels") or not label:
        return first, "written" if label else ""
    return (first, "") if _is_place(before) else None


def _is_published(label: str) -> bool:
    """ "published on", "posted in news on", "released in nairobi on": a label, and a few words up to "on"."""
    known = _words("published_labels")
    words = label.split()
    if not 2 < len(words) <= 6:
        return label in known
    return label in known or (
        words[0] in known and words[1] in _words("posted_by") and words[-1] in _words("before_date")
    )


def _is_place(before: str) -> bool:
    """ "Brussels," or "Chiang Mai, Thailand –": a few capitalised words, closed by a comma or a dash."""
    bare = before.rstrip()
    for article in sorted(_words("date_articles")):
        bare = bare.removesuffix(f" {article}").rstrip()
    if not bare.endswith((",", "–", "—", "-", ":", "|", "/", "·", "•")) or any(c.isdigit() for c in before):
        return False
    words = re.findall(r"[^\W\d_][\w.'’-]*", before)
    if words and words[-1] in _words("date_articles"):
        # "Goma, le 20 March 2022"
        words = words[:-1]
    return 0 < len(words) <= 6 and all(
        not w[0].islower() or w in vocabulary("letter_words")["place_links"] for w in words
    )


@of_language
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("letter_dates")[name])


@of_language
def _pattern() -> re.Pattern[str]:
    words = vocabulary("letter_dates")
    month = "|".join(sorted(words["months"], key=len, reverse=True))
    week = "|".join(sorted(words["weekdays"], key=len, reverse=True))
    suffix, of = "|".join(words["ordinal_suffixes"]), "|".join(words["of"])
    day = rf"(?:(?:{of})[ ])?(?P<{{0}}>\d{{{{1,2}}}})(?:[ ]?(?:{suffix}))?"
    gap = r"[ \t\u00a0]{1,3}"
    return re.compile(
        rf"""(?<![\w/.\-])(?:(?:{week})\b\.?,?{gap})?(?:
          {day.format("d1")}{gap}(?:(?:{of}){gap})?(?P<m1>{month})\b\.?,?{gap}(?P<y1>\d{{4}})
        | (?P<m2>{month})\b\.?{gap}{day.format("d2")},?{gap}(?P<y2>\d{{4}})
        | (?P<y3>\d{{4}})-(?P<m3>\d{{2}})-(?P<d3>\d{{2}})
          (?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,9}})?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?
        | (?P<a4>\d{{1,2}})(?P<sep>[/.\-])(?P<b4>\d{{1,2}})(?P=sep)(?P<y4>\d{{4}})
        )(?![^\W²³¹⁰-⁹]|/)""",
        re.IGNORECASE | re.VERBOSE,
    )


def _read(match: re.Match[str]) -> FullDate:
    span = Span(*match.span())
    months = vocabulary("letter_dates")["months"]
    if match["a4"]:
        return _numeric(span, match[0], int(match["a4"]), int(match["b4"]), int(match["y4"]))
    if match["y3"]:
        return _dated(span, match[0], int(match["y3"]), int(match["m3"]), int(match["d3"]))
    kind = "1" if match["y1"] else "2"
    return _dated(span, match[0], int(match["y" + kind]), months[match["m" + kind].casefold()], int(match["d" + kind]))


def _dated(span: Span, text: str, year: int, month: int, day: int) -> FullDate:
    try:
        return FullDate(span, date(year, month, day))
    except ValueError:
        return FullDate(span, None, f"“{text}” is no date of the calendar")


def _numeric(span: Span, text: str, first: int, second: int, year: int) -> FullDate:
    if first > 12 or first == second:
        return _dated(span, text, year, second, first)
    if second > 12:
        return _dated(span, text, year, first, second)
    return FullDate(span, None, f"“{text}” may be day/month or month/day; write the month as a word")
