"""Numerals one after the other: is each a quantity, an ordinal, or ignored, and why?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from claims.language.words import vocabulary
from claims.model import Quantity, Span
from claims.numbers.ages import read_age
from claims.numbers.bounding.comparators import comparison_after
from claims.numbers.cardinals.number_forms import forms
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.number_draft import Draft
from claims.numbers.ordinals import read_ordinal
from claims.numbers.refusals.by_unit import reason_with_unit
from claims.numbers.refusals.listed import mask_words
from claims.numbers.refusals.reasons import Previous, reason_against
from claims.numbers.refusals.shared import Finding, is_plain
from claims.numbers.said_again import Again
from claims.quick_records import dataclass
from claims.text.tokens import Token, adjacent
from claims.units.unit_tables import table_at
from claims.units.units import UnitReading, read_unit

NOWHERE = Span(0, 0)


@dataclass(slots=True, kw_only=True)
class Sorter:
    """Takes numerals in order. `flags`: tokens that something else accounts for already; `again`: see `said_again`."""

    text: str
    tokens: list[Token]
    flags: list[bool]
    again: Mapping[int, Again] = field(default_factory=dict)
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
        again = self.again.get(numeral.start)
        sure = again is not None and again.agrees
        found = None if sure else reason_against(self.text, self.tokens, numeral, self.previous)
        if found is not None:
            self._ignore(numeral, found)
        elif numeral.kind == "ordinal":
            self._rank(numeral)
        else:
            self._measure(numeral)

    def _measure(self, numeral: Numeral) -> None:
        unit = self._unit(numeral)
        found = reason_with_unit(self.tokens, numeral, unit)
        if found is not None:
            self._ignore(numeral, found)
            return
        numeral, again = self._signed(numeral, unit), self.again.get(numeral.start)
        self.drafts.append(Draft(numeral, unit, again=again.end if again is not None else None))
        self.previous = Previous(numeral.stop, None)
        self.taken = Span(numeral.start, numeral.end)
        if isinstance(unit, UnitReading):
            self.unit = unit.span

    def _unit(self, numeral: Numeral) -> UnitReading | None:
        """The unit at the number, behind what loosens it ("thirty-odd years", "20 or more miles") or behind "of"."""
        if numeral.unit_at is not None:
            inside = table_at(self.text, self.tokens[numeral.unit_at].start, glued=False, scaled=False)
            return inside and replace(inside, span=Span(numeral.end, numeral.end), end=numeral.end)
        unit = read_unit(self.text, Span(numeral.start, numeral.end)) or self._unit_of_both(numeral)
        if unit is not None:
            return unit
        loose = comparison_after(self.tokens, numeral.stop)
        if loose is not None and numeral.kind == "cardinal":
            unit = read_unit(self.text, Span(numeral.start, loose.span.end))
            if unit is not None and unit.span.start >= loose.span.end:
                return unit
        return self._unit_behind_of(numeral) or self._age(numeral) or read_age(self.tokens, numeral)

    def _unit_of_both(self, numeral: Numeral) -> UnitReading | None:
        """The unit behind the brackets in which a number is said twice: "thirty (30) days"."""
        again = self.again.get(numeral.start)
        unit = read_unit(self.text, Span(numeral.start, again.end)) if again is not None else None
        if unit is None or again is None or unit.span.start < again.end:
            return None
        return replace(unit, span=Span(numeral.end, numeral.end))

    def _age(self, numeral: Numeral) -> UnitReading | None:
        """ "boys aged 14 and 15": the age goes on to the second number."""
        last = self.drafts[-1] if self.drafts else None
        if (
            last is None
            or last.unit is None
            or last.unit.unit != "year of age"
            or last.unit.span.start >= last.numeral.start
        ):
            return None
        joint = self.tokens[last.numeral.stop : numeral.first]
        if len(joint) != 1 or joint[0].lower not in mask_words().chain or not is_plain(numeral):
            return None
        end = Span(numeral.end, numeral.end)
        return UnitReading(span=end, unit="year of age", dimension="duration", end=numeral.end)

    def _unit_behind_of(self, numeral: Numeral) -> UnitReading | None:
        """ "billions of dollars", "hundreds of miles": what a vague amount measures stands behind "of"."""
        joiner = self.tokens[numeral.stop] if numeral.stop < len(self.tokens) else None
        between = vocabulary("vague")["of"] if numeral.kind == "vague" else vocabulary("number_words")["scale_of"]
        if joiner is None or joiner.lower not in between or (numeral.kind != "vague" and numeral.scale == 1):
            return None
        unit = read_unit(self.text, Span(numeral.start, joiner.end))
        return unit if unit is not None and unit.span.start >= joiner.end else None

    def _signed(self, numeral: Numeral, unit: UnitReading | None) -> Numeral:
        """ "-$1,062", "minus US$5": a sign before the currency belongs to the number."""
        if unit is None or unit.dimension != "money" or unit.span.start >= numeral.start or numeral.high is not None:
            return numeral
        first = numeral.first
        while first > 0 and self.tokens[first - 1].start >= unit.span.start:
            first -= 1
        sign = self.tokens[first - 1] if first else None
        if sign is None or sign.start < self.taken.end or self.flags[first - 1]:
            return numeral
        glued = sign.text in "-−" and sign.end == unit.span.start and not adjacent(self.tokens, first - 2, first - 1)
        if not glued and sign.lower not in forms().minus:
            return numeral
        return replace(numeral, first=first - 1, start=sign.start, value=-numeral.value)

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
