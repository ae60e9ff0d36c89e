"""Who disagrees: figures that speak of the same day, window or event as the one that decides, and say otherwise.

A stock that stood lower a month before is no conflict, it rose; and a row graded weak is heard beside a better one only
where both speak of one event or one and the same day.
"""

from __future__ import annotations

from sources.comparison.asking.weighing import Scales, Weighed
from sources.comparison.readings import Reading


def rivals(decider: Weighed, reading: Reading, scales: Scales) -> tuple[Weighed, ...]:
    """Sources that say otherwise: of the claim, or of the very figure that decides."""
    others = (each for each in reading.weighed if each is not decider)
    return tuple(each for each in others if reading.way.is_rival(each, decider, scales))
