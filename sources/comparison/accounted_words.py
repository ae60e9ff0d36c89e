"""What must be accounted for before a figure refutes a claim: every word that stands to the figure.

A word of the claim's own part that is neither general nor of the measure, the row, a day, a place or a source narrows
what is counted: "412 people in the alleys of Oldtown", "96 trade unionists", "1,049 people aged 65 and above". A figure
that does not count just that has nothing to say against it.
"""

from __future__ import annotations

from typing import Final

from claims.language.words import vocabulary
from claims.text.phrases import norms
from sources.comparison.asking.weighing import CITED_TEXT, Scales
from sources.comparison.change.by_change import CHANGE
from sources.comparison.decide import Decision
from sources.evidence.number_slips import PLAIN_SLIPS, misprint_of
from sources.evidence.sentence.clues import Clues
from sources.evidence.wordbook import wordbook
from sources.evidence.words_left import words_left
from sources.model import Observation
from sources.words import words

_EVERY_DIGIT: Final = 4


def unaccounted(decision: Decision, clues: Clues, scales: Scales, *, surely: bool = False) -> tuple[str, ...]:
    """The words of a claim that the measure and the rows which refute it do not account for, in their order.

    A number that is a row's own but for a plain slip is of that row, whatever else is said of it: with four digits or
    more; `surely`: the row is meant by all else.
    """
    rows = decision.decider.observations if decision.decider is not None else ()
    if surely or any(_is_slip(clues, row, scales) for row in rows) or _is_text(decision):
        return ()
    told = _told_with(decision, scales)
    left = words_left(decision.reading.measure_id, rows, clues, scales.index, decision.reading.question.event)
    return tuple(dict.fromkeys(each.norm for each in left if each.norm not in told))


def _told_with(decision: Decision, scales: Scales) -> frozenset[str]:
    """What else is told with a figure: "fell by" with a change, who did it with one event or a measure of its doers."""
    told = frozenset(words("general")["changes"]) if decision.reading.way is CHANGE else frozenset[str]()
    agents = scales.index.measures[decision.reading.measure_id].agents
    doers = vocabulary("measure_words")["agents"]
    named = doers if decision.reading.question.event is not None else [each for each in doers if each in agents]
    return told.union(norm for each in named for phrase in doers[each] for norm in norms(phrase))


def _is_text(decision: Decision) -> bool:
    """Whether a claim tells, by its title or day, the very text whose one figure decides."""
    decider = decision.decider
    return decision.reading.way.told_once and decider is not None and decider.cited >= CITED_TEXT


def _is_slip(clues: Clues, row: Observation, scales: Scales) -> bool:
    """Whether a number of four digits is a row's but for a plain slip, and its sentence shares a word with the row."""
    if clues.exactness < _EVERY_DIGIT or misprint_of(clues.value, row.value) not in PLAIN_SLIPS:
        return False
    measures = wordbook(scales.index).measures
    return row.measure_id == clues.claim.measure or bool(measures.shared(row.measure_id, clues.wording, row.as_printed))
