"""The line of arithmetic where nothing decides."""

from __future__ import annotations

from typing import Final

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales
from sources.comparison.asking.window_ends import uncovered
from sources.comparison.decide import Decision
from sources.comparison.slips.slip import Slip
from sources.model import Observation
from sources.telling.clauses import asked, first_after, last_before, told_for
from sources.telling.figures_told import cell, claimed
from sources.telling.say import say, short_day, signed, stretch
from sources.words import words

WINDOWS: Final = ("other_start", "other_window")


def nothing_against(question: Question, *, own: bool = False) -> str:
    """The line of a claim that no figure is set against. `own`: the letter counts its own signatories."""
    return say(f"arithmetic.{'own' if own else 'nothing'}", claim=claimed(question))


def undecided_line(decision: Decision, slips: list[Slip], scales: Scales) -> str:
    """What is claimed for which time, and the nearest that was counted: with the dates it does not cover."""
    question = decision.reading.question
    figure = nearest(decision, slips)
    if figure is not None and not asked(question):
        return say("arithmetic.undated", claim=claimed(question), figure=cell(figure, scales))
    if figure is None:
        return nothing_against(question)
    span = decision.reading.way.spans
    return say(
        f"arithmetic.{'window' if span else 'day'}",
        claim=claimed(question),
        asked=asked(question, short=True) if span else short_day(question.end) if question.end else "",
        figure=signed(figure.comparator, figure.value),
        window=told_for(figure, scales, short=True),
        who=_who(figure, question, scales),
        missing=_missing(figure, question) if span else "",
    )


def nearest(decision: Decision, slips: list[Slip]) -> Observation | None:
    """The figure that an undecided line shows: the one whose number is claimed for another window, else the nearest."""
    question = decision.reading.question
    slip = next((each for each in slips[:1] if each.why in WINDOWS), None)
    return slip.figure if slip else last_before(decision, question) or first_after(decision, question)


def _who(figure: Observation, question: Question, scales: Scales) -> str:
    """The producer of a figure, and its place where that is not the claim's."""
    who, place = scales.index.short_name(figure.producer_id), scales.index.gazetteer.of(figure)
    return who if place in (None, question.place) else f"{who}, {scales.index.gazetteer.name(place)}"


def _missing(figure: Observation, question: Question) -> str:
    """The days of the claim's window outside that of a figure, ": 30 Apr–21 May 2025 not covered"."""
    start, end = question.start, question.end
    if start is None or end is None or figure.period_start is None or figure.period_end is None:
        return ""
    if (figure.period_start, figure.period_end) == (start, end):
        return ""
    gaps = uncovered(start, end, [(figure.period_start, figure.period_end)])
    joined = str(words("verdicts")["lists"]["and"]).join(stretch(*gap, short=True) for gap in gaps)
    return say("arithmetic.missing", gaps=joined) if gaps else say("arithmetic.wider")
