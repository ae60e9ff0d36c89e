"""Rule `rate`: "an average of three visits a day" against the total and the days of its period."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction import Extraction
from claims.language.words import vocabulary
from claims.model import Claim, Field, Period
from expectations.arith import figure, share_between
from expectations.clauses.grouping import by_sentence, phrases
from expectations.declaring import declared
from expectations.findings import broken, held, unknown
from expectations.model import Finding

ID = "rate"
SLACK = Decimal("0.1")
"""How far an average may be rounded beyond its printed digit: a tenth."""


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every average per day, week, month or year beside the total it is the average of."""
    findings = []
    for claims in by_sentence(extraction):
        for rate in claims:
            total = _total_of(claims, rate)
            period = total and _period(total, rate)
            if total is not None and period and _is_average(rate):
                findings.append(_recomputed(total, rate, *period))
    return findings or [unknown(ID, "No average stands beside its total and a period with a start and an end.")]


def _unit(claim: Claim) -> tuple[str, str] | None:
    """ "visit per day" as its two halves."""
    thing, per, time = (claim.quantity.unit or "").partition(" per ")
    return (thing, time.removesuffix("s")) if per and time.removesuffix("s") in vocabulary("elapsed")["days"] else None


def _is_average(rate: Claim) -> bool:
    """Whether the sentence calls the rate an average; "up to three a day" is none."""
    return rate.quantity.comparator in ("=", "~", ">") and bool(phrases("sums", "average").search(rate.sentence))


def _total_of(claims: tuple[Claim, ...], rate: Claim) -> Claim | None:
    """The one count of the same things in the sentence."""
    unit = _unit(rate)
    totals = [claim for claim in claims if unit and claim is not rate and claim.quantity.unit == unit[0]]
    return totals[0] if len(totals) == 1 and totals[0].quantity.comparator in ("=", "~", ">", ">=") else None


def _period(total: Claim, rate: Claim) -> tuple[Period, int] | None:
    """The period of the total as its sentence states it, and its days, both ends counted."""
    period = total.period or rate.period
    if period is None or period.start is None or period.end is None or period.inherited or not period.text:
        return None
    return period, (period.end - period.start).days + 1


def _recomputed(total: Claim, rate: Claim, period: Period, days: int) -> Finding:
    unit = _unit(rate)
    assert unit
    units = Decimal(days) / Decimal(str(vocabulary("elapsed")["days"][unit[1]]))
    real = total.quantity.value / units
    value = rate.quantity.value
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    shown = figure(real.quantize(Decimal("0.1") if real >= 1 else Decimal("0.01")))
    count = figure(units.quantize(Decimal("0.1")))
    stated, expected = f"{figure(value)} a {unit[1]}", f"{figure(total.quantity.value)} / {count} {unit[1]}s = {shown}"
    spans, claims = [total.span, rate.span], [total, rate]
    # "more than 90 visits" may make a higher average, never a lower one
    low, high = real * (1 - SLACK) - step / 2, real * (1 + SLACK) + step / 2
    open_above = total.quantity.comparator in (">", ">=") or rate.quantity.comparator == ">"
    if low <= value <= high or (open_above and value > low):
        return held(ID, f"{stated} fits {expected}", stated=stated, expected=expected, spans=spans, claims=claims)
    message, off = f"{stated} stated, but {expected}.", share_between(real, value)
    return broken(ID, "warning", message, stated=stated, expected=expected, spans=spans, claims=claims, off=off)


RULE = declared(ID, run)
