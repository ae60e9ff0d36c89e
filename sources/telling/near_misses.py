"""The figures that were looked at and left out, the closest first, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, day_of, known, relation
from sources.comparison.decide import Decision
from sources.comparison.readings import Reading, why_left_out
from sources.comparison.slips.same_number import same_number
from sources.model import NearMiss, Observation
from sources.telling.say import day, say, window

_LEAST_FOR_ANY = 1000
# what says most about a figure left out, first
_WEIGHT = (
    "weak", "corrected", "not_out", "after_letter", "too_far", "other_window", "other_start", "other_measure",
    "other_place", "event_toll", "running_count", "other_event",
)  # fmt: skip


def near_misses(
    question: Question, decisions: Sequence[Decision], used: frozenset[str], scales: Scales
) -> tuple[NearMiss, ...]:
    """Up to as many as the settings keep: those with the claim's own number first, then the nearest in time."""
    found = _closest(question, [decision.reading for decision in decisions], used, scales)
    ordered = sorted(found.values(), key=lambda each: _distance(each[0], each[1], question))
    return tuple(
        NearMiss(observation=figure, reason=reason(figure, why, reading, scales))
        for figure, why, reading in ordered[: scales.settings.near_misses]
    )


def _closest(
    question: Question, readings: Sequence[Reading], used: frozenset[str], scales: Scales
) -> dict[str, tuple[Observation, str, Reading]]:
    """Figures left out, from the nearest on, until there are enough of one distance: the rest need no reason."""
    looked_at = {
        (each.observation_id, at): (each, reading)
        for at, reading in enumerate(readings)
        for each in (*reading.figures, *same_number(question, reading, scales))
        if each.observation_id not in used
    }
    ordered = sorted(looked_at.values(), key=lambda pair: _how_far(pair[0], question))
    found: dict[str, tuple[Observation, str, Reading]] = {}
    reached = None
    for figure, reading in ordered:
        far = _how_far(figure, question)
        if len(found) >= scales.settings.near_misses and far != reached:
            break
        why = why_left_out(figure, reading, scales)
        if why is not None and (why != "other_measure" or figure.measure_id not in question.readings):
            found.setdefault(figure.observation_id, (figure, why, reading))
            reached = far
    return found


def same_number_of_any_measure(question: Question, scales: Scales) -> tuple[NearMiss, ...]:
    """Where it is not known what a claim counts: figures with its very number in its place, from before the letter.

    Only numbers of four digits and more are looked up; "five" and "100" stand everywhere.
    """
    if question.value < _LEAST_FOR_ANY:
        return ()
    found = [
        each
        for each in scales.index.of_value(scales.index.measures, question.value, question.value)
        if known(each, question) and relation(each, question, scales.index) in ("same", "open")
    ]
    latest = sorted(found, key=lambda each: (-day_of(each).toordinal(), each.observation_id))
    kept = latest[: scales.settings.near_misses]
    return tuple(NearMiss(observation=each, reason=_counts(each, scales)) for each in kept)


def _counts(figure: Observation, scales: Scales) -> str:
    return say("near_misses.counts", label=scales.index.measures[figure.measure_id].label)


def _distance(figure: Observation, why: str, question: Question) -> tuple[tuple[bool, int], int, str]:
    return _how_far(figure, question), _WEIGHT.index(why), figure.observation_id


def _how_far(figure: Observation, question: Question) -> tuple[bool, int]:
    """The claim's own number first, then by days."""
    days = abs((day_of(figure) - question.end).days) if question.end else 0
    return figure.value != question.value, days


def reason(figure: Observation, why: str, reading: Reading, scales: Scales) -> str:
    """Why a figure was left out, as a phrase."""
    question, index = reading.question, scales.index
    if why == "other_start" and figure.period_start is None:
        why = "no_start"
    event, measure = index.events.get(figure.event_id or ""), index.measures.get(figure.measure_id)
    days = abs((day_of(figure) - question.end).days) if question.end else 0
    return say(
        f"near_misses.{why}",
        start=day(figure.period_start) if figure.period_start else "",
        asked=day(question.start) if question.start else "",
        window=window(figure),
        event=event.name if event else "",
        where=index.gazetteer.name(index.gazetteer.of(figure)),
        days=str(days),
        label=measure.label if measure else figure.measure_id,
        correction=figure.superseded_by or "",
    )
