"""The heads and feet of pages: lines that recur at a distance, their page number the same or one more each time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from claims.text.lines import Line

DIGITS = re.compile(r"\d+")
SHORTEST, APART = 12, 5


def page_heads(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that stand on several pages; "Local 12" below "Local 9" are two names of a list."""
    alike: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if len(line.text) > SHORTEST and DIGITS.search(line.text):
            alike[DIGITS.sub("#", line.text)].append(i)
    return frozenset(i for at in alike.values() if len(at) > 1 and _recur(lines, at) for i in at)


def _recur(lines: Sequence[Line], at: Sequence[int]) -> bool:
    if any(b - a < APART for a, b in pairwise(at)):
        return False
    numbers = [[int(found) for found in DIGITS.findall(lines[i].text)] for i in at]
    return all(_next(one, two) for one, two in pairwise(numbers))


def _next(one: Sequence[int], two: Sequence[int]) -> bool:
    """Whether all numbers are the same, or one of them is the next."""
    moved = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return len(moved) <= 1 and all(b == a + 1 for a, b in moved)
