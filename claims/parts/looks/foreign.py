"""A list in a letter whose language is not the one that is read: a line that heads it would be taken for a name."""

from __future__ import annotations

from claims.language.load import stop_words
from claims.language.typed import language_in_force
from claims.parts.announcers import is_closing
from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.parts.demand_leads import WORD

LINE, ENOUGH, SHARE = 60, 20, 0.12
"""Of the words of running text a quarter and more are small words of its language; a line of names has few."""


def is_in_another_tongue(page: Page, block: Block) -> bool:
    """Whether hardly a small word of the language in force stands in the prose of a letter, and none heads its list."""
    if _is_announced(page, block) or all(set(",(") & set(page.lines[entry.line].text) for entry in block.entries):
        return False  # where every line has a detail behind a comma, the first is no heading
    known = stop_words(language_in_force().code)
    around = (*page.lines[: block.first], *page.lines[block.end :])
    words = [word.casefold() for line in around if len(line.text) >= LINE for word in WORD.findall(line.text)]
    return len(words) >= ENOUGH and sum(word in known for word in words) < SHARE * len(words)


def _is_announced(page: Page, block: Block) -> bool:
    """Whether words that are known head a list; a closing may have been known by its comma and its place alone."""
    if block.announcer is None:
        return False
    return page.features[block.announcer].kind != "closing" or is_closing(page.lines[block.announcer].text)
