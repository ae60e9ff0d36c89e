"""The sentences of a verdict: what decides, what the number may really be, and what else an editor must know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claims.model import Citation
from sources.comparison.asking.question import Question, cited_level
from sources.comparison.asking.weighing import CITED_TEXT, Scales, Weighed
from sources.comparison.asking.window_ends import uncovered
from sources.comparison.decide import Decision
from sources.comparison.readings import Reading
from sources.comparison.slips.slip import Slip
from sources.lookup.vintages import published_day
from sources.model import Observation
from sources.telling.clauses import asked, deciding_sentence, figure_of, label, last_before, slip_sentence
from sources.telling.figures_told import cell
from sources.telling.say import day, say, stretch, window
from sources.words import words

_MOST = 3


def explanation(decision: Decision, slips: list[Slip], question: Question, scales: Scales) -> str:
    """One to three sentences for an editor."""
    first = deciding_sentence(decision, scales) or undecided_sentence(decision, scales)
    told = [first, *(slip_sentence(slip, scales) for slip in slips[:1]), *_notes(decision, slips, question, scales)]
    return " ".join(list(dict.fromkeys(sentence for sentence in told if sentence))[:_MOST])


def undecided_sentence(decision: Decision, scales: Scales) -> str:
    """Why no source decides, with the dates that nothing covers."""
    question = decision.reading.question
    last = last_before(decision, question)
    because = decision.because
    if because == "none_fits" and last is not None:
        because = decision.reading.way.far
    told = say(
        f"undecided.{because}",
        label=label(decision.reading.measure_id, scales),
        asked=asked(question) if decision.reading.way.spans else day_asked(question),
        dimension=question.claim.quantity.dimension,
        last=cell(last, scales) if last else "",
        where=scales.index.gazetteer.name(question.place) or event_name(question, scales),
        start=day(question.start) if question.start else "",
        words=str(words("verdicts")["lists"]["comma"]).join(decision.unaccounted),
    )
    gaps = missing_dates(decision.reading)
    if because == "none_fits" and gaps:
        joined = str(words("verdicts")["lists"]["and"]).join(stretch(start, end) for start, end in gaps)
        return f"{told} {say('notes.gap', gaps=joined)}"
    return told


def day_asked(question: Question) -> str:
    """The day up to which a claim counts, in words; empty where it has none."""
    return day(question.end) if question.end else ""


def event_name(question: Question, scales: Scales) -> str:
    """The name of the event of a claim, empty where it has none."""
    event = scales.index.events.get(question.event or "")
    return event.name if event else ""


def missing_dates(reading: Reading) -> list[tuple[date, date]]:
    """The days of the claim's window that no figure of the measure reaches, weak ones left out."""
    question = reading.question
    if not reading.way.covers or question.start is None or question.end is None or question.start > question.end:
        return []
    windows = [
        (each.period_start, each.period_end)
        for each in reading.figures
        if each.grade != "weak" and each.period_start is not None and each.period_end is not None
    ]
    return uncovered(question.start, question.end, windows)


def _notes(decision: Decision, slips: list[Slip], question: Question, scales: Scales) -> Iterator[str]:
    if decision.axis != "unverified":
        yield from _assumptions(decision, scales)
    yield from _citation_note(decision, question, scales)
    if decision.rivals and decision.axis != "conflicting_sources":
        comma = str(words("verdicts")["lists"]["comma"])
        rivals = {each.observations[-1].observation_id: each.observations[-1] for each in decision.rivals}
        yield say("notes.rivals", rivals=comma.join(cell(each, scales) for each in rivals.values()))
    yield from _open_note(decision, scales)
    yield from (slip_sentence(slip, scales) for slip in slips[1:])
    yield from _publication(decision, question, scales)


def _citation_note(decision: Decision, question: Question, scales: Scales) -> Iterator[str]:
    """That the text a claim cites is not in the table, where it can be told which text that is."""
    figures = decision.reading.figures
    told = [each for each in question.cited_documents if each[0]]
    levels = [cited_level(each, question) for each in figures]
    if told and not any(level >= CITED_TEXT for level in levels):
        producer, published_on = told[0]
        yield say("notes.cited_missing", cited=f"{scales.index.short_name(producer)}, {day(published_on)}")
    elif not question.cited_producers and any(_is_followable(each) for each in question.claim.citations):
        yield say("notes.cited_unknown")


def _is_followable(citation: Citation) -> bool:
    """Whether a citation names a text; "according to the UN" names none."""
    return citation.problem is None and citation.kind != "attribution"


def _open_note(decision: Decision, scales: Scales) -> Iterator[str]:
    """The strongest figure that looks as if it refuted the claim and does not: its window ends before the claim's."""
    decider = decision.decider
    if decider is None or not decision.reading.way.covers or decision.because not in ("bounded", "low_bound"):
        return
    found = [
        each
        for each in decision.reading.weighed
        if each.outcome == "open" and each.grade != "weak" and each.producer_id != decider.producer_id and each.low
    ]
    if found:
        most = max(found, key=lambda each: (each.band.low or 0, each.producer_id))
        figure = most.observations[-1]
        who = scales.index.short_name(figure.producer_id)
        yield say("notes.other_open", who=who, figure=figure_of(figure), window=window(figure))


def _assumptions(decision: Decision, scales: Scales) -> Iterator[str]:
    question = decision.reading.question
    if decision.reading.start_assumed and question.start is not None and decision.because != "start_assumed":
        yield say("notes.start_assumed", start=day(question.start))
    anchor = scales.index.events.get(question.claim.period.anchor or "") if question.claim.period else None
    if anchor is not None and not anchor.verified:
        yield say("notes.anchor_unverified", event=anchor.name)
    for key in question.assumptions:
        yield say(f"notes.{key}")


def _publication(decision: Decision, question: Question, scales: Scales) -> Iterator[str]:
    figure = main_figure(decision.decider)
    out = published_day(figure) if figure else None
    if figure is None or out is None:
        return
    if figure.published_on is None:
        producer = scales.index.producers[figure.producer_id]
        who = scales.index.short_name(figure.producer_id)
        yield say(
            f"notes.{'by_rule' if producer.lag_days else 'by_rule_same_day'}", days=str(producer.lag_days), who=who
        )
    elif question.letter_date is not None and out > question.letter_date and decision.because != "bracketed":
        yield say("notes.published_later", day=day(out))


def main_figure(decider: Weighed | None) -> Observation | None:
    """The figure that decides, the later of two."""
    return (decider.low or decider.high) if decider else None
