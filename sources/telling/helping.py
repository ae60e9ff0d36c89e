"""What evidence would change a verdict, and what the letter might say instead."""

from __future__ import annotations

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, day_of
from sources.comparison.decide import Decision
from sources.comparison.slips.slip import Slip
from sources.model import Observation
from sources.telling.clauses import asked, figure_of, is_elsewhere, label
from sources.telling.explain import day_asked, event_name, main_figure
from sources.telling.say import as_of, day, number, say


def would_change(decision: Decision, question: Question, scales: Scales) -> str | None:
    """What evidence would change the verdict."""
    if decision.because == "own_count":
        return None
    if decision.because in ("no_measure", "no_event", "no_date", "no_place", "change_no_dates"):
        return say(f"would_change.{decision.because}")
    decider = decision.decider
    who = scales.index.short_name(decider.producer_id) if decider else ""
    undecided = decision.reading.way.unknown
    key = "conflict" if decision.axis == "conflicting_sources" else "decided" if decider else undecided
    where = scales.index.gazetteer.name(decision.reading.question.place) or event_name(question, scales)
    days = asked(decision.reading.question) if decision.reading.way.spans else day_asked(question)
    return say(
        f"would_change.{key}", label=label(decision.reading.measure_id, scales), asked=days, who=who, where=where
    )


def suggestion(decision: Decision, slips: list[Slip], question: Question, scales: Scales) -> str | None:
    """The strongest wording that the evidence supports, where it differs from what the letter says."""
    counted = question.claim.quantity.counted or label(decision.reading.measure_id, scales).lower()
    window_slip = next((slip for slip in slips if slip.caution in ("window_mismatch", "scope_mismatch")), None)
    if decision.decider is None and window_slip is not None:
        return _in_window(window_slip.figure, counted, scales)
    figure = main_figure(decision.decider)
    if figure is None or decision.by_kin or not decision.reading.way.suggests or decision.axis == "conflicting_sources":
        return None
    if is_elsewhere(figure, decision.reading.question, scales):
        return None
    if decision.reading.way.covers and decision.because not in ("bracketed", "older_figure"):
        return _in_window(figure, counted, scales)
    who = scales.index.short_name(figure.producer_id)
    if decision.reading.way.told_once:
        return say("suggestions.source", figure=figure_of(figure), counted=counted, who=figure.published_by)
    if decision.because == "bracketed" and figure.comparator == "=" and figure.value < question.value:
        return say("suggestions.more", n=number(figure.value), counted=counted, day=as_of(figure), who=who)
    newest = _newest(decision, figure)
    return say("suggestions.as_of", figure=figure_of(newest), counted=counted, day=as_of(newest), who=who)


def _newest(decision: Decision, figure: Observation) -> Observation:
    if decision.because in ("older_figure", "bracketed"):
        return figure
    ends = decision.decider.observations if decision.decider else ()
    last = decision.reading.question.letter_date
    before = [each for each in ends if last is None or day_of(each) <= last]
    return before[-1] if before else figure


def _in_window(figure: Observation, counted: str, scales: Scales) -> str:
    who = scales.index.short_name(figure.producer_id)
    if figure.period_start is None or figure.period_end is None:
        return say("suggestions.as_of", figure=figure_of(figure), counted=counted, day=as_of(figure), who=who)
    start, end = day(figure.period_start), as_of(figure)
    return say("suggestions.window", figure=figure_of(figure), counted=counted, start=start, end=end, who=who)
