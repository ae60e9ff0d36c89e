"""All relations of a letter, found once from what was read."""

from __future__ import annotations

from collections.abc import Sequence

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.model import Claim
from claims.relations.figures import read_figures
from claims.relations.kinds import Relation
from claims.relations.moves import find_moves
from claims.relations.parts import find_parts
from claims.relations.shares import find_bases, find_hundreds, find_shares


def find_relations(
    document: Document, readings: Sequence[SentenceReading], claims: Sequence[Claim]
) -> tuple[Relation, ...]:
    """Every relation that the words of a letter give its figures, kind by kind, in order."""
    figures = read_figures(document, readings, claims)
    return (*find_shares(figures), *find_bases(figures), *find_hundreds(figures), *find_parts(figures), *find_moves(figures))
