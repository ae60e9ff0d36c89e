"""Shares, changes and rates that fit but for one slip, where how they stand leaves little doubt that they are meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TypeVar

from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures
from claims.relations.fits.evidence import Features, evidence_for
from claims.relations.fits.quotients.quotient_candidates import Candidate, in_order, is_hopeless
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_fitting import Fit, Pair, Triple, fit_of
from claims.relations.fits.quotients.quotient_product_standing import rate_standing
from claims.relations.fits.quotients.quotient_products import triples_of_rate
from claims.relations.fits.quotients.quotient_relations import relation_of
from claims.relations.fits.quotients.quotient_rivals import is_unlikely, rival_of, row_of
from claims.relations.fits.quotients.quotient_standing import differing, standing
from claims.relations.fits.quotients.quotient_terms import is_multiple, is_rated, term_of
from claims.relations.fits.quotients.quotient_told import (
    Pairs,
    holding,
    holds_already,
    pairs_told,
    size_of,
    told_pairs,
)
from claims.relations.fits.quotients.quotient_triples import (
    is_difference,
    is_of_two,
    triples_of_difference,
    triples_of_multiple,
    triples_of_share,
)
from claims.relations.fits.quotients.quotient_weighing import Contest
from claims.relations.fits.quotients.quotient_words import names_a_whole
from claims.relations.kinds import LIKELY, Move, Rate, Relation, Rival, Share
from claims.relations.portions.share_clauses import is_compared

R = TypeVar("R", bound=Relation)


@dataclass(frozen=True)
class Family:
    """How one kind of size is tried: its triples, how they stand, and the weights learned of them."""

    name: str
    triples: Callable[[Scene, Figure], Iterator[Triple]]
    standing: Callable[[Scene, Triple], Features]

    def weighed(self, scene: Scene, triple: Triple, fit: Fit | None) -> Candidate:
        """A triple with the log odds, from how its figures stand, that they are meant of each other."""
        stands = self.standing(scene, triple)
        return Candidate(triple, fit, evidence_for(f"{self.name}_pairs").score(stands), stands)


SHARES = Family("share", triples_of_share, standing)
MULTIPLES = Family("share", triples_of_multiple, standing)
RATES = Family("product", triples_of_rate, rate_standing)
DIFFERENCES = Family("difference", triples_of_difference, differing)
_MANY = 12
"""So many sizes of one sentence are weighed; more of them are a table, and nobody reckons across all of it."""


@dataclass(frozen=True)
class Quotients:
    """The shares, changes and rates that a slip has made wrong; by the place of each size, what else may explain it."""

    scene: Scene
    slipped: tuple[Share | Move | Rate, ...]
    contests: Mapping[int, tuple[Contest, ...]]

    def with_rival(self, relation: R) -> R:
        """The relation with the figures that explain its size exactly, where others than its own stand so; no sure one
        where its figures stand as if not meant of each other.
        """
        if not isinstance(relation, Share | Move | Rate) or (size := size_of(relation)) is None:
            return relation
        own, beside = pairs_told(relation), all(one.sentence_span == size.sentence_span for one in relation.claims)
        contests = self.contests.get(size.quantity.number_span.start, ())
        found = (rival_of(one, own, beside) for one in contests)
        rival = next((one for one in found if one is not None), None) or self._row_of(size)
        unlikely = bool(contests) and all(is_unlikely(one, own[:1]) for one in contests)
        evidence = min(relation.evidence, LIKELY) if unlikely else relation.evidence
        return replace(relation, rival=rival, evidence=evidence)

    def _row_of(self, size: Claim) -> Rival | None:
        places = (one for told in self.scene.figures.sentences for one in told.counts if one.claim is size)
        return next((row_of(self.scene, one) for one in places if one.is_share), None)


def find_quotients(figures: Figures, relations: Sequence[Relation]) -> Quotients:
    """One relation for every share, change or rate that a slip has made wrong; `relations` are those of words."""
    told, scene = told_pairs(relations), Scene(figures)
    sizes = [(family, one, told.get(_place(one), {})) for family, one in sizes_of(scene)]
    contests = [
        (family, found) for family, one, own in sizes if (found := contest_of(scene, family, one, own)) is not None
    ]
    held = {pair for _, one, own in sizes if own for pair in holding(own, scene.term(one).loose)}
    taken = held | {pair for _, contest in contests for pair in contest.taken()}
    best = [one for family, contest in contests if contest.is_open for one in _best(contest, family, taken)]
    by_size: dict[int, list[Contest]] = {}
    for _, contest in contests:
        by_size.setdefault(_place(contest.ranked[0].triple.size.figure), []).append(contest)
    return Quotients(scene, tuple(_told_once(scene, best)), {place: tuple(some) for place, some in by_size.items()})


def _told_once(scene: Scene, best: Sequence[tuple[float, Candidate]]) -> Iterator[Share | Move | Rate]:
    """The best slip of all that touch the same three figures."""
    told_of: set[frozenset[int]] = set()
    for _, found_best in sorted(best, key=lambda item: -item[0]):
        of = frozenset(_place(term.figure) for term in found_best.triple.terms)
        if of not in told_of:
            yield relation_of(scene, found_best.triple)
        told_of.add(of)


def sizes_of(scene: Scene) -> Iterator[tuple[Family, Figure]]:
    """Every figure that may be drawn from two others, with as what it is tried."""
    for told in scene.figures.sentences:
        some = told.counts[: _MANY if len(told.counts) > 2 * _MANY else None]
        yield from ((family, one) for one in some if one.claim.quantity.value > 0 for family in families_of(scene, one))


def _place(figure: Figure) -> int:
    return figure.claim.quantity.number_span.start


def without_explained(figures: Figures, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations of words but for sizes tied to figures that do not make them and that name others: their own two
    ("31 out of 42"), a whole of another name ("15 per cent of the whole Faculty").
    """
    told = told_pairs(relations)
    by_place = {one.claim.quantity.number_span.start: one for each in figures.sentences for one in each.counts}
    for relation in relations:
        size = size_of(relation)
        figure = by_place.get(size.quantity.number_span.start) if size is not None else None
        if figure is None or not _is_drawn_otherwise(figures, figure, told):
            yield relation


