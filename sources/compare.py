"""Claims against the reference table: for each a verdict on three axes with its arithmetic, never "true" or "false"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.extraction import Extraction
from claims.language.load import load_language
from claims.model import Claim, Letter
from sources.comparison.asking.question import Question
from sources.comparison.asking.question_read import ask
from sources.comparison.asking.weighing import Scales
from sources.comparison.by_row import decide_by_row, outweighs
from sources.comparison.by_words import decided_by_words, rows_meant, stated_reading
from sources.comparison.decide import DECIDED, Decision
from sources.comparison.readings import is_own_count
from sources.comparison.rights import rightful_row
from sources.comparison.settling import settled
from sources.comparison.slips.slippage import slips
from sources.comparison.slips.sparing import spared
from sources.comparison.timeliness import corrected_since, timeliness_of, timeliness_of_older
from sources.evidence.meant import Meant
from sources.evidence.number_slips import PLAIN_SLIPS, misprint_of
from sources.evidence.sentence.around import COMPARED, beside_of, claims_by_sentence
from sources.evidence.sentence.beside import Beside
from sources.evidence.sentence.clues_read import clues_of
from sources.evidence.sentence.letter_told import LetterTold
from sources.evidence.sentence.units_before import in_unit_before
from sources.evidence.units_told import in_units_of
from sources.lookup.table_index import index_of
from sources.model import AgainstSource, ReferenceTable, Timeliness, Verdict
from sources.settings import DEFAULTS, Settings
from sources.telling.cautions import cautions_of
from sources.telling.clauses import label
from sources.telling.explain import explanation
from sources.telling.figures_used import figures_used
from sources.telling.helping import suggestion, would_change
from sources.telling.line import arithmetic
from sources.telling.near_misses import near_misses
from sources.telling.nearest import nearest_rows
from sources.telling.not_compared import inside, not_compared

NOTHING_BESIDE: Final = Beside()
_ASK = ("overstated", "understated", "contradicted", "conflicting_sources", "not_comparable", "unverified")
_ASKING_CAUTIONS = (
    "measure_slippage",
    "window_mismatch",
    "scope_mismatch",
    "comparator_hardened",
    "sources_conflict",
    "citation_unresolved",
)


def compare_letter(extraction: Extraction, table: ReferenceTable, settings: Settings = DEFAULTS) -> dict[str, Verdict]:
    """A verdict for each claim of a letter, by `claim_id`; lengths of time and ordinals are not held against sources.

    `Settings(as_known="letter")` compares with what was out on the letter's day, `Settings(as_known="today")` with what
    is known now.
    """
    notes = [segment.span for segment in extraction.segments if segment.kind == "notes"]
    scales = Scales(index=index_of(table), settings=settings)
    by_sentence, told = claims_by_sentence(extraction), LetterTold(extraction, scales.index)
    with load_language(extraction.letter.language).in_force():
        return {
            claim.claim_id: compare_claim(
                claim,
                extraction.letter,
                scales,
                in_note=any(span.contains(claim.span) for span in notes),
                beside=beside_of(claim, by_sentence, extraction, told),
            )
            if claim.kind in COMPARED
            else inside(claim)
            for claim in extraction.claims
        }


def compare_claim(
    claim: Claim, letter: Letter, scales: Scales, *, in_note: bool = False, beside: Beside = NOTHING_BESIDE
) -> Verdict:
    """The verdict on one claim of `letter`. `in_note`: it stands in a footnote, which then is its own citation.

    `beside`: what else was read in its sentence.
    """
    found = _compare(claim, letter, scales, in_note=in_note, beside=beside)
    day = letter.written_on or letter.published_on
    if scales.settings.as_known != "letter" or day is None:
        return found
    # What the sources said is weighed by what was out on the day; what has come since is told by the other axis alone.
    known = replace(scales, index=scales.index.known_on(day))
    then = _compare(claim, letter, known, in_note=in_note, beside=beside)
    return replace(then, timeliness=found.timeliness) if then.against_source == found.against_source else then


def _compare(claim: Claim, letter: Letter, scales: Scales, *, in_note: bool, beside: Beside) -> Verdict:
    """The verdict on a claim as it stands; where it tells nothing, on a bare number in the unit of the figure before.

    A unit taken from there may bear a number out; it refutes none but what a plain slip made of the source's own; and
    where a row was found that may not refute, it is told beside the claim.
    """
    verdict = _compare_as_told(claim, letter, scales, in_note=in_note, beside=beside)
    measured = in_unit_before(claim, beside)
    if verdict.against_source in DECIDED or measured is claim:
        return verdict
    again = _compare_as_told(measured, letter, scales, in_note=in_note, beside=beside)
    told = again.against_source == "consistent" or _by_a_plain_slip(again, measured)
    found = verdict.against_source == "unverified" and again.against_source == "not_comparable"
    return again if told or found else verdict


def _by_a_plain_slip(verdict: Verdict, claim: Claim) -> bool:
    """Whether two digits exchanged, or a factor of ten, part a claim from the figure that refutes it."""
    refuted = verdict.against_source in ("overstated", "understated", "contradicted")
    figures = (each.observation.value for each in verdict.evidence if each.decides)
    return refuted and any(misprint_of(claim.quantity.value, each) in PLAIN_SLIPS for each in figures)


def _compare_as_told(claim: Claim, letter: Letter, scales: Scales, *, in_note: bool, beside: Beside) -> Verdict:
    clues = clues_of(in_units_of(claim, scales.index), letter, scales.index, beside)
    question = ask(clues.claim, letter, scales.index, in_note=in_note, as_known=scales.settings.as_known)
    if is_own_count(question, scales):
        return not_compared(question, "own_count", scales, needs_editor=False)
    question = settled(question, clues, scales)
    meant = rows_meant(question, clues, scales)
    by_row = rightful_row(decide_by_row(meant, question, scales), clues, scales, surely=meant.surely)
    decisions, why = decided_by_words(question, clues, scales)
    if by_row is None and not decisions:
        dimension, counted = claim.quantity.dimension, claim.quantity.counted or claim.quantity.text
        told = label(question.readings[0], scales) if question.readings else ""
        return _nearest_told(
            not_compared(question, why, scales, dimension=dimension, label=told, counted=counted), meant, scales
        )
    main = stated_reading(decisions) if decisions else None
    if by_row is not None and (main is None or outweighs(by_row, main)):
        return _verdict(question, [by_row, *decisions], by_row, scales, meant)
    return _verdict(question, decisions, main or decisions[0], scales, meant)


def _nearest_told(verdict: Verdict, meant: Meant, scales: Scales) -> Verdict:
    return replace(verdict, nearest=nearest_rows(meant, scales), measure=meant.measure)


def _verdict(
    question: Question, decisions: Sequence[Decision], main: Decision, scales: Scales, meant: Meant
) -> Verdict:
    found = slips(question, decisions, main, scales)
    main = spared(main, found, question, scales, surely=meant.given_away)
    cautions = cautions_of(question, main, found)
    when = _timeliness(main, scales)
    evidence = figures_used(main, found)
    used = frozenset(each.observation.observation_id for each in evidence)
    return Verdict(
        claim_id=question.claim.claim_id,
        against_source=main.axis,
        timeliness=when,
        cautions=cautions,
        observation_ids=tuple(each.observation.observation_id for each in evidence if each.decides),
        arithmetic=arithmetic(main, found, scales),
        explanation=explanation(main, found, question, scales),
        evidence=evidence,
        near_misses=near_misses(question, decisions, used, scales),
        would_change=would_change(main, question, scales),
        suggestion=suggestion(main, found, question, scales),
        nearest=() if main.axis in DECIDED else nearest_rows(meant, scales),
        measure=main.reading.measure_id if main.axis in DECIDED else meant.measure,
        needs_editor=_needs_editor(main.axis, when, cautions),
    )


def _timeliness(main: Decision, scales: Scales) -> Timeliness | None:
    if main.decider is None or main.by_kin or main.reading.way.decides_alone or main.reading.way.quotes:
        return None
    if main.stale is not None:
        return timeliness_of_older(main.reading, main.decider, scales)
    if main.axis not in ("consistent", "understated"):
        return corrected_since(main.reading, scales)
    return timeliness_of(main.reading, main.decider, scales)


def _needs_editor(axis: AgainstSource, when: Timeliness | None, cautions: Sequence[str]) -> bool:
    return axis in _ASK or when == "stale_at_writing" or any(caution in _ASKING_CAUTIONS for caution in cautions)
