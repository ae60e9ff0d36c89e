"""Averages with the totals they may be of, each weighed by where its total and its divisor stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claims.language.words import vocabulary
from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, SURE, Rate, Spread
from claims.relations.moving.rate_words import EACH, follows, is_stated, of_every, per_of, turned_about
from claims.relations.pairing import is_later, near, nouns_meet, plain_unit
from claims.relations.phrasing import holds, starts, words_of

_SENTENCES = 2
_LEAST_UNITS = Decimal("1.5")
_MOST = 40
_STRONG, _FAIR = 5, 4
_FEW = 10
_FAR = Decimal("10.5")
"""A factor of ten, and its rounding."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    spread: Spread
    weight: int


def find_rates(figures: Figures) -> Iterator[Rate]:
    """Every figure that is said to be so much per something, with the totals and counts it may come from."""
    for told in figures.sentences:
        for figure in told.figures:
            per = per_of(told, figure)
            if per is not None and _is_plain(figure) and (found := _rate(figures, told, figure, per)):
                yield found


def _is_plain(figure: Figure) -> bool:
    quantity = figure.claim.quantity
    known = quantity.comparator in ("=", "~", ">") and quantity.value > 0
    return known and quantity.dimension in ("count", "money", "physical")


def _rate(figures: Figures, told: Told, rate: Figure, per: str) -> Rate | None:
    around = list(near(figures, rate))
    totals = [one for one in around if one.is_amount and _may_total(figures.told(one), one, rate, per)]
    weighed = [
        _Weighed(spread, weight + _of_total(figures, rate, total, totals))
        for total in totals
        for spread, weight in _spreads(figures, told, rate, per, total, around)
    ]
    if not weighed:
        return None
    weighed.sort(key=lambda one: -one.weight)
    stated = int(is_stated(told, rate))
    best = weighed[0].weight
    kept = [one for one in weighed if one.weight >= best - 1]
    evidence = SURE if best + stated > _STRONG else LIKELY if best + stated >= _FAIR else 1
    return Rate(
        rate=rate.claim,
        per=per,
        readings=tuple(one.spread for one in (kept if evidence >= LIKELY else weighed)[:_MOST]),
        bound=sum(one.weight == best for one in kept),
        evidence=evidence,
    )


def _of_total(figures: Figures, rate: Figure, total: Figure, totals: list[Figure]) -> int:
    """How near a total stands: two before the rate in its sentence, one in the two before; one if none is between."""
    if is_later(total, rate):
        told = figures.told(total)
        return 2 if total.sentence == rate.sentence and _together(told, total) or follows(told, rate, total) else -1
    nearest = not any(is_later(one, total) and is_later(rate, one) for one in totals)
    if total.sentence == rate.sentence:
        return 2 + nearest
    close = total.paragraph == rate.paragraph and rate.sentence - total.sentence <= _SENTENCES
    return int(close) + int(nearest)


def _together(told: Told, total: Figure) -> bool:
    """ "all of them together 169,280", "3,600 in all"."""
    return holds(told.before(total)[-4:], "sum_words") or bool(starts(told.after(total), "sum_words"))


def _spreads(
    figures: Figures, told: Told, rate: Figure, per: str, total: Figure, around: list[Figure]
) -> Iterator[tuple[Spread, int]]:
    """What the total may be spread over, and how surely."""
    timed = per in words_of("time_units")
    named = [one for one in around if one is not total and _counts(figures.told(one), one, per, rate)]
    largest = max((one.claim.quantity.value for one in named), default=None)
    for over in named:
        every = of_every(told, rate) and over.claim.quantity.value == largest
        alone = len({one.claim.quantity.value for one in named}) == 1
        if in_reach(total, over.claim.quantity.value, rate):
            yield Spread(total=total.claim, over=over.claim), _closeness(over, rate) + int(every or alone)
    if per == EACH or timed:
        for length, units in _lengths(figures, rate, per if timed else "year"):
            if units < 1:
                continue  # what thirteen days took is no month's average
            direct = length.sentence == rate.sentence and length.first >= rate.stop
            yield Spread(total=total.claim, over=length.claim, units=units), _closeness(length, rate) + direct
    if timed:
        for units in _units(total, per):
            yield Spread(total=total.claim, over=None, units=units), 2
    if timed and is_later(total, rate):
        for over in around:
            if over is not total and over.claim.quantity.dimension == "count" and over.claim.quantity.value > 1:
                yield Spread(total=total.claim, over=over.claim), _closeness(over, rate) + 1


