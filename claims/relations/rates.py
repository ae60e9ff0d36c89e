"""Averages with the totals they may be of: "240 a week", "N500,000 to each", "for each hectare three families"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claims.language.words import vocabulary
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, Rate, Spread
from claims.relations.pairing import near, nouns_meet, plain_unit
from claims.relations.phrasing import Words, ends, holds, starts, without_end, words_of
from claims.text.plurals import singular

_REACH = 4
_LEAD = 9
_SENTENCES = 2
_LEAST_UNITS = Decimal("1.5")


def find_rates(figures: Figures) -> Iterator[Rate]:
    """Every figure that is said to be so much per something, with the totals and counts it may come from."""
    for told in figures.sentences:
        for figure in told.figures:
            per = _per(told, figure)
            if per is not None and _is_plain(figure):
                yield from _rate(figures, told, figure, per)


def _is_plain(figure: Figure) -> bool:
    quantity = figure.claim.quantity
    return (
        quantity.comparator in ("=", "~", ">")
        and quantity.value > 0
        and quantity.dimension in ("count", "money", "physical")
    )


def _per(told: Told, figure: Figure) -> str | None:
    """What a figure is per, in the singular: "month", "spill"; "each" where only that is said."""
    unit = figure.claim.quantity.unit or ""
    if " per " in unit:
        return singular(unit.partition(" per ")[2].split()[-1])
    after = _behind_noun(told, figure)
    for at in range(min(_REACH, len(after))):
        taken = starts(after[at:], "per")
        if taken and at + taken == len(after) and at == 0:
            return _EACH
        named = after[at + taken] if taken and at + taken < len(after) else None
        if named is not None and named.isalpha() and (at == 0 or singular(named) in words_of("time_units")):
            return singular(named)
        if starts(after[at:], "each"):
            return _EACH if at <= 1 else None
    return _per_before(told, figure)


_EACH = "each"


def _behind_noun(told: Told, figure: Figure) -> Words:
    """The words behind the figure and its noun."""
    after = told.after(figure)
    name = figure.claim.quantity.counted or figure.claim.quantity.unit or ""
    if figure.noun is not None or figure.claim.quantity.dimension == "physical":
        last = name.split()[-1].lower() if name.split() else ""
        for at, word in enumerate(after[:_REACH]):
            if word == last or singular(word) == singular(last):
                return after[at + 1 :]
    return after


def _per_before(told: Told, figure: Figure) -> str | None:
    """ "for each hectare of new land there are three and a half families"."""
    before = told.before(figure)
    for at in range(len(before)):
        taken = starts(before[at:], "for_each")
        if taken and at + taken < len(before) and len(before) - at <= _LEAD and figure.is_amount:
            return singular(before[at + taken])
    return None


def _rate(figures: Figures, told: Told, rate: Figure, per: str) -> Iterator[Rate]:
    around = list(near(figures, rate))
    totals = [one for one in around if _may_total(one, rate)]
    named = [
        one for one in around if one.noun is not None and _counts(one, per, rate) and not _per(figures.told(one), one)
    ]
    timed = _lengths(figures, told, rate, per) if per in words_of("time_units") else []
    readings = [Spread(total=total.claim, over=over.claim) for total in totals for over in named if total is not over]
    readings += [Spread(total=total.claim, over=None, units=units) for total in totals for units in _units(total, per)]
    readings += [Spread(total=total.claim, over=over.claim, units=units) for total in totals for over, units in timed]
    if not readings or not totals:
        return
    sure = _is_stated(told, rate) and _is_bound(told, rate, per, totals, named, timed)
    first = _first(told, rate, readings, totals)
    yield Rate(rate=rate.claim, per=per, readings=(*first, *readings)[:40], evidence=SURE if sure else 1)


def _every(told: Told, rate: Figure) -> bool:
    """ "for every raid": of all there are, not of some of them."""
    return holds(told.after(rate)[:_REACH], "for_each")


def _first(told: Told, rate: Figure, readings: list[Spread], totals: list[Figure]) -> list[Spread]:
    """The reading of the nearest total first."""
    near_by = [one for one in totals if one.sentence == rate.sentence and one.first < rate.first] or totals
    return [one for one in readings if one.total is near_by[0].claim][:1]


def _may_total(total: Figure, rate: Figure) -> bool:
    ours, theirs = total.claim.quantity, rate.claim.quantity
    if ours.value <= theirs.value or total.is_average:
        return False
    if theirs.dimension == "count" and ours.dimension == "count":
        thing = (theirs.unit or "").partition(" per ")[0] or None
        own = thing or rate.noun
        return own is None or total.noun is None or nouns_meet(own, total.noun)
    return ours.dimension == theirs.dimension and plain_unit(total) == plain_unit(rate)


def _counts(one: Figure, per: str, rate: Figure) -> bool:
    """Whether a count is of what the rate is per: the spills of "36 barrels a spill", people for "a head"."""
    noun = (one.noun or "").split()[-1].lower()
    if one.claim.quantity.value <= 1:
        return False
    if per == _EACH:
        return one.sentence == rate.sentence
    return noun == per or (per in words_of("heads") and noun in words_of("people"))


def _lengths(figures: Figures, told: Told, rate: Figure, per: str) -> list[tuple[Figure, Decimal]]:
    """The lengths of time of the paragraph, in the unit the rate is per."""
    lengths = [one for each in figures.paragraph(told.paragraph) for one in each.figures]
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
    if per not in words_of("time_units") or period is None or period.start is None or period.end is None:
        return []
    if not period.text or period.span is None or not total.claim.sentence_span.contains(period.span):
        return []
    units = Decimal((period.end - period.start).days + 1) / _unit_days(per)
    return [units] if units >= _LEAST_UNITS else []


def _is_stated(told: Told, rate: Figure) -> bool:
    """Whether the words call the figure an average or say another one again with it."""
    before, after = told.before(rate), told.after(rate)
    bare = without_end(before, "hedges")
    words = (*before[-6:], *after[:6])
    return bool(ends(bare, "apposition") or ends(before, "apposition") or ends(bare, "comma")) or holds(
        words, "average"
    )


def _is_bound(
    told: Told, rate: Figure, per: str, totals: list[Figure], named: list[Figure], timed: list[tuple[Figure, Decimal]]
) -> bool:
    """Whether total and divisor stand so near that no other can be meant."""
    total = totals[0]
    close = (
        total.paragraph == rate.paragraph
        and 0 <= rate.sentence - total.sentence <= _SENTENCES
        and (total.sentence, total.first) < (rate.sentence, rate.first)
    )
    if per in words_of("time_units"):
        return close and bool(_units(total, per) or any(abs(one.sentence - rate.sentence) <= 1 for one, _ in timed))
    each = len({one.claim.quantity.value for one in named}) == 1 or per in words_of("heads") or _every(told, rate)
    return close and bool(named) and each
