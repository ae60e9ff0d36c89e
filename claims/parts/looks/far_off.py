"""A list that holds nowhere near as many as the letter says sign it: rather its lines were read wrongly."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page

RATIO = 1.6
"""Misprints of a total are off by one, by a digit or by two exchanged; a list broken in the wrong places by more."""


def is_far_off(page: Page, rosters: Sequence[Block]) -> bool:
    """Whether the one number that the letter's own voice gives of its signers is far from every list and their sum.

    Of several numbers ("30 signatories, 24 organizations and 6 individuals") some are of groups, and none speaks alone.
    """
    counts = [len(roster.entries) for roster in rosters]
    own = list(page.told.own)
    return len(own) == 1 and not any(_is_near(own[0], count) for count in (*counts, sum(counts)))


def _is_near(told: int, count: int) -> bool:
    return count / RATIO <= told <= count * RATIO
