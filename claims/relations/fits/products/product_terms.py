"""What a product or quotient that words draw is made of: a value that falls to one thing, how many there are, the total.

The thing is named with the value ("each oven serves four women", "$18 for a hardback", "620 a month") and counted by the
other figure ("36 ovens", "twelve months"); units of time hold so many of each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.quotients.quotient_words import per_unit
from claims.relations.moving.rate_words import EACH
from claims.relations.pairing import nouns_meet, plain_unit
from claims.relations.phrasing import words_of
from claims.text.plurals import singular

HOLDS: dict[tuple[str, str], tuple[int, ...]] = {
    ("hour", "day"): (24,),
    ("day", "week"): (7,),
    ("day", "year"): (365, 366),
    ("week", "year"): (52,),
    ("month", "year"): (12,),
}
"""How many of a unit of time a larger one holds."""
_ADJECTIVES = 2


@dataclass(frozen=True, slots=True)
class Product:
    """So much for one (`value`), how many (`count`, or `units` that no figure tells), and the `total` of them."""

    value: Figure
    total: Figure
    count: Figure | None
    units: Decimal
    per: str

    def made(self, value: Decimal, units: Decimal, total: Decimal) -> bool:
        """Whether the three make each other: to the last digit, or as the value is rounded."""
        if value * units == total:
            return True
        room = Decimal(1).scaleb(min(0, int(value.normalize().as_tuple().exponent))) / 2
        return bool(units) and abs(total / units - value) <= room and value >= _ROUNDED

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (self.value, *((self.count,) if self.count else ()), self.total)


_ROUNDED = Decimal(10)
"""From here on a value may be rounded to its last digit."""


def alike(value: Figure, total: Figure) -> bool:
    """Whether a total may be of so many of a value: one unit, or one noun where both have any."""
    ours, theirs = value.claim.quantity, total.claim.quantity
    if ours.dimension != theirs.dimension:
        bare = value if ours.dimension == "count" else total
        return "count" in (ours.dimension, theirs.dimension) and bare.noun is None
    if ours.dimension != "count":
        return plain_unit(value) == plain_unit(total)
    return value.noun is None or total.noun is None or nouns_meet(value.noun, total.noun)


def things_of(told: Told, value: Figure) -> Iterator[str]:
    """What a value is for one of: "a lesson has 45 minutes", "4.10 euros the square metre", "30 a month"."""
    per = per_unit(told, value)
    if per is not None and per != EACH:
        yield per
    own = {singular(word) for word in (value.noun or "").lower().split()}
    for at, word in enumerate(told.norms):
        if word in words_of("one_thing"):
            named = (singular(one) for one in told.norms[at + 1 : at + 1 + _ADJECTIVES] if one.isalpha())
            yield from (one for one in named if one not in own)


def counts_of(figures: Figures, thing: str, value: Figure) -> Iterator[tuple[Figure, Decimal]]:
    """The figures of a letter that count a thing, the nearest to the value first, with how many they are."""
    found = [one for told in figures.sentences for one in told.counts if one is not value and _counts(one, thing)]
    found.sort(key=lambda one: abs(one.sentence - value.sentence))
    yield from ((one, one.claim.quantity.value) for one in found)


def _counts(one: Figure, thing: str) -> bool:
    quantity = one.claim.quantity
    if quantity.value <= 1 or quantity.comparator not in ("=", "~"):
        return False
    if quantity.dimension == "count":
        last = (one.noun or "").lower().rsplit(maxsplit=1)[-1:]
        return bool(last) and (last[0] == thing or (thing in words_of("heads") and last[0] in words_of("people")))
    name = (quantity.unit or "").partition(" per ")[0].lower().rsplit(maxsplit=1)[-1:]
    return bool(name) and singular(name[0]) == thing


def spans_of(
    figures: Figures, total: Figure, per: str, around: Sequence[Figure]
) -> Iterator[tuple[Figure | None, Decimal]]:
    """How many units of time a total is of: "7,440 a year" is of twelve months; "in five years", "from 1 January to 30
    June" of sixty, of six.
    """
    of = per_unit(figures.told(total), total)
    yield from ((None, Decimal(many)) for many in HOLDS.get((per, of or ""), ()))
    if of is None and per in words_of("time_units"):
        for one in around:
            unit = singular(one.claim.quantity.unit or "")
            if one.claim.quantity.dimension == "duration" and one.claim.quantity.value > 1:
                held = (1,) if unit == per else HOLDS.get((per, unit), ())
                yield from ((one, one.claim.quantity.value * many) for many in held)
        months = _months(total)
        if months and per in ("month", "year") and not (per == "year" and months % _YEAR):
            yield None, Decimal(months if per == "month" else months // _YEAR)


_YEAR = 12


def _months(total: Figure) -> int:
    """How many whole months a total's own dates span; 0 where they are not whole months."""
    period = total.claim.period
    if period is None or period.start is None or period.end is None or period.start.day != 1:
        return 0
    after = period.end + timedelta(days=1)
    return (after.year - period.start.year) * _YEAR + after.month - period.start.month if after.day == 1 else 0
