"""Entries whose details are set in below them: "Ana Ruiz" / "    Reader in Law, Elm College"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.parts.blocks import Evidence
from claims.parts.candidates.plain.joined_lines import PlainLine
from claims.parts.naming.name_kinds import NAMES, nameness

LEAST, DEEPER, MOST_BELOW = 3, 2, 3


def indented(rest: Sequence[PlainLine]) -> Iterator[tuple[list[PlainLine], Evidence]]:
    """One entry each line that is not set in, where few lines are set in below each of them.

    Many lines set in below a few are names below their groups instead.
    """
    outer = min(line.indent for line in rest)
    entries = [line for line in rest if line.indent == outer]
    below = _below(rest, outer)
    set_in = sum(below)
    if len(entries) < LEAST or rest[0].indent != outer or any(outer < line.indent < outer + DEEPER for line in rest):
        return
    if (
        max(below) > MOST_BELOW
        or 2 * set_in < len(entries)
        or sum(line.kind in NAMES for line in entries) < 0.8 * len(entries)
    ):
        return
    held = sum(nameness(line.text) for line in entries) / len(entries)
    yield entries, (("fit", held), ("pattern", 1.0), ("set_in", float(all(below))))


def _below(rest: Sequence[PlainLine], outer: int) -> list[int]:
    """How many lines are set in below each that is not."""
    found: list[int] = []
    for line in rest:
        if line.indent == outer:
            found.append(0)
        elif found:
            found[-1] += 1
    return found
