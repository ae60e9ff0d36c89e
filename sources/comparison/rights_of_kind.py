"""No right by kind: a row that counts things of another kind, or that lies beyond any slip, refutes nothing.

Seventeen areas say nothing of 638,000 people, whoever counts both; nor does a figure that a letter only mentions again.
Nor is anything refuted as of a thing or a place that another sentence tells, or by what a wider place has.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from claims.text.phrases import words_before
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales
from sources.comparison.decide import Decision
from sources.evidence.fits.kinds_of_things import same_kind
from sources.evidence.number_slips import PLAIN_SLIPS, misprint_of
from sources.evidence.sentence.clues import Clues
from sources.evidence.wordbook import wordbook
from sources.model import Observation
from sources.words import words

_FAR: Final = Decimal(20)
"""So many times a figure, or so small a part of it, is no slip of it: where no measure was read, it is of another."""
_EVERY_DIGIT: Final = 4


def unlike(decision: Decision, clues: Clues) -> str | None:
    """Why figures are of too different a kind to refute a claim; a key of the wording."""
    rows = decision.decider.observations if decision.decider is not None else ()
    if any(same_kind(clues.claim.quantity, row.unit) is False for row in rows):
        return "other_kind"
    if not any(misprint_of(clues.value, row.value) in PLAIN_SLIPS for row in rows):
        if clues.claim.measure is None and any(_is_far(clues.value, row) for row in rows):
            return "beyond_compare"
        if clues.taken_over or clues.several:
            return "taken_over" if clues.taken_over else "several_tell"
    elif clues.taken_over and clues.exactness < _EVERY_DIGIT:
        return "taken_over"
    return "told_again" if is_told_again(clues) else None


def _is_far(value: Decimal, row: Observation) -> bool:
    return value > 0 and row.value > 0 and not row.value / _FAR <= value <= row.value * _FAR


def is_told_again(clues: Clues) -> bool:
    """Whether a figure only takes up one told before ("Of the 369, 41 died at home")."""
    if clues.letter_numbers.get(clues.value, 0) < 2:
        return False
    before = words_before(clues.claim.sentence, clues.setting.number.start)
    return bool(before) and before[-1].norm in _takes_up()


@cache
def _takes_up() -> frozenset[str]:
    return frozenset(words("sourcing")["takes_up_a_number"])


def is_measure_told(decision: Decision, clues: Clues, scales: Scales) -> bool:
    """Whether the claim's own sentence tells what a row counts: as read, by a word, or of another figure in it.

    "In 2016 it was 5,413", below a sentence about refugees, is refuted by no count of refugees, however it is slipped.
    """
    measure = decision.reading.measure_id
    if measure in {clues.claim.measure, *clues.claim.measures_possible, *clues.measures_here}:
        return True
    rows = decision.decider.observations if decision.decider is not None else ()
    measures = wordbook(scales.index).measures
    return any(measures.shared(measure, clues.wording, row.as_printed) for row in rows)


def is_of_a_part_of_the_place(question: Question, clues: Clues, scales: Scales) -> bool:
    """Whether the figure's own words name a place within the one whose figures are asked.

    "The page on Lower Olmo has 106,000 displaced there": what all Erehwon has is no figure of Lower Olmo.
    """
    gazetteer = scales.index.gazetteer
    return bool(clues.places) and all(gazetteer.relation(place, question.place) == "inside" for place in clues.places)


def borrowed_place(question: Question, scales: Scales) -> bool:
    """Whether the place stands in an earlier sentence alone, told neither by the source nor by the event counted from.

    The place of the whole letter is the claim's too.
    """
    told, index = question.claim.place_inherited, scales.index
    if told is None or "sentence" not in told or question.place is None:
        return False
    if any(index.country_of_producer(producer) == question.place for producer in question.cited_producers):
        return False
    counted_from = (
        event for event in index.events.values() if event.start == question.start and event.start is not None
    )
    return not any(index.gazetteer.resolve(event.place) == question.place for event in counted_from)
