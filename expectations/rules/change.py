"""Rule `change`: the size of a change against the figures it goes from and to, and the direction its words give."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction import Extraction
from claims.model import Claim, Field, Interval
from claims.relations.kinds import SURE, Move, Step
from expectations.arith import exactly, figure, meets, share_between, widened
from expectations.declaring import declared, say
from expectations.findings import broken, unknown
from expectations.model import Finding
from expectations.relating import judged, relations_of

ID = "change"
LOOSE = Decimal("0.06")
"""How loosely a fraction or a multiple in words is taken: "by a third" for 31 to 35 per cent."""
ABOUT = Decimal("0.1")


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every size of a change, and every step whose verb says the other direction."""
    findings: dict[tuple[str, ...], Finding] = {}
    for name, move in relations_of(extraction, Move):
        found = _size(name, move) if move.by is not None else _turned(name, move)
        if found is not None:
            findings.setdefault(found.claim_ids, found)
    return list(findings.values()) or [unknown(ID, say(ID, "nothing"))]


def _size(name: str, move: Move) -> Finding | None:
    assert move.by
    by = move.by
    step = next((one for one in move.readings if _fits(one, by, move)), None)
    if step is None and move.evidence < SURE:
        return None
    shown = step or move.readings[0]
    real = _real(shown, by)
    return judged(
        ID,
        name,
        [shown.first, shown.last, by],
        fits=step is not None,
        checked=by,
        again=lambda other: _fits(shown, other, move),
        key="size",
        off=share_between(abs(real), by.quantity.value),
        stated=_stated(by),
        expected=_sum(shown, by, real),
    )


def _kind(by: Claim) -> str:
    """What the size is in: a share of the first figure, a multiple of it, or so many more of the same."""
    quantity = by.quantity
    if quantity.dimension == "multiple":
        return "times"
    return "share" if quantity.dimension == "share" else "percent" if quantity.unit == "percent" else "more"


def _real(step: Step, by: Claim) -> Decimal:
    """The change in the unit of its size."""
    first, last = step.first.quantity.value, step.last.quantity.value
    match _kind(by):
        case "times":
            return last / first
        case "share":
            return (last - first) / first
        case "percent":
            return (last - first) / first * 100
        case _:
            return last - first


def _fits(step: Step, by: Claim, move: Move) -> bool:
    real = _real(step, by)
    if _kind(by) == "times":
        return meets(exactly(real), _admitted(by))
    if move.way is not None and real and (real > 0) != (move.way == "up"):
        return False
    return meets(exactly(abs(real)), _admitted(by))


def _admitted(by: Claim) -> Interval:
    """What the words admit: rounded or cut at the printed digit, loosely in words and where they say "about"."""
    quantity = by.quantity
    step = Decimal(1).scaleb(min(0, int(quantity.value.as_tuple().exponent)))
    match _kind(by):
        case "times" | "share":
            return widened(quantity.interval, quantity.value * LOOSE)
        case "percent":
            slack = max(step * Decimal("0.999"), quantity.value * ABOUT if quantity.comparator == "~" else Decimal(0))
            return widened(quantity.interval, slack)
        case _:
            return quantity.interval


def _stated(by: Claim) -> str:
    return f"{figure(by.quantity.value)}%" if _kind(by) == "percent" else by.quantity.as_written


def _sum(step: Step, by: Claim, real: Decimal) -> str:
    first, last = figure(step.first.quantity.value), figure(step.last.quantity.value)
    match _kind(by):
        case "times":
            return say(ID, "times", first=first, last=last, real=figure(real.quantize(Decimal("0.01"))))
        case "share":
            return say(ID, "percent", first=first, last=last, real=figure((real * 100).quantize(Decimal("0.1"))))
        case "percent":
            return say(ID, "percent", first=first, last=last, real=figure(real.quantize(Decimal("0.1"))))
        case _:
            return say(ID, "difference", first=first, last=last, real=figure(real))


def _turned(name: str, move: Move) -> Finding | None:
    """ "rose from 60 to 40"; a step that goes the way its verb says is nothing to show."""
    step = move.readings[0]
    first, last = step.first.quantity, step.last.quantity
    if first.value == last.value or (last.value > first.value) == (move.way == "up") or first.unit != last.unit and None not in (first.unit, last.unit):
        return None
    key = "goes_up" if last.value > first.value else "goes_down"
    expected = say(ID, key, first=figure(first.value), last=figure(last.value))
    claims = [step.first, step.last]
    return broken(
        ID,
        "warning",
        say(ID, "turned", way=say(ID, f"said_{move.way}"), expected=expected),
        stated=say(ID, f"said_{move.way}"),
        expected=expected,
        spans=[one.span for one in claims],
        claims=claims,
        relations=[name],
    )


RULE = declared(ID, run)
