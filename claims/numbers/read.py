"""Every number of a string: read as a quantity, as an ordinal, ignored with its reason, or left unread.

The order of the work: what the caller or its own shape accounts for, dates, numerals, the words around each, its unit,
ranges, comparators, what is counted. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import vocabulary
from claims.model import Ignored, Numbers, Quantity, Span
from claims.numbers.bounding.ranges import join_ranges
from claims.numbers.cardinals.numerals import find_numerals
from claims.numbers.leftover import HELD, TOO_LARGE, TOO_MANY, UNREAD, leftover_digits
from claims.numbers.quantity import read_quantities
from claims.numbers.records.number_records import known_record, reason_of
from claims.numbers.refusals.shapes import glued_notes, pattern_masks
from claims.numbers.said_again import said_again
from claims.numbers.sorting import Sorter
from claims.text.tokens import Token, tokenize
from claims.times.grammar.datespans import DateSpan, find_date_spans

DIGIT = re.compile(r"\d")
NOTHING = Numbers(quantities=(), ordinals=(), ignored=(), unread=())
_CELLS = re.compile(r"(?<=\d)\t(?=\d)")
"""A tab between two numbers parts the cells of a table."""
# Beyond any sum of money in any currency, and within what decimal arithmetic of 28 digits rounds and divides exactly.
LARGEST = 10**21
MOST = 400
"""So many numbers at most does one sentence tell: more stand in a table on one line or in what is no text, and there
words speak of no number. None of them is read, and each is told as unread.
"""


def read_numbers(text: str, *, masked: Sequence[tuple[Span, str]] = ()) -> Numbers:
    """Every number of `text`.

    `masked`: spans the caller already accounts for, each with its reason; they come back ignored.

    Spans of the result are offsets into `text`, sorted, never overlapping; every digit lies in exactly one.
    """
    masked = _merged(sorted(masked), list(glued_notes(text)))
    written, text = text, _CELLS.sub("|", _barred(text, masked))
    tokens = tokenize(text)
    ignored = _first_masks(text, masked)
    masks = [span for span, _ in ignored]
    flags = _flags(tokens, masks)
    numerals = find_numerals(tokens, flags)
    if not numerals:
        return _numbers(written, [], [], ignored)
    if len(numerals) > MOST:
        return _numbers(written, [], [], ignored, [Span(each.start, each.end) for each in numerals])
    sorter = Sorter(text=text, tokens=tokens, flags=flags, again=said_again(tokens, numerals))
    for numeral in numerals:
        sorter.add(numeral)
    drafts, ordinals = sorter.drafts, sorter.ordinals
    ignored = _merged(ignored, sorted(sorter.ignored))
    fixed = masks + [ordinal.span for ordinal in ordinals]
    quantities = read_quantities(text, tokens, join_ranges(drafts, tokens, flags), ignored, fixed)
    return _numbers(written, quantities, ordinals, ignored)


def _barred(text: str, masked: Sequence[tuple[Span, str]]) -> str:
    """As long, with a bar for what the caller accounts for: "in May 2023.2" → "2023.|"; no number reaches over it."""
    parts, at = [], 0
    for span, _ in sorted(masked):
        if span.start >= at and len(span):
            parts += [text[at : span.start], "|".ljust(len(span))]
            at = span.end
    return "".join([*parts, text[at:]]) if masked else text


def _first_masks(text: str, masked: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The caller's spans, what its shape gives away, dates: in this order, the first to claim a stretch keeps it."""
    dates = [(date.span, "clock-time" if date.kind == "clock" else "date") for date in _dates(text)]
    taken: list[tuple[Span, str]] = []
    for group in (sorted(masked), pattern_masks(text), dates):
        taken = _merged(taken, group)
    return taken


def _dates(text: str) -> list[DateSpan]:
    """The dates that hold a number; "since March" holds none."""
    worded = vocabulary("dates")["worded"]
    return [date for date in find_date_spans(text) if DIGIT.search(date.text) or date.kind in worded]


def _merged(taken: list[tuple[Span, str]], more: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Both lists as one, sorted; of `more` only what overlaps nothing before it."""
    result: list[tuple[Span, str]] = []
    k = 0
    for item in more:
        while k < len(taken) and taken[k][0].end <= item[0].start:
            result.append(taken[k])
            k += 1
        free = k >= len(taken) or taken[k][0].start >= item[0].end
        if free and (not result or result[-1][0].end <= item[0].start) and len(item[0]):
            result.append(item)
    return result + taken[k:]


def _flags(tokens: list[Token], spans: list[Span]) -> list[bool]:
    """For each token whether one of the sorted spans touches it."""
    flags = [False] * len(tokens)
    k = 0
    for i, token in enumerate(tokens):
        while k < len(spans) and spans[k].end <= token.start:
            k += 1
        if k == len(spans):
            break
        flags[i] = spans[k].start < token.end
    return flags


def _numbers(
    text: str,
    quantities: list[Quantity],
    ordinals: list[Quantity],
    ignored: list[tuple[Span, str]],
    untold: Sequence[Span] = (),
) -> Numbers:
    """`untold`: numbers of a sentence with too many."""
    everything = [*quantities, *ordinals]
    if not (everything or ignored or untold or HELD.search(text)):
        return NOTHING
    beyond = [figure for figure in everything if _beyond(figure)]
    large = [_unread(text, figure.number_span, TOO_LARGE) for figure in beyond]
    large += [_unread(text, span, TOO_MANY) for span in untold]
    if beyond:
        quantities, ordinals = [q for q in quantities if not _beyond(q)], [q for q in ordinals if not _beyond(q)]
    taken = sorted([*(figure.span for figure in everything), *untold])
    kept = _free_of(sorted(ignored), taken)
    notes = [_refused(text, span, name) for span, name in kept]
    rest = list(leftover_digits(text, sorted(taken + [span for span, _ in kept])))
    notes += [item for item in rest if item.reason != UNREAD]
    return Numbers(
        quantities=tuple(sorted(quantities, key=lambda q: q.span)),
        ordinals=tuple(sorted(ordinals, key=lambda q: q.span)),
        ignored=tuple(sorted(notes, key=lambda item: item.span)),
        unread=tuple(sorted([*large, *(item for item in rest if item.reason == UNREAD)], key=lambda item: item.span)),
    )


def _beyond(figure: Quantity) -> bool:
    bounds = (figure.value, figure.interval.low, figure.interval.high)
    return any(bound is not None and abs(bound) >= LARGEST for bound in bounds)


def _unread(text: str, span: Span, reason: str) -> Ignored:
    return Ignored(span=span, text=span.of(text), reason=reason)


def _refused(text: str, span: Span, name: str) -> Ignored:
    """`name`: a refusal's record, or the caller's reason in its own words."""
    return Ignored(span=span, text=span.of(text), reason=reason_of(name), record=known_record(name))


def _free_of(ignored: list[tuple[Span, str]], taken: list[Span]) -> list[tuple[Span, str]]:
    """The ignored spans that overlap neither a quantity nor one another."""
    kept: list[tuple[Span, str]] = []
    k = 0
    for span, reason in ignored:
        while k < len(taken) and taken[k].end <= span.start:
            k += 1
        if (k < len(taken) and taken[k].start < span.end) or (kept and kept[-1][0].end > span.start):
            continue
        kept.append((span, reason))
    return kept
