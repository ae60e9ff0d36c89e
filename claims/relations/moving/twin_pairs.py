"""The two figures that a change told twice lies between, near the sizes or further off, and what it is by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claims.model import Direction
from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.slips import slips_of
from claims.relations.pairing import nouns_meet, plain_unit

_NEAREST, _FAR_NEAREST = 6, 3
"""So many figures before the sizes are tried; with figures of the whole letter so many."""
_BACK = 3
"""So many sentences of the paragraph before their own are searched."""
_LOOSE = Decimal("2.5")
"""How far, in points, a percentage told with "about" may be off."""
_WORDS = Decimal("0.012")
"""How far, as a part of it, a fraction in words may be off: "a quarter" for 24.8 per cent."""
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Twins:
    """A difference and a percentage, fraction or multiple that tell one change, and which way it goes."""

    amount: Figure
    scale: Figure
    way: Direction | None

    @property
    def first(self) -> int:
        """Where in the words of the sentence the first of the two begins."""
        return min(self.amount.first, self.scale.first)

    @property
    def told(self) -> Decimal:
        """The scale as printed: in percent, or how many times."""
        quantity = self.scale.claim.quantity
        return quantity.value * _HUNDRED if quantity.dimension == "share" else quantity.value


@dataclass(frozen=True, slots=True)
class Between:
    """Two figures a change may lie between, and what it is by them."""

    first: Figure
    last: Figure

    @property
    def difference(self) -> Decimal:
        return abs(self.first.claim.quantity.value - self.last.claim.quantity.value)

    @property
    def values(self) -> tuple[Decimal, Decimal]:
        return self.first.claim.quantity.value, self.last.claim.quantity.value

    def differs(self, twins: Twins) -> bool:
        """Whether the amount is the difference to the last digit."""
        return self.difference == twins.amount.claim.quantity.value

    def scales(self, twins: Twins) -> bool:
        """Whether the scale is that of the difference."""
        return self._near(twins, twins.told)

    def would_differ(self, twins: Twins) -> bool:
        """Whether one slip of the amount makes it the difference."""
        return self.difference in slips_of(twins.amount.claim.quantity.value)

    def would_scale(self, twins: Twins) -> bool:
        """Whether one slip makes the scale right, or it is told of the later figure: 60 more than 150 are no 29%."""
        quantity = twins.scale.claim.quantity
        if quantity.dimension == "multiple":
            return any(self._near(twins, other) for other in slips_of(quantity.value))
        turned = twins.way is not None and self._is(twins, self.values[1], twins.told)
        if quantity.dimension == "share":
            return turned
        return turned or any(self._near(twins, other) for other in slips_of(quantity.value))

    def _near(self, twins: Twins, value: Decimal) -> bool:
        return any(self._is(twins, base, value) for base in self._bases(twins))

    def _bases(self, twins: Twins) -> tuple[Decimal, ...]:
        """What the scale may be a scale of: the earlier figure where the way is known, else either."""
        return self.values if twins.way is None else (self.values[0],)

    def _is(self, twins: Twins, base: Decimal, value: Decimal) -> bool:
        quantity = twins.scale.claim.quantity
        multiple = quantity.dimension == "multiple"
        other = next((one for one in self.values if one != base), base)
        real = other / base if multiple else self.difference * _HUNDRED / base
        room = Decimal(1).scaleb(int(quantity.value.as_tuple().exponent)) / 2
        if quantity.dimension == "share":
            room = value * _WORDS
        elif quantity.comparator != "=" and not multiple:
            room = max(room, _LOOSE)
        return abs(real - value) <= room

    def led_by_scale(self, twins: Twins) -> Between:
        """The two with that first of which the scale is one, where no word gives the way: "a fall of 20 per cent"."""
        first, last = (self._is(twins, base, twins.told) for base in self.values)
        return Between(self.last, self.first) if last and not first else self


def betweens(figures: Figures, told: Told, twins: Twins) -> Iterator[Between]:
    """The pairs of figures before the sizes that are of the kind of their difference, in the order the way asks for."""
    for one, other in combinations(_around(figures, told, twins)[-_NEAREST:], 2):
        yield from _between(twins, one, other)


def far_betweens(figures: Figures, told: Told, twins: Twins) -> Iterator[Between]:
    """The pairs of a near figure and one of the same things told further back in the letter."""
    near = _around(figures, told, twins)[-_FAR_NEAREST:]
    for each in figures.sentences[: told.number]:
        for far in each.figures:
            if far not in near and _may_move(twins.amount, far):
                yield from (two for one in near if _same(far, one) for two in _between(twins, far, one))


def is_a_value(figures: Figures, told: Told, twins: Twins) -> bool:
    """Whether the amount is what the scale leads to: "of 400 seats the new one has 360, 10% fewer"."""
    amount = twins.amount
    return any(Between(one, amount).scales(twins) for one in _around(figures, told, twins))


def _between(twins: Twins, one: Figure, other: Figure) -> Iterator[Between]:
    values = one.claim.quantity.value, other.claim.quantity.value
    if values[0] == values[1] or not _one_kind(one, other):
        return
    turned = twins.way is not None and (values[0] < values[1]) != (twins.way == "up")
    yield Between(other, one) if turned else Between(one, other)


def _around(figures: Figures, told: Told, twins: Twins) -> Sequence[Figure]:
    """The amounts near the sizes that they may lie between, in the order of the text."""
    own = [one for one in told.figures if one.first < twins.first]
    paragraph = figures.paragraph(told.paragraph)
    earlier = [one for one in paragraph if told.number - _BACK <= one.number < told.number]
    row = [*(one for each in earlier for one in each.figures), *own]
    return [one for one in row if _may_move(twins.amount, one)]


def _may_move(size: Figure, one: Figure) -> bool:
    ours, theirs = size.claim.quantity, one.claim.quantity
    amount = one.is_amount or one.is_average
    plain = amount and not one.is_one and theirs.value > 0 and theirs.direction is None
    return plain and (ours.dimension == theirs.dimension or "count" in (ours.dimension, theirs.dimension))


def _one_kind(one: Figure, other: Figure) -> bool:
    ours, theirs = one.claim.quantity, other.claim.quantity
    if ours.dimension != theirs.dimension or plain_unit(one) != plain_unit(other):
        return "count" in (ours.dimension, theirs.dimension) and (one.noun is None or other.noun is None)
    return one.noun is None or other.noun is None or nouns_meet(one.noun, other.noun)


def _same(far: Figure, near: Figure) -> bool:
    """Whether a figure told long before is of the same things: one unit, or one noun where the near one has any."""
    if far.claim.quantity.dimension != "count":
        return far.claim.quantity.dimension == near.claim.quantity.dimension and plain_unit(far) == plain_unit(near)
    return far.noun is not None and (near.noun is None or nouns_meet(far.noun, near.noun))
