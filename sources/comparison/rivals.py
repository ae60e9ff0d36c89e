"""Who disagrees: figures that speak of the same day, window or event as the one that decides, and say otherwise.

A stock that stood lower a month before is no conflict, it rose; and a row graded weak is heard beside a better one only
where both speak of one event or one and the same day.
"""

from __future__ import annotations

from sources.comparison.intervals import Outcome, above, overlap
from sources.comparison.readings import Reading
from sources.comparison.weighing import Scales, Weighed, day_of, earliest_day
from sources.model import Observation
from sources.settings import exactly

REFUTING: tuple[Outcome, ...] = ("too_high", "too_low")


def rivals(decider: Weighed, reading: Reading, scales: Scales) -> tuple[Weighed, ...]:
    """Sources that say otherwise: of the claim, or of the very figure that decides."""
    others = (each for each in reading.weighed if each is not decider)
    return tuple(each for each in others if _is_rival(each, decider, reading, scales))


def contrary(one: Weighed, other: Weighed) -> bool:
    """Whether one refutes and the other does not."""
    return (one.outcome in REFUTING) != (other.outcome in REFUTING)


def _is_rival(other: Weighed, decider: Weighed, reading: Reading, scales: Scales) -> bool:
    if reading.way == "total":
        return not overlap(other.band, decider.band, exactly(scales.settings))
    if reading.way == "toll":
        later = other.as_of >= decider.as_of and not overlap(other.band, decider.band, scales.settings)
        return later or _is_higher(other, decider, scales)
    if other.grade == "weak" and days_apart(other, decider) > 0:
        return False
    if reading.way == "count" and other.outcome != "open" and contrary(other, decider):
        return True
    if other.outcome in REFUTING and decider.outcome not in REFUTING:
        return True
    close = days_apart(other, decider) <= scales.settings.same_day
    comparable = {other.how, decider.how} <= {"bracketed", "same_window", "stock"}
    return close and comparable and not overlap(other.band, decider.band, scales.settings)


def _is_higher(other: Weighed, decider: Weighed, scales: Scales) -> bool:
    """Whether an earlier toll is above the last one: tolls rise, so that these two do not fit together."""
    low, high = other.band.low, decider.band.high
    return low is not None and high is not None and above(low, high, scales.settings)


def days_apart(one: Weighed, other: Weighed) -> int:
    """Days between the nearest as-of dates of two sources; a figure of a month speaks for any day of it."""
    return min(_days(a, b) for a in one.observations for b in other.observations)


def _days(one: Observation, other: Observation) -> int:
    first, last = sorted((one, other), key=day_of)
    return max(0, (earliest_day(last) - day_of(first)).days)
