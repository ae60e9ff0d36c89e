"""The ways of comparing: one object each, which knows how it weighs figures, who disagrees in it, and how it is told.

What a way does not say is as here: nothing is weighed, the cited source goes first, then the better grade.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from sources.comparison.asking.intervals import Outcome, overlap
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import GRADES, Scales, Weighed, day_of, earliest_day
from sources.model import Observation

REFUTING: tuple[Outcome, ...] = ("too_high", "too_low")
_OF_ONE_DAY = frozenset({"bracketed", "same_window", "stock"})


class Way:
    """How a claim is set against the figures of one measure.

    `spans`: it is told with a window rather than a day; `covers`: windows may leave days of the claim uncovered.
    `dated`: without a day nothing can be said; `one_day`: the claim's own past day makes it history. `revised`: a later
    figure replaces an earlier one. `told_once`: a text prints it, and prints it to the unit. `quotes`: it looks at one
    row only. `decides_alone`: no kin, slip or timeliness is looked for beside it. `far`: the wording key where no
    figure is near; `unknown`: the wording key of what evidence would change an undecided claim.
    """

    name: ClassVar[str] = "none"
    spans: ClassVar[bool] = False
    covers: ClassVar[bool] = False
    dated: ClassVar[bool] = False
    needs_day: ClassVar[bool] = True
    revised: ClassVar[bool] = False
    told_once: ClassVar[bool] = False
    quotes: ClassVar[bool] = False
    decides_alone: ClassVar[bool] = False
    needs_event: ClassVar[bool] = True
    suggests: ClassVar[bool] = True
    far: ClassVar[str] = "none_fits"
    unknown: ClassVar[str] = "undecided"

    def weigh(self, question: Question, figures: Sequence[Observation], scales: Scales) -> Sequence[Weighed]:
        """What each source makes of a claim."""
        return ()

    def left_out(self, figure: Observation, question: Question, scales: Scales) -> str | None:
        """The key of the reason why a figure that is out, usable and of the place took no part; `None` where it did."""
        return None

    def assumed(self, question: Question) -> str | None:
        """What the claim's own sentence does not tell, so that nothing may be refuted; a wording key."""
        return None

    def order(self, weighed: Weighed) -> tuple[object, ...]:
        """By which the source that decides is the greatest."""
        return by_grade(weighed)

    def is_rival(self, other: Weighed, decider: Weighed, scales: Scales) -> bool:
        """Whether another source says otherwise: of the claim, or of the very figure that decides."""
        if other.grade == "weak" and days_apart(other, decider) > 0:
            return False
        if other.outcome in REFUTING and decider.outcome not in REFUTING:
            return True
        close = days_apart(other, decider) <= scales.settings.same_day
        comparable = {other.how, decider.how} <= _OF_ONE_DAY
        return close and comparable and not overlap(other.band, decider.band, scales.settings)

    def earlier(self, figures: Sequence[Observation], decider: Weighed) -> Sequence[Observation]:
        """Figures that only show how the deciding one came about."""
        return ()


NOTHING = Way()


def by_grade(weighed: Weighed) -> tuple[object, ...]:
    """The cited source, then what is near, then the better grade, then the later day."""
    return weighed.cited, weighed.how != "stock_wide", GRADES[weighed.grade], weighed.as_of


def contrary(one: Weighed, other: Weighed) -> bool:
    """Whether one refutes and the other does not."""
    return (one.outcome in REFUTING) != (other.outcome in REFUTING)


def days_apart(one: Weighed, other: Weighed) -> int:
    """Days between the nearest as-of dates of two sources; a figure of a month speaks for any day of it."""
    return min(_days(a, b) for a in one.observations for b in other.observations)


def _days(one: Observation, other: Observation) -> int:
    first, last = sorted((one, other), key=day_of)
    return max(0, (earliest_day(last) - day_of(first)).days)
