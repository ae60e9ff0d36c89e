"""The two figures of one counter that a change lies between, and how far they are apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from claims.model import Grain, Interval
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import GRADES, Scales, day_of, is_out, relation, stated, usable
from sources.comparison.asking.window_ends import floor, same_start
from sources.model import Observation

Pair = tuple[Observation | None, Observation]


SHARES: Final = ("percentage", "share")


_DAYS_LONGER = 3


def is_share(question: Question) -> bool:
    """Whether a change is told in per cent of what there was before."""
    return question.claim.quantity.dimension in SHARES


def figures_of_change(question: Question, measure_id: str, scales: Scales) -> list[Observation]:
    """The figures of a measure, of the place of a change, that are out and stand, near either end of its period."""
    index = scales.index
    asked = [index.find(measure_id, None, question.place, question.asked)]
    if question.start is not None:
        asked.append(index.find(measure_id, None, question.place, question.asked_at(question.start)))
    found = {each.observation_id: each for figures in asked for each in figures}
    return [
        each
        for _, each in sorted(found.items())
        if each.grade != "weak"
        and relation(each, question, index) == "same"
        and usable(each, question, index)
        and is_out(each, question)
    ]


def by_counter(figures: Sequence[Observation]) -> list[list[Observation]]:
    """The figures of each producer."""
    by_producer: dict[str, list[Observation]] = defaultdict(list)
    for each in figures:
        by_producer[each.producer_id].append(each)
    return list(by_producer.values())


def pairs_of(figures: Sequence[Observation], question: Question, scales: Scales, *, stock: bool) -> Iterator[Pair]:
    """The figure at the start of the period and the one at its end; of a running count also the period before."""
    start, end = question.start or date.min, question.end or date.max
    grain = question.claim.period.grain if question.claim.period else "day"
    lasts = [each for each in figures if _stands_at(each, end, grain, scales)]
    for last in _best(lasts, end):
        same = [each for each in figures if each.period_start == last.period_start and day_of(each) < day_of(last)]
        firsts = [each for each in same if _stands_at(each, start, question.start_grain, scales)]
        yield from ((first, last) for first in _best(firsts, start))
        if not stock:
            # "from 2023 to 2024": each year is counted by itself
            yield from ((one, last) for one in figures if _goes_before(one, last) and _begins_at(one, start, question))
        own = last.period_start is not None and same_start(last.period_start, start, question.start_grain)
        if not stock and own:
            yield from ((before, last) for before in figures if _goes_before(before, last))
            if not is_share(question):
                yield None, last


def _begins_at(figure: Observation, start: date, question: Question) -> bool:
    return figure.period_start is not None and same_start(figure.period_start, start, question.start_grain)


def _stands_at(figure: Observation, day: date, grain: Grain, scales: Scales) -> bool:
    near = abs((day_of(figure) - day).days) <= scales.settings.same_day
    return near or (grain != "day" and floor(day_of(figure), grain) == floor(day, grain))


def _best(figures: Sequence[Observation], day: date) -> list[Observation]:
    """The one nearest to a day, the exact and the better graded first."""
    ordered = sorted(figures, key=lambda each: each.observation_id)
    key = {each.observation_id: _order(each, day) for each in ordered}
    return sorted(ordered, key=lambda each: key[each.observation_id])[:1]


def _order(figure: Observation, day: date) -> tuple[int, bool, int]:
    return abs((day_of(figure) - day).days), figure.comparator != "=", -GRADES[figure.grade]


def _goes_before(before: Observation, last: Observation) -> bool:
    """Whether one window ends where the other begins and is as long: the year before, the month before."""
    if before.period_start is None or last.period_start is None:
        return False
    lengths = [(day_of(each) - (each.period_start or date.min)).days for each in (before, last)]
    follows = day_of(before) + timedelta(days=1) == last.period_start
    return follows and abs(lengths[0] - lengths[1]) <= _DAYS_LONGER


def change(
    first: Observation | None, last: Observation, question: Question, margin: Decimal = Decimal(0)
) -> Interval | None:
    """How much larger, or, for a claim that something fell, smaller the last figure is; in per cent where claimed so.

    `None` where a figure is a bound only, or where there is nothing to take the per cent of.
    """
    after, before = _ends(last, question, margin), _ends(first, question, margin)
    if after is None or before is None:
        return None
    if question.claim.quantity.direction == "down":
        low, high = before[0] - after[1], before[1] - after[0]
    else:
        low, high = after[0] - before[1], after[1] - before[0]
    if not is_share(question):
        return Interval(low=low, high=high)
    if before[0] <= 0:
        return None
    return Interval(low=low / before[1 if low > 0 else 0] * 100, high=high / before[0 if high > 0 else 1] * 100)


def _ends(figure: Observation | None, question: Question, margin: Decimal) -> tuple[Decimal, Decimal] | None:
    if figure is None:
        return Decimal(0), Decimal(0)
    told = stated(figure, question)
    if told.low is None or told.high is None:
        return None
    return told.low * (1 - margin), told.high * (1 + margin)


def moved_the_other_way(first: Observation | None, last: Observation, question: Question) -> Interval | None:
    """The change between two figures that moved by just what is claimed, but up where they are said to have gone down.

    Two floors of one counter ("at least 883", "at least 1,153") say which way they went, too.
    """
    if first is None or first.comparator != last.comparator or is_share(question):
        return None
    moved = first.value - last.value if question.claim.quantity.direction == "down" else last.value - first.value
    low, high = question.interval.low, question.interval.high
    if moved >= 0 or low is None or high is None or not low <= -moved <= high:
        return None
    return Interval(low=moved, high=moved)
