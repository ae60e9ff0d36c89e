"""The claim's number in another place of the table: of another measure, window, place or kind of count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, day_of, relation
from sources.comparison.by_stock import counts_from
from sources.comparison.decide import Decision
from sources.comparison.readings import Reading, why_left_out
from sources.comparison.slips.same_number import repeats
from sources.comparison.slips.slip import CAUTIONS, Slip
from sources.model import Observation


def number_elsewhere(question: Question, decisions: Sequence[Decision], scales: Scales) -> Iterator[Slip]:
    for figure in repeats(question, decisions, scales):
        for reading in (decision.reading for decision in decisions):
            why = _why(figure, reading, scales)
            if why is not None:
                yield Slip(caution=CAUTIONS[why], why=why, figure=figure, measure_id=figure.measure_id)
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
    return why if why in CAUTIONS else None


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
