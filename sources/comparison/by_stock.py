"""Stocks, such as people in detention: how many on a day, told by the nearest figures before and after it.

A stock may fall as well as rise, so it is refuted only by figures on both sides of the claim's day, by one of that very
day, or by a recent one that differs many times over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sources.comparison.asking.comparing_ways import Way
from sources.comparison.asking.intervals import Outcome, hull
from sources.comparison.asking.question import Question, cited_level
from sources.comparison.asking.weighing import (
    CITED_TEXT,
    GRADES,
    How,
    Scales,
    Weighed,
    day_of,
    relation,
    stated,
    usable,
    weigh,
)
from sources.comparison.asking.window_ends import same_start
from sources.model import Observation


class ByStock(Way):
    """A stock: how many on a day."""

    name = "stock"
    dated = True
    needs_event = False
    far = "none_near"

    def weigh(self, question: Question, figures: Sequence[Observation], scales: Scales) -> Sequence[Weighed]:
        return weigh_stocks(question, figures, scales)

    def left_out(self, figure: Observation, question: Question, scales: Scales) -> str | None:
        if not counts_from(figure, question):
            return "other_start"
        return None if near(figure, question, scales) else "too_far"


def weigh_stocks(question: Question, figures: Sequence[Observation], scales: Scales) -> list[Weighed]:
    """Each producer's stocks against the claim, weak figures apart from the others."""
    groups: dict[tuple[str, bool], list[Observation]] = defaultdict(list)
    for figure in figures:
        if _may_speak(figure, question, scales):
            groups[figure.producer_id, figure.grade == "weak"].append(figure)
    weighed = (_weigh_one(question, group, scales) for group in groups.values())
    return [each for each in weighed if each is not None]


def _may_speak(figure: Observation, question: Question, scales: Scales) -> bool:
    within = _within(figure, question, scales.settings.bracket_days)
    return within and counts_from(figure, question) and usable(figure, question, scales.index)


def counts_from(figure: Observation, question: Question) -> bool:
    """Whether a figure counts from where the claim does, as far as both say."""
    if figure.period_start is None or question.start is None:
        return True
    return same_start(figure.period_start, question.start, question.start_grain)


def near(figure: Observation, question: Question, scales: Scales) -> bool:
    """Whether a figure's day is near enough to the claim's to say anything of it by itself."""
    return _within(figure, question, scales.settings.stock_days)


def _within(figure: Observation, question: Question, days: int) -> bool:
    return question.end is not None and abs((day_of(figure) - question.end).days) <= days


def _weigh_one(question: Question, figures: Sequence[Observation], scales: Scales) -> Weighed | None:
    """A producer's stocks: the near ones; where they leave it open, two of a wider stretch around the claim's day.

    A wide stretch bears a claim out only as a last resort, even if it is by the producer that the letter cites; and
    what lies between its two figures is not refuted by the nearer of them alone, some months away.
    """
    here = [figure for figure in figures if relation(figure, question, scales.index) in ("same", "open")]
    before, after = _sides([each for each in here if near(each, question, scales)], question, scales)
    weighed = None
    if before is not None or (after is not None and _known(after, question)):
        weighed = _between(question, before, after, scales)
    close = any(_within(each, question, scales.settings.close_days) for each in here)
    if weighed is not None and (close or weighed.outcome == "supports" or len(weighed.observations) == 2):
        return weighed
    far_before, far_after = _sides(here, question, scales)
    if far_before is None or far_after is None:
        return weighed
    wide = _between(question, far_before, far_after, scales)
    if wide is None or wide.outcome != "supports":
        return weighed
    if weighed is not None and weighed.outcome != "open":
        return replace(weighed, outcome="open")
    return replace(wide, how="stock_wide", cited=wide.cited if wide.cited >= CITED_TEXT else 0)


def _sides(
    figures: Sequence[Observation], question: Question, scales: Scales
) -> tuple[Observation | None, Observation | None]:
    """The figures that stand next to the claim's day, before it and after it."""
    end = question.end or date.max
    before = _nearest([each for each in figures if day_of(each) <= end], question, scales, latest=True)
    after = _nearest([each for each in figures if day_of(each) > end], question, scales, latest=False)
    return before, after


def _between(
    question: Question, before: Observation | None, after: Observation | None, scales: Scales
) -> Weighed | None:
    how: How = "stock"
    if before is not None and day_of(before) == question.end and before.comparator in ("=", "~"):
        after, how = None, "same_window"
    both = [each for each in (before, after) if each is not None]
    band = hull([stated(each, question) for each in both])
    closed = len(both) == 2 or how == "same_window"
    weighed = weigh(question, scales, how=how, low=before or after, high=after or before, series=True, band=band)
    return weighed if weighed is None else replace(weighed, outcome=_cautious(weighed, question, scales, closed=closed))


def _cautious(weighed: Weighed, question: Question, scales: Scales, *, closed: bool) -> Outcome:
    """A refutation only where a stock can hardly have got there: well outside two figures, or far from a single one."""
    if weighed.outcome not in ("too_high", "too_low") or weighed.how == "same_window":
        return weighed.outcome
    reach = 1 + scales.settings.swing if closed else scales.settings.understated
    low, high = question.interval.low, question.interval.high
    if weighed.outcome == "too_high" and low is not None and weighed.band.high is not None:
        return "too_high" if low > weighed.band.high * reach else "open"
    if high is not None and weighed.band.low is not None:
        return "too_low" if high * reach < weighed.band.low else "open"
    return "open"


def _known(figure: Observation, question: Question) -> bool:
    """Whether a figure speaks for a day before the letter's."""
    return question.letter_date is not None and day_of(figure) <= question.letter_date


def _nearest(figures: Sequence[Observation], question: Question, scales: Scales, *, latest: bool) -> Observation | None:
    """The figure nearest in time; within a week an exact one goes first, then the cited, then the better graded.

    "5,218 held" on the 4th says more of the 7th than "some 5,200" on the 7th does.
    """

    def order(figure: Observation) -> tuple[bool, int, int, int]:
        days = day_of(figure).toordinal()
        days = days if latest else -days
        return figure.comparator == "=", days, cited_level(figure, question), GRADES[figure.grade]

    if not figures:
        return None
    nearest = (max if latest else min)(day_of(each) for each in figures)
    close = [each for each in figures if abs((day_of(each) - nearest).days) <= scales.settings.same_day]
    return max(sorted(close, key=lambda each: each.observation_id), key=order)


STOCK = ByStock()
