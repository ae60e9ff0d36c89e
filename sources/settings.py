"""What counts as near, different and recent in a comparison. Each number is a ruling, told in the docs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from claims.quick_records import dataclass

AsKnown = Literal["letter", "today"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The numbers a comparison turns on. Shares are of the figure compared with, days are calendar days.

    - `material`: a smaller difference is none.
    - `understated`: a source at this multiple of the claim's bound makes the claim understated.
    - `swing`: how far outside two dated figures a stock may have been between them.
    - `kin`: how far a part must exceed its whole before it refutes anything: two counters never draw the line alike.
    - `stock_days`: how far from the claim's date a stock may have been counted to speak for itself.
    - `bracket_days`: how far two of them may lie on either side of it to support what lies between.
    - `close_days`: a stock so near on one side is not passed over for a wide stretch, and a later count farther off
      bears out nothing that only lies beside it.
    - `same_day`: as-of dates this close count as one when two producers are set side by side.
    - `least_repeat`: below this, an equal number of another measure, place or window may well be chance.
    - `near_misses`: how many are kept.
    - `as_known`: which figures there were. "letter": only those that were out on the letter's day. "today": all of
      them, the last toll and every correction, whenever they came. `None`: tolls and corrections as they stood on the
      letter's day; a later figure of a running count or stock may still bear witness for the claim's own day.
    """

    material: Decimal = Decimal("0.02")
    understated: Decimal = Decimal("1.5")
    swing: Decimal = Decimal("0.15")
    kin: Decimal = Decimal("0.15")
    stock_days: int = 120
    bracket_days: int = 400
    close_days: int = 31
    same_day: int = 7
    least_repeat: int = 100
    near_misses: int = 5
    as_known: AsKnown | None = None


DEFAULTS = Settings()


def exactly(settings: Settings) -> Settings:
    """The settings where every difference beyond rounding matters: how many signed is no estimate."""
    return replace(settings, material=Decimal(0))


# How a published figure that is hedged is taken: "about n" within two per cent, "nearly n" down to five per cent below.
ABOUT = Decimal("0.02")
NEARLY = Decimal("0.05")
