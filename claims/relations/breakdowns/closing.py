"""Breakdowns that close: what a figure is a part of, as far as the letter's own sums show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from decimal import Decimal

from claims.model import Claim, Span
from claims.quick_records import dataclass
from claims.relations.figures import Figure
from claims.relations.kinds import Move, PartOf, Split

_LEAST = 2


@dataclass(frozen=True)
class Sums:
    """The splits whose parts make their whole exactly, by where each part is printed, the best bound first."""

    by_part: dict[Span, list[Split]] = field(default_factory=dict)

    def of_part(self, figure: Figure) -> list[Split]:
        """The sums a figure is a part of."""
        return self.by_part.get(figure.claim.quantity.number_span, [])

    def siblings(self, figure: Figure) -> set[Span]:
        """Where the other parts of its sums are printed: no part is a whole of its sibling."""
        return {one.quantity.number_span for split in self.of_part(figure) for one in split.parts}

    def whole_of(self, figure: Figure) -> Claim | None:
        """The whole of the best bound sum; `None` where the sums name different wholes equally well."""
        splits = self.of_part(figure)
        best = [one for one in splits if one.evidence == splits[0].evidence]
        values = {one.whole.quantity.value for one in best}
        return best[0].whole if len(values) == 1 else None


def sums_of(breakdowns: Iterable[PartOf], moves: Iterable[Move] = (), exact: Iterable[Split] = ()) -> Sums:
    """The sums among the breakdowns that were found, those of what was, what is left and what is gone, and those that
    figures near each other make to the last digit.
    """
    found = Sums()
    for breakdown in breakdowns:
        for split in breakdown.readings if breakdown.closed else ():
            if split.evidence >= _LEAST and _closes(split):
                for part in split.parts:
                    found.by_part.setdefault(part.quantity.number_span, []).append(split)
    for split in (one for move in moves if (one := _left(move)) is not None):
        for part in split.parts:
            found.by_part.setdefault(part.quantity.number_span, []).append(split)
    for split in exact:
        for part in split.parts:
            found.by_part.setdefault(part.quantity.number_span, []).append(split)
    for splits in found.by_part.values():
        splits.sort(key=lambda one: -one.evidence)
    return found


def _closes(split: Split) -> bool:
    return sum((part.quantity.value for part in split.parts), Decimal(0)) == split.whole.quantity.value


def _left(move: Move) -> Split | None:
    """ "It had 1,150. Now there are 368. 782 have closed": what is left and what is gone make what was."""
    if move.by is None or move.by.quantity.dimension in ("percentage", "share", "multiple"):
        return None
    step = move.readings[0]
    whole, rest = sorted((step.first, step.last), key=lambda one: -one.quantity.value)
    split = Split(whole=whole, parts=(rest, move.by), evidence=move.evidence)
    return split if _closes(split) else None
