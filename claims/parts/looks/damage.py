"""Holes in a list: names that could not be read, and pages torn off."""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.parts.announcers import points_to_list
from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.text.openings import either

LEAST = 2
# "S1ndicato", "lo~ Tej~dores": what a scanner makes of letters
GARBLED = re.compile(r"[^\W\d_]\d+[a-zß-ÿ]|[^\W\d_][~|^¬\\][^\W\d_]|~|(?:\.\s){3}")
BROKEN_OFF = re.compile(r"\w(?:…|\.{3})\W*$")
GOES_ON = re.compile(r"[\[(]?\s*(?:…|\.{3}|\. \. \.)\s*[\])]?")
LETTERS = re.compile(r"[^\W_]")


def has_holes(page: Page, block: Block) -> bool:
    """Whether lines of a list are said to be illegible or look garbled, a name breaks off ("Caravan of Welc…"), or
    right below stand dots, a pointer to the whole list ("See the full list here") or word of what is missing.
    """
    lines = [i for i in range(block.first, block.end) if not page.features[i].rule]
    texts = [page.lines[i].text for i in lines if page.lines[i].text]
    if any(_illegible().search(text) for text in texts):
        return True
    if _goes_on(page, block) or any(BROKEN_OFF.search(entry.span.of(page.text)) for entry in block.entries):
        return True
    unread = sum(GARBLED.search(text) is not None or not LETTERS.search(text) for text in texts)
    return unread >= LEAST and 10 * unread >= len(texts)


def _goes_on(page: Page, block: Block) -> bool:
    """Whether the line right below says that more stand elsewhere; so may the last one taken into the block."""
    last = page.above(block.end)
    lines = [at for at in (page.below(block.end - 1), last) if at is not None and at >= block.first]
    entries = {entry.line for entry in block.entries}
    texts = [page.lines[at].text for at in lines if at not in entries]
    return any(GOES_ON.fullmatch(text) or points_to_list(text) or _illegible().search(text) for text in texts)


@of_language
def _illegible() -> re.Pattern[str]:
    words = either("signatories", "illegible")
    return re.compile(rf"[\[(<][^\[\]()<>]*\b{words}\b|\[\s*(?:…|\.\.\.|\?+)\s*\]|^\W*{words}\W*$", re.IGNORECASE)
