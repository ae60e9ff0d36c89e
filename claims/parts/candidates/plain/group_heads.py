"""Which lines of a plain run head its groups: those that say so, places, first lines of paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.parts.candidates.plain.joined_lines import PlainLine

LEAST_GROUP, LABEL = 3, 5


def headings(lines: Sequence[PlainLine]) -> Iterator[list[PlainLine]]:
    """The lines that head groups: those that say so, and beside them the places that stand above names."""
    told = [line for line in lines if line.head]
    yield told
    rest = [line for line in lines if not line.head]
    places = [n for n, line in enumerate(rest) if line.kind == "place"]
    above = [n for n in places if n + 1 < len(rest) and n + 1 not in places]
    if len(above) >= 2 and above[0] == 0 and len(above) == len(places):
        yield sorted([*told, *(rest[n] for n in above)], key=lambda line: line.first)
    elif opening := _opening(lines):
        yield opening
    if capitals := _capitals(lines):
        yield capitals
    if alone := _alone(lines, told):
        yield alone


def _alone(lines: Sequence[PlainLine], told: Sequence[PlainLine]) -> list[PlainLine]:
    """The lines alone in a paragraph above one of several, if those that are labels stand so too: "Choirs" / "…"."""
    sizes = Counter(line.block for line in lines)
    over = [
        line
        for line, below in pairwise(lines)
        if sizes[line.block] == 1 and sizes[below.block] > 1 and len(line.text.split()) <= LABEL
    ]
    known = bool(told) and all(line in over for line in told)
    return over if known and len(over) > len(told) else []


def _capitals(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """The lines set in capitals that open a paragraph each, where no other line is: "RESIDENTS" over its names."""
    upper = [n for n, line in enumerate(lines) if line.text.isupper()]
    opens = [n for n in upper if n == 0 or lines[n].block != lines[n - 1].block]
    heads = sorted({*opens, *(n for n, line in enumerate(lines) if line.head)})
    over = all(n + 1 < len(lines) and n + 1 not in heads for n in heads)
    short = all(len(lines[n].text.split()) <= LABEL for n in opens)
    if not opens or opens != upper or not over or not short or all(lines[n].head for n in opens):
        return []
    return [lines[n] for n in heads] if len(heads) > 1 else []


def _opening(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """The first lines of all paragraphs, where each may be a label: "Pular" / "Kitchen Pular" / "Bar of the Coast"."""
    blocks: dict[int, list[PlainLine]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(line)
    several = [block for block in blocks.values() if len(block) > 1]
    if len(blocks) < 2 or len(several) < len(blocks) or max(len(block) for block in several) < LEAST_GROUP:
        return []
    heads = [block[0] for block in blocks.values()]
    words = sum(len(head.text.split()) for head in heads) / len(heads)
    below = [len(line.text.split()) for block in several for line in block[1:]]
    short = words <= 0.8 * sum(below) / len(below) and not any(
        head.kind in {"person", "body"} and not head.head for head in heads
    )
    return heads if short and all(len(head.text.split()) <= LABEL for head in heads) else []


def are_assumed(heads: Sequence[PlainLine]) -> bool:
    """Whether labels are only taken for such: they say nothing of groups or places."""
    return any(not head.head and head.kind != "place" for head in heads) and not any(head.head for head in heads)


def are_capitals(heads: Sequence[PlainLine], rest: Sequence[PlainLine]) -> bool:
    """Whether the labels are set in capitals, and nothing else is."""
    return all(head.text.isupper() for head in heads) and not any(line.text.isupper() for line in rest)
