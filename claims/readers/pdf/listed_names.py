"""Names in a list of their own lines: a long one that fills its line is not to swallow the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.readers.pdf.page_columns import Line

AROUND, LEAST, SHORT = 4, 4, 0.8
NUMBERED = re.compile(r"(?P<at>\d{1,3})[ \u00a0\t]+(?=[^\W_a-z])")
STOPS = tuple(".!?:;,")


def is_next_name(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` is the next name of a list below one that leaves it no room: the lines around are short, no
    stop ends them, and they stand in the order of the alphabet, line `at` among them.
    """
    line, above = lines[at], lines[at - 1]
    if not line.cell.text[:1].isupper() or above.cell.text.endswith(STOPS):
        return False
    near = [one for one in lines[max(0, at - AROUND) : at + AROUND] if one.page == line.page and one.part == line.part]
    others = [one for one in near if one is not line and one is not above]
    short = [one for one in others if _is_short(one) and not one.cell.text.endswith(STOPS)]
    between = _slips([above, line, *lines[at + 1 : at + 2]]) == 0
    return len(others) >= LEAST and len(short) >= SHORT * len(others) and between and _slips(near) < LEAST - 2


def counts_on(above: str, text: str) -> bool:
    """Whether a line has the number after that of the one above: "50 Alder Watch" over "51 Birch Union"."""
    one, two = NUMBERED.match(above), NUMBERED.match(text)
    return one is not None and two is not None and int(two["at"]) == int(one["at"]) + 1


def _is_short(line: Line) -> bool:
    return line.cell.right - line.left < SHORT * (line.right - line.left)


def _slips(lines: Sequence[Line]) -> int:
    """How many of `lines` stand before their place in the alphabet; lists that hands keep have one now and then."""
    keys = [line.cell.text.casefold() for line in lines]
    return sum(one > two for one, two in pairwise(keys))
