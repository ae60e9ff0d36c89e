"""Figures with the claim's number, of its measure or a like one, from any place and time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, day_of, earliest_day, is_out, usable
from sources.comparison.decide import Decision
from sources.comparison.readings import Reading
from sources.comparison.timeliness import says
from sources.model import Observation


def repeats(question: Question, decisions: Sequence[Decision], scales: Scales) -> list[Observation]:
    """Figures with the claim's number from before the letter, exact ones first, then the latest; no weak ones."""
    readings = [decision.reading for decision in decisions]
    found = {
        each.observation_id: each
        for reading in readings
        for each in same_number(question, reading, scales)
        if each.grade != "weak"
        and usable(each, question, scales.index)
        and is_out(each, question)
        and _before(each, question.letter_date)
    }
    return sorted(
        found.values(), key=lambda each: (each.value != question.value, -day_of(each).toordinal(), each.observation_id)
    )


def _before(figure: Observation, letter_date: date | None) -> bool:
    return letter_date is None or earliest_day(figure) <= letter_date


def is_rounded(question: Question) -> bool:
    """Whether a claim's number stands for others beside it: "1.2 million", "about 40"."""
    low, high = question.interval.low, question.interval.high
    return low is not None and high is not None and low != high


def same_number(question: Question, reading: Reading, scales: Scales) -> list[Observation]:
    """Figures with the claim's number, of the same or a related measure, from any place and time.

    It must be the very number, or, for a rounded claim, one that rounds to it.
    """
    if question.value < scales.settings.least_repeat and question.event is None:
        return []
    rounded = is_rounded(question)
    share = abs(question.value) * scales.settings.material if rounded else 0
    related = (reading.measure_id, *scales.index.relatives.get(reading.measure_id, ()))
    found = scales.index.of_value(related, question.value - share, question.value + share)
    return [each for each in found if not rounded or says(each, question, scales)]
