"""A list that holds nowhere near as many as the letter says sign it: rather its lines were read wrongly."""

from __future__ import annotations

from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page

RATIO = 1.6
"""Misprints of a total are off by one, by a digit or by two exchanged; a list broken in the wrong places by more."""


def is_far_off(page: Page, block: Block) -> bool:
    """Whether all numbers that the letter's own voice gives of its signers are far from the entries of a list."""
    count = len(block.entries)
    return bool(page.told.own) and all(not count / RATIO <= told <= count * RATIO for told in page.told.own)
