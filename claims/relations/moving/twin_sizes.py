"""One change told twice in one breath: "from 320 to 448: 128 more, 40 per cent".

Which figures two sizes lie between shows by the one that fits: a difference to the unit, a percentage of one of them.
The other, said of the same change, is then wrong where one slip would make it right; else nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from claims.model import Direction
from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.slips import slips_of
from claims.relations.kinds import LEARNED, Move, Step
from claims.relations.moving.reckoned import is_told_change
from claims.relations.moving.ways_of_moving import way_of
from claims.relations.pairing import is_paced, nouns_meet, plain_unit
from claims.relations.phrasing import starts, words_of

_GAP = 7
"""How many words may stand between the two sizes of one change."""
_NEAREST = 6
"""So many figures before the sizes are tried."""
_BACK = 3
"""So many sentences of the paragraph before their own are searched."""
_LOOSE = Decimal("2.5")
"""How far, in points, a percentage told with "about" may be off."""
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Twins:
    """A difference and a percentage or multiple that tell one change, and which way it goes."""

    amount: Figure
    scale: Figure
    way: Direction | None


@dataclass(frozen=True, slots=True)
class _Between:
    """Two figures a change may lie between, and what it is by them."""

    first: Figure
    last: Figure

    @property
    def difference(self) -> Decimal:
        return abs(self.first.claim.quantity.value - self.last.claim.quantity.value)

    def scale(self, base: Decimal, *, multiple: bool) -> Decimal:
        """The size of the change in percent of `base`, or how many times it the other one is."""
        other = next((one for one in self.values if one != base), base)
        return other / base if multiple else self.difference * _HUNDRED / base

    @property
    def values(self) -> tuple[Decimal, Decimal]:
        return self.first.claim.quantity.value, self.last.claim.quantity.value


def find_twins(figures: Figures) -> Iterator[Move]:
    """Both sizes of each pair that tells one change, or the one of them that is wrong, with what they lie between."""
    for told in figures.sentences:
        for one, other in pairwise(told.figures):
            twins = _twins(told, one, other)
            if twins is not None:
                yield from _moves(figures, told, twins)


def _twins(told: Told, one: Figure, other: Figure) -> _Twins | None:
    amount, scale = (one, other) if _is_scale(other) else (other, one)
    if not (_is_scale(scale) and _is_difference(told, amount)) or starts(told.after(scale), "of_whole"):
        return None
    gap = told.between(one, other)[len((one.noun or "").split()) :]
    if len(gap) > _GAP or not all(word in _plain() for word in gap if word.isalpha()):
        return None
    said = any(one.claim.quantity.direction is not None or is_told_change(told, one) for one in (amount, scale))
    lost = any(word in words_of("losses") for word in (*told.after(amount)[:2], *told.after(scale)[:2]))
    ways = {way for way in (way_of(told, amount), way_of(told, scale)) if way is not None}
    return _Twins(amount, scale, ways.pop() if len(ways) == 1 else None) if said or lost else None


def _plain() -> frozenset[str]:
    keys = ("size_words", "size_glue", "change_words", "change_heads", "more", "ups", "downs", "losses", "articles")
    return frozenset(word for key in keys for word in words_of(key))


def _is_scale(one: Figure) -> bool:
    quantity = one.claim.quantity
    percent = quantity.dimension == "percentage" and quantity.unit == "percent"
    return (percent or quantity.dimension == "multiple") and quantity.value > 0


def _is_difference(told: Told, one: Figure) -> bool:
    return one.is_amount and not one.is_one and not is_paced(told, one) and one.claim.quantity.comparator == "="


def _moves(figures: Figures, told: Told, twins: _Twins) -> Iterator[Move]:
    exact: list[tuple[Figure, _Between]] = []
    fitted: list[tuple[Figure, _Between]] = []
    for between in _betweens(figures, told, twins):
        difference, scale = between.difference == twins.amount.claim.quantity.value, _scales(twins, between)
        if difference and scale:
            yield _move(twins, twins.amount, between)
            yield _move(twins, twins.scale, between)
            return
        if difference and _would_fit(twins, between):
            exact.append((twins.scale, between))
        elif scale and between.difference in slips_of(twins.amount.claim.quantity.value):
            fitted.append((twins.amount, between))
    found = exact or fitted
    if found and len({between.difference for _, between in found}) == 1:
        yield _move(twins, *found[0])


def _move(twins: _Twins, size: Figure, between: _Between) -> Move:
    step = Step(first=between.first.claim, last=between.last.claim)
    return Move(by=size.claim, readings=(step,), way=twins.way, evidence=LEARNED)


def _betweens(figures: Figures, told: Told, twins: _Twins) -> Iterator[_Between]:
    """The pairs of figures before the sizes that are of the kind of their difference, in the order the way asks for."""
    for one, other in combinations(_around(figures, told, twins), 2):
        values = one.claim.quantity.value, other.claim.quantity.value
        if values[0] == values[1] or not _one_kind(one, other):
            continue
        goes_up = values[0] < values[1]
        turned = twins.way is not None and goes_up != (twins.way == "up")
        yield _Between(other, one) if turned else _Between(one, other)


def _around(figures: Figures, told: Told, twins: _Twins) -> Sequence[Figure]:
    """The nearest amounts that the sizes may lie between, in the order of the text."""
    own = [one for one in told.figures if one.first < min(twins.amount.first, twins.scale.first)]
    paragraph = figures.paragraph(told.paragraph)
    earlier = [one for one in paragraph if told.number - _BACK <= one.number < told.number]
    row = [*(one for each in earlier for one in each.figures), *own]
    return [one for one in row if _may_move(twins.amount, one)][-_NEAREST:]


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


def _bases(twins: _Twins, between: _Between) -> tuple[Decimal, ...]:
    """What the scale may be a scale of: the earlier figure where the way is known, else either."""
    if twins.way is None:
        return between.values
    return (between.values[0],)


def _scales(twins: _Twins, between: _Between) -> bool:
    return _near(twins, between, twins.scale.claim.quantity.value)


def _would_fit(twins: _Twins, between: _Between) -> bool:
    """Whether one slip makes the scale right."""
    return any(_near(twins, between, other) for other in slips_of(twins.scale.claim.quantity.value))


def _near(twins: _Twins, between: _Between, value: Decimal) -> bool:
    quantity = twins.scale.claim.quantity
    multiple = quantity.dimension == "multiple"
    room = Decimal(1).scaleb(int(quantity.value.as_tuple().exponent)) / 2
    if quantity.comparator != "=" and not multiple:
        room = max(room, _LOOSE)
    return any(abs(between.scale(base, multiple=multiple) - value) <= room for base in _bases(twins, between))
