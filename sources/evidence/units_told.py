"""A claim in the units of the table: megawatts as gigawatts, carbon as carbon dioxide, dollars as USD.

How a unit is printed is said by the table of units. Where none of them is told, nothing of the kind may be compared:
tonnes of coal are no tonnes of carbon dioxide, and euros no dollars.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from claims.model import Claim, Interval, Quantity
from claims.text.phrases import norms
from sources.evidence.number_slips import step_of
from sources.lookup.table_index import Index
from sources.model import Unit
from sources.table.unit_rows import factor_between
from sources.words import words

UNKNOWN: Final = "?"
ROUND_AT_MOST: Final = Decimal("0.025")
_MEASURED: Final = ("money", "physical")


def in_units_of(claim: Claim, index: Index) -> Claim:
    """The claim with its number in the unit that the measures use; with the unit "?" where the table knows it not."""
    if claim.quantity.dimension not in _MEASURED or not index.units:
        return claim
    told = _told(claim.quantity, index) or _of_measure(claim, index)
    if told is None:
        return replace(claim, quantity=replace(claim.quantity, unit=UNKNOWN))
    unit, scale = told
    wanted = _unit_of_measures(unit, claim, index)
    factor = factor_between(unit.unit_id, wanted, index.units_to_base) or Decimal(1)
    return replace(claim, quantity=_scaled(claim.quantity, factor / scale, wanted))


def _scaled(quantity: Quantity, factor: Decimal, unit: str) -> Quantity:
    def times(value: Decimal | None) -> Decimal | None:
        return value if value is None else value * factor

    told = quantity.interval
    interval = Interval(low=times(told.low), high=times(told.high), low_open=told.low_open, high_open=told.high_open)
    value, comparator = quantity.value * factor, quantity.comparator
    if not _only_moves_the_point(factor) and comparator == "=":
        # reckoned from another unit, a number is no more exact than its digits were
        half = min(step_of(quantity.value) * factor / 2, abs(value) * ROUND_AT_MOST)
        interval, comparator = Interval(low=value - half, high=value + half), "~"
    return replace(quantity, value=value, interval=interval, unit=unit, comparator=comparator)


def _only_moves_the_point(factor: Decimal) -> bool:
    return factor.normalize().as_tuple().digits == (1,)


def _told(quantity: Quantity, index: Index) -> tuple[Unit, Decimal] | None:
    """The unit whose longest printed form stands behind the number, with the scale that the form holds itself."""
    behind = _behind(quantity)
    alone = quantity.span.end == quantity.number_span.end and quantity.unit is not None
    found = [
        (len(form), scale, unit.unit_id, unit)
        for unit in index.units
        if not alone or quantity.unit in _names(unit)
        for form, scale in _forms(unit)
        if any(words_[: len(form)] == form for words_ in behind)
    ]
    if found:
        _, scale, _, unit = max(found, key=lambda each: each[:3])
        return unit, scale
    alike = [unit for unit in index.units if quantity.unit in _names(unit)]
    plain = quantity.dimension == "money" or quantity.counted is None
    same = {each.base_unit for each in alike}
    return (alike[0], Decimal(1)) if plain and len(same) == 1 else None


def _of_measure(claim: Claim, index: Index) -> tuple[Unit, Decimal] | None:
    """The unit that the measure gives a bare word: "CO2 emissions of 36 billion tonnes" are tonnes of carbon dioxide.

    Bare is what nothing is said of behind ("tonnes of coal"); several units of the word must be equally large.
    """
    measure, tail = index.measures.get(claim.measure or ""), _behind(claim.quantity)[0]
    known = index.units_to_base.get(measure.unit) if measure is not None else None
    if known is None or len(tail) != 1:
        return None
    alike = [
        unit for unit in index.units if unit.base_unit == known[0] and any(form[:1] == tail for form, _ in _forms(unit))
    ]
    factors = {unit.factor_to_base for unit in alike}
    return (alike[0], Decimal(1)) if len(factors) == 1 else None


def _behind(quantity: Quantity) -> tuple[tuple[str, ...], ...]:
    """The words behind the number, and the same with the number's own word of scale before them."""
    tail = norms(quantity.text[max(0, quantity.number_span.end - quantity.span.start) :])
    return tail, (*norms(quantity.as_written)[-1:], *tail)


def _forms(unit: Unit) -> Iterator[tuple[tuple[str, ...], Decimal]]:
    """A unit's printed forms, each with the scale that it holds: a "billion tonnes" is one Gt.

    Where the form without its word of scale is one of the same unit, the scale is the number's.
    """
    forms = [form for form in map(norms, unit.printed_forms) if form]
    for form in forms:
        scale = words("units")["scales"].get(form[0], 1) if form[1:] not in forms else 1
        yield form, Decimal(scale)


def _names(unit: Unit) -> frozenset[str]:
    """What a reading may call a unit: its id, its printed forms, one and many, and their first words."""
    forms = {" ".join(norms(form)) for form in unit.printed_forms}
    first = {form.split(" ")[0] for form in forms if form}
    return frozenset({unit.unit_id, *forms, *(form.removesuffix("s") for form in forms | first)})


def _unit_of_measures(unit: Unit, claim: Claim, index: Index) -> str:
    """The unit of the claim's measure where it is of the same kind, else the one that measures of the kind have."""
    measure = index.measures.get(claim.measure or "")
    own = measure.unit if measure is not None else None
    used = sorted({each.unit for each in index.measures.values()})
    kind = [each for each in used if factor_between(unit.unit_id, each, index.units_to_base) is not None]
    return own if own in kind and own is not None else unit.unit_id if unit.unit_id in kind or not kind else kind[0]
