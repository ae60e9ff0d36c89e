"""The difference of two vintages: what a counter added in a window that two of its figures enclose.

"Between 25 and 29 April 31 air raids": 171 by the 29th less 140 by the 24th. Both figures must be exact, of one
producer, one start and the claim's place, and stand at the ends of the window or a day off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from claims.model import Interval
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, Weighed, day_of, relation, weigh
from sources.model import Observation

_DAY: Final = timedelta(days=1)
Pair = tuple[Observation, Observation]


def weigh_difference(question: Question, figures: Sequence[Observation], scales: Scales) -> Weighed | None:
    """One producer's difference over the claim's window; `None` where no two figures enclose it."""
    pairs = list(_pairs(question, figures, scales))
    if not pairs:
        return None
    sizes = [last.value - first.value for first, last in pairs]
    first, last = min(pairs, key=lambda pair: _apart(pair, question))
    band = Interval(low=min(sizes), high=max(sizes))
    if max(sizes) <= 0:
        return None
    return weigh(question, scales, how="difference", low=first, high=last, series=True, band=band)


def _pairs(question: Question, figures: Sequence[Observation], scales: Scales) -> Iterable[Pair]:
    start, end = question.start, question.end
    if start is None or end is None or not question.start_told or question.start_grain != "day":
        return
    exact = [each for each in figures if each.comparator == "=" and relation(each, question, scales.index) == "same"]
    for last in exact:
        if abs(day_of(last) - end) <= _DAY and last.period_start is not None and last.period_start < start - _DAY:
            yield from ((first, last) for first in exact if _opens(first, last, question))


def _opens(first: Observation, last: Observation, question: Question) -> bool:
    """Whether a figure stands just before the claim's window, or on its first day."""
    if first.period_start != last.period_start or question.start is None:
        return False
    before = question.start - day_of(first)
    return timedelta(0) <= before <= 2 * _DAY and day_of(first) < day_of(last)


def _apart(pair: Pair, question: Question) -> tuple[Decimal, str]:
    size = pair[1].value - pair[0].value
    return abs(size - question.value), pair[0].observation_id
