"""Whether a stated total that fits would have failed to fit had it been misprinted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from claims.model import StatedTotal
from expectations.misprints import misprints


def would_object(total: StatedTotal, objects: Callable[[StatedTotal], bool]) -> bool:
    """Whether some least misprint of the total's figure, in the same words, makes `objects` true."""
    wrong = (int(value) for value in misprints(Decimal(total.value)) if value == int(value))
    return any(objects(replace(total, value=value, interval=None)) for value in wrong)
