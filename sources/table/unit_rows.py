"""Units that measure the same in other sizes ("MW" and "GW"): what one is in another, from the table of units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

Scales = Mapping[str, tuple[str, Decimal]]


def unit_scales(rows: Sequence[Mapping[str, str]]) -> Scales:
    """For each unit its base unit and how many of it one is."""
    return {row["unit_id"]: (row["base_unit"], Decimal(row["factor_to_base"])) for row in rows}


def factor_between(unit: str, wanted: str, scales: Scales) -> Decimal | None:
    """How many of `wanted` one `unit` is; `None` where the two do not measure the same.

    >>> scales = {"MW": ("GW", Decimal("0.001")), "GW": ("GW", Decimal(1))}
    >>> factor_between("MW", "GW", scales)
    Decimal('0.001')
    """
    if unit == wanted:
        return Decimal(1)
    if unit not in scales or wanted not in scales or scales[unit][0] != scales[wanted][0]:
        return None
    return scales[unit][1] / scales[wanted][1]
