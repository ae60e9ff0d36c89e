"""Where a quantity stands and what it takes in: from its currency to its noun, not into the next number."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.language.words import of_language, vocabulary
from claims.model import Dimension, Quantity, Span
from claims.nouns.counted import CountedReading
from claims.numbers.number_draft import Draft
from claims.text.plurals import singular


@of_language
def _list_end() -> re.Pattern[str]:
    """Signs and a word that lead on to the next member of a list, at the end of a phrase."""
    words = "|".join(re.escape(word) for word in vocabulary("comparators")["list_words"])
    return re.compile(rf"[\s,;(–—-]*(?:(?<!\w)(?:{words}))?[\s,;(–—-]*$")


def of_move(first: Quantity, last: Quantity) -> Quantity:
    """ "from 146,000 to 100,000 soldiers": the noun behind the second number is counted by both."""
    own = first.counted_span is not None and first.counted_span.start >= first.number_span.end
    behind = last.counted_span is not None and last.counted_span.start >= last.number_span.end
    if own or first.dimension != last.dimension or not (behind or first.counted is None):
        return first
    unit = last.unit if first.dimension == "count" else first.unit
    return replace(first, counted=last.counted, counted_span=last.counted_span, unit=unit)


def start_of(draft: Draft) -> int:
    """Where a number with its currency sign starts."""
    unit = draft.unit
    if unit is not None and unit.dimension == "money":
        return min(unit.span.start, draft.numeral.start)
    return draft.numeral.start


def of_restated(text: str, draft: Draft, dimension: Dimension, previous: Quantity | None) -> CountedReading | None:
    """What an amount in brackets says again in another unit counts what the first does: "900 crowns ($1,062)"."""
    start, end = start_of(draft), draft.numeral.end
    if previous is None or previous.dimension != dimension or dimension == "count" or previous.counted_span is None:
        return None
    if text[previous.span.end : start].strip() != "(" or ")" not in text[end : end + 20]:
        return None
    span = previous.counted_span
    return CountedReading(span=span, phrase=span.of(text), noun=span.of(text), head="", follows=False)


def extent_of(draft: Draft, counted: CountedReading | None, limit: int, floor: int) -> Span:
    """Number, scale, unit and counted noun, without comparator or verb; between what stands before and behind."""
    unit, end = draft.unit, draft.numeral.end
    counted = None if draft.again is not None else counted  # it stands behind both numbers, and in neither's stretch
    start = start_of(draft) if start_of(draft) >= floor else draft.numeral.start
    if unit is not None and end < unit.span.end <= limit:
        end = unit.span.end
    apart = counted is not None and counted.span.start > end + 1  # "a doubling of the fee", not "three times higher"
    if (
        (apart or draft.numeral.kind != "multiple")
        and counted is not None
        and counted.follows
        and end < counted.span.end <= limit
    ):
        end = counted.span.end
    return Span(start, end)


def clipped(text: str, counted: CountedReading | None, limit: int) -> CountedReading | None:
    """The counted thing, cut before the next number and what leads on to it: "12 schools and | four clinics"."""
    if counted is None or not counted.follows or not counted.span.start < limit < counted.span.end:
        return counted
    phrase = text[counted.span.start : limit].rstrip()
    joined = _list_end().search(phrase)
    phrase = phrase[: joined.start()] if joined is not None else phrase
    if not phrase:
        return None
    span = Span(counted.span.start, counted.span.start + len(phrase))
    return replace(counted, span=span, phrase=phrase, head=singular(phrase.split()[-1]))
