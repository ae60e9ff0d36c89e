"""The claims of the running text: one for every figure that is none of something else's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from claims.drafting.draft import draft_claim
from claims.drafting.left_out import figures_of, reason_against
from claims.drafting.letter_context import Before, LetterContext
from claims.drafting.sentence_reading import SentenceReading
from claims.drafting.unclaimed import READ
from claims.model import Claim, Span
from claims.text.passages import Passage

if TYPE_CHECKING:
    pass

_SENTENCES_BACK = 8


def body_claims(context: LetterContext, readings: Sequence[SentenceReading], totals: Sequence[Span]) -> list[Claim]:
    """A claim for every figure of the running text, and of every sentence that counts the signatories, wherever it
    stands.
    """
    found = []
    totals = sorted(totals)
    reach = list(accumulate((total.end for total in totals), max))
    for index, reading in enumerate(readings):
        signed = _overlapped(totals, reach, context.view.to_source(reading.passage.span))
        for quantity in figures_of(reading):
            if reading.passage.kind == "notes":
                continue
            if signed or (reading.passage.kind in READ and reason_against(reading, quantity) is None):
                found.append(draft_claim(context, reading, quantity, _before(readings, index)))
    return found


def _overlapped(totals: Sequence[Span], reach: Sequence[int], sentence: Span) -> bool:
    """Whether one of the sorted totals overlaps a sentence; `reach` says how far those up to each of them go."""
    first = bisect_right(reach, sentence.start)
    return first < len(totals) and any(total.overlaps(sentence) for total in _starting(totals, first, sentence.end))


def _starting(totals: Sequence[Span], first: int, end: int) -> Iterator[Span]:
    for total in islice(totals, first, None):
        if total.start >= end:
            return
        yield total


def _before(readings: Sequence[SentenceReading], index: int) -> Before:
    """Sentences of the running text before one: of its paragraph, and the very last one."""
    own = readings[index].passage
    found: list[tuple[SentenceReading, bool]] = []
    for reading in reversed(readings[max(0, index - _SENTENCES_BACK) : index]):
        same = reading.passage.paragraph == own.paragraph
        if reading.passage.kind not in READ or not (same or not found):
            break
        found.append((reading, same))
    return Before(sentences=tuple(found))


def earlier(passages: Sequence[Passage], index: int) -> Iterator[Passage]:
    for at in range(index - 1, max(-1, index - _SENTENCES_BACK - 1), -1):
        yield passages[at]
