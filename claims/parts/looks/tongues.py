"""A list under a heading in two languages: a line may be the translation of the one above, or a signer of its own."""

from __future__ import annotations

import re

from claims.parts.announcers import announces
from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.parts.demand_leads import WORD
from claims.text.openings import phrase_set

PARTED = re.compile(r"\s+[/|–—-]\s+|\s*/\s*")


def is_in_two_tongues(page: Page, block: Block) -> bool:
    """Whether the line that announces a list says so twice, once in words of another language: "Firman / Signed:"."""
    if block.announcer is None:
        return False
    halves = [half for half in PARTED.split(page.lines[block.announcer].text.strip(" :*#")) if half]
    known = [announces(half) or _is_known(half) for half in halves]
    return len(halves) == 2 and sum(known) == 1 and not _are_pairs(page, block)


def _are_pairs(page: Page, block: Block) -> bool:
    """Whether each name has its translation beside it, or in brackets below it."""
    beside = [" / " in entry.span.of(page.text) for entry in block.entries]
    boxed = sum(page.lines[i].text.startswith("(") for i in range(block.first, block.end))
    return all(beside) or boxed == len(block.entries)


def _is_known(half: str) -> bool:
    words = {word.casefold() for word in WORD.findall(half)}
    return bool(words & (phrase_set("signatories", "group_words") | phrase_set("signatories", "signers")))
