"""All relations of a letter, found once from what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.announcing import find_announced
from claims.relations.breakdowns.apposed import find_apposed
from claims.relations.breakdowns.closing import sums_of
from claims.relations.breakdowns.columns import find_columns
from claims.relations.breakdowns.exact_sums import exact_sums
from claims.relations.breakdowns.parts import find_parts
from claims.relations.breakdowns.remainders import find_remainders
from claims.relations.dividing import divides_by_nought
from claims.relations.figures import Figures
from claims.relations.fits.products.drawn_products import find_drawn
from claims.relations.fits.quotients.quotient_told import size_of
from claims.relations.fits.quotients.quotients import find_quotients, without_explained
from claims.relations.fits.repeats.fitted_pairs import find_fitted_pairs
from claims.relations.fits.subsets import find_subsets
from claims.relations.fits.sums.fitted_parts import find_fitted
from claims.relations.kinds import SURE, TOLD, PartOf, Relation, Split, Within
from claims.relations.moving.differences import find_differences
from claims.relations.moving.falling_to_one import with_shares_of_one
from claims.relations.moving.moves import find_moves
from claims.relations.moving.rates import find_rates
from claims.relations.moving.reckoned import find_reckoned
from claims.relations.moving.twin_sizes import find_twins
from claims.relations.moving.worked import find_worked
from claims.relations.portions.hundreds import find_bases, find_hundreds
from claims.relations.portions.shares import find_shares
from claims.relations.repeats import find_repeats
from claims.relations.told_figures import read_figures
from claims.relations.windows_alone import told_windows
from claims.relations.windows_within import without_windows
from claims.relations.wordings.majorities import find_majorities
from claims.relations.wordings.superlatives import find_extremes
from claims.relations.wordings.worded_numbers import find_doubled

FINDERS: tuple[Callable[[Figures], Iterator[Relation]], ...] = (
    find_bases,
    find_hundreds,
    find_repeats,
    find_fitted_pairs,
    find_announced,
    find_doubled,
    find_extremes,
)


@dataclass(frozen=True)
class _Summed:
    """The sums of a letter, before and after shares, changes and rates have taken from them what is theirs."""

    windows: tuple[Within, ...]
    exact: tuple[Split, ...]
    breakdowns: tuple[PartOf, ...]


def find_relations(
    document: Document, readings: Sequence[SentenceReading], claims: Sequence[Claim]
) -> tuple[Relation, ...]:
    """Every relation that the words of a letter give its figures, kind by kind, in order."""
    figures = read_figures(document, readings, claims)
    summed = _summed(figures)
    others = (one for find in FINDERS for one in find(figures) if not divides_by_nought(one))
    known = {one.claims for one in summed.windows}
    subsets = (one for one in find_subsets(figures) if one.claims not in known)
    worded = _in_words(figures, summed)
    quotients = find_quotients(figures, worded)
    results = tuple(find_drawn(figures))
    drawn_from = {frozenset(one.claims) for one in results}
    told = [size_of(one) for one in worded if one.evidence >= TOLD]
    left = (
        one
        for one in quotients.slipped
        if frozenset(one.claims) not in drawn_from and not any(size_of(one) is size for size in told)
    )
    slipped = [one for one in left if not _said_otherwise(one, worded)]
    sizes = [size_of(one) for one in slipped]
    besides = (one for one in worded if not any(size is size_of(one) for size in sizes))
    twins = tuple(find_twins(figures))
    told_twice = [size_of(one) for one in twins]
    drawn = (
        one if one.evidence >= TOLD else quotients.with_rival(one)
        for one in (*besides, *slipped)
        if not any(size_of(one) is w for w in told_twice)
    )
    # a difference is no part: "it rose from 320 to 448, that is 128 more"
    parted = (one for one in summed.breakdowns if not any(claim is w for claim in one.claims for w in told_twice))
    return (*parted, *drawn, *twins, *results, *summed.windows, *subsets, *others)


def quotients_in_words(figures: Figures) -> tuple[Relation, ...]:
    """The shares, changes and rates of a letter that its words give, but for wholes that only figures propose."""
    return _in_words(figures, _summed(figures, fitted=False))


def _summed(figures: Figures, *, fitted: bool = True) -> _Summed:
    windows = told_windows(figures)
    exact = tuple(exact_sums(figures))
    parts = tuple(find_parts(figures, exact))
    known = {one.claims for one in parts if one.evidence >= SURE}
    left = [one for one in find_remainders(figures, exact) if one.claims not in known]
    known |= {one.claims for one in left}
    apposed = (one for one in find_apposed(figures) if one.claims not in known)
    breakdowns = without_windows((*parts, *left, *apposed, *find_columns(figures)), windows)
    return _Summed(windows, exact, (*breakdowns, *(find_fitted(figures) if fitted else ())))


def _in_words(figures: Figures, summed: _Summed) -> tuple[Relation, ...]:
    moves = (*find_moves(figures), *find_differences(figures))
    moves = (*moves, *find_reckoned(figures, moves))
    sums = sums_of(summed.breakdowns, moves, summed.exact)
    shares: tuple[Relation, ...] = (*find_shares(figures, sums), *find_majorities(figures, sums))
    averages = tuple(find_rates(figures))
    rates = with_shares_of_one(figures, (*averages, *find_worked(figures, averages)))
    told = without_explained(figures, (*shares, *moves, *rates))
    return tuple(one for one in told if not divides_by_nought(one))


def _said_otherwise(slipped: Relation, worded: Sequence[Relation]) -> bool:
    """Whether words surely make the size one of another kind: "237 wells (61 per cent)" is a share and no change."""
    size = size_of(slipped)
    return any(
        one.evidence >= SURE and size_of(one) is size and type(one) is not type(slipped)
        for one in worded
        if size is not None
    )
