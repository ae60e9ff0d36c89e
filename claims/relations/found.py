"""All relations of a letter, found once from what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.model import Claim
from claims.relations.announcing import find_announced
from claims.relations.columns import find_columns
from claims.relations.figures import Figures, read_figures
from claims.relations.kinds import Relation
from claims.relations.moves import find_moves
from claims.relations.parts import find_parts
from claims.relations.rates import find_rates
from claims.relations.repeats import find_repeats
from claims.relations.shares import find_bases, find_hundreds, find_shares

FINDERS: tuple[Callable[[Figures], Iterator[Relation]], ...] = (
    find_shares,
    find_bases,
    find_hundreds,
    find_parts,
    find_columns,
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
    found = (find(figures) for find in FINDERS)
    return tuple(relation for relations in found for relation in relations)
