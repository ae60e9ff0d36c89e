"""Rule `duration`: "over four years", "30 months", "the third anniversary" against dates and events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from claims.extraction import Extraction
from claims.model import DateMention, Field, Interval, Span
from expectations.arith import figure, meets, share_apart
from expectations.clauses.stretch_ends import (
    End,
    Start,
    Stretch,
    ends_of,
    in_days,
    is_ago,
    named_starts,
    starts_in_letter,
    stretches,
    tied,
)
from expectations.declaring import declared
from expectations.findings import broken, held, unknown
from expectations.model import Finding

ID = "duration"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every stretch of time and every anniversary whose start and end the letter gives."""
    letter_starts = starts_in_letter(extraction, field)
    findings = []
    for stretch in stretches(extraction):
        finding = _one(extraction, field, stretch, letter_starts)
        if finding is not None:
            findings.append(finding)
    findings += _told_twice(extraction)
    return findings or [unknown(ID, "The letter names no stretch of time that its dates could be held against.")]


def _told_twice(extraction: Extraction) -> list[Finding]:
    """ "Five years ago, in March 2019": a date counted back from the letter's, and the same date in full beside it."""
    findings = []
    for counted, plain in pairwise(extraction.dates):
        gap = extraction.letter.text[counted.span.end : plain.span.start]
        beside = plain.year_stated and not counted.year_stated and len(gap) <= 8 and is_ago(counted.text)
        if beside and counted.start and counted.end and plain.start and plain.end:
            slack = (counted.end - counted.start + timedelta(days=1)) / 2
            fits = counted.start - slack <= plain.end and plain.start <= counted.end + slack
            findings.append(_ago(counted, plain, fits=fits))
    return findings


def _ago(counted: DateMention, plain: DateMention, *, fits: bool) -> Finding:
    words = _day(counted.start or date.min, counted.end or date.max)
    spans = [counted.span, plain.span]
    if fits:
        return held(ID, f"“{counted.text}” is {words}, as {plain.text}", stated=plain.text, expected=words, spans=spans)
    message = f"“{counted.text}” is {words}, not {plain.text}."
    return broken(ID, "warning", message, stated=plain.text, expected=words, spans=spans)


def _one(extraction: Extraction, field: Field, stretch: Stretch, letter_starts: Sequence[Start]) -> Finding | None:
    tie = tied(extraction, stretch)
    if tie is None:
        return None
    ends = ends_of(extraction, stretch, tie)
    starts = named_starts(extraction, field, tie)
    agreeing = _agreeing(stretch, starts, ends, exact=tie.kind == "anniversary")
    if agreeing:
        return _held(stretch, *agreeing)
    if extraction.letter.written_on is None and extraction.letter.published_on is None:
        return _undated(stretch)
    if not starts:
        return _by_the_letter(stretch, letter_starts, ends)
    # Only a stretch that runs up to a named end is held against it: "three years after the vote" may end anywhere.
    return _off(stretch, starts[0], ends[0]) if tie.binds else _open(stretch, starts[0])


def _undated(stretch: Stretch) -> Finding:
    return unknown(
        ID,
        f"“{stretch.text}” is counted to the letter's date, and the letter bears none.",
        stated=stretch.text,
        spans=[stretch.span],
        claims=stretch.claims,
    )


def _by_the_letter(stretch: Stretch, letter_starts: Sequence[Start], ends: Sequence[End]) -> Finding:
    """A stretch whose own sentence names no start: held if a date the letter names elsewhere fits, else left open."""
    agreeing = _agreeing(stretch, letter_starts, ends, exact=False)
    if agreeing:
        return _held(stretch, *agreeing)
    return unknown(
        ID,
        f"“{stretch.text}”: the letter does not say from when it counts.",
        stated=stretch.text,
        spans=[stretch.span],
        claims=stretch.claims,
    )


def _allowed(stretch: Stretch, *, exact: bool) -> Interval:
    """The days a stretch may stand for: completed or begun units, so that both ways of counting pass."""
    unit = in_days(stretch)
    low, high = stretch.quantity.interval.low, stretch.quantity.interval.high
    comparator = stretch.quantity.comparator
    if exact:
        month = Decimal(31)
        return Interval(low=(low or 0) * unit - month, high=(high or 0) * unit + month)
    slack = Decimal(1) if unit < 200 else Decimal("0.5")
    if comparator in (">", ">="):
        return Interval(low=(low or 0) * unit, high=None)
    if comparator in ("<", "<="):
        return Interval(low=None, high=(high or 0) * unit + unit / 10)
    least = None if low is None else (low - slack) * unit
    most = None if high is None else (high + 1) * unit
    return Interval(low=least, high=most, high_open=True, low_open=slack == 1)


def _passed(start: Start, end: End) -> tuple[int, int]:
    least = (end.first - start.last).days
    most = (end.last - start.first).days + 1
    # "from January to June" counts six months: the whole of the last month may belong to it
    return least, most + (end.last - end.first).days


def _agreeing(
    stretch: Stretch, starts: Iterable[Start], ends: Sequence[End], *, exact: bool
) -> tuple[Start, End] | None:
    allowed = _allowed(stretch, exact=exact)
    for start in starts:
        for end in ends:
            least, most = _passed(start, end)
            if most > 0 and meets(allowed, Interval(low=Decimal(least), high=Decimal(most))) and _close(stretch, least):
                return start, end
    return None


def _close(stretch: Stretch, least: int) -> bool:
    """ "over four years" is no way to say twenty: an open end is taken for less than twice the number."""
    bound = stretch.quantity.interval.low
    return bound is None or Decimal(least) <= 2 * (bound + 1) * in_days(stretch)


def _span_words(stretch: Stretch, start: Start, end: End) -> str:
    unit = in_days(stretch)
    least, _ = _passed(start, end)
    passed = (Decimal(least) / unit).quantize(Decimal("0.1"))
    name = (stretch.quantity.unit or "year").removesuffix("s")
    plural = "" if passed == 1 else "s"
    return f"{_day(start.first, start.last)} to {_day(end.first, end.last)}: {figure(passed)} {name}{plural}"


def _day(first: date, last: date) -> str:
    if first == last:
        return f"{first.day} {first:%B %Y}"
    return f"{first:%B %Y}" if (first.year, first.month) == (last.year, last.month) else f"{first:%Y}"


def _spans(stretch: Stretch, start: Start, end: End) -> list[Span]:
    return [span for span in (stretch.span, start.span, end.span) if span is not None]


def _held(stretch: Stretch, start: Start, end: End) -> Finding:
    words = _span_words(stretch, start, end)
    read = f" (counted from {start.name})" if start.name else ""
    return held(
        ID,
        f"“{stretch.text}” fits {words}{read}",
        stated=stretch.text,
        expected=words,
        spans=_spans(stretch, start, end),
        claims=stretch.claims,
    )


def _off(stretch: Stretch, start: Start, end: End) -> Finding:
    words, (least, most) = _span_words(stretch, start, end), _passed(start, end)
    return broken(
        ID,
        "warning",
        f"“{stretch.text}” does not fit {words}.",
        stated=stretch.text,
        expected=words,
        spans=_spans(stretch, start, end),
        claims=stretch.claims,
        off=share_apart(_allowed(stretch, exact=False), Interval(low=Decimal(least), high=Decimal(max(least, most)))),
    )


def _open(stretch: Stretch, start: Start) -> Finding:
    return unknown(
        ID,
        f"“{stretch.text}” after {_day(start.first, start.last)}: the letter does not say when that was.",
        stated=stretch.text,
        spans=[stretch.span],
        claims=stretch.claims,
    )


RULE = declared(ID, run)
