"""The toll of one event, and totals told once: the last toll before the letter counts, earlier ones only explain.

Dead are found for days: "nine pupils" on the evening itself does not refute "eleven pupils" of a letter a week later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sources.comparison.asking.comparing_ways import Way
from sources.comparison.asking.intervals import above, overlap
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import (
    GRADES,
    How,
    Scales,
    Weighed,
    day_of,
    earliest_day,
    relation,
    stated,
    usable,
    weigh,
)
from sources.model import Observation
from sources.settings import exactly


class ByToll(Way):
    """The toll of one event: the later day goes before the better grade."""

    name = "toll"
    needs_day = False
    revised = True
    needs_event = False

    def weigh(self, question: Question, figures: Sequence[Observation], scales: Scales) -> Sequence[Weighed]:
        return weigh_tolls(question, figures, scales)

    def left_out(self, figure: Observation, question: Question, scales: Scales) -> str | None:
        return None if told_by(figure, question) else "after_letter"

    def assumed(self, question: Question) -> str | None:
        return "event_assumed" if "event_by_date" in question.assumptions else None

    def order(self, weighed: Weighed) -> tuple[object, ...]:
        day = max(earliest_day(each) for each in weighed.observations)
        return weighed.cited, day, GRADES[weighed.grade]

    def is_rival(self, other: Weighed, decider: Weighed, scales: Scales) -> bool:
        later = other.as_of >= decider.as_of and not overlap(other.band, decider.band, scales.settings)
        return later or _is_higher(other, decider, scales)

    def earlier(self, figures: Sequence[Observation], decider: Weighed) -> Sequence[Observation]:
        used = {each.observation_id for each in decider.observations}
        return [each for each in figures if day_of(each) < decider.as_of and each.observation_id not in used]


def _is_higher(other: Weighed, decider: Weighed, scales: Scales) -> bool:
    """Whether an earlier toll is above the last one: tolls rise, so that these two do not fit together."""
    low, high = other.band.low, decider.band.high
    return low is not None and high is not None and above(low, high, scales.settings)


class ByTotal(Way):
    """A total that a text tells once, to the unit."""

    name = "total"
    revised = told_once = True

    def weigh(self, question: Question, figures: Sequence[Observation], scales: Scales) -> Sequence[Weighed]:
        return weigh_totals(question, figures, scales) if question.event is not None else ()

    def is_rival(self, other: Weighed, decider: Weighed, scales: Scales) -> bool:
        return not overlap(other.band, decider.band, exactly(scales.settings))


def weigh_tolls(question: Question, figures: Sequence[Observation], scales: Scales) -> list[Weighed]:
    """Each producer's last toll before the letter against the claim, weak figures apart."""
    groups: dict[tuple[str, bool], list[Observation]] = defaultdict(list)
    for figure in figures:
        fits = (
            usable(figure, question, scales.index)
            and told_by(figure, question)
            and relation(figure, question, scales.index) != "apart"
        )
        if fits:
            groups[figure.producer_id, figure.grade == "weak"].append(figure)
    weighed: list[Weighed] = []
    for group in groups.values():
        last = max(day_of(each) for each in group)
        weighed += _each(question, [each for each in group if day_of(each) == last], scales, "toll")
    return weighed


def weigh_totals(question: Question, figures: Sequence[Observation], scales: Scales) -> list[Weighed]:
    """Each text's total against the claim, to the last one: copies of one statement may differ."""
    kept = [
        each
        for each in figures
        if usable(each, question, scales.index) and relation(each, question, scales.index) != "apart"
    ]
    return _each(question, kept, replace(scales, settings=exactly(scales.settings)), "total")


def _each(question: Question, figures: Sequence[Observation], scales: Scales, how: How) -> list[Weighed]:
    weighed = (
        weigh(question, scales, how=how, low=figure, high=figure, series=True, band=stated(figure, question))
        for figure in figures
    )
    return [each for each in weighed if each is not None]


def told_by(figure: Observation, question: Question) -> bool:
    """Whether a toll may have stood on the letter's day; of one known by its month, the month must have begun."""
    if question.as_known == "today" or question.letter_date is None:
        return True
    return earliest_day(figure) <= question.letter_date


TOLL, TOTAL = ByToll(), ByTotal()
