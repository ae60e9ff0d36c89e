"""Digits that nothing accounts for so far: raised and circled ones are marks, the others are unread."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.model import Ignored, Span
from claims.numbers.records.number_records import known_record, reason_of

# A run with a digit of any kind in it, raised and circled ones too; blanks and most signs end it.
# It begins with one set, not with a repeat, so that all that is no digit is passed over at once.
DIGITS = re.compile(r"[\d⁰¹²³⁴-⁹₀-₉①-⒛][\d⁰¹²³⁴-⁹₀-₉①-⒛]*(?:[.,:/'’-][\d⁰¹²³⁴-⁹]+)*")
HELD = re.compile(r"[\d⁰¹²³⁴-⁹₀-₉①-⒛]")
UNREAD = "digits not understood"
TOO_MANY = "one of more numbers than a sentence tells"
TOO_LARGE = "larger than any figure that can be reckoned with"
RAISED = re.compile(r"[⁰¹²³⁴-⁹₀-₉]+\Z")
CIRCLED = re.compile(r"[①-⒛]+\Z")


def leftover_digits(text: str, covered: list[Span]) -> Iterator[Ignored]:
    """The digit runs of `text` outside the sorted `covered` spans; the reason is `UNREAD` where there is no other."""
    k = 0
    for match in DIGITS.finditer(text):
        start = match.start()
        while start < match.end():
            while k < len(covered) and covered[k].end <= start:
                k += 1
            stop = match.end() if k >= len(covered) else min(match.end(), max(start, covered[k].start))
            yield from _piece(text, start, stop)
            start = match.end() if k >= len(covered) else max(stop, min(covered[k].end, match.end()))
            if stop == match.end():
                break


def _piece(text: str, start: int, stop: int) -> Iterator[Ignored]:
    while start < stop and not text[start].isdigit():
        start += 1
    while stop > start and not text[stop - 1].isdigit():
        stop -= 1
    if start < stop:
        span = Span(start, stop)
        name = _record(span.of(text))
        yield Ignored(span=span, text=span.of(text), reason=reason_of(name), record=known_record(name))


def _record(written: str) -> str:
    if RAISED.match(written):
        return "raised-mark"
    if CIRCLED.match(written):
        return "circled-number"
    return UNREAD