def _is_drawn_otherwise(figures: Figures, figure: Figure, told: Mapping[int, Pairs]) -> bool:
    own = told.get(figure.claim.quantity.number_span.start, {})
    if figure.claim.quantity.value <= 0 or not own or holds_already(own, term_of(figure).loose):
        return False
    return is_of_two(figure) or names_a_whole(figures.told(figure), figure)


def families_of(scene: Scene, figure: Figure) -> Iterator[Family]:
    """As what a figure is tried."""
    if figure.is_share:
        yield SHARES
    elif is_multiple(figure):
        yield MULTIPLES
    elif is_rated(figure):
        yield RATES
    if is_difference(scene, figure):
        yield DIFFERENCES


def contest_of(scene: Scene, family: Family, figure: Figure, told: Pairs) -> Contest | None:
    """All pairs a size may be of, weighed; only those that fit where no slip is worth weighing; `None` without any."""
    if is_of_two(figure):
        return None
    fitted = tried(scene, family, figure)
    fitting = [family.weighed(scene, one, fit) for one, fit in fitted if fit is not None]
    if not fitting:
        return None
    held = holds_already(told, scene.term(figure).loose)
    if is_hopeless(fitting):
        return Contest(in_order(fitting), told, is_held=held, is_open=False)
    rest = [family.weighed(scene, one, None) for one, fit in fitted if fit is None]
    return Contest(in_order([*fitting, *rest]), told, is_held=held)


def tried(scene: Scene, family: Family, figure: Figure) -> list[tuple[Triple, Fit | None]]:
    """The triples of a size with how they fit; also where it fits as that of the part in another whole."""
    no_part = is_compared(scene.figures.told(figure), figure)
    triples = family.triples(scene, figure)
    fitted = [(one, None if no_part and one.operation == "part" else fit_of(one)) for one in triples]
    exact = [one for one, fit in fitted if one.operation == "part" and fit is not None and fit.slip is None]
    parts = {_place(one.small.figure) for one in exact}
    return [(one, fit or _of_another(one, parts)) for one, fit in fitted]


def _of_another(triple: Triple, parts: Set[int]) -> Fit | None:
    """The slip of a size that is right of the same part in another whole."""
    other = triple.operation == "part" and _place(triple.small.figure) in parts
    return Fit("base", triple.size, triple.small.value / triple.large.value) if other else None


def _best(contest: Contest, family: Family, taken: Set[Pair]) -> Iterator[tuple[float, Candidate]]:
    """The candidate that is surely meant and that a slip has made wrong; no pair that another size is right of."""
    slips = evidence_for(f"{family.name}_slips")
    open_to = (one for one in contest.ranked if one.triple.pair not in taken and contest.may_be_slipped(one))
    scored = [(slips.score(contest.features(one)), one) for one in open_to]
    if scored and (best := max(scored, key=lambda item: item[0]))[0] >= slips.threshold:
        yield best
