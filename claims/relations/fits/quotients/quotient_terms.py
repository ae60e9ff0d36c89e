"""What a figure admits as a term of a quotient: its band, tight and loose, and the slips it may have come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from claims.model import Quantity
from claims.quick_records import dataclass
from claims.relations.figures import Figure
from claims.relations.fits.slips import Slip, slips_of

_PERCENT = 100
_SLACK = 1e-9
"""What floating point may lose."""
_OPEN = 1.25
"""How far a bound reaches: "more than a quarter" is no four tenths."""
_FAR_OPEN = 1.5
"""How far it may reach before it is clearly another figure."""
_ABOUT = 0.1
_WORDS_LOOSE, _WORDS_TIGHT, _WORDS_MOST = 0.06, 0.03, 0.03
_TIMES_LOOSE, _TIMES_TIGHT = 0.05, 0.03
_LARGEST_TERM, _LARGEST_PART = 9, 20


@dataclass(frozen=True, slots=True)
class Band:
    """What a figure admits, both ends in."""

    low: float
    high: float

    def meets(self, other: Band) -> bool:
        slack = _SLACK * max(abs(self.high), abs(other.high))
        return self.low <= other.high + slack and other.low <= self.high + slack


@dataclass(frozen=True, slots=True)
class Slipped:
    """A figure as it may have been before a slip."""

    value: float
    band: Band
    kind: Slip


@dataclass(frozen=True)
class Term:
    """A figure with what it admits: `loose` for what may still be called right, `tight` for what a slip must meet.

    A percentage or fraction is a number from 0 up (0.4 for "40 per cent", "two in five").
    """

    figure: Figure
    value: float
    loose: Band
    tight: Band
    fixed: bool = False
    """A number of units that the words do not print: no slip is in it."""

    @cached_property
    def slips(self) -> tuple[Slipped, ...]:
        """By value, smallest first."""
        if self.fixed:
            return ()
        if self.figure.claim.quantity.dimension == "share":
            found = list(_other_fractions(self.value))
        else:
            scale = self.value / float(self.figure.claim.quantity.value)
            told = slips_of(self.figure.claim.quantity.value)
            found = [(float(value) * scale, kind) for value, kind in told.items()]
        width = self.tight.high / self.tight.low if self.tight.low > 0 else 1.0
        percent = self.figure.claim.quantity.dimension == "percentage"
        return tuple(
            Slipped(value, self._moved(value, percent), kind) for value, kind in sorted(found) if value > 0 and width
        )

    def _moved(self, value: float, percent: bool) -> Band:
        """The tight band around another value: of one width for a percentage, else in proportion."""
        if percent:
            return Band(value - (self.value - self.tight.low), value + (self.tight.high - self.value))
        return Band(value * self.tight.low / self.value, value * self.tight.high / self.value)


def term_of(figure: Figure) -> Term:
    """The term of a figure with a positive value."""
    quantity = figure.claim.quantity
    value = float(quantity.value) / (_PERCENT if quantity.dimension == "percentage" else 1)
    tight, loose = _widths(quantity, value)
    low, high = _ends(quantity, value, _OPEN)
    far_low, far_high = _ends(quantity, value, _FAR_OPEN)
    return Term(
        figure=figure,
        value=value,
        tight=Band(low - tight, high + tight),
        loose=Band(min(low, far_low) - loose, max(high, far_high) + loose),
    )


def _widths(quantity: Quantity, value: float) -> tuple[float, float]:
    """How far around the figure its words admit others, tight and loose."""
    match quantity.dimension:
        case "share":
            return value * _WORDS_TIGHT, min(value * _WORDS_LOOSE, _WORDS_MOST)
        case "percentage":
            step = 10.0 ** min(0, int(quantity.value.as_tuple().exponent)) / _PERCENT
            return step * 0.52, step * 0.999
        case "multiple":
            return value * _TIMES_TIGHT, value * _TIMES_LOOSE
    return 0.0, 0.0


def _ends(quantity: Quantity, value: float, reach: float) -> tuple[float, float]:
    """The ends of the figure's own interval, a bound's open end closed at `reach`."""
    match quantity.comparator:
        case ">" | ">=":
            return value, value * reach
        case "<" | "<=":
            return value / reach, value
        case "~" | "range":
            return value * (1 - _ABOUT), value * (1 + _ABOUT)
    interval = quantity.interval
    scale = _PERCENT if quantity.dimension == "percentage" else 1
    if interval.low is None or interval.high is None or quantity.dimension in ("percentage", "share"):
        return value, value
    return float(interval.low) / scale, float(interval.high) / scale


def _other_fractions(value: float) -> Iterator[tuple[float, Slip]]:
    """The fractions that one other number makes of it: "a third" for a quarter, "three fifths" for two."""
    fraction = Fraction(value).limit_denominator(_PERCENT)
    upper, lower = fraction.numerator, fraction.denominator
    found: Mapping[float, Slip] = {}
    for other in range(1, min(lower, _LARGEST_TERM + 1)):
        if other != upper:
            found = {**found, other / lower: "one" if abs(other - upper) == 1 else "digit"}
    for other in range(upper + 1, _LARGEST_PART + 1):
        if other != lower:
            kind: Slip = "one" if abs(other - lower) == 1 else "teen" if abs(other - lower) == 10 else "digit"
            found = {**found, upper / other: kind}
    yield from ((other, kind) for other, kind in found.items() if abs(other - value) > value / _PERCENT)


def is_multiple(figure: Figure) -> bool:
    """ "three times", also where it was read as a count of times."""
    quantity = figure.claim.quantity
    return quantity.dimension == "multiple"


def is_points(figure: Figure) -> bool:
    """Percentage points: a difference of two percentages."""
    quantity = figure.claim.quantity
    return quantity.dimension == "percentage" and quantity.unit not in (None, "percent")


def divides(figure: Figure) -> bool:
    """What can be a part, a whole, or an end of a change: a positive amount that is no bare "one"."""
    quantity = figure.claim.quantity
    known = quantity.dimension in ("count", "money", "physical", "duration", "multiple", "percentage")
    return known and not figure.is_one and not is_points(figure) and quantity.value > 0


def is_rated(figure: Figure) -> bool:
    """What can stand in a product: an amount, an average or a length of time."""
    quantity = figure.claim.quantity
    known = quantity.dimension in ("count", "money", "physical", "duration", "multiple")
    return known and quantity.value > 0 and not (figure.is_one and quantity.value == Decimal(1))
