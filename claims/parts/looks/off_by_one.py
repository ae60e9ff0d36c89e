"""A count one off from what the letter says: a slip of the letter, or of the reading of one line."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.parts.looks.other_heads import is_numbered_on, is_sure_head, is_sure_label

# What was weighed against a reading that was chosen nevertheless: a line that might as well be a name, or none.
OPEN = frozenset({"left", "foreign", "misfit", "alone_above", "alone_below", "alone_between", "assumed_heads"})


def is_near_miss(page: Page, rosters: Sequence[Block]) -> bool:
    """Whether the lists hold one more or one fewer than the letter's own voice says, and a line of them is open."""
    count = sum(len(roster.entries) for roster in rosters)
    near = {count - 1, count + 1} & page.told.sure
    return bool(near) and count not in page.told.likely and any(_is_open(page, roster) for roster in rosters)


def _is_open(page: Page, block: Block) -> bool:
    shown = {name for name, amount in block.evidence if amount}
    own = [(label, at) for label, at in block.labels if block.first <= at < block.end]
    return bool(shown & OPEN) or any(
        not _is_sure(page, label, at) and not is_numbered_on(block, at) for label, at in own
    )


def _is_sure(page: Page, label: str, at: int) -> bool:
    """Whether a head cannot be a name instead: it ends with a colon, or says whom it heads."""
    return page.lines[at].text[-1] == ":" or is_sure_label(label) or is_sure_head(page, at)
