"""Full dates as letters bear them ("15 August 2023", "August 15, 2023", "2023-08-15"), read without any library.

Only dates of day, month and year; a numeric date that could be two dates ("03/04/2021") is found and has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from claims.language.words import of_language, vocabulary
from claims.model import Span

# What may follow the date on its line: a time, a place, who posted it ("15 August 2023 | 10:30 am, Yangon").
AFTER = re.compile(r"\||by|at|in|[–—-]|\d{1,2}[:.]\d\d(?:[ap]\.?m\.?)?|[ap]\.?m\.?|[A-Z][\w.'’-]*,?")


YEAR = re.compile(r"\d{4}|['’]\d\d\b|[-/.]\d\d\b")
# What parts the pieces of a line of a letter's head.
PARTED = re.compile(r"\s+[|·•—–/-]\s+|\s{3,}|;\s+")
PIECE = 10
# Years beyond belong to another calendar (2566 of the Buddhist era).
LAST_YEAR = 2150
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
    """The date of a line that holds a date and little else, and its label ("published", "first", "written" or "").

    `text` is one line: "Brussels, 3 March 2022", "Dated: 15 August 2023", "Published on August 29, 2023", "Statement |
    3 May 2023". "first": when the letter itself came out; "changed": when its page was. Other lines, such as a sentence
    that begins with a date, give `None`.
    """
    if not 8 <= len(text) <= 120 or not YEAR.search(text):
        return None
    return _read_piece(text, 0) or _of_pieces(text)


def _of_pieces(text: str) -> tuple[FullDate, str] | None:
    """ "To the editor — Nov 9th, '21", "4 April 2023 – International Day": a date beside other short pieces."""
    cuts = [m.span() for m in PARTED.finditer(text)]
    if not cuts:
        return None
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    pieces = [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]
    if any(len(piece.split()) > PIECE or piece.rstrip()[-1:] in {"?", "!"} for _, piece in pieces) or text[-1] == ".":
        return None
    read = [(piece, _read_piece(piece, start)) for start, piece in pieces]
    if any(found is None and _is_day(piece) for piece, found in read):
        return None  # "28 March – 29 April 2025" is a span of days
    return next((found for _, found in read if found is not None), None)


def _is_day(piece: str) -> bool:
    words = piece.casefold().replace(".", "").split()
    return any(word in vocabulary("letter_dates")["months"] for word in words) and any(c.isdigit() for c in piece)


def _read_piece(text: str, at: int) -> tuple[FullDate, str] | None:
    found = find_full_dates(text)
    if not found:
        return None
    first = replace(found[0], span=found[0].span.shifted(at))
    before, after = (
        text[: found[0].span.start].strip(" \t\u00a0([*_"),
        text[found[-1].span.end :].strip(" \t\u00a0).]|,;:*_"),
    )
    label = before.strip(" \t:–—-,").casefold()
    published = _is_published(label)
    if published or _is_made(label):
        # "Published on 7 May 2021 by the Alder Watch", who posted it may follow.
        after = "" if after.casefold().startswith(tuple(f"{word} " for word in _words("posted_by"))) else after
    after = BRACKETED.sub("", after)
    if len(after) > 40 or not all(AFTER.fullmatch(word) for word in after.split()):
        return None
    if published:
        return first, "changed" if label in _words("changed_labels") else "published"
    if _is_made(label):
        return first, "first"
    if label in _words("written_labels") or not label or label in _words("date_articles"):
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


def _is_made(label: str) -> bool:
    """ "first published", "originally sent", "adopted in Anou on": what was done with the letter, and where."""
    words = label.replace(",", " ").split()
    while words and words[0] in _words("made_first"):
        words.pop(0)
    if not words or words[0] not in _words("made") or len(words) > 10:
        return False
    return len(words) == 1 or words[-1] in _words("before_date") or "," in label or words[1] in _words("before_date")


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
    day = rf"(?:(?:{of})[ ])?(?P<{{0}}>\d{{{{1,2}}}})(?:[ ]?(?:{suffix})|\.)?(?:[ ]{words['day_word']})?"
    gap = r"[ \t\u00a0]{1,3}"
    return re.compile(
        rf"""(?<![\w/.\-])(?:(?:{week})\b\.?,?{gap})?(?:
          {day.format("d1")}{gap}(?:(?:{of}){gap})?(?P<m1>{month})\b\.?,?{gap}(?P<y1>\d{{4}}|['’]\d\d)
        | (?P<m2>{month})\b\.?{gap}{day.format("d2")},?{gap}(?P<y2>\d{{4}}|['’]\d\d)
        | (?P<d5>\d{{1,2}})(?P<dash>[-/.])(?P<m5>{month})(?P=dash)(?P<y5>\d{{4}})
        | (?P<y6>\d{{4}})(?P<dot>[/.])(?P<m6>\d{{1,2}})(?P=dot)(?P<d6>\d{{1,2}})
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
    if match["y6"]:
        return _dated(span, match[0], int(match["y6"]), int(match["m6"]), int(match["d6"]))
    kind = next(kind for kind in "125" if match["y" + kind])
    year = match["y" + kind]
    full = int(year) if year.isdecimal() else 2000 + int(year[1:])
    return _dated(span, match[0], full, months[match["m" + kind].casefold()], int(match["d" + kind]))


def _dated(span: Span, text: str, year: int, month: int, day: int) -> FullDate:
    if year > LAST_YEAR:
        return FullDate(span, None, f"“{text}” counts its years in another era; write the year of the common era")
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
