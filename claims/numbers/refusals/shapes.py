"""What is no quantity by its shape alone: addresses, telephone numbers, footnote marks, cited judgments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.model import Span
from claims.numbers.refusals.listed import mask_words
from claims.numbers.refusals.year_shapes import year_shapes

URL = re.compile(r"(?:https?://|www\.)\S+")
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]*@[\w-]+(?:\.[\w-]+)*")
# with a country code, the North American way, or in groups behind a leading zero
PHONE = re.compile(
    r"(?<![\w.])\+\d[\d\s().-]{6,20}\d(?:/\d{1,6})?"
    r"|(?<![\w$€£.,])\(?\d{3}\)?[ .-]\d{3}[-.]\d{4}(?!\d)"
    r"|(?<![\w$€£.,])(?<!\d )\(?0\d{1,4}\)?[ -]\d{3,4}[ -]?\d{3,4}(?![\d%]|[.,]\d)"
)
NOTE_MARK = re.compile(r"\[ ?\^?(?:\d{1,3}(?: ?[,–-] ?\d{1,3}){0,5}|[ivxlc]{1,7}|[a-z*]|\*{1,3}) ?\]")
# "one nurse for 15 patients (1:15)"; a clock time has two digits behind the colon and is read as a date before
# "lent $75 million^7"; a power of ten has a digit before it
CARET = re.compile(r"(?<=[^\W\d_.,)])\^\d{1,3}(?!\w)")
RATIO = re.compile(r"(?<![\w.,:/])1:(?:[2-9]|1\d|\d{3,4})(?![\w:/]|[.,]\d)")
# What an expression that looks back or repeats cannot do without, asked first: these begin with one set of signs, so
# that all other signs are passed over at once.
ANY_DIGIT = re.compile(r"\d")
SEVEN_DIGITS = re.compile(r"\d(?:[ ().-]{0,2}\d){6}")
BEFORE_CAPITAL = re.compile(r"\d (?=[A-Z])")
YEAR_AND_MARK = re.compile(r"\d\d{3}\.\d")
SHORTEST_LIFE, LONGEST_LIFE = 15, 110
TRAILING = ".,;:!?)]}\"'”’»"
CITED_CASE = re.compile(r"(?<![\w.])\d{1,4} (?=[A-Z])")


def glued_notes(text: str) -> Iterator[tuple[Span, str]]:
    """ "The dam broke in 2021.3 It drove out": a note's mark behind a full stop makes no decimal of a year."""
    if YEAR_AND_MARK.search(text):
        yield from _named(year_shapes().noted, text, "glued-note-mark")


def pattern_masks(text: str) -> list[tuple[Span, str]]:
    """Spans that are no quantity by their shape alone, each with its reason; sorted, the earlier one goes first."""
    return sorted(_patterns(text))


def _patterns(text: str) -> Iterator[tuple[Span, str]]:
    if "://" in text or "www." in text:
        yield from _all(URL, text, "web-address")
    if "@" in text:
        yield from _all(MAIL, text, "mail-address")
    if "^" in text:
        yield from _all(CARET, text, "caret-note-mark")
    if "[" in text:
        yield from _all(NOTE_MARK, text, "bracketed-note")
    if ANY_DIGIT.search(text) is not None:
        yield from _patterns_of_digits(text)
    yield from _years(text)


def _patterns_of_digits(text: str) -> Iterator[tuple[Span, str]]:
    yield from _legal(text)
    many = SEVEN_DIGITS.search(text) is not None
    if many or "+" in text:
        yield from _all(PHONE, text, "telephone")
    if ":" in text:
        yield from _all(RATIO, text, "ratio")
    if "." in text:
        yield from _all(mask_words().bills, text, "bill")
    if many:
        yield from _called(text)


def _years(text: str) -> Iterator[tuple[Span, str]]:
    """ "300 BC", "B.E. 2565", "twenty twenty-one", "class of '88", "(c. 1580–1660)", "0530 GMT"."""
    known = year_shapes()
    if known.eras.search(text):
        yield from _all(known.era, text, "era-year")
    if "(" in text:
        yield from _lives(known.lived, text)
    if "'" in text or "’" in text:
        yield from _named(known.short, text, "two-digit-year")
    if known.starts.search(text.lower()):
        yield from _named(known.worded, text, "year-in-words")
    if known.hour.search(text):
        yield from _named(known.hours, text, "clock-time")


def _lives(pattern: re.Pattern[str], text: str) -> Iterator[tuple[Span, str]]:
    """ "(c. 1640)", "Xu Lan (837–908)"; round ends or too long a life are an amount: "guards (100–200)"."""
    for match in pattern.finditer(text):
        born, died = int(match["born"] or 0), int(match["died"] or 0)
        lived = SHORTEST_LIFE <= died - born <= LONGEST_LIFE and (born % 10 or died % 10)
        if match["born"] is None or lived:
            yield Span(*match.span()), "years-lived"


def _named(pattern: re.Pattern[str], text: str, name: str) -> Iterator[tuple[Span, str]]:
    """What the one named group that matched covers."""
    for match in pattern.finditer(text):
        yield Span(*match.span(match.lastgroup or 0)), name


def _called(text: str) -> Iterator[tuple[Span, str]]:
    """ "Tel: 020 7033 1500": a run of digits behind a word for a telephone."""
    for match in mask_words().telephone.finditer(text):
        yield Span(match.start(1), match.end(1)), "telephone"


def _legal(text: str) -> Iterator[tuple[Span, str]]:
    """ "429 F.3d 445": volume, reporter and page of a published judgment."""
    if BEFORE_CAPITAL.search(text) is None:
        return
    reporters = mask_words().reporters
    for match in CITED_CASE.finditer(text):
        found = reporters.match(text, match.end())
        if found is not None:
            yield Span(match.start(), found.end()), "law-report"


def _all(pattern: re.Pattern[str], text: str, reason: str) -> Iterator[tuple[Span, str]]:
    for match in pattern.finditer(text):
        end = match.end() - (len(match.group()) - len(match.group().rstrip(TRAILING)) if reason == "web-address" else 0)
        yield Span(match.start(), end), reason
