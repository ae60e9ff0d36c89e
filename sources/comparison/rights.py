"""Who may refute: no negative verdict by a figure that has no right to it.

A claim that names its source is refuted by that source alone; a floor (verified names, media counts) refutes from above
only those who cite it; a part never refutes a whole, nor a whole a part, except by size; nothing is refuted on what was
only assumed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sources.comparison.accounted_words import unaccounted
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, Weighed, day_of
from sources.comparison.decide import Decision
from sources.comparison.rights_of_kind import borrowed_place, is_measure_told, is_of_a_part_of_the_place, unlike
from sources.comparison.settling import BY_ROWS, WORLD
from sources.evidence.sentence.clues import Clues
from sources.evidence.shared_words import root
from sources.evidence.wordbook import wordbook
from sources.model import AgainstSource, Observation

_STRETCH_DAYS: Final = 45
NEGATIVE: Final[tuple[AgainstSource, ...]] = ("overstated", "understated", "contradicted", "conflicting_sources")


def rightful(decision: Decision, clues: Clues, scales: Scales) -> Decision:
    """The decision, or where its source has no right to it, the same figures beside a claim left open."""
    if clues.supposed and decision.axis == "consistent":
        return replace(decision, axis="not_comparable", because="supposed", decider=None, supporters=())
    if decision.axis == "consistent" and clues.strange and not _is_told_number(decision, clues):
        return _left_open(decision, "not_cited")
    if decision.axis == "consistent" and decision.by_kin and WORLD in decision.reading.question.assumptions:
        return replace(decision, axis="not_comparable", because="assumed", decider=None, supporters=())
    if decision.axis == "consistent":
        return _not_a_part(decision, clues, scales)
    if decision.axis not in NEGATIVE or decision.decider is None:
        return decision
    why = why_not(decision, clues, scales)
    return _accounted(decision, clues, scales) if why is None else _left_open(decision, why)


def rightful_row(decision: Decision | None, clues: Clues, scales: Scales, *, surely: bool = False) -> Decision | None:
    """The misquoted row, unless words of the claim are of something that it does not count; a row repeated as it is.

    `surely`: a plain slip shows that it is meant, whatever the words beside.
    """
    if decision is None or decision.axis == "consistent":
        return decision
    if _falls_short(decision, scales):
        return _left_open(decision, "none_fits")
    if not is_measure_told(decision, clues, scales):
        return _left_open(decision, "thing_before")
    return _accounted(decision, clues, scales, surely=surely)


def _falls_short(decision: Decision, scales: Scales) -> bool:
    """Whether a row counts only up to some day of the stretch that is claimed, and the claim is of more.

    "Twelve billion in 2025" is no misquotation of what had come in by June.
    """
    question, decider = decision.reading.question, decision.decider
    if decider is None or decider.outcome != "too_high" or question.end is None or not question.end_stated:
        return False
    if scales.index.measures[decision.reading.measure_id].kind != "cumulative" or question.start_grain == "day":
        return False
    return all((question.end - day_of(each)).days > _STRETCH_DAYS for each in decider.observations)


def _accounted(decision: Decision, clues: Clues, scales: Scales, *, surely: bool = False) -> Decision:
    """A refutation, unless it is of another kind, or words beside the figure are of what its figures do not count."""
    why = (
        "no_date" if _is_of_no_day(clues) else "assumed" if clues.day_apart and not surely else unlike(decision, clues)
    )
    if why is not None:
        return _left_open(decision, why)
    left = unaccounted(decision, clues, scales, surely=surely)
    return replace(_left_open(decision, "unaccounted"), unaccounted=left) if left else decision


def _is_of_no_day(clues: Clues) -> bool:
    """Whether words tell the time of a claim and name no day: "the year before", where no year stands before it."""
    period = clues.claim.period
    untold = period is not None and period.span is not None and period.start is None and period.end is None
    return untold and not clues.own_days and not clues.own_dates


def _left_open(decision: Decision, why: str) -> Decision:
    """The claim left open, with the figure that may not decide beside it where it is another's."""
    beside = (decision.decider,) if decision.decider is not None and why in ("not_cited", "floor") else ()
    return replace(
        decision, axis="not_comparable", because=why, decider=None, rivals=(*beside, *decision.rivals), supporters=()
    )


