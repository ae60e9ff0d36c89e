"""A refuted claim whose very number stands in the table with another meaning is told apart, not refuted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales
from sources.comparison.decide import Decision
from sources.comparison.slips.same_number import is_rounded
from sources.comparison.slips.slip import CAUTIONS, Slip


def spared(
    main: Decision, found: Sequence[Slip], question: Question, scales: Scales, *, surely: bool = False
) -> Decision:
    """A refuted claim whose very number stands in the table with another meaning: told apart, not refuted.

    Where the claim cites the source that refutes it, and tells its window, the other meaning only explains the slip.
    "Since 5 May" may be the letter's slip or a misreading of its sentence; either way the number is no invention,
    and the caution says what is to be looked at. `surely`: its row is meant by all that stands around the claim.
    """
    if surely and main.reading.way.quotes:
        return main
    refuted = main.axis in ("overstated", "understated", "contradicted")
    if refuted and main.decider is not None and main.decider.outcome != "supports" and _has_twin(main, found, question):
        return replace(main, axis="not_comparable")
    if refuted and _is_told_of_another(main, question, scales):
        return replace(main, axis="not_comparable")
    repeated = any(slip.why in CAUTIONS and slip.figure.value == question.value for slip in found)
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
