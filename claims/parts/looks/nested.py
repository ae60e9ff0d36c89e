"""Members set in below the coalitions that they belong to: which of them sign, the lines do not say."""

from __future__ import annotations

from itertools import pairwise

from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page

LEAST, DEEPER = 2, 2


def are_nested(page: Page, block: Block) -> bool:
    """Whether several names have other names of the list right below them that are set in."""
    indents = [page.lines[entry.line].indent for entry in block.entries]
    heads = sum(below - above >= DEEPER for above, below in pairwise(indents))
    return heads >= LEAST and len({*indents}) == LEAST