def _is_told_number(decision: Decision, clues: Clues) -> bool:
    """Whether a figure that decides prints the claim's very number."""
    return decision.decider is not None and any(each.value == clues.value for each in decision.decider.observations)


def why_not(decision: Decision, clues: Clues, scales: Scales) -> str | None:
    """Why a negative decision may not stand; a key of the wording."""
    decider, question = decision.decider, decision.reading.question
    if decider is None:
        return None
    if clues.supposed:
        return "supposed"
    if {BY_ROWS, WORLD} & set(question.assumptions) or borrowed_place(question, scales):
        return "assumed"
    if clues.day_apart:
        return "assumed"
    if is_of_a_part_of_the_place(question, clues, scales) and not _beyond_by_size(decision):
        return "part"
    if _is_of_a_stretch(decision, clues):
        return "stretch"
    if any(each.value in clues.taken for each in decider.observations) and clues.value not in clues.taken:
        return "none_fits"  # "361 in all of 2023, against 260 in 2022": the 260 is told, and is of another year
    if clues.told_source and not decider.cited and (clues.strange or not _is_own_document(question)):
        return "not_cited"
    if decider.outcome == "too_high" and not decider.cited and _is_floor(decider, scales):
        return "floor"
    if is_part(decision, clues, scales) and not _beyond_by_size(decision):
        return "part"
    return None


def _is_of_a_stretch(decision: Decision, clues: Clues) -> bool:
    """Whether a claim tells what happened over a stretch, and the figures how many there were on a day.

    "In the course of 2023 a million were driven out" is refuted by no stock; more than there are at all "since the war
    began" is too many.
    """
    question, decider = decision.reading.question, decision.decider
    if decider is None or decision.reading.way.name != "stock" or not (question.start_told or clues.over_time):
        return False
    if clues.over_time:
        return True
    if question.start is None or question.end is None or (question.end - question.start).days <= _STRETCH_DAYS:
        return False
    if any(each.period_start is not None for each in decider.observations):
        return False
    return question.end_stated or decider.outcome != "too_high"


def _is_own_document(question: Question) -> bool:
    """Whether the claim's sources are told without a name that could be anybody's: a note of nobody in particular."""
    claim = question.claim
    nameless = all(each.producer is None and each.kind != "attribution" for each in claim.citations)
    return nameless and claim.attribution is None and not question.cited_producers


def coverage_of(figure: Observation, scales: Scales) -> str | None:
    """What a figure may be taken for: its own word, else its producer's."""
    producer = scales.index.producers.get(figure.producer_id)
    return figure.coverage or (producer.coverage if producer else None)


def _is_floor(decider: Weighed, scales: Scales) -> bool:
    """Whether figures count what could be verified; of what may have come since, those too of whom nobody said."""
    coverages = {coverage_of(each, scales) for each in decider.observations}
    return "floor" in coverages or (decider.how == "pace" and None in coverages)


def is_part(decision: Decision, clues: Clues, scales: Scales) -> bool:
    """Whether words beside the figure make it a part of what is counted; an event's own words narrow nothing."""
    book = wordbook(scales.index)
    own = book.event_roots(decision.reading.question.event or "")
    measure = decision.reading.measure_id
    if clues.leans and not book.measures.count_of(measure, clues.own_words):
        # "19 of them in Upper Olmo": nothing but the whole before says what the 19 are
        return True
    return any(not book.measures.names(measure, told) and root(told) not in own for told in clues.parts)


def _beyond_by_size(decision: Decision) -> bool:
    """Whether a part is claimed to be larger than its whole."""
    return decision.decider is not None and decision.decider.outcome == "too_high"


def _not_a_part(decision: Decision, clues: Clues, scales: Scales) -> Decision:
    """A whole bears no part out: of 20,000 held, 300 may be women or not."""
    if decision.decider is None or decision.reading.way.quotes or not is_part(decision, clues, scales):
        return decision
    if _is_told_number(decision, clues):
        return decision
    return replace(decision, axis="not_comparable", because="part", decider=None, supporters=())
