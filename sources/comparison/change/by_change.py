"""The size of a change: "300 more than in March", "up by 12 per cent", set against two figures of one counter.

A stock is compared as it stood at both ends of the claim's period. Of a running count two things may be meant, how much
it grew over the period or how much larger it was than over the period before; each may bear a claim out, and neither
refutes it. Figures are never taken from two counters.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims.model import Interval
from sources.comparison.asking.comparing_ways import Way
from sources.comparison.asking.intervals import Outcome, above, below, overlap
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import GRADES, Scales, Weighed, weigh
from sources.comparison.change.change_pairs import (
    Pair,
    by_counter,
    change,
    figures_of_change,
    is_share,
    moved_the_other_way,
    pairs_of,
)
from sources.comparison.decide import Decision
from sources.comparison.readings import Reading
from sources.model import AgainstSource


class ByChange(Way):
    """The size of a change between two days."""

    name = "change"
    spans = decides_alone = True
    needs_event = suggests = False
    unknown = "undecided_change"


CHANGE: Final = ByChange()


def decide_change(question: Question, measure_id: str, scales: Scales) -> Decision:
    """What two figures of one counter say of a claimed change; unverified, with the reason, where there are none."""
    figures = figures_of_change(question, measure_id, scales)
    reading = Reading(
        measure_id=measure_id, way=CHANGE, question=question, figures=tuple(figures), weighed=(), start_assumed=False
    )
    if is_share(question) and scales.index.measures[measure_id].unit == question.claim.quantity.unit:
        return Decision(reading=reading, axis="unverified", because="not_a_count")
    if question.start is None or question.end is None or question.start >= question.end:
        return Decision(reading=reading, axis="unverified", because="change_no_dates")
    stock = scales.index.measures[measure_id].kind == "stock"
    pairs = [pair for series in by_counter(figures) for pair in pairs_of(series, question, scales, stock=stock)]
    weighed = [each for each in (_weigh(pair, question, scales, stock=stock) for pair in pairs) if each is not None]
    if not weighed:
        return Decision(reading=reading, axis="unverified", because="change_no_figures")
    return _decided(reading, weighed)


def _weigh(pair: Pair, question: Question, scales: Scales, *, stock: bool) -> Weighed | None:
    first, last = pair
    turned = moved_the_other_way(first, last, question)
    band = turned or change(first, last, question)
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
        outcome="too_high" if turned else _outcome(pair, band, question, scales, stock=stock),
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


def _decided(reading: Reading, weighed: Sequence[Weighed]) -> Decision:
    """The best of those that bear the claim out; else, where all that say anything agree, what they say."""
    ordered = sorted(weighed, key=lambda each: (each.cited, GRADES[each.grade], each.as_of, each.producer_id))
    supporters = tuple(each for each in ordered if each.outcome == "supports")
    against = [each for each in ordered if each.outcome in ("too_high", "too_low") and not (supporters and _fell(each))]
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


def _fell(weighed: Weighed) -> bool:
    """Whether figures moved against the claim; two others that bear it out were then rather meant."""
    return weighed.band.high is not None and weighed.band.high < 0


def _axis(weighed: Weighed) -> AgainstSource:
    """Overstated where the change is smaller than claimed; contradicted where it is larger, or went the other way."""
    high = weighed.band.high
    return "overstated" if weighed.outcome == "too_high" and high is not None and high > 0 else "contradicted"
