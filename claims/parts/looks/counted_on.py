"""Lists whose bare numbers go on below where they were read to: "43 Alder Watch", further down "| 44 Birch Union |"."""

from __future__ import annotations

import re

from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.text.list_marks import BARE, entry_marks

NUMBERED = re.compile(r"[|\s]*(?P<number>\d{1,4})[ \t\u00a0]+[^\W_a-z]")
NEAR = 5
"""A number is left out at times, and two near ones below the list go on with it."""


def goes_on_below(page: Page, block: Block) -> bool:
    """Whether a line below the list begins with the number that comes next."""
    last = block.entries[-1] if block.entries else None
    if last is None or last.number is None or all(m.style != BARE for m in entry_marks(page.lines[last.line].text)):
        return False
    found = [int(at["number"]) for line in page.lines[block.end :] if (at := NUMBERED.match(line.text))]
    near = [number for number in found if last.number < number <= last.number + NEAR]
    return last.number + 1 in near or len(set(near)) > 1
