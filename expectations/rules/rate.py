"""Rule `rate`: an average against the total and what it is spread over: days, months, households, raids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.extraction import Extraction
from claims.model import Claim, Field, Interval, Span
from claims.model.intervals import meets
from claims.relations.kinds import LEARNED, LIKELY, SURE, Rate, Spread
from claims.relations.phrasing import only
from claims.text.phrases import norms
from expectations.arith import exactly, figure, over, share_between, widened
from expectations.declaring import declared, say
from expectations.findings import unknown
from expectations.misprints import slipped
from expectations.model import Finding
from expectations.relating import judged, relations_of

ID = "rate"
IN_TIME = Decimal("0.1")
"""How far an average over a time may be rounded beyond its printed digit: months are not all of one length."""
OF_THINGS = Decimal("0.03")
_STEP = Decimal(1)


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every average with the totals it may be of."""
    findings = [found for name, rate in relations_of(extraction, Rate) if (found := _rate(extraction, name, rate))]
    return findings or [unknown(ID, say(ID, "nothing"))]


def _is_wrong(relation: Rate) -> bool:
    """Whether a rate that fits none of its totals is a slip: the words bind it, or a misprint explains it."""
    if relation.slipped:
        return True
    if relation.rate.quantity.value == 1:
        return False  # "one every two months": what stands for one is not told by these figures
    bound = relation.readings[: relation.bound]
    if relation.evidence >= SURE and any(one.total.span.start < relation.rate.span.start for one in bound):
        return True  # what is told behind an average is its total only where a slip would make it so
    return relation.evidence > LIKELY and any(_slipped(one, relation.rate) for one in bound)


def _is_hedged(relation: Rate) -> bool:
    """ "an estimated $31 million": of what is told loosely no slip can be told from chance."""
    return all(one.total.quantity.comparator != "=" for one in relation.readings)


def _slipped(spread: Spread, rate: Claim) -> bool:
    if spread.over is None or spread.units is not None:
        return slipped([spread.total, rate], lambda them: _fits(replace(spread, total=them[0]), them[1]))
    return slipped([spread.total, spread.over, rate], lambda them: _fits(Spread(total=them[0], over=them[1]), them[2]))


def _respread(spread: Spread, them: Sequence[Claim]) -> Spread:
    if spread.over is None:
        return replace(spread, total=them[0])
    told = spread.over.quantity.value
    units = spread.units * them[1].quantity.value / told if spread.units is not None and told else spread.units
    return replace(spread, total=them[0], over=them[1], units=units)


def _is_told_beside(extraction: Extraction, spread: Spread, rate: Claim) -> bool:
    """ "6,300 pupils in 27 schools give 233; on the coast there are 225 a school": the letter tells the quotient itself
    beside its total, and the rate is of something else.
    """
    beside = (one for one in extraction.claims if one.sentence_span.overlaps(spread.total.sentence_span))
    printed = over(spread.total.quantity.interval, _divisor(spread))
    told = (one for one in beside if one.span not in (rate.span, spread.total.span))
    return any(meets(printed, widened(one.quantity.interval, _STEP / 2)) for one in told)


def _is_spread_elsewhere(extraction: Extraction, spread: Spread, rate: Claim) -> bool:
    """ "2,850 members farm 6,840 hectares, 2.4 hectares each. The others have 3,900 members and 5 hectares each": the
    total's own sentence tells what it is spread over, and its average.
    """
    taken = {rate.span, spread.total.span, spread.over.span if spread.over is not None else rate.span}
    own = [one for one in extraction.claims if one.sentence_span == spread.total.sentence_span]
    beside = [one for one in own if one.span not in taken and one.quantity.value > 1]
    quotients = (
        (over(spread.total.quantity.interval, one.quantity.interval), other)
        for one in beside
        for other in beside
        if one is not other and one.quantity.dimension == "count"
    )
    return any(
        meets(made, widened(other.quantity.interval, other.quantity.value * OF_THINGS)) for made, other in quotients
    )


def _divisor(spread: Spread) -> Interval:
    if spread.units is not None:
        return exactly(spread.units)
    assert spread.over
    return spread.over.quantity.interval


def _fits(spread: Spread, rate: Claim) -> bool:
    quantity = rate.quantity
    slack = quantity.value * (IN_TIME if _is_loose(spread, rate) else OF_THINGS)
    step = Decimal(1).scaleb(min(0, int(quantity.value.as_tuple().exponent))) / 2
    return meets(over(spread.total.quantity.interval, _divisor(spread)), widened(quantity.interval, max(slack, step)))


def _is_loose(spread: Spread, rate: Claim) -> bool:
    """Whether days were turned into weeks, months or years, or the average is "about" so much."""
    even = spread.over is not None and (spread.units is None or spread.units == spread.over.quantity.value)
    return rate.quantity.comparator == "~" or not even


def _is_said_again(extraction: Extraction, spread: Spread, rate: Claim) -> bool:
    """ "2,500 wells in five years, or 250 a year": the rate says again what stands before it, and no slip need explain
    a difference.
    """
    if spread.over is None or not spread.over.span.end <= rate.span.start:
        return False
    gap = norms(extraction.letter.text[spread.over.span.end : rate.span.start])
    inside = Span(spread.total.span.start, rate.span.end)
    held = [one for one in extraction.claims if inside.contains(one.span)]
    first = spread.total.span.end <= spread.over.span.start and len(held) == len((spread.total, spread.over, rate))
    return first and bool(gap) and only(gap, "apposition", "comma", "hedges")


def _rate(extraction: Extraction, name: str, relation: Rate) -> Finding | None:
    """Held where one reading agrees; broken where none does and the words leave no doubt about the first."""
    rate = relation.rate
    learned = relation.evidence >= LEARNED  # then it is the slip that was found, however near the figures come
    spread = None if learned else next((one for one in relation.readings if _fits(one, rate)), None)
    if spread is None and (not _is_wrong(relation) or (learned and _is_hedged(relation))):
        return None
    shown = spread or relation.readings[0]
    count = shown.units if shown.units is not None else (shown.over.quantity.value if shown.over else Decimal(1))
    real = shown.total.quantity.value / count
    return judged(
        ID,
        name,
        [shown.total, *((shown.over,) if shown.over else ()), rate],
        fits=spread is not None,
        checked=rate,
        again=lambda other: _fits(shown, other),
        refit=None if _is_said_again(extraction, shown, rate) else lambda them: _fits(_respread(shown, them), them[-1]),
        open_to=relation.rival is not None
        or _is_told_beside(extraction, shown, rate)
        or _is_spread_elsewhere(extraction, shown, rate),
        strictly=True,
        key="rate",
        off=share_between(real, rate.quantity.value),
        stated=say(ID, "per", value=figure(rate.quantity.value), per=relation.per),
        expected=say(
            ID,
            "quotient",
            total=figure(shown.total.quantity.value),
            count=figure(count.quantize(Decimal("0.1"))),
            real=figure(real.quantize(Decimal("0.1") if real >= 1 else Decimal("0.01"))),
        ),
    )


RULE = declared(ID, run)
