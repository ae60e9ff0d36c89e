"""The parts of an explanation: one decided verdict in figures, days and names."""

from __future__ import annotations

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, Weighed, day_of
from sources.comparison.decide import Decision
from sources.comparison.slips.slip import Slip
from sources.model import Observation
from sources.telling.say import as_of, hedged, number, say, stretch, window
from sources.words import words


def figure_of(figure: Observation) -> str:
    return hedged(figure.comparator, figure.value)


def asked(question: Question, *, short: bool = False) -> str:
    """The claim's own window, or its day."""
    if question.start is not None and question.end is not None and question.start <= question.end:
        return stretch(question.start, question.end, short=short)
    return stretch(question.end, question.end, short=short) if question.end else ""


def told_for(figure: Observation, scales: Scales, *, short: bool = False) -> str:
    """What time a figure speaks for: the window of a running count, the day of a stock or of a toll."""
    counted = figure.event_id is None and scales.index.measures[figure.measure_id].kind != "stock"
    return window(figure, short=short) if counted else as_of(figure, short=short)


def label(measure_id: str, scales: Scales) -> str:
    measure = scales.index.measures.get(measure_id)
    return measure.label if measure else measure_id


def deciding_sentence(decision: Decision, scales: Scales) -> str:
    """The first sentence of an explanation with a deciding source."""
    decider = decision.decider
    if decider is None:
        return ""
    if decision.because in ("conflict", "scales"):
        return say(f"decided.{decision.because}", conflict=_against(decision, scales))
    low, high = decider.low or decider.high, decider.high or decider.low
    if low is None or high is None:
        return ""
    stale = decision.stale or low
    return say(
        f"decided.{_key(decision, decider, scales)}",
        who=scales.index.short_name(decider.producer_id),
        low=figure_of(low),
        high=figure_of(high),
        low_day=as_of(low),
        high_day=as_of(high),
        low_window=told_for(low, scales),
        high_window=told_for(high, scales),
        published_by=low.published_by,
        title=low.title,
        ratio=number(scales.settings.understated),
        stale=figure_of(stale),
        stale_day=as_of(stale),
        days=str((decision.reading.question.end - day_of(low)).days) if decision.reading.question.end else "",
        reach=number(((decider.band.high or low.value) - low.value).to_integral_value()),
        what=kin_name(low_or_high(decider) or low, decision, scales)
        if decider.how != "row"
        else label(low.measure_id, scales),
    )


def _key(decision: Decision, decider: Weighed, scales: Scales) -> str:
    key = decision.because
    side = low_or_high(decider)
    if decider.how == "bounded" and side is not None and is_elsewhere(side, decision.reading.question, scales):
        kin = "part" if side is decider.low else "whole"
        return kin if decider.outcome == "supports" else f"{kin}_refutes"
    if key == "change" and decider.low is decider.high:
        return "change_level"
    two = decider.low is not None and decider.high is not None and decider.low is not decider.high
    if key == "bracketed" and _beyond(decision, decider):
        return "both"
    if key == "bracketed" and _outside(decision, decider, scales):
        return "beside"
    if key == "bounded":
        return _bounded_key(decision, decider)
    if key == "stock" and not two:
        return "stock_one"
    if key in ("too_high", "too_low") and decider.how in ("stock", "total"):
        return f"{key}_stock" if two else "not_in_text" if decider.how == "total" else key
    return key


def low_or_high(decider: Weighed) -> Observation | None:
    """The one figure behind a band; the refuting one of two."""
    if decider.low is None or decider.high is None:
        return decider.low or decider.high
    return decider.high if decider.outcome == "too_high" else decider.low


def is_elsewhere(figure: Observation, question: Question, scales: Scales) -> bool:
    """Whether a figure that is no toll is of a place inside or around the claim's."""
    place = scales.index.gazetteer.of(figure)
    return figure.event_id is None and question.place is not None and place not in (None, question.place)


