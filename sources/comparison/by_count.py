"""Running counts: windows that lie one in the other bound the claim's own window from below and above.

"At least 500 since January" is proved by 600 counted from February to June, and disproved by 400 counted from January
to a day after the letter. Producers count differently, so bounds of two of them are never mixed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal

from claims.model import Interval
from sources.comparison.asking.comparing_ways import Way, contrary, days_apart
from sources.comparison.asking.intervals import above, overlap
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import (
    How,
    Scales,
    Weighed,
    best_high,
    best_low,
    day_of,
    relation,
    stated,
    usable,
    weigh,
)
from sources.comparison.asking.window_ends import floor, same_start
from sources.comparison.by_difference import weigh_difference
from sources.comparison.pace import beyond_pace
from sources.model import Observation

Nesting = Literal["inside", "around", "same", "across"]


class ByCount(Way):
    """A running count: windows nested in the claim's, or around it."""

    name = "count"
    spans = covers = dated = True
    needs_event = False

    def weigh(self, question: Question, figures: Sequence[Observation], scales: Scales) -> Sequence[Weighed]:
        return weigh_counts(question, figures, scales)

    def left_out(self, figure: Observation, question: Question, scales: Scales) -> str | None:
        if nesting(figure, question, scales) != "across":
            return None
        if question.letter_date is not None and day_of(figure) > question.letter_date:
            return "after_letter"
        return "other_start" if figure.period_start != question.start else "other_window"

    def assumed(self, question: Question) -> str | None:
        return None if question.start_told else "start_assumed"

    def is_rival(self, other: Weighed, decider: Weighed, scales: Scales) -> bool:
        if other.grade == "weak" and days_apart(other, decider) > 0:
            return False
        disagrees = other.outcome != "open" and contrary(other, decider)
        return disagrees or super().is_rival(other, decider, scales)


def weigh_counts(question: Question, figures: Sequence[Observation], scales: Scales) -> list[Weighed]:
    """Each producer's running counts against the claim; weak figures apart, so that no other leans on them."""
    groups: dict[tuple[str, bool], list[Observation]] = defaultdict(list)
    for figure in figures:
        if usable(figure, question, scales.index):
            groups[figure.producer_id, figure.grade == "weak"].append(figure)
    weighed = [_weigh_one(question, group, scales) for group in groups.values()]
    weighed += [weigh_difference(question, group, scales) for group in groups.values()]
    weighed += [_beyond(question, group, scales) for group in groups.values()]
    return [each for each in weighed if each is not None]


def _beyond(question: Question, figures: Sequence[Observation], scales: Scales) -> Weighed | None:
    """A claim beyond the pace of a producer's series, where its newest figure is of before the claim's day.

    What the producer counts from another day says nothing of the series.
    """
    series = [each for each in figures if _one_series(each, question, scales)]
    later = any(day_of(each) >= (question.end or date.max) for each in series)
    return None if later else beyond_pace(question, series, scales)


def _weigh_one(question: Question, figures: Sequence[Observation], scales: Scales) -> Weighed | None:
    nested = [(figure, nesting(figure, question, scales)) for figure in figures]
    below_ = [figure for figure, how in nested if how in ("inside", "same")]
    around = [figure for figure, how in nested if how in ("around", "same")]
    low, low_in_series = _end(below_, best_low, question, scales)
    high, high_in_series = _end(around, best_high, question, scales)
    floor_, ceiling = stated(low, question).low if low else None, stated(high, question).high if high else None
    if floor_ is not None and ceiling is not None and floor_ > ceiling:
        if above(floor_, ceiling, scales.settings):
            return _of_one_day(question, nested, scales)
        floor_, ceiling = ceiling, floor_
    series = (low is None or low_in_series) and (high is None or high_in_series)
    series = series and (low is not None or _is_close(high, question, scales))
    both = all(each is not None and _one_series(each, question, scales) for each in (low, high))
    how: How = "bracketed" if both else "bounded"
    if any(how_nested == "same" and figure in (low, high) for figure, how_nested in nested) and not both:
        how = "same_window"
    how = "same_window" if low is not None and low is high else how
    band = Interval(low=floor_, high=ceiling)
    return weigh(question, scales, how=how, low=low, high=high, series=series, band=band)


def _is_close(figure: Observation | None, question: Question, scales: Scales) -> bool:
    """Whether a later figure still says what stood on the claim's day."""
    if figure is None or question.end is None:
        return False
    return (day_of(figure) - question.end).days <= scales.settings.close_days


_Best = Callable[[Iterable[Observation], Question], Observation | None]


def _end(
    figures: Sequence[Observation], best: _Best, question: Question, scales: Scales
) -> tuple[Observation | None, bool]:
    """The figure behind one end of the band, and whether one of the claim's own series stands on that side.

    The series goes first unless another window, that of last year's dead alone, bounds the claim by more.
    """
    own = best([figure for figure in figures if _one_series(figure, question, scales)], question)
    closest = best(figures, question)
    if own is None or closest is None or stated(own, question) == stated(closest, question):
        return own or closest, own is not None
    same = overlap(stated(own, question), stated(closest, question), scales.settings)
    return (own if same else closest), True


def _of_one_day(question: Question, nested: Sequence[tuple[Observation, Nesting]], scales: Scales) -> Weighed | None:
    """A producer whose figures contradict each other is only heard on the very window of the claim."""
    same = [figure for figure, how in nested if how == "same"]
    if not same:
        return None
    figure = max(same, key=lambda each: (each.interval.high is not None, each.observation_id))
    band = stated(figure, question)
    return weigh(question, scales, how="same_window", low=figure, high=figure, series=True, band=band)


def _one_series(figure: Observation, question: Question, scales: Scales) -> bool:
    """Whether a figure counts from the claim's own start in the claim's own place."""
    if figure.period_start is None or question.start is None or relation(figure, question, scales.index) != "same":
        return False
    return same_start(figure.period_start, question.start, question.start_grain)


def nesting(figure: Observation, question: Question, scales: Scales) -> Nesting:
    """How the window and place of a figure lie to the claim's: it must be inside in both, or around in both."""
    when = _in_time(figure, question)
    if when == "across":
        return "across"
    where = relation(figure, question, scales.index)
    if where == "apart":
        return "across"
    both = {where, when} - {"same", "open"}
    if len(both) > 1:
        return "across"
    return "same" if not both else ("inside" if "inside" in both else "around")


def _in_time(figure: Observation, question: Question) -> Nesting:
    if question.start is None or question.end is None or figure.period_start is None:
        return "across"
    begins, asked = floor(figure.period_start, question.start_grain), floor(question.start, question.start_grain)
    ends = day_of(figure)
    if begins == asked and ends == question.end:
        return "same"
    if begins >= asked and ends <= question.end:
        return "inside"
    if begins <= asked and ends >= question.end:
        return "around"
    return "across"


COUNT = ByCount()
