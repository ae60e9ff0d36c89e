"""The verdicts on what is not compared: what is checked inside the letter, and what no measure of the table fits."""

from __future__ import annotations

from claims.model import Claim
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales
from sources.model import Verdict
from sources.telling.cautions import citation_cautions
from sources.telling.clauses import same_number_sentence
from sources.telling.near_misses import same_number_of_any_measure
from sources.telling.say import say
from sources.telling.undecided_lines import nothing_against


def inside(claim: Claim) -> Verdict:
    """For "30 months" and "46th Summit", which `expectations` checks inside the letter."""
    return Verdict(
        claim_id=claim.claim_id,
        against_source="unverified",
        timeliness=None,
        cautions=(),
        observation_ids=(),
        arithmetic="",
        explanation=say("undecided.inside"),
        checked="inside",
    )


def not_compared(
    question: Question, because: str, scales: Scales, *, needs_editor: bool = True, **values: str
) -> Verdict:
    """For a claim that no figure is held against. `because`: a key of the wording, `values` what it is filled with."""
    cautions = () if because == "own_count" else tuple(citation_cautions(question))
    misses = same_number_of_any_measure(question, scales) if because == "no_measure" else ()
    elsewhere = [same_number_sentence(miss.observation, scales) for miss in misses[:1]]
    return Verdict(
        claim_id=question.claim.claim_id,
        against_source="unverified",
        timeliness=None,
        cautions=cautions,
        observation_ids=(),
        arithmetic=nothing_against(question, own=because == "own_count"),
        explanation=" ".join([say(f"undecided.{because}", **values), *elsewhere]),
        near_misses=misses,
        would_change=say("would_change.no_measure") if because == "no_measure" else None,
        needs_editor=needs_editor,
    )
