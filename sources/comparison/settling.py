"""A question settled by the table: where and since when, by who counts and what the sentence counts from; as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.model import Event
from claims.text.phrases import Hit, Word, split_words
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, is_out
from sources.evidence.dimensions import counts_a_rate, dimension_of, dimension_of_claim
from sources.evidence.sentence.clues import Clues
from sources.evidence.wordbook import wordbook
from sources.words import words

BY_ROWS: Final = "measure_by_rows"
WORLD: Final = "whole_world"
BY_TEXTS: Final = "place_by_texts"
_PLAIN: Final = 4.0
_CLEAR: Final = 1.0
_DOUBTLESS: Final = 6.0
_LEAST_SHARED = 2
_REACH = 3


def settled(question: Question, clues: Clues, scales: Scales) -> Question:
    """The question with the sources, the place, the start and the measures that the sentence and the table give."""
    cited = tuple(dict.fromkeys((*question.cited_producers, *sorted(clues.cited))))
    question = replace(question, cited_producers=cited)
    question = _placed_by_texts(_placed_by_start(_placed(question, scales), scales), clues, scales)
    question = _ended(_started(question, scales), clues)
    return _everywhere(_measured(question, clues, scales), scales)


def _placed(question: Question, scales: Scales) -> Question:
    """A producer that counts in one country alone speaks of that country; a place taken from elsewhere gives way."""
    places = {scales.index.country_of_producer(producer) for producer in question.cited_producers}
    place = places.pop() if len(places) == 1 else None
    if place is None or (question.place is not None and not question.claim.place_inherited):
        return question
    if question.place is not None and scales.index.gazetteer.relation(place, question.place) != "apart":
        return question
    kept = tuple(key for key in question.assumptions if key != "place_by_event")
    return replace(question, place=place, assumptions=kept)


def _placed_by_start(question: Question, scales: Scales) -> Question:
    """A claim of no place that counts from the very day of one event is of its country, as far as it is borne out."""
    if question.place is not None or question.event is not None or not question.start_told:
        return question
    gazetteer = scales.index.gazetteer
    found = {
        gazetteer.chain(place)[-1]
        for event in scales.index.events.values()
        if event.start == question.start and (place := gazetteer.resolve(event.place)) is not None
    }
    if question.start_grain != "day" or len(found) != 1:
        return question
    return replace(question, place=found.pop(), assumptions=(*question.assumptions, "place_by_event"))


def _placed_by_texts(question: Question, clues: Clues, scales: Scales) -> Question:
    """A claim of a letter that names no place is of the country of whose rows its other figures are, if borne out."""
    if question.place is not None or question.event is not None:
        return question
    gazetteer = scales.index.gazetteer
    found = {gazetteer.chain(place)[-1] for place in clues.texts_at if not gazetteer.is_world(place)}
    if len(found) != 1 or any(gazetteer.is_world(place) for place in clues.texts_at):
        return question
    return replace(question, place=found.pop(), assumptions=(*question.assumptions, BY_TEXTS))


def _everywhere(question: Question, scales: Scales) -> Question:
    """A claim of no place is of the whole world where those whom it cites, or all, have such figures of it."""
    index = scales.index
    if question.place is not None or question.event is not None:
        return question
    worlds = {
        place
        for measure in question.readings
        for each in index.find(measure, None, None, question.asked)
        if not question.cited_producers or each.producer_id in question.cited_producers
        if (place := index.gazetteer.of(each)) is not None and index.gazetteer.is_world(place)
    }
    if len(worlds) != 1:
        return question
    assumed = () if question.cited_producers else (WORLD,)
    return replace(question, place=worlds.pop(), assumptions=(*question.assumptions, *assumed))


def _ended(question: Question, clues: Clues) -> Question:
    """The last day that the sentence tells, where the period was read to the letter's date."""
    day = question.letter_date
    told = [each for each in clues.up_to if day is not None and each < day and each != question.start]
    if question.end_stated or question.event is not None or len(told) != 1:
        return question
    start = question.start if question.start is None or question.start <= told[0] else None
    return replace(question, start=start, end=told[0], end_stated=True)


def _started(question: Question, scales: Scales) -> Question:
    """ "Since the coup", where the reading did not know which: the one that the place had."""
    if question.start is not None:
        return question
    tokens = split_words(question.claim.sentence)
    hits = wordbook(scales.index).events.find(tokens)
    events = [event for hit in hits if _counted_from(hit, tokens) for event in hit.payloads]
    starts = {event.start for event in events if event.start is not None and _happened_there(event, question, scales)}
    if len(starts) != 1:
        return question
    return replace(question, start=starts.pop(), start_grain="day", start_told=True)


def _counted_from(hit: Hit[Event], tokens: Sequence[Word]) -> bool:
    before = {token.norm for token in tokens[max(0, hit.first - _REACH) : hit.first]}
    return bool(before & set(words("sourcing")["from_when"]))


def _happened_there(event: Event, question: Question, scales: Scales) -> bool:
    gazetteer = scales.index.gazetteer
    return gazetteer.relation(gazetteer.resolve(event.place), question.place) in ("same", "inside", "around", "open")


def _measured(question: Question, clues: Clues, scales: Scales) -> Question:
    """The measures read that have figures where the claim is of; where none was read, the one that the words fit."""
    if question.readings:
        there = tuple(each for each in question.readings if _has_figures(each, question, scales))
        return replace(question, readings=there or question.readings)
    best = _by_words(question, clues, scales)
    if best is None:
        return question
    measure, plain = best
    assumed = () if plain and question.cited_producers else (BY_ROWS,)
    return replace(question, readings=(measure,), assumptions=(*question.assumptions, *assumed))


def _has_figures(measure: str, question: Question, scales: Scales) -> bool:
    asked = scales.index.find(measure, question.event, question.place, question.asked)
    found = [each for each in asked if is_out(each, question)]
    if question.cited_producers:
        return any(each.producer_id in question.cited_producers for each in found)
    return bool(found)


def _by_words(question: Question, clues: Clues, scales: Scales) -> tuple[str, bool] | None:
    """The measure with figures there that the words fit clearly best, and whether they leave no doubt."""
    book = wordbook(scales.index).measures
    dimension = dimension_of_claim(clues)
    measures = scales.index.measures
    fits = sorted(
        (book.fit(each, clues.wording), each)
        for each in book.sharing(clues.wording, _LEAST_SHARED)
        if not (clues.rate and not counts_a_rate(measures[each])) and dimension_of(measures[each].unit) == dimension
    )
    there = [(fit, each) for fit, each in reversed(fits[-12:]) if _has_figures(each, question, scales)]
    if not there or there[0][0] < _PLAIN or (len(there) > 1 and there[1][0] > there[0][0] - _CLEAR):
        return None
    doubtless = there[0][0] > _DOUBTLESS and (len(there) == 1 or there[1][0] < there[0][0] - 2 * _CLEAR)
    return there[0][1], doubtless
