"""The size of a change: "300 more than in March", "up by 12 per cent", set against two figures of one counter.

A stock is compared as it stood at both ends of the claim's period. Of a running count two things may be meant, how much
it grew over the period or how much larger it was than over the period before; each may bear a claim out, and neither
refutes it. Figures are never taken from two counters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from claims.model import Grain, Interval
from sources.comparison.asking.intervals import Outcome, above, below, overlap
from sources.comparison.asking.question import Question
from sources.comparison.asking.ways import Way
from sources.comparison.asking.weighing import GRADES, Scales, Weighed, day_of, is_out, relation, stated, usable, weigh
from sources.comparison.asking.windows import floor, same_start
from sources.comparison.decide import Decision
from sources.comparison.readings import Reading
from sources.model import AgainstSource, Observation

Pair = tuple[Observation | None, Observation]
SHARES: Final = ("percentage", "share")
_DAYS_LONGER = 3


class ByChange(Way):
    """The size of a change between two days."""

    name = "change"
    spans = decides_alone = True
    needs_event = suggests = False
    unknown = "undecided_change"


CHANGE: Final = ByChange()


def decide_change(question: Question, measure_id: str, scales: Scales) -> Decision:
    """What two figures of one counter say of a claimed change; unverified, with the reason, where there are none."""
    figures = _figures(question, measure_id, scales)
    reading = Reading(
        measure_id=measure_id, way=CHANGE, question=question, figures=tuple(figures), weighed=(), start_assumed=False
    )
    if is_share(question) and scales.index.measures[measure_id].unit == question.claim.quantity.unit:
        return Decision(reading=reading, axis="unverified", because="not_a_count")
    if question.start is None or question.end is None or question.start >= question.end:
        return Decision(reading=reading, axis="unverified", because="change_no_dates")
    stock = scales.index.measures[measure_id].kind == "stock"
    pairs = [pair for series in _series(figures) for pair in _pairs(series, question, scales, stock=stock)]
    weighed = [each for each in (_weigh(pair, question, scales, stock=stock) for pair in pairs) if each is not None]
    if not weighed:
        return Decision(reading=reading, axis="unverified", because="change_no_figures")
    return _decided(reading, weighed)


def is_share(question: Question) -> bool:
    """Whether a change is told in per cent of what there was before."""
    return question.claim.quantity.dimension in SHARES


def _figures(question: Question, measure_id: str, scales: Scales) -> list[Observation]:
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


def _series(figures: Sequence[Observation]) -> list[list[Observation]]:
    by_producer: dict[str, list[Observation]] = defaultdict(list)
    for each in figures:
        by_producer[each.producer_id].append(each)
    return list(by_producer.values())


def _pairs(figures: Sequence[Observation], question: Question, scales: Scales, *, stock: bool) -> Iterator[Pair]:
    """The figure at the start of the period and the one at its end; of a running count also the period before."""
    start, end = question.start or date.min, question.end or date.max
    grain = question.claim.period.grain if question.claim.period else "day"
    lasts = [each for each in figures if _stands_at(each, end, grain, scales)]
    for last in _best(lasts, end):
        same = [each for each in figures if each.period_start == last.period_start and day_of(each) < day_of(last)]
        firsts = [each for each in same if _stands_at(each, start, question.start_grain, scales)]
        yield from ((first, last) for first in _best(firsts, start))
        own = last.period_start is not None and same_start(last.period_start, start, question.start_grain)
        if not stock and own:
            yield from ((before, last) for before in figures if _goes_before(before, last))
            if not is_share(question):
                yield None, last


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


def _weigh(pair: Pair, question: Question, scales: Scales, *, stock: bool) -> Weighed | None:
    first, last = pair
    band = change(first, last, question)
    if band is None:
        return None
    return weigh(
        question,
        scales,
        how="change",
        low=first or last,
        high=last,
        series=True,
        band=band,
        outcome=_outcome(pair, band, question, scales, stock=stock),
    )


def _outcome(pair: Pair, band: Interval, question: Question, scales: Scales, *, stock: bool) -> Outcome:
    """Support where claim and change meet; refutation of a stock only where no two per cent on either figure help."""
    if overlap(question.interval, band, scales.settings):
        return "supports"
    wide = change(pair[0], pair[1], question, scales.settings.material)
    if not stock or wide is None:
        return "open"
    low, high = question.interval.low, question.interval.high
    if low is not None and wide.high is not None and above(low, wide.high, scales.settings):
        return "too_high"
    if high is not None and wide.low is not None and below(high, wide.low, scales.settings):
        return "too_low"
    return "open"


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


def _decided(reading: Reading, weighed: Sequence[Weighed]) -> Decision:
    """The best of those that bear the claim out; else, where all that say anything agree, what they say."""
    ordered = sorted(weighed, key=lambda each: (each.cited, GRADES[each.grade], each.as_of, each.producer_id))
    supporters = tuple(each for each in ordered if each.outcome == "supports")
    against = [each for each in ordered if each.outcome in ("too_high", "too_low")]
    if supporters and against:
        return Decision(
            reading=reading,
            axis="conflicting_sources",
            because="conflict",
            decider=supporters[-1],
            rivals=tuple(against),
        )
    if supporters:
        return Decision(
            reading=reading, axis="consistent", because="change", decider=supporters[-1], supporters=supporters
        )
    if not against:
        return Decision(reading=reading, axis="not_comparable", because="change_open")
    return Decision(reading=reading, axis=_axis(against[-1]), because="change_refuted", decider=against[-1])


def _axis(weighed: Weighed) -> AgainstSource:
    """Overstated where the change is smaller than claimed; contradicted where it is larger, or went the other way."""
    high = weighed.band.high
    return "overstated" if weighed.outcome == "too_high" and high is not None and high > 0 else "contradicted"
