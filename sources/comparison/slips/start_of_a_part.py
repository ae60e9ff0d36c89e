"""A total laid on a start that only a part of it counts from."""

from __future__ import annotations

from collections.abc import Iterator

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, day_of, is_out, relation
from sources.comparison.asking.window_ends import same_start
from sources.comparison.decide import DECIDED, Decision
from sources.comparison.slips.slip import Slip
from sources.model import Observation


def start_of_a_part(main: Decision, scales: Scales) -> Iterator[Slip]:
    """A total laid on a start that only a part of it counts from.

    "Since the war began 90,000 have lost their homes" repeats a total that has people without homes from long before in
    it; those who lost theirs since are a measure of their own.
    """
    question, decider = main.reading.question, main.decider
    if main.axis not in DECIDED or main.by_kin or decider is None:
        return
    if question.start is None or main.reading.start_assumed:
        return
    if any(each.period_start is not None for each in decider.observations):
        return
    for measure_id in scales.index.relatives.get(main.reading.measure_id, ()):
        part = _last_from(question, measure_id, scales)
        if part is not None:
            yield Slip(caution="measure_slippage", why="start_of_a_part", figure=part, measure_id=measure_id)


def _last_from(question: Question, measure_id: str, scales: Scales) -> Observation | None:
    """The last figure of a measure that counts from the claim's start, up to the claim's day."""
    found = [
        each
        for each in scales.index.find(measure_id, question.event, question.place, question.asked)
        if _starts_there(each, question)
        and is_out(each, question)
        and each.grade != "weak"
        and question.end is not None
        and day_of(each) <= question.end
        and relation(each, question, scales.index) == "same"
    ]
    return max(found, key=lambda each: (day_of(each), each.observation_id), default=None)


def _starts_there(figure: Observation, question: Question) -> bool:
    if figure.period_start is None or question.start is None:
        return False
    return same_start(figure.period_start, question.start, question.start_grain)
