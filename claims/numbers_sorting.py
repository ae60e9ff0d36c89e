"""Numerals one after the other: is each a quantity, an ordinal, or ignored, and why?"""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.mask_rules import Finding
from claims.masks import Previous, reason_against
from claims.model import Quantity, Span
from claims.numeral_forms import Numeral
from claims.ordinals import read_ordinal
from claims.ranges import Draft
from claims.refusals import reason_with_unit
from claims.tokens import Token
from claims.units import UnitReading, read_unit

NOWHERE = Span(0, 0)


@dataclass(slots=True, kw_only=True)
class Sorter:
    """Takes numerals in order. `flags`: tokens that something else accounts for already."""

    text: str
    tokens: list[Token]
    flags: list[bool]
    drafts: list[Draft] = field(default_factory=list)
    ordinals: list[Quantity] = field(default_factory=list)
    ignored: list[tuple[Span, str]] = field(default_factory=list)
    taken: Span = NOWHERE
    unit: Span = NOWHERE
    previous: Previous | None = None

    def add(self, numeral: Numeral) -> None:
        """Put a numeral where it belongs, unless it lies in what the one before covers ("4.3 second")."""
        if numeral.start < self.taken.end or self.unit.start <= numeral.start < self.unit.end:
            return
        found = reason_against(self.text, self.tokens, numeral, self.previous)
        if found is not None:
            self._ignore(numeral, found)
        elif numeral.kind == "ordinal":
            self._rank(numeral)
        else:
            self._measure(numeral)

    def _measure(self, numeral: Numeral) -> None:
        unit = read_unit(self.text, Span(numeral.start, numeral.end))
        found = reason_with_unit(self.tokens, numeral, unit)
        if found is not None:
            self._ignore(numeral, found)
            return
        self.drafts.append(Draft(numeral, unit))
        self.previous = Previous(numeral.stop, None)
        self.taken = Span(numeral.start, numeral.end)
        if isinstance(unit, UnitReading):
            self.unit = unit.span

    def _rank(self, numeral: Numeral) -> None:
        read = read_ordinal(self.text, self.tokens, numeral, self.flags)
        if isinstance(read, Quantity):
            self.ordinals.append(read)
            self.taken = read.span
        else:
            self.taken = Span(numeral.start, numeral.end)
            self.ignored.append((self.taken, read))

    def _ignore(self, numeral: Numeral, found: Finding) -> None:
        """Keep what a reason covers, cut back to tokens that nothing else accounts for."""
        reason, first, stop = found
        low, high = numeral.first, numeral.stop
        while low > first and not self.flags[low - 1]:
            low -= 1
        while high < stop and not self.flags[high]:
            high += 1
        start = self.tokens[low].start if low < numeral.first else numeral.start
        self.taken = Span(max(start, self.taken.end), self.tokens[high - 1].end)
        self.ignored.append((self.taken, reason))
        self.previous = Previous(high, reason)
