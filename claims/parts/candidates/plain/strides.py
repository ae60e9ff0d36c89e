"""Entries of several lines: the same order of name and details over and over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.parts.blocks import Evidence
from claims.parts.candidates.plain.joined_lines import PlainLine
from claims.parts.naming.name_kinds import DETAILS, NAMES, NameKind

CYCLES = 4


def stride(rest: Sequence[PlainLine], step: int) -> Iterator[tuple[list[PlainLine], Evidence]]:
    """One entry every `step` lines, the others its details, where each place in turn holds lines of one kind."""
    columns = [rest[at::step] for at in range(step)]
    names = next((at for at, column in enumerate(columns) if share(column, {"person"}) >= 0.8), 0)
    held = [share(columns[names], NAMES)]
    for at, column in enumerate(columns):
        if at != names:
            held.append(_detail_share(column, people=share(columns[names], {"person"}) >= 0.8))
    if min(held) < 0.75:
        return
    sure = all(share(c, DETAILS) >= 0.8 for at, c in enumerate(columns) if at != names)
    pattern = float(len(columns[0]) >= (2 if sure else CYCLES))
    yield list(columns[names]), (("fit", sum(held) / len(held)), ("pattern", pattern))


def share(lines: Sequence[PlainLine], kinds: frozenset[NameKind] | set[NameKind]) -> float:
    return sum(line.kind in kinds for line in lines) / len(lines)


def _detail_share(column: Sequence[PlainLine], *, people: bool) -> float:
    """How far a column says where the named belong: places and roles, houses beside people, words that recur."""
    sure = share(column, DETAILS)
    if sure >= 0.6:
        return min(1.0, sure + 0.25)
    recurring = 1 - len({line.text.casefold() for line in column}) / len(column)
    if recurring >= 0.5:
        return 1.0
    houses = people and share(column, {"person"}) <= 0.1 and share(column, {"body"}) >= 0.7
    return 1.0 if houses else sure
