"""The best cover of a letter with parts, and how far ahead it is of the best one that counts other signatories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.parts.blocks import Block, weighed, weights
from claims.parts.counting.told_counts import NONE_TOLD, ToldCounts
from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True)
class Cover:
    """The blocks chosen, in order; `rival` is the count of the nearest other cover, if it is too near (-1: one that
    cannot be counted). `leaning`: it is sure only because the letter tells of as many as it counts.
    """

    blocks: tuple[Block, ...]
    rival: int | None
    leaning: bool


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
_KEPT = 6
"""So many ways of different counts are kept: the count that the letter tells is to be among them."""


def best_cover(blocks: Sequence[Block], end: int, told: ToldCounts = NONE_TOLD) -> Cover:
    """The heaviest cover of lines `[0, end)`; lines in no block are running text and weigh nothing.

    For every line, and for whether a list of signatories stands above it, the best ways of different counts are
    kept: counts add up, so those at the top are the best covers of all that count differently. There the one that
    counts what the letter tells has that for it.
    """
    starting: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        starting[block.first].append(block)
    ways: list[tuple[list[_Way], list[_Way]]] = [([], [])] * end + [([_Way(0.0, 0)], [_Way(0.0, 0)])]
    for line in range(end - 1, -1, -1):
        ways[line] = (_ways(line, starting[line], ways, 0), _ways(line, starting[line], ways, 1))
    return _cover(ways[0][0], told)


def _ways(line: int, blocks: Sequence[Block], ways: Sequence[tuple[list[_Way], list[_Way]]], signed: int) -> list[_Way]:
    found = list(ways[line + 1][signed])
    if not blocks:
        return found
    for block in blocks:
        own = weighed(block.evidence) + (_opening(block, signed) if block.signs else 0.0)
        count = (_UNCOUNTED if block.doubt else len(block.entries)) if block.signs else 0
        after = ways[block.end][1 if block.signs else signed]
        found += [_Way(own + rest.weight, count + rest.count, block, rest) for rest in after]
    return _best(found)


def _opening(block: Block, signed: int) -> float:
    """What a list has to earn: a second one that nothing announces is mostly something else below the letter."""
    if not signed:
        return weights()["open"]
    said = block.announcer is not None or block.labels or dict(block.evidence).get("goes_on")
    return weights()["open_again" if said else "open_unsaid"]


def _best(ways: list[_Way]) -> list[_Way]:
    """The heaviest of each count, those first that weigh most."""
    found: dict[int, _Way] = {}
    for way in sorted(ways, key=lambda way: -way.weight):
        found.setdefault(way.count, way)
        if len(found) == _KEPT:
            break
    return list(found.values())


def _cover(top: Sequence[_Way], told: ToldCounts) -> Cover:
    # That nine people were told of makes nine names no signers: only the letter's own voice speaks for a list at all.
    known = told if top[0].count else ToldCounts(told.sure, told.sure)
    judged = sorted(((way.weight + _agreement(way.count, known), way) for way in top), key=lambda pair: -pair[0])
    (best, first), *others = judged
    chosen: list[Block] = []
    way: _Way | None = first
    while way is not None:
        if way.block is not None:
            chosen.append(way.block)
        way = way.rest
    near = bool(others) and best - others[0][0] < _margin(first.count, others[0][1].count, told)
    rival = None if not near else UNCOUNTED if others[0][1].count >= _UNCOUNTED else others[0][1].count
    behind = max((weight for weight, _ in others), default=first.weight - weights()["margin_off"])
    leaning = not near and first.weight < best and first.weight - behind < weights()["margin_off"]
    return Cover(tuple(chosen), rival, leaning)


def _agreement(count: int, told: ToldCounts) -> float:
    """What it is worth that the letter tells of so many who sign; of a few it may do so by chance."""
    if count < 2 or count not in told.likely | told.sure:
        return 0.0
    return weights()["agrees" if count in told.sure or count >= _FEW else "agrees_few"]


_FEW = 5


def _margin(count: int, rival: int, told: ToldCounts) -> float:
    off = count > 0 and rival > 0 and told.sure and count not in told.likely | told.sure
    return weights()["margin_off" if off else "margin"]
