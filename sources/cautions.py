"""What an editor should know beside the verdict: about the source, the citation and the wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sources.decide import Decision
from sources.model import Caution, Observation
from sources.question import Question
from sources.slippage import Slip
from sources.weighing import Scales
from sources.wording import words

ORDER: Final[tuple[Caution, ...]] = (
    "measure_slippage",
    "window_mismatch",
    "scope_mismatch",
    "caveat_dropped",
    "comparator_hardened",
    "single_producer",
    "sources_conflict",
    "citation_missing",
    "citation_unresolved",
)


def cautions_of(question: Question, main: Decision, slips: Sequence[Slip], scales: Scales) -> tuple[Caution, ...]:
    """All cautions of a verdict, each once, in the order of the contract."""
    found = {
        *(slip.caution for slip in slips),
        *_of_sources(main, question),
        *_of_wording(main, question, scales),
        *citation_cautions(question),
    }
    return tuple(caution for caution in ORDER if caution in found)


def _of_sources(main: Decision, question: Question) -> Iterator[Caution]:
    if main.rivals or main.axis == "conflicting_sources":
        yield "sources_conflict"
    producers = {each.producer_id for each in main.supporters}
    if len(producers) == 1 and not producers & set(question.cited_producers) and main.reading.way != "total":
        yield "single_producer"


def _of_wording(main: Decision, question: Question, scales: Scales) -> Iterator[Caution]:
    """A bound told as a figure, or a hedge of the source that the sentence leaves out."""
    for figure in repeated_figures(main, question):
        if figure.comparator in (">", ">=", "<", "<=") and question.claim.quantity.comparator == "=":
            yield "comparator_hardened"
        if _drops_a_caveat(figure, question.claim.sentence):
            yield "caveat_dropped"


def repeated_figures(main: Decision, question: Question) -> list[Observation]:
    """The figures of the deciding source whose very number the claim prints."""
    used = main.decider.observations if main.decider else ()
    return [each for each in used if each.value == question.value]


def _drops_a_caveat(figure: Observation, sentence: str) -> bool:
    """Whether the source says "reported" or "estimated" and the sentence says nothing of the kind."""
    printed, told = _words(figure.as_printed), _words(sentence)
    if not any(printed & set(group) for group in words("caveats").values()):
        return False
    return not any(told & set(group) for group in words("caveats").values())


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def citation_cautions(question: Question) -> Iterator[Caution]:
    """A figure without any source, or whose every source leads nowhere."""
    claim = question.claim
    if not claim.citations and claim.attribution is None and not question.in_note:
        yield "citation_missing"
    elif claim.citations and all(citation.problem for citation in claim.citations):
        yield "citation_unresolved"
