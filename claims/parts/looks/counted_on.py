"""Lists whose bare numbers go on below where they were read to: "43 Alder Watch", further down "| 44 Birch Union |"."""

from __future__ import annotations

import re

from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.text.list_marks import BARE, entry_marks


def goes_on_below(page: Page, block: Block) -> bool:
    """Whether a line below the list begins with the number that comes next."""
    last = block.entries[-1] if block.entries else None
    if last is None or last.number is None or all(m.style != BARE for m in entry_marks(page.lines[last.line].text)):
        return False
    following = re.compile(rf"[|\s]*{last.number + 1}[ \t\u00a0]+[^\W_a-z]")
    return any(following.match(line.text) for line in page.lines[block.end :])