def in_reach(total: Figure, units: Decimal, rate: Figure) -> bool:
    """Whether total and divisor can be those of the rate: more than a misprint apart they are of something else."""
    real, stated = total.claim.quantity.value / units, rate.claim.quantity.value
    return stated / _FAR <= real <= stated * _FAR


def _closeness(one: Figure, rate: Figure) -> int:
    if one.sentence == rate.sentence:
        return 2
    return int(abs(one.sentence - rate.sentence) <= 1)


def _may_total(told: Told, total: Figure, rate: Figure, per: str) -> bool:
    ours, theirs = total.claim.quantity, rate.claim.quantity
    if ours.dimension == "count" and ours.value % 1 and (ours.value < _FEW or rate.noun is not None):
        return False  # "two and a half times", a price of 13.90 are no number of things
    if ours.value <= theirs.value or (total.is_average and per != EACH) or _is_turned_apart(told, total):
        return False
    if theirs.dimension == "count" and ours.dimension == "count":
        thing = (theirs.unit or "").partition(" per ")[0] or None
        own = thing or rate.noun
        if own is None or total.noun is None:
            return abs(total.sentence - rate.sentence) <= 1  # without a noun only what stands near is of one kind
        return nouns_meet(own, total.noun)
    return ours.dimension == theirs.dimension and plain_unit(total) == plain_unit(rate)


def _is_turned_apart(told: Told, total: Figure) -> bool:
    return turned_about(told, total)


def _counts(told: Told, one: Figure, per: str, rate: Figure) -> bool:
    """Whether a count is of what the rate is per: the spills of "36 barrels a spill", people for "a head"."""
    if one.claim.quantity.dimension != "count" or one.claim.quantity.value <= 1 or one.noun is None:
        return False
    if one.sentence != rate.sentence and per_of(told, one):
        return False
    if per == EACH:
        return one.sentence == rate.sentence and one.noun != rate.noun
    noun = one.noun.split()[-1].lower()
    return noun == per or (per in words_of("heads") and noun in words_of("people"))


def _lengths(figures: Figures, rate: Figure, per: str) -> list[tuple[Figure, Decimal]]:
    """The lengths of time of the paragraph, in the unit the rate is per."""
    lengths = [one for each in figures.paragraph(rate.paragraph) for one in each.figures]
    found = [
        (one, one.claim.quantity.value * days / _unit_days(per))
        for one in lengths
        if one.claim.quantity.dimension == "duration" and (days := _days(one.claim.quantity.unit)) is not None
    ]
    return sorted(found, key=lambda item: abs(item[0].sentence - rate.sentence))


def _days(unit: str | None) -> Decimal | None:
    table = vocabulary("elapsed")["days"]
    return Decimal(str(table[unit])) if unit in table else None


def _unit_days(per: str) -> Decimal:
    return _days(per) or Decimal(1)


def _units(total: Figure, per: str) -> list[Decimal]:
    """How many of the rate's units of time the total's own stated period holds."""
    period = total.claim.period
    if period is None or period.start is None or period.end is None:
        return []
    if not period.text or period.span is None or not total.claim.sentence_span.contains(period.span):
        return []
    units = Decimal((period.end - period.start).days + 1) / _unit_days(per)
    return [units] if units >= _LEAST_UNITS else []
