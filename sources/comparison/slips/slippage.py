"""The same number with another meaning: another measure, another window, another place, a toll for a count.

"140 shellings since 5 May", where 140 were counted from 1 April to 12 May, is the finding editors thank us for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, day_of, is_out, relation
from sources.comparison.asking.window_ends import same_start
from sources.comparison.by_stock import counts_from
from sources.comparison.decide import DECIDED, Decision
from sources.comparison.readings import Reading, why_left_out
from sources.comparison.slips.same_number import is_rounded, repeats
from sources.model import Caution, Observation

_CAUTION: Final[dict[str, Caution]] = {
    "other_start": "window_mismatch",
    "other_window": "window_mismatch",
    "event_toll": "scope_mismatch",
    "running_count": "scope_mismatch",
    "other_place": "scope_mismatch",
    "other_measure": "measure_slippage",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A caution about what a number means. `figure`: where it comes from; `why`: a key of the wording."""

    caution: Caution
    why: str
    figure: Observation
    measure_id: str


def slips(question: Question, decisions: Sequence[Decision], main: Decision, scales: Scales) -> list[Slip]:
    """What the number may really be, the plainest first."""
    if main.reading.way.decides_alone:
        return []
    found = [*_readings_differ(decisions, main), *_start_of_a_part(main, scales)]
    if main.decider is None or main.decider.outcome != "supports" or main.by_kin:
        found += _same_number(question, decisions, scales)
    distinct: dict[tuple[object, ...], Slip] = {}
    for slip in found:
        distinct.setdefault(_what(slip), slip)
    return list(distinct.values())


def spared(main: Decision, found: Sequence[Slip], question: Question, scales: Scales) -> Decision:
    """A refuted claim whose very number stands in the table with another meaning: told apart, not refuted.

    Where the claim cites the source that refutes it, and tells its window, the other meaning only explains the slip.
    "Since 5 May" may be the letter's slip or a misreading of its sentence; either way the number is no invention,
    and the caution says what is to be looked at.
    """
    refuted = main.axis in ("overstated", "understated", "contradicted")
    if refuted and main.decider is not None and main.decider.outcome != "supports" and _has_twin(main, found, question):
        return replace(main, axis="not_comparable")
    if refuted and _is_told_of_another(main, question, scales):
        return replace(main, axis="not_comparable")
    repeated = any(slip.why in _CAUTION and slip.figure.value == question.value for slip in found)
    if not refuted or not repeated or main.decider is None or main.decider.outcome == "supports":
        return main
    if main.reading.way.quotes or (main.decider.cited and main.reading.assumed is None and _window_told(question)):
        return main
    return replace(main, axis="not_comparable")


_NEAR_TWIN = Decimal("0.01")
"""How far a round claim ("just over ten million") may lie from a figure of its source and still be meant of it."""


def _has_twin(main: Decision, found: Sequence[Slip], question: Question) -> bool:
    """Whether the source that refutes has, for the same day, a figure of a like thing that is the claim's number."""
    assert main.decider is not None
    ours = main.decider.observations[0]
    for slip in found:
        figure = slip.figure
        if (figure.producer_id, figure.period_end, figure.place) != (ours.producer_id, ours.period_end, ours.place):
            continue
        room = question.value * _NEAR_TWIN if is_rounded(question) else 0
        if figure.measure_id != ours.measure_id and abs(figure.value - question.value) <= room:
            return True
    return False


_TELLING = 1000
"""Smaller numbers stand in any table of a place."""
_FAR_APART = 3
"""So many times the figure, or a part of it so small, is no slip of it but likely of something else."""


def _is_told_of_another(main: Decision, question: Question, scales: Scales) -> bool:
    """Whether the table prints the very number of the same place for another measure: then that was likely meant."""
    if main.decider is None or question.value < _TELLING:
        return False
    ours, room = main.decider.observations[0], question.interval
    near = ours.value * _FAR_APART > question.value and question.value * _FAR_APART > ours.value
    if near or main.decider.cited:
        return False
    low = room.low if is_rounded(question) and room.low is not None else question.value
    high = room.high if is_rounded(question) and room.high is not None else question.value
    told = scales.index.of_value(scales.index.measures, low, high)
    return any(one.place == ours.place and one.measure_id != ours.measure_id for one in told)


def _window_told(question: Question) -> bool:
    return question.start_told or question.end_stated


def _what(slip: Slip) -> tuple[object, ...]:
    """What makes two slips one: the same figure of a producer printed by two outlets."""
    figure = slip.figure
    return slip.caution, figure.measure_id, figure.producer_id, figure.value, figure.period_start, figure.period_end


def _readings_differ(decisions: Sequence[Decision], main: Decision) -> Iterator[Slip]:
    """A word of two measures ("imprisoned": in detention, or serving a sentence) that the sources judge differently."""
    if main.axis not in DECIDED:
        return
    for other in decisions:
        apart = other is not main and other.axis in DECIDED and other.axis != main.axis
        if apart and not other.by_kin and other.decider is not None:
            figure = other.decider.observations[0]
            yield Slip(
                caution="measure_slippage", why="readings_differ", figure=figure, measure_id=other.reading.measure_id
            )


def _start_of_a_part(main: Decision, scales: Scales) -> Iterator[Slip]:
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


def _same_number(question: Question, decisions: Sequence[Decision], scales: Scales) -> Iterator[Slip]:
    for figure in repeats(question, decisions, scales):
        for reading in (decision.reading for decision in decisions):
            why = _why(figure, reading, scales)
            if why is not None:
                yield Slip(caution=_CAUTION[why], why=why, figure=figure, measure_id=figure.measure_id)
                break


def _why(figure: Observation, reading: Reading, scales: Scales) -> str | None:
    """How a figure with the claim's number differs from the reading, where that is worth a caution."""
    why = why_left_out(figure, reading, scales)
    if why == "other_measure":
        return why if _confusable(figure, reading, scales) else None
    if why == "other_place":
        related = scales.index.gazetteer.of(figure) is not None and reading.question.place is not None
        return why if related and _nested_place(figure, reading, scales) else None
    if why is None and reading.way.dated:
        return _nested_otherwise(figure, reading, scales)
    return why if why in _CAUTION else None


def _nested_otherwise(figure: Observation, reading: Reading, scales: Scales) -> str | None:
    """What parts a figure from the claim whose window or place lies inside or around the claim's, if anything."""
    if _nested_place(figure, reading, scales):
        return "other_place"
    return None if counts_from(figure, reading.question) else "other_start"


def _nested_place(figure: Observation, reading: Reading, scales: Scales) -> bool:
    place = scales.index.gazetteer.relation(scales.index.gazetteer.of(figure), reading.question.place)
    return place in ("inside", "around")


def _confusable(figure: Observation, reading: Reading, scales: Scales) -> bool:
    """Whether a figure of another measure could have been taken for the claim's: a relative, of one place and time."""
    question = reading.question
    if figure.measure_id not in scales.index.relatives.get(reading.measure_id, ()):
        return False
    if figure.event_id != question.event or relation(figure, question, scales.index) not in ("same", "open"):
        return False
    if question.event is None and not counts_from(figure, question):
        return False
    near = question.end is None or abs((question.end - day_of(figure)).days) <= scales.settings.stock_days
    return question.event is not None or near
