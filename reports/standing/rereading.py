"""What an editor read otherwise, compared again: the verdict on the right reading takes the place of the first one.

The sums inside the letter are not made again: they were made of what the letter prints.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from claims.language.load import load_language
from claims.model import Claim, Comparator, Period, Quantity
from claims.numbers.bounding.comparators import Comparison, interval
from expectations.model import CheckedLetter
from reports.deciding.decisions import Decided, Decisions
from sources.compare import compare_letter
from sources.model import ReferenceTable
from sources.settings import Settings

_ROUND = 3  # trailing zeros from which a whole number is taken for a rounded one


def reread(
    checked: Sequence[CheckedLetter], decisions: Decisions, table: ReferenceTable | None, settings: Settings
) -> list[CheckedLetter]:
    """The letters with the verdicts that right readings give; without a table nothing is compared again."""
    if table is None:
        return list(checked)
    return [reread_letter(one, decisions.of(one), table, settings) for one in checked]


def reread_letter(checked: CheckedLetter, decided: Decided, table: ReferenceTable, settings: Settings) -> CheckedLetter:
    """One letter; the claims stay as they were read, and decisions go on hanging on them."""
    rights = {claim_id: right for claim_id, stood in decided.claims.items() if (right := right_of(stood))}
    if not rights:
        return checked
    with load_language(checked.extraction.letter.language).in_force():
        claims = tuple(as_right(one, rights.get(one.claim_id, {})) for one in checked.extraction.claims)
    verdicts = compare_letter(replace(checked.extraction, claims=claims), table, settings)
    return replace(checked, verdicts={**checked.verdicts, **{claim_id: verdicts[claim_id] for claim_id in rights}})


def right_of(stood: Any) -> Mapping[str, str]:
    """The right reading that a decision in force gives, if it gives one."""
    return dict(stood.decided.payload.get("right") or {}) if stood.holds and stood.decided else {}


def as_right(claim: Claim, right: Mapping[str, str]) -> Claim:
    """The claim as an editor reads it; needs a language in force."""
    if not right:
        return claim
    measure = right.get("measure")
    return replace(
        claim,
        quantity=_quantity(claim.quantity, right),
        measure=measure or claim.measure,
        measures_possible=(measure,) if measure else claim.measures_possible,
        period=_period(claim.period, right),
    )


def _quantity(quantity: Quantity, right: Mapping[str, str]) -> Quantity:
    if not {"value", "comparator"} & right.keys():
        return quantity
    value = Decimal(right.get("value", quantity.value))
    sign = cast(Comparator, right.get("comparator", quantity.comparator))
    if sign == "range":
        return replace(quantity, value=value)
    admits = interval(value, Comparison(comparator=sign, side="", span=quantity.number_span), _step(value))
    return replace(quantity, value=value, comparator=sign, interval=admits)


def _step(value: Decimal) -> Decimal | None:
    """The place of the last digit of a round number: 24,000 → 1,000."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) and exponent >= _ROUND else None


def _period(period: Period | None, right: Mapping[str, str]) -> Period | None:
    if not {"start", "end"} & right.keys():
        return period
    start, end = (date.fromisoformat(right[name]) if name in right else None for name in ("start", "end"))
    if period is None:
        return Period(text="", span=None, start=start, end=end, grain="day")
    return replace(period, start=start or period.start, end=end or period.end, grain="day", inherited=None)
