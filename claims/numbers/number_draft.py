"""A number that may be a quantity, with its unit, before ranges are joined."""

from __future__ import annotations

from claims.model import Span
from claims.numbers.cardinals.numeral import Numeral
from claims.quick_records import dataclass
from claims.units.units import UnitReading


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with its unit: two of them may turn out to be the ends of one range, or the ends of a move.

    `follows_move`: the number before is where this figure stood; they share what they count. `again`: where the
    brackets end in which a number is said twice ("twelve (12) days"); what both count stands behind.
    """

    numeral: Numeral
    unit: UnitReading | None
    follows_move: bool = False
    again: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.numeral.start, self.numeral.end)
