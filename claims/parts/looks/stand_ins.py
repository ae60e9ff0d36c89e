"""Entries that stand for others who may sign too: "Atoll Alliance and its member societies", "Desert Post (tbc)"."""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.text.openings import either

LEAST, SHARE = 2, 4


def stand_for_others(page: Page, block: Block) -> bool:
    """Whether a good part of the entries bring others with them: who is counted is then open."""
    texts = [entry.span.of(page.text) for entry in block.entries]
    found = sum(_brings().search(text) is not None for text in texts)
    return found >= LEAST and SHARE * found >= len(texts)


@of_language
def _brings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('signatories', 'brings_others')}(?!\w)", re.IGNORECASE)
