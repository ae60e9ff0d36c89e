"""From a number with its unit to a quantity: its comparator, its interval, what it counts, which way it changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from claims.model import Comparator, Dimension, Interval, Quantity, Span
from claims.nouns.counted import CountedReading, read_counted
from claims.nouns.direction import read_direction
from claims.numbers.bounding.bounds import join_bounds
from claims.numbers.bounding.comparators import (
    Comparison,
    comparison_after,
    comparison_before,
    interval,
    is_additive,
    loose_in_itself,
)
from claims.numbers.bounding.inherited import inherit
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.extent import clipped, extent_of, of_move, of_restated, start_of
from claims.numbers.number_draft import Draft
from claims.numbers.point_groups import grouped
from claims.text.tokens import Token
from claims.units.unit_rates import read_per
from claims.units.units import UnitReading


def read_quantities(
    text: str, tokens: list[Token], drafts: list[Draft], ignored: list[tuple[Span, str]], fixed: list[Span]
) -> list[Quantity]:
    """A quantity for each draft, in order; scores go to `ignored`, digits that cannot be read stay unread.

    `fixed`: what else is accounted for; no quantity reaches into it.
    """
    found: list[Quantity] = []
    bounds = sorted([span.start for span in fixed] + [start_of(draft) for draft in drafts])
    ends = sorted(span.end for span in fixed)
    for k, draft in enumerate(drafts):
        if draft.numeral.kind == "score":
            ignored.append((draft.span, "score"))
        if draft.numeral.kind in ("score", "unread"):
            continue
        if k and (_in_rate(drafts[k - 1], draft) or (found and _in_rate_of_nouns(text, found[-1], draft))):
            ignored.append((draft.span, "rate-denominator"))
            continue
        following = bisect_left(bounds, draft.numeral.end)
        limit = bounds[following] if following < len(bounds) else len(text)
        before = bisect_right(ends, draft.numeral.start)
        room = Span(ends[before - 1] if before else 0, limit)
        found.append(_quantity(text, tokens, draft, found[-1] if found else None, room))
        if draft.follows_move and len(found) > 1:
            found[-2] = of_move(found[-2], found[-1])
    return join_bounds(text, found)


def _in_rate(previous: Draft, draft: Draft) -> bool:
    """ "3 deaths per 1,000 births": a number inside the rate of the one before."""
    unit = previous.unit
    return unit is not None and unit.per_span is not None and unit.per_span.contains(draft.span)


def _in_rate_of_nouns(text: str, previous: Quantity, draft: Draft) -> bool:
    rate = read_per(text, previous.span.end)
    return rate is not None and rate[1].contains(draft.span)


def _quantity(text: str, tokens: list[Token], draft: Draft, previous: Quantity | None, room: Span) -> Quantity:
    numeral, unit = draft.numeral, draft.unit
    dimension = _dimension(numeral, unit)
    first = _first_token(tokens, numeral, unit)
    counted = read_counted(text, draft.span, unit.after if unit is not None else None, dimension, draft.again)
    counted = of_restated(text, draft, dimension, previous) or clipped(text, counted, room.end)
    numeral = grouped(text, numeral, counted)
    span = extent_of(draft, counted, room.end, max(room.start, previous.span.end if previous is not None else 0))
    stop = _stop_token(tokens, numeral, span)
    comparison = _comparison(text, tokens, numeral, first, stop, dimension)
    additive = dimension != "multiple" and any(is_additive(tokens, first, end) for end in (numeral.stop, stop))
    quantity = Quantity(
        span=span, text=span.of(text), number_span=draft.span, as_written=draft.span.of(text), value=numeral.value,
        interval=_interval(numeral, comparison), comparator=_comparator(numeral, comparison),
        comparator_span=comparison.span if comparison is not None else None, dimension=dimension,
        unit=_unit_name(unit, counted, dimension), counted=counted.phrase if counted is not None else None,
        counted_span=counted.span if counted is not None else None, additive=additive,
        direction=read_direction(text, span, dimension), form=numeral.form,
    )  # fmt: skip
    return inherit(text, quantity, previous, numeral)


def _dimension(numeral: Numeral, unit: UnitReading | None) -> Dimension:
    if unit is not None:
        return unit.dimension
    if numeral.kind == "share":
        return "share"
    return "multiple" if numeral.kind == "multiple" else "count"


def _unit_name(unit: UnitReading | None, counted: CountedReading | None, dimension: Dimension) -> str | None:
    if unit is not None:
        return unit.unit
    if dimension == "multiple":
        return "times"
    if counted is None or not (counted.follows or counted.refers_back) or dimension == "share":
        return None
    return counted.unit


def _behind(unit: UnitReading | None, numeral: Numeral) -> bool:
    return unit is not None and unit.end > numeral.end


def _first_token(tokens: list[Token], numeral: Numeral, unit: UnitReading | None) -> int:
    """The first token of the number with its currency."""
    first = numeral.first
    if unit is not None and unit.span.start < numeral.start and unit.dimension == "money":
        while first > 0 and tokens[first - 1].end > unit.span.start:
            first -= 1
    return first


def _stop_token(tokens: list[Token], numeral: Numeral, span: Span) -> int:
    stop = numeral.stop
    while stop < len(tokens) and tokens[stop].start < span.end:
        stop += 1
    return stop


def _comparison(
    text: str, tokens: list[Token], numeral: Numeral, first: int, stop: int, dimension: Dimension
) -> Comparison | None:
    behind = tokens[stop].lower if stop < len(tokens) else ""
    return (
        comparison_before(tokens, first, duration=dimension == "duration", after=behind)
        or comparison_after(tokens, numeral.stop)
        or comparison_after(tokens, stop)
        or loose_in_itself(tokens, numeral.stop - 1)
    )


def _comparator(numeral: Numeral, comparison: Comparison | None) -> Comparator:
    if numeral.high is not None:
        return "range"
    return comparison.comparator if comparison is not None else "="


def _interval(numeral: Numeral, comparison: Comparison | None) -> Interval:
    if numeral.high is not None:
        return Interval(low=numeral.value, high=numeral.high, high_open=numeral.kind == "vague")
    return interval(numeral.value, comparison, numeral.step)
