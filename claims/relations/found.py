"""All relations of a letter, found once from what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.model import Claim
from claims.relations.announcing import find_announced
from claims.relations.breakdowns.closing import sums_of
from claims.relations.breakdowns.columns import find_columns
from claims.relations.breakdowns.parts import find_parts
from claims.relations.figures import Figures
from claims.relations.kinds import Relation
from claims.relations.moving.moves import find_moves
from claims.relations.moving.rates import find_rates
from claims.relations.portions.hundreds import find_bases, find_hundreds
from claims.relations.portions.shares import find_shares
from claims.relations.repeats import find_repeats
from claims.relations.told_figures import read_figures

FINDERS: tuple[Callable[[Figures], Iterator[Relation]], ...] = (
    find_bases,
    find_hundreds,
    find_moves,
    find_rates,
    find_repeats,
    find_announced,
)


def find_relations(
    document: Document, readings: Sequence[SentenceReading], claims: Sequence[Claim]
) -> tuple[Relation, ...]:
    """Every relation that the words of a letter give its figures, kind by kind, in order."""
    figures = read_figures(document, readings, claims)
    breakdowns = (*find_parts(figures), *find_columns(figures))
    shares = find_shares(figures, sums_of(breakdowns))
    others = (relation for find in FINDERS for relation in find(figures))
    return (*breakdowns, *shares, *others)
