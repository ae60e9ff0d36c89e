"""What an editor should know beside the verdict: about the source, the citation and the wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from claims.model import Comparator
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Weighed
from sources.comparison.decide import Decision
from sources.comparison.slips.slip import Slip
from sources.model import Caution, Observation
from sources.words import words

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
    "misquoted",
)
# by the comparator of the source, those that say more than it does
_FIRMER: Final[dict[Comparator, tuple[Comparator, ...]]] = {
    ">=": ("=", "<", "<="),
    ">": ("=", "<", "<="),
    "<": ("=", ">", ">="),
    "<=": ("=", ">", ">="),
}
# the comparators that keep a hedge: "about 500" keeps an estimate, "at least 500" a verified minimum
_KEPT_BY: Final[dict[str, tuple[Comparator, ...]]] = {"estimate": ("~", "<", "range"), "minimum": (">", ">=")}
_BORNE_OUT: Final = ("consistent", "understated")


def cautions_of(question: Question, main: Decision, slips: Sequence[Slip]) -> tuple[Caution, ...]:
    """All cautions of a verdict, each once, in the order of the contract."""
    found = {
        *(slip.caution for slip in slips),
        *_of_quoting(main, question),
        *_of_sources(main, question),
        *_of_wording(main, question),
        *citation_cautions(question),
    }
    return tuple(caution for caution in ORDER if caution in found)


def _of_quoting(main: Decision, question: Question) -> Iterator[Caution]:
    """A number quoted otherwise than the cited text prints it, or rightly and of another measure than is told."""
    if main.because.startswith("misquoted") and main.decider is not None and main.decider.cited:
        yield "misquoted"
    told = question.claim.measure
    if main.reading.way.quotes and told is not None and told != main.reading.measure_id:
        yield "measure_slippage"


def _of_sources(main: Decision, question: Question) -> Iterator[Caution]:
    if main.rivals or main.axis == "conflicting_sources":
        yield "sources_conflict"
    producers = independent(main.supporters)
    if len(producers) == 1 and not producers & set(question.cited_producers) and not main.reading.way.told_once:
        yield "single_producer"


def independent(supporters: Sequence[Weighed]) -> set[str]:
    """The producers that support a claim on their own: a figure that repeats another's is no second witness."""
    figures = [(each.producer_id, figure) for each in supporters for figure in each.observations]
    whose = {figure.observation_id: producer for producer, figure in figures}
    own = {producer for producer, figure in figures if whose.get(figure.cites or "", producer) == producer}
    return own or {producer for producer, _ in figures}


def _of_wording(main: Decision, question: Question) -> Iterator[Caution]:
    """A bound told as a figure, or a hedge of the source that the sentence leaves out."""
    figures = repeated_figures(main, question)
    if figures and all(hardens(question.claim.quantity.comparator, each.comparator) for each in figures):
        yield "comparator_hardened"
    if figures and all(_drops_a_caveat(each, question) for each in figures):
        yield "caveat_dropped"


def hardens(claimed: Comparator, printed: Comparator) -> bool:
    """Whether a claim is firmer than its source: "at least 500" told as "500", "nearly 500" as "more than 500"."""
    return claimed in _FIRMER.get(printed, ())


def repeated_figures(main: Decision, question: Question) -> list[Observation]:
    """The figures whose very number the claim prints: of those that bear it out, the deciding source's first."""
    sides = ([main.decider] if main.decider else []) if main.axis not in _BORNE_OUT else main.supporters
    used = {figure.observation_id: figure for side in sides for figure in side.observations}
    return [each for each in used.values() if each.value == question.value] if not main.by_kin else []


def _drops_a_caveat(figure: Observation, question: Question) -> bool:
    """Whether the source hedges and the claim does not, be it in words, by its comparator or by naming who counts."""
    groups, printed, told = words("caveats"), _words(figure.as_printed), _words(question.claim.sentence)
    hedged = [name for name in groups if name != "of_the_letter" and printed & set(groups[name])]
    if not hedged or any(told & set(group) for group in groups.values()):
        return False
    comparator = question.claim.quantity.comparator
    kept = {name for name, kept_by in _KEPT_BY.items() if comparator in kept_by}
    if question.claim.attribution is not None:
        kept.add("reported")
    return not set(hedged) <= kept


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def citation_cautions(question: Question) -> Iterator[Caution]:
    """A figure without any source, or whose every source leads nowhere."""
    claim = question.claim
    if not claim.citations and claim.attribution is None and not question.in_note:
        yield "citation_missing"
    elif claim.citations and all(citation.problem for citation in claim.citations):
        yield "citation_unresolved"