def kin_name(figure: Observation, decision: Decision, scales: Scales) -> str:
    """What a figure of a part or a whole counts, as far as it is not what the claim counts: its label, event, place."""
    index, question = scales.index, decision.reading.question
    event = index.events.get(figure.event_id or "")
    place = index.gazetteer.of(figure)
    key = "of_event" if event is not None and figure.event_id != question.event else "plain"
    if key == "plain" and place not in (None, question.place) and figure.event_id is None:
        key = "of_place"
    return say(
        f"kin.{key}",
        label=label(figure.measure_id, scales),
        event=event.name if event else "",
        where=index.gazetteer.name(place),
    )


def _bounded_key(decision: Decision, decider: Weighed) -> str:
    """Whether it is the figure below, the one above or both that bear a claim out."""
    if decider.low is None:
        return "bounded_above"
    value = decision.reading.question.value
    if decider.high is None or value < decider.low.value:
        return "bounded"
    return "between" if value <= decider.high.value else "bounded_above"


def _beyond(decision: Decision, decider: Weighed) -> bool:
    """Whether both figures of a bracket lie on the side that bears a bound out: 519 and 530 of "more than 400"."""
    bound, value = decision.reading.question.interval, decision.reading.question.value
    if bound.low is not None and bound.high is not None:
        return False
    return all(each.value > value if bound.high is None else each.value < value for each in decider.observations)


def _outside(decision: Decision, decider: Weighed, scales: Scales) -> bool:
    """Whether a claim lies outside its bracket by less than matters."""
    value = decision.reading.question.value
    exact = decision.reading.question.interval.low == decision.reading.question.interval.high
    low, high = decider.band.low, decider.band.high
    return exact and ((low is not None and value < low) or (high is not None and value > high))


def _against(decision: Decision, scales: Scales) -> str:
    sides = [decision.decider, *decision.rivals]
    sides += [each for each in decision.reading.weighed if each.outcome != "open" and each not in sides]
    heard = [each for each in sides if each and each.grade != "weak"]
    return str(words("verdicts")["lists"]["conflict"]).join(_side(each, scales) for each in heard)


def _side(weighed: Weighed, scales: Scales) -> str:
    figure = weighed.observations[-1]
    return f"{figure_of(figure)} ({scales.index.short_name(figure.producer_id)}, {told_for(figure, scales)})"


def same_number_sentence(figure: Observation, scales: Scales) -> str:
    """That a number of which it is not known what it counts stands in the table."""
    who = scales.index.short_name(figure.producer_id)
    told = label(figure.measure_id, scales)
    return say("slips.any_measure", label=told, who=who, figure=figure_of(figure), window=window(figure))


def slip_sentence(slip: Slip, scales: Scales) -> str:
    """What the number may really be."""
    figure = slip.figure
    return say(
        f"slips.{slip.why}",
        label=label(slip.measure_id, scales),
        who=scales.index.short_name(figure.producer_id),
        figure=figure_of(figure),
        window=window(figure) if slip.why in ("other_start", "other_window") else told_for(figure, scales),
        where=scales.index.gazetteer.name(scales.index.gazetteer.of(figure)),
    )


def first_after(decision: Decision, question: Question) -> Observation | None:
    """The first figure under a reading after the claim's day, weak ones left out."""
    end = question.end
    found = [each for each in decision.reading.figures if each.grade != "weak" and (end is None or day_of(each) > end)]
    return min(found, key=lambda each: (day_of(each), each.observation_id), default=None)


def last_before(decision: Decision, question: Question) -> Observation | None:
    """The last figure under a reading up to the claim's day, weak ones left out."""
    found = [
        each
        for each in decision.reading.figures
        if each.grade != "weak" and (question.end is None or day_of(each) <= question.end)
    ]
    return max(found, key=lambda each: (day_of(each), each.observation_id), default=None)
