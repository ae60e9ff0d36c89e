"""A second head below a list: one of a group, or of another list ("Our partners" below the signatories)."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.announcers import announces
from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import counted_label, is_group_label
from claims.parts.naming.name_kinds import name_kind
from claims.text.openings import starts


def may_head_another(page: Page, block: Block) -> bool:
    """Whether names that nothing but the announcer heads stand above names under a head that says not who they are."""
    if block.announcer is None or not block.entries or block.entries[0].group is not None:
        return False
    later = [at for _, at in block.labels if at > block.entries[0].line]
    return any(not is_sure_head(page, at) and not is_numbered_on(block, at) for at in later)


def has_unannounced(page: Page, rosters: Sequence[Block]) -> bool:
    """Whether beside a list that words announce another stands under mere labels of nobody's kind ("Tags: …")."""
    announced = any(roster.announcer is not None for roster in rosters)
    return announced and any(
        roster.announcer is None
        and bool(roster.labels)
        and not any(is_sure_head(page, at) or is_sure_label(label) for label, at in roster.labels)
        for roster in rosters
    )


def is_sure_label(label: str) -> bool:
    """Whether a label names a kind of signers or a place."""
    return is_group_label(label) or name_kind(label) == "place"


def is_numbered_on(block: Block, at: int) -> bool:
    """Whether the numbers go on below line `at` where they ended above it: one list, whatever the head says."""
    above = [entry.number for entry in block.entries if entry.line < at][-1:]
    below = [entry.number for entry in block.entries if entry.line > at][:1]
    return any(one is not None and two == one + 1 for one, two in zip(above, below, strict=False))


def is_sure_head(page: Page, at: int) -> bool:
    """Whether a line says of itself that it heads a group of signers: a kind of them, a place, a count."""
    text = page.lines[at].text
    if starts(text, "late", words="signatories"):
        return True  # "Added since publication:"
    known = is_group_label(text) or announces(text) or name_kind(text.strip(" :*#_-–—")) == "place"
    return known or counted_label(text) is not None
