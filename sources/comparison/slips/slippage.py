"""The same number with another meaning: another measure, another window, another place, a toll for a count.

"140 shellings since 5 May", where 140 were counted from 1 April to 12 May, is the finding editors thank us for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales
from sources.comparison.decide import DECIDED, Decision
from sources.comparison.slips.number_elsewhere import number_elsewhere
from sources.comparison.slips.slip import Slip
from sources.comparison.slips.start_of_a_part import start_of_a_part


def slips(question: Question, decisions: Sequence[Decision], main: Decision, scales: Scales) -> list[Slip]:
    """What the number may really be, the plainest first."""
    if main.reading.way.decides_alone:
        return []
    found = [*_readings_differ(decisions, main), *start_of_a_part(main, scales)]
    if main.decider is None or main.decider.outcome != "supports" or main.by_kin:
        found += number_elsewhere(question, decisions, scales)
    distinct: dict[tuple[object, ...], Slip] = {}
    for slip in found:
        distinct.setdefault(_what(slip), slip)
    return list(distinct.values())


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
