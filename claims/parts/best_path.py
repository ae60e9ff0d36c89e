"""The best cover of a letter with parts, and how far ahead it is of the best one that counts other signatories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.parts.blocks import Block, weighed, weights


@dataclass(frozen=True, slots=True)
class Cover:
    """The blocks chosen, in order; `rival` is the count of the nearest other cover, if it is too near (-1: one that
    cannot be counted).
    """

    blocks: tuple[Block, ...]
    rival: int | None


@dataclass(frozen=True, slots=True)
class _Way:
    """A cover from some line on: what it weighs, how many names it counts (a list that cannot be counted is -1
    each), its first block and the way behind that.
    """

    weight: float
    count: int
    block: Block | None = None
    rest: _Way | None = None


UNCOUNTED = -1
_UNCOUNTED = 1_000_000
"""Stands in a count for a list that cannot be counted: no other reading agrees with it."""


def best_cover(blocks: Sequence[Block], end: int) -> Cover:
    """The heaviest cover of lines `[0, end)`; lines in no block are running text and weigh nothing.

    For every line, and for whether a list of signatories stands above it, the two best ways of different counts are
    kept: counts add up, so the second one at the top is the best cover of all that counts differently.
    """
    starting: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        starting[block.first].append(block)
    ways: list[tuple[list[_Way], list[_Way]]] = [([], [])] * end + [([_Way(0.0, 0)], [_Way(0.0, 0)])]
    for line in range(end - 1, -1, -1):
        ways[line] = (_ways(line, starting[line], ways, 0), _ways(line, starting[line], ways, 1))
    return _cover(ways[0][0])


def _ways(line: int, blocks: Sequence[Block], ways: Sequence[tuple[list[_Way], list[_Way]]], signed: int) -> list[_Way]:
    found = list(ways[line + 1][signed])
    for block in blocks:
        own = weighed(block.evidence) + (_opening(signed) if block.signs else 0.0)
        count = (_UNCOUNTED if block.doubt else len(block.entries)) if block.signs else 0
        after = ways[block.end][1 if block.signs else signed]
        found += [_Way(own + rest.weight, count + rest.count, block, rest) for rest in after]
    return _two(found)


def _opening(signed: int) -> float:
    return weights()["open_again" if signed else "open"]


def _two(ways: list[_Way]) -> list[_Way]:
    """The heaviest, and the heaviest of another count."""
    ordered = sorted(ways, key=lambda way: -way.weight)
    other = next((way for way in ordered if way.count != ordered[0].count), None)
    return ordered[:1] if other is None else [ordered[0], other]


def _cover(top: Sequence[_Way]) -> Cover:
    chosen: list[Block] = []
    way: _Way | None = top[0]
    while way is not None:
        if way.block is not None:
            chosen.append(way.block)
        way = way.rest
    near = len(top) > 1 and top[0].weight - top[1].weight < weights()["margin"]
    rival = None if not near else UNCOUNTED if top[1].count >= _UNCOUNTED else top[1].count
    return Cover(tuple(chosen), rival)
