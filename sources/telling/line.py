"""The line of figures of a verdict: what the claim says, what the sources say, and which sign stands between."""

from __future__ import annotations

from decimal import Decimal

from sources.comparison.asking.intervals import above, below
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, Weighed, day_of
from sources.comparison.change.change_pairs import is_share
from sources.comparison.decide import Decision
from sources.comparison.slips.slip import Slip
from sources.model import Observation
from sources.telling.clauses import is_elsewhere, kin_name, label
from sources.telling.figures_told import bare, cell, claimed, short_cell
from sources.telling.say import number, say
from sources.telling.undecided_lines import WINDOWS, nearest, nothing_against, undecided_line


def arithmetic(decision: Decision, slips: list[Slip], scales: Scales) -> str:
    """One line of figures with as-of dates and producer: "512 (AB, 4 May 2020) ≤ 515 ≤ 520 (AB, 11 May 2020)".

    Signs stand only between figures of one thing; what else the number may be is told in words.
    """
    question, decider = decision.reading.question, decision.decider
    claim = claimed(question)
    if decider is None:
        parts = [undecided_line(decision, slips, scales)]
        slips = slips[1:] if slips and slips[0].why in WINDOWS else slips
    elif decision.stale is not None:
        sign = "=" if decision.stale.value == question.value else "≈"
        parts = [f"{cell(decision.stale, scales)} {sign} {bare(question)}", f"≠ {cell(_end(decider), scales)}"]
    elif decider.how == "pace":
        parts = [_beyond(decider, question, scales)]
    elif decider.how in ("change", "difference"):
        parts = [_change(claim, decider, question, scales)]
    elif decision.by_kin or is_elsewhere(_end(decider), question, scales):
        parts = [f"{kin_name(_end(decider), decision, scales)}: {_one(claim, decider, question, scales)}"]
    elif len(decider.observations) == 2 and decider.outcome == "supports":
        parts = [_bracket(claim, decider, question, scales)]
    else:
        parts = [_one(claim, decider, question, scales)]
    others = _others(decision, slips, question, scales)
    if decider is None and others and parts == [nothing_against(question)]:
        parts = [say("arithmetic.claimed", claim=claim)]
    return "; ".join(dict.fromkeys([*parts, *others]))


def _change(claim: str, decider: Weighed, question: Question, scales: Scales) -> str:
    """Two figures, what lies between them, and the claim: "1,100 (AB, 1 Jul) − 1,000 (AB, 1 Jan) = 100 ≈ 100"."""
    first, last = decider.observations[0], decider.observations[-1]
    sign = {"supports": "⇒", "too_high": "<", "too_low": ">"}.get(decider.outcome, "·")
    if first is last:
        return f"{cell(last, scales)} {sign} {claim}"
    if question.claim.quantity.direction == "down":
        first, last = last, first
    size, claim = last.value - first.value, claim if decider.outcome == "supports" else bare(question)
    if not is_share(question):
        return f"{short_cell(last, scales)} − {short_cell(first, scales)} = {_minus(size)} {sign} {claim}"
    whole = decider.observations[0].value
    share = _minus(round(size / whole * 100, 1)) if whole else ""
    return f"({short_cell(last, scales)} − {short_cell(first, scales)}) / {number(whole)} = {share}% {sign} {claim}"


def _beyond(decider: Weighed, question: Question, scales: Scales) -> str:
    """The newest figure, what has come since at most, the claim: "900 (AB, 1 May) + 40 in 14 days < 1,200"."""
    figure = decider.observations[-1]
    reach = number(((decider.band.high or figure.value) - figure.value).to_integral_value())
    days = (question.end - day_of(figure)).days if question.end else 0
    added = say("arithmetic.added", reach=reach, days=str(days))
    return f"{cell(figure, scales)} + {added} < {bare(question)}"


def _minus(size: Decimal) -> str:
    return number(size).replace("-", "−")


def _bracket(claim: str, decider: Weighed, question: Question, scales: Scales) -> str:
    """Two figures, the earlier first, and the claim between them; an arrow where both bear out a bound."""
    low, high = decider.observations
    value = question.value
    if not (min(low.value, high.value) <= value <= max(low.value, high.value)) and _is_bound(question):
        return f"{short_cell(low, scales)}, {short_cell(high, scales)} ⇒ {claim}"
    left, right = "≤" if low.value <= value else "≥", "≤" if value <= high.value else "≥"
    return f"{short_cell(low, scales)} {left} {bare(question)} {right} {short_cell(high, scales)}"


def _is_bound(question: Question) -> bool:
    return question.claim.quantity.comparator in (">", ">=", "<", "<=")


def _one(claim: str, decider: Weighed, question: Question, scales: Scales) -> str:
    """One figure against the claim: "> 700 (…) ⇒ > 500", "512 (…) = 512", "512 (…) < 600"."""
    figure = _end(decider)
    if decider.outcome != "supports" and figure.value == question.value:
        return say("arithmetic.tie", figure=cell(figure, scales), claim=claim)
    if decider.outcome != "supports":
        return f"{cell(figure, scales)} {'>' if figure.value > question.value else '<'} {bare(question)}"
    if _is_bound(question):
        return f"{cell(figure, scales)} ⇒ {claim}"
    if figure.value == question.value and figure.comparator in (">", ">=", "<", "<="):
        return say("arithmetic.beside", figure=cell(figure, scales), claim=claim)
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


def _others(decision: Decision, slips: list[Slip], question: Question, scales: Scales) -> list[str]:
    """What the line tells beside the deciding figures: who disagrees, and what the number may really be."""
    used = set(decision.decider.observations) if decision.decider else {nearest(decision, slips)}
    last = [each.observations[-1] for each in decision.rivals]
    against = {each.observation_id: each for each in last if each not in used}
    told = [_rival(each, decision, scales) for each in against.values()]
    other = [slip for slip in slips if slip.figure not in used and slip.figure.observation_id not in against]
    return told + [say(f"arithmetic.{_told_as(slip)}", **_named(slip, scales)) for slip in other]


def _rival(figure: Observation, decision: Decision, scales: Scales) -> str:
    """A figure that disagrees, with a sign where it is one of the very event, window or day of the one that decides."""
    decider, told = decision.decider, cell(figure, scales)
    if figure.value == decision.reading.question.value and figure.comparator == "=":
        return f"= {told}"
    own = decider.observations[-1] if decider else figure
    alike = figure.event_id is not None or _time(figure) == _time(own)
    return f"≠ {told}" if alike and figure.comparator == own.comparator else say("arithmetic.against", figure=told)


def _time(figure: Observation) -> tuple[object, object]:
    return figure.period_start, figure.period_end


def _told_as(slip: Slip) -> str:
    return slip.why if slip.why in ("readings_differ", "start_of_a_part", "other_place") else "same_number"


def _named(slip: Slip, scales: Scales) -> dict[str, str]:
    where = scales.index.gazetteer.name(scales.index.gazetteer.of(slip.figure))
    return {"label": label(slip.measure_id, scales), "figure": cell(slip.figure, scales), "where": where}
