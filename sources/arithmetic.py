"""The line of figures of a verdict: what the claim says, what the sources say, and which sign stands between."""

from __future__ import annotations

from sources.decide import Decision
from sources.intervals import above, below
from sources.model import Observation
from sources.question import Question
from sources.slippage import Slip
from sources.weighing import Scales, Weighed
from sources.wording import as_of, number, say, short_day, signed, window


def arithmetic(decision: Decision, slips: list[Slip], scales: Scales) -> str:
    """One line of figures with as-of dates and producer: "512 (AB, 4 May 2020) ≤ 515 ≤ 520 (AB, 11 May 2020)"."""
    question, decider = decision.reading.question, decision.decider
    claim = claimed(question)
    if decider is None:
        parts = [nothing_against(question)]
    elif decision.stale is not None:
        sign = "=" if decision.stale.value == question.value else "≈"
        parts = [f"{cell(decision.stale, scales)} {sign} {bare(question)}", f"≠ {cell(_end(decider), scales)}"]
    elif len(decider.observations) == 2 and decider.outcome == "supports":
        parts = [_bracket(claim, decider, question, scales)]
    else:
        parts = [_one(claim, decider, question, scales)]
    parts += [f"{sign} {cell(figure, scales)}" for sign, figure in _others(decision, slips, question)]
    return "; ".join(dict.fromkeys(parts))


def bare(question: Question) -> str:
    """The claim's number without its comparator; both ends of a range."""
    low, high = question.interval.low, question.interval.high
    if question.claim.quantity.comparator == "range" and low is not None and high is not None:
        return f"{number(low)}–{number(high)}"
    return number(question.value)


def claimed(question: Question) -> str:
    """The claim's number with the sign of its comparator; both ends of a range."""
    comparator = question.claim.quantity.comparator
    return bare(question) if comparator == "range" else signed(comparator, question.value)


def nothing_against(question: Question) -> str:
    """The line of a claim that no figure is set against."""
    return say("arithmetic.nothing", claim=claimed(question))


def cell(figure: Observation, scales: Scales) -> str:
    """A figure with its producer and window; a toll with its day; a total with the text that prints it and its day."""
    if scales.index.measures[figure.measure_id].kind == "total":
        printed = short_day(figure.published_on) if figure.published_on else as_of(figure, short=True)
        return f"{signed(figure.comparator, figure.value)} ({figure.published_by}, {printed})"
    if figure.event_id is not None:
        return _short(figure, scales)
    who = scales.index.short_name(figure.producer_id)
    return f"{signed(figure.comparator, figure.value)} ({who}, {window(figure, short=True)})"


def _short(figure: Observation, scales: Scales) -> str:
    who = scales.index.short_name(figure.producer_id)
    return f"{signed(figure.comparator, figure.value)} ({who}, {as_of(figure, short=True)})"


def _bracket(claim: str, decider: Weighed, question: Question, scales: Scales) -> str:
    """Two figures, the earlier first, and the claim between them; an arrow where both bear out a bound."""
    low, high = decider.observations
    value = question.value
    if not (min(low.value, high.value) <= value <= max(low.value, high.value)) and _is_bound(question):
        return f"{_short(low, scales)}, {_short(high, scales)} ⇒ {claim}"
    left, right = "≤" if low.value <= value else "≥", "≤" if value <= high.value else "≥"
    return f"{_short(low, scales)} {left} {bare(question)} {right} {_short(high, scales)}"


def _is_bound(question: Question) -> bool:
    return question.claim.quantity.comparator in (">", ">=", "<", "<=")


def _one(claim: str, decider: Weighed, question: Question, scales: Scales) -> str:
    """One figure against the claim: "> 700 (…) ⇒ > 500", "512 (…) = 512", "512 (…) < 600"."""
    figure = _end(decider)
    if decider.outcome != "supports":
        return f"{cell(figure, scales)} {'>' if figure.value > question.value else '<'} {bare(question)}"
    if _is_bound(question):
        return f"{cell(figure, scales)} ⇒ {claim}"
    if figure.value == question.value and figure.comparator == "=":
        return f"{cell(figure, scales)} = {claim}"
    if _far(figure, question, scales):
        return f"{cell(figure, scales)} ⇒ {claim}"
    return f"{cell(figure, scales)} ≈ {bare(question)}"


def _end(decider: Weighed) -> Observation:
    """The figure that refutes: the highest of a claim too high, the lowest of one too low; else the first."""
    if decider.outcome == "too_high":
        return max(decider.observations, key=lambda each: each.value)
    if decider.outcome == "too_low":
        return min(decider.observations, key=lambda each: each.value)
    return decider.observations[0]


def _far(figure: Observation, question: Question, scales: Scales) -> bool:
    value = question.value
    return above(value, figure.value, scales.settings) or below(value, figure.value, scales.settings)


def _others(decision: Decision, slips: list[Slip], question: Question) -> list[tuple[str, Observation]]:
    """Figures that the line shows beside the deciding ones: what the number may really be, and who disagrees."""
    shown = [slip.figure for slip in slips] + [each.observations[-1] for each in decision.rivals]
    used = set(decision.decider.observations) if decision.decider else set()
    distinct = {each.observation_id: each for each in shown if each not in used}
    return [("=" if each.value == question.value else "≠", each) for each in distinct.values()]
