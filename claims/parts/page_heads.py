"""The heads and feet of pages: lines that recur at a distance, their page number the same or one more each time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.parts.naming.name_lines import is_page_number
from claims.text.lines import Line

DIGITS = re.compile(r"\d+")
SHORTEST, APART = 12, 5
WORDS, NEAR = 3, 4


def page_heads(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that stand on several pages; "Local 12" below "Local 9" are two names of a list."""
    alike: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if len(line.text) > SHORTEST and DIGITS.search(line.text):
            alike[DIGITS.sub("#", line.text)].append(i)
    return frozenset(i for at in alike.values() if len(at) > 1 and _recur(lines, at) for i in at)


def running_heads(lines: Sequence[Line], body: int) -> Iterator[int]:
    """The lines beside a page number that say again what stands above the letter: "A letter to the Synod"."""
    above = [line.text.casefold() for line in lines[:body] if line.text]
    numbers = [i for i in range(body, len(lines)) if lines[i].text and is_page_number(lines[i].text)]
    for number in numbers:
        for step in (-1, 1):
            i = _next_line(lines, number, step)
            text = lines[i].text.casefold().rstrip(" .…") if i is not None else ""
            if i is not None and len(text.split()) >= WORDS and any(text in head for head in above):
                yield i


def _next_line(lines: Sequence[Line], i: int, step: int) -> int | None:
    """The next line that is not blank up or down from line `i`, if it is near."""
    near = (i + step * far for far in range(1, NEAR))
    return next((at for at in near if 0 <= at < len(lines) and lines[at].text), None)


def _recur(lines: Sequence[Line], at: Sequence[int]) -> bool:
    if any(b - a < APART for a, b in pairwise(at)):
        return False
    numbers = [[int(found) for found in DIGITS.findall(lines[i].text)] for i in at]
    return all(_next(one, two) for one, two in pairwise(numbers))


def _next(one: Sequence[int], two: Sequence[int]) -> bool:
    """Whether all numbers are the same, or one of them is the next."""
    moved = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return len(moved) <= 1 and all(b == a + 1 for a, b in moved)
