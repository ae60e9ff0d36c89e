"""What the measures that a claim's words fit say of it, and the rows that may be behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, is_out, usable
from sources.comparison.change.by_change import decide_change
from sources.comparison.decide import DECIDED, Decision, decide
from sources.comparison.readings import read
from sources.comparison.rights import rightful
from sources.evidence.candidates import candidates
from sources.evidence.meant import Meant, meant_by
from sources.evidence.sentence.clues import Clues
from sources.evidence.sentence.unread import is_step
from sources.model import Observation

_SHARES = ("percentage", "share", "money", "multiple", "duration", "physical", "ordinal")


def rows_meant(question: Question, clues: Clues, scales: Scales) -> Meant:
    """The rows behind a claim; those of a change or of a letter's signatories are looked for otherwise."""
    quantity = question.claim.quantity
    sized = quantity.additive or quantity.dimension in ("percentage", "share") or is_step(clues.setting)
    if (quantity.direction is not None and sized) or question.claim.kind == "signatories":
        return Meant(repeated=None, misquoted=None, found=())

    def may_be_held(row: Observation) -> bool:
        return usable(row, question, scales.index) and is_out(row, question)

    found = [each for each in candidates(clues, question.interval, scales.index) if may_be_held(each.row)]
    return meant_by(clues, found, scales.index, question.interval, may_be_held)


def decided_by_words(question: Question, clues: Clues, scales: Scales) -> tuple[list[Decision], str]:
    """What the measures that the words fit say of a claim, as far as they may; else why they are not asked."""
    if not question.readings:
        return [], "no_measure"
    unlike = _unlike(question, scales)
    if unlike is not None:
        return [], unlike
    return [rightful(each, clues, scales) for each in _decisions(question, scales)], ""


def _decisions(question: Question, scales: Scales) -> list[Decision]:
    """The result under each reading; for the whole country where an inherited place of it leads to nothing.

    "Ninety houses have burned since" below a sentence about one village may be of it or of the country: what the
    figures of the country bear out is told with that note, and they refute nothing.
    """
    if question.claim.quantity.direction is not None:
        return [decide_change(question, measure, scales) for measure in question.readings]
    decisions = [decide(read(question, measure, scales), scales) for measure in question.readings]
    wider = _widened(question, scales)
    if wider is None or any(decision.axis in DECIDED for decision in decisions):
        return decisions
    widened = [decide(read(wider, measure, scales), scales) for measure in question.readings]
    return widened if any(decision.axis == "consistent" for decision in widened) else decisions


def _widened(question: Question, scales: Scales) -> Question | None:
    """The question for the outermost place, where the claim's sentence names none and an earlier one names a part."""
    if question.claim.place_inherited is None or question.place is None or question.event is not None:
        return None
    outermost = scales.index.gazetteer.chain(question.place)[-1]
    if outermost == question.place:
        return None
    return replace(question, place=outermost, assumptions=(*question.assumptions, "place_widened"))


def _unlike(question: Question, scales: Scales) -> str | None:
    """Why a quantity cannot be set against counts at all: a percentage of something, a sum of money."""
    if question.claim.quantity.direction is not None and question.claim.quantity.dimension in ("percentage", "share"):
        return None
    units = {scales.index.measures[measure].unit for measure in question.readings}
    unlike = question.claim.quantity.dimension in _SHARES and question.claim.quantity.unit not in units
    return "not_a_count" if unlike else None


def stated_reading(decisions: Sequence[Decision]) -> Decision:
    """The reading that the verdict states: the first that is borne out, else the first that is decided at all.

    A word that fits two measures is never held against a letter under the one while the other bears it out.
    """
    direct = [decision for decision in decisions if not decision.by_kin]
    for among, wanted in (
        (direct, ("consistent",)),
        (direct, ("understated",)),
        (decisions, ("consistent",)),
        (direct, DECIDED),
        (decisions, DECIDED),
        (direct, ("not_comparable",)),
    ):
        for decision in among:
            if decision.axis in wanted:
                return decision
    return decisions[0]
