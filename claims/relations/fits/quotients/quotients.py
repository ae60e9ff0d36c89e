"""Shares, changes and multiples that fit but for one slip, where how they stand leaves little doubt that they are meant
of each other. What words have tied and what fits is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal

from claims.model import Claim
from claims.relations.figures import Figure, Figures
from claims.relations.fits.evidence import Features, evidence_for
from claims.relations.fits.quotients.quotient_products import per_unit, rate_standing, triples_of_rate
from claims.relations.fits.quotients.quotient_standing import says_change, standing
from claims.relations.fits.quotients.quotient_terms import is_multiple, term_of
from claims.relations.fits.quotients.quotient_told import Pairs, holding, holds_already, told_evidence, told_pairs
from claims.relations.fits.quotients.quotient_triples import (
    Fit,
    Pair,
    Triple,
    fit_of,
    is_of_two,
    triples_of_multiple,
    triples_of_share,
)
from claims.relations.fits.quotients.quotient_vetoes import is_of_another_time, is_said_nearby
from claims.relations.fits.quotients.quotient_weighing import Candidate, Contest, is_explained, is_vague
from claims.relations.kinds import LEARNED, LIKELY, Move, Rate, Ratio, Relation, Share, Spread, Step
from claims.relations.moving.rate_words import EACH


@dataclass(frozen=True)
class Family:
    """How one kind of size is tried: its triples, how they stand, and the weights learned of them."""

    name: str
    triples: Callable[[Figures, Figure], Iterator[Triple]]
    standing: Callable[[Figures, Triple], Features]

    def pairing(self, figures: Figures, triple: Triple) -> float:
        """The log odds, from how three figures stand, that they are meant of each other."""
        return evidence_for(f"{self.name}_pairs").score(self.standing(figures, triple))


SHARES = Family("share", triples_of_share, standing)
MULTIPLES = Family("share", triples_of_multiple, standing)
RATES = Family("product", triples_of_rate, rate_standing)


def find_quotients(figures: Figures, relations: Sequence[Relation]) -> Iterator[Share | Move | Rate]:
    """One relation for every share, change or rate that a slip has made wrong; `relations` are those of words."""
    told = told_pairs(relations)
    sizes = [(one, told.get(_place(one), {})) for sentence in figures.sentences for one in sentence.counts]
    contests = [(one, contest) for one, own in sizes if (contest := contest_of(figures, one, own)) is not None]
    open_to = [(one, contest) for one, contest in contests if not contest.is_explained]
    held = {pair for one, own in sizes if own for pair in holding(own, term_of(one).loose)}
    taken = held | {pair for _, contest in contests for pair in contest.taken()}
    for figure, contest in open_to:
        if is_of_another_time(figure, contest) or is_said_nearby(figures, figure):
            continue
        best = _best(contest, family_of(figure), taken)
        if best is not None:
            yield _relation(figures, best.triple)


def _place(figure: Figure) -> int:
    return figure.claim.quantity.number_span.start


def without_explained(figures: Figures, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations of words but for sizes that say their own two figures ("31 out of 42") and are tied to others."""
    told = told_pairs(relations)
    by_place = {one.claim.quantity.number_span.start: one for each in figures.sentences for one in each.counts}
    for relation in relations:
        size = size_of(relation)
        figure = by_place.get(size.quantity.number_span.start) if size is not None else None
        if figure is None or not _is_drawn_otherwise(figure, told):
            yield relation


def _is_drawn_otherwise(figure: Figure, told: Mapping[int, Pairs]) -> bool:
    own = told.get(figure.claim.quantity.number_span.start, {})
    if figure.claim.quantity.value <= 0 or not own or holds_already(own, term_of(figure).loose):
        return False
    return is_of_two(figure)


def family_of(figure: Figure) -> Family:
    """As what a figure is tried."""
    if figure.is_share:
        return SHARES
    return MULTIPLES if is_multiple(figure) else RATES


def contest_of(figures: Figures, figure: Figure, told: Pairs) -> Contest | None:
    """All pairs a size may be of, weighed; only those that fit where they explain it; `None` where none would fit."""
    family = family_of(figure)
    if figure.claim.quantity.value <= 0 or is_of_two(figure) or holds_already(told, term_of(figure).loose):
        return None
    exact, others = _exact(figures, figure)
    if is_explained(exact):
        return Contest(tuple(exact), told, is_explained=True)
    if not any(fit is not None for _, fit in others):
        return None
    rest = (Candidate(one, fit, family.pairing(figures, one)) for one, fit in others)
    return Contest(tuple(sorted((*exact, *rest), key=lambda one: -one.pairing)), told)


def _exact(figures: Figures, figure: Figure) -> tuple[list[Candidate], list[tuple[Triple, Fit | None]]]:
    """The pairs of a size that fit exactly, weighed, and the others with the slip that would make them fit."""
    family = family_of(figure)
    tried = [(one, fit_of(one)) for one in family.triples(figures, figure)]
    fitting = [(one, fit) for one, fit in tried if fit is not None and not fit.slip]
    exact = [Candidate(one, fit, family.pairing(figures, one)) for one, fit in fitting]
    return exact, [(one, fit) for one, fit in tried if fit is None or fit.slip]


def size_of(relation: Relation) -> Claim | None:
    """What a relation says is drawn from the others: the share, the size of a change, the rate."""
    if isinstance(relation, Share):
        return relation.share
    if isinstance(relation, Move):
        return relation.by
    return relation.rate if isinstance(relation, Rate) else None


def _best(contest: Contest, family: Family, taken: Set[Pair]) -> Candidate | None:
    """The candidate that is surely meant and that a slip has made wrong; no pair that another size is right of."""
    slips = evidence_for(f"{family.name}_slips")
    scored = [(slips.score(contest.features(one)), one) for one in contest.ranked if _may_be(one, contest, taken)]
    score, best = max(scored, key=lambda item: item[0], default=(slips.threshold - 1, None))
    return best if score >= slips.threshold else None


def _may_be(one: Candidate, contest: Contest, taken: Set[Pair]) -> bool:
    vague = is_vague(one.triple.size.figure) and told_evidence(contest.told, one.triple)[0] < LIKELY
    return one.is_slipped and one.triple.pair not in taken and not vague


def _relation(figures: Figures, triple: Triple) -> Share | Move | Rate:
    size, small, large = (term.figure.claim for term in triple.terms)
    if triple.operation == "product":
        return _rate(figures, triple)
    percent = size.quantity.dimension != "multiple"
    match triple.operation:
        case "less" if says_change(figures, triple.size.figure):
            return _move(size, Step(first=large, last=small))
        case "less":
            return Share(share=size, readings=(Ratio(upper=small, lower=large, rest=True),), evidence=LEARNED)
        case "part" if percent:
            return Share(share=size, readings=(Ratio(upper=small, lower=large),), evidence=LEARNED)
        case "part":
            return _move(size, Step(first=large, last=small))
        case "times" if percent:
            return Share(share=size, readings=(Ratio(upper=large, lower=small),), evidence=LEARNED)
    return _move(size, Step(first=small, last=large))


def _rate(figures: Figures, triple: Triple) -> Rate:
    rate, over, total = (term.figure.claim for term in triple.terms)
    units = over.quantity.value * Decimal(str(triple.scale)) if triple.scale != 1 else None
    per = per_unit(figures.told(triple.size.figure), triple.size.figure) or EACH
    return Rate(rate=rate, per=per, readings=(Spread(total=total, over=over, units=units),), evidence=LEARNED)


def _move(size: Claim, step: Step) -> Move:
    return Move(by=size, readings=(step,), way=None, evidence=LEARNED)
