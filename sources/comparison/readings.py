"""Which observations speak to a claim, under each measure it may mean, and why the others do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from claims.quick_records import dataclass
from sources.comparison.asking.comparing_ways import NOTHING, Way
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, Weighed, is_out, relation, usable
from sources.comparison.by_count import COUNT
from sources.comparison.by_stock import STOCK
from sources.comparison.by_toll import TOLL, TOTAL
from sources.model import Observation

_BY_KIND: Final[Mapping[str, Way]] = {"cumulative": COUNT, "stock": STOCK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A claim under one measure: how it is compared, the figures of that measure there, and each source's weighing."""

    measure_id: str
    way: Way
    question: Question
    figures: tuple[Observation, ...]
    weighed: tuple[Weighed, ...]
    start_assumed: bool

    @property
    def assumed(self) -> str | None:
        """What of the reading the claim's own sentence does not tell, so that nothing may be refuted; a wording key.

        "The attack killed at least 30 people" may stand below "Since the war began …" and yet speak of one day; and of
        two attacks on one day in one township the table may know the other.
        """
        if {"place_by_event", "place_by_texts"} & set(self.question.assumptions):
            return "place_assumed"
        return self.way.assumed(self.question)


def read(question: Question, measure_id: str, scales: Scales) -> Reading:
    """Weigh a claim under one measure against all figures of that measure, event and place."""
    way = _way(question, measure_id, scales)
    asked, assumed = _with_start(question, measure_id, way, scales)
    figures = _figures(asked, measure_id, scales)
    weighed = sorted(way.weigh(asked, figures, scales), key=lambda each: (each.producer_id, each.as_of, each.how))
    return Reading(
        measure_id=measure_id,
        way=way,
        question=asked,
        figures=tuple(figures),
        weighed=tuple(weighed),
        start_assumed=assumed,
    )


def _way(question: Question, measure_id: str, scales: Scales) -> Way:
    kind = scales.index.measures[measure_id].kind
    if kind == "total":
        return COUNT if _told_by_year(question, measure_id, scales) else TOTAL
    return TOLL if question.event is not None else _BY_KIND.get(kind, NOTHING)


def _told_by_year(question: Question, measure_id: str, scales: Scales) -> bool:
    """Whether a total is one of a stretch of time ("in 2024"), not of a text or an event."""
    found = scales.index.find(measure_id, None, question.place, question.asked) if question.event is None else []
    return any(is_out(each, question) for each in found)


def _with_start(question: Question, measure_id: str, way: Way, scales: Scales) -> tuple[Question, bool]:
    """A running count told without a start ("3,000 have been killed") is read from where its counters start."""
    if not way.covers or question.start is not None:
        return question, False
    usual = scales.index.usual_start(measure_id, question.place)
    return (replace(question, start=usual), True) if usual else (question, False)


def _figures(question: Question, measure_id: str, scales: Scales) -> list[Observation]:
    found = scales.index.find(measure_id, question.event, question.place, question.asked)
    return [
        each
        for each in found
        if relation(each, question, scales.index) != "apart"
        and is_out(each, question)
        and not _own(each, question, scales)
    ]


def _own(figure: Observation, question: Question, scales: Scales) -> bool:
    """Whether a figure is the letter's count of its own signatories, which cannot bear witness for it."""
    event = scales.index.events.get(figure.event_id or "")
    is_total = scales.index.measures[figure.measure_id].kind == "total"
    return is_total and event is not None and event.start in question.letter_dates


def is_own_count(question: Question, scales: Scales) -> bool:
    """Whether a claim counts the letter's own signatories."""
    event = scales.index.events.get(question.event or "")
    if event is not None and event.start is not None:
        return event.start in question.letter_dates
    period = question.claim.period
    of_today = period is None or period.end is None or period.end in question.letter_dates or not question.letter_dates
    return question.claim.kind == "signatories" and not question.in_note and of_today


def why_left_out(figure: Observation, reading: Reading, scales: Scales) -> str | None:
    """The key of the reason why a figure decides nothing of a reading; `None` where it took part."""
    question = reading.question
    if figure.measure_id != reading.measure_id:
        return "other_measure"
    if figure.event_id != question.event:
        return _other_event(figure, question)
    if not is_out(figure, question):
        return "not_out"
    if relation(figure, question, scales.index) == "apart":
        return "other_place"
    if not usable(figure, question, scales.index):
        return "corrected"
    return reading.way.left_out(figure, question, scales) or ("weak" if figure.grade == "weak" else None)


def _other_event(figure: Observation, question: Question) -> str:
    if question.event is None:
        return "event_toll"
    return "running_count" if figure.event_id is None else "other_event"
