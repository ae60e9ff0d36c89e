"""A number under construction."""

from __future__ import annotations

from decimal import Decimal

from claims.quick_records import dataclass

UNLIMITED = Decimal(10) ** 30


@dataclass(slots=True)
class Sum:
    """A number under construction. `room`: what may still be added must be smaller ("hundred" leaves room for 99)."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    room: Decimal = UNLIMITED
    step: Decimal | None = None
    scale: Decimal = Decimal(1)
    digits: bool = False
    stop: int = 0
    lowest: Decimal = UNLIMITED

    @property
    def value(self) -> Decimal:
        return self.total + (self.current or 0)


def scale_up(number: Sum, factor: Decimal) -> None:
    number.total += (number.current if number.current is not None else Decimal(1)) * factor
    number.step = number.step * factor if number.step is not None else None
    number.scale = number.scale * factor
    number.current, number.room, number.lowest = None, factor, factor
