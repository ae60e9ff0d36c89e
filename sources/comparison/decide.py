"""From the weighings under one measure to one result: whose word counts, who disagrees, what to call it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.quick_records import dataclass
from sources.comparison.asking.comparing_ways import by_grade, contrary
from sources.comparison.asking.intervals import above, below, overlap
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, Weighed
from sources.comparison.kin.by_kin import weigh_kin
from sources.comparison.readings import Reading
from sources.comparison.rivals import rivals
from sources.comparison.timeliness import older_match
from sources.model import AgainstSource, Observation

DECIDED = ("consistent", "overstated", "understated", "contradicted", "conflicting_sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the sources say under one measure. `because` is a key of the wording; `rivals` disagree without deciding.

    `stale` is the older figure that the claim repeats where a newer one no longer fits; `unaccounted` the words beside
    the figure for which nothing that would refute it accounts.
    """

    reading: Reading
    axis: AgainstSource
    because: str
    decider: Weighed | None = None
    supporters: tuple[Weighed, ...] = ()
    rivals: tuple[Weighed, ...] = ()
    stale: Observation | None = None
    unaccounted: tuple[str, ...] = ()

    @property
    def by_kin(self) -> bool:
        """Whether a part or a whole decides, rather than a figure of what is claimed itself."""
        return self.decider is not None and self.decider.how in ("part", "whole")


def decide(reading: Reading, scales: Scales) -> Decision:
    """The result under one measure: the cited source, else the best grade, else the latest day; never a weak row."""
    strong = [each for each in reading.weighed if each.grade != "weak" and each.outcome != "open"]
    if any(_speaks_against(each, reading, scales) for each in reading.weighed):
        strong = [each for each in strong if each.how != "stock_wide"]
    if not strong:
        return _by_kin(reading, scales) or _undecided(reading)
    order = reading.way.order
    top = max(order(each) for each in strong)
    leaders = [each for each in strong if order(each) == top]
    decider = next((each for each in leaders if each.outcome == "supports"), leaders[0])
    others = rivals(decider, reading, scales)
    split = any(contrary(each, decider) for each in leaders)
    if split or _undermined(decider, reading, scales):
        because = "conflict" if split else "scales"
        return Decision(reading=reading, axis="conflicting_sources", because=because, decider=decider, rivals=others)
    return _decided(reading, decider, strong, others, scales)


def _speaks_against(weighed: Weighed, reading: Reading, scales: Scales) -> bool:
    """Whether a near stock that refutes nothing by itself still differs from the claim."""
    near = weighed.how in ("stock", "same_window") and weighed.grade != "weak"
    return near and not overlap(reading.question.interval, weighed.band, scales.settings)


def _by_kin(reading: Reading, scales: Scales) -> Decision | None:
    """What figures of parts and wholes say, where all of them that say anything agree; they refute on no assumption."""
    weighed = [each for each in weigh_kin(reading, scales) if each.outcome != "open"]
    if not weighed or any(contrary(each, weighed[0]) for each in weighed):
        return None
    decider = max(weighed, key=lambda each: (by_grade(each), each.producer_id, each.measure_id))
    if decider.outcome == "supports":
        return Decision(
            reading=reading, axis="consistent", because=decider.how, decider=decider, supporters=tuple(weighed)
        )
    if reading.assumed or reading.start_assumed:
        return None
    axis = _refuted(reading.question, reading, decider, scales)
    return Decision(reading=reading, axis=axis, because=f"{decider.how}_refutes", decider=decider)


def _undecided(reading: Reading) -> Decision:
    question = reading.question
    if reading.way.needs_event and question.event is None:
        return Decision(reading=reading, axis="unverified", because="no_event")
    if not reading.figures:
        place_missing = question.place is None and question.event is None
        return Decision(reading=reading, axis="unverified", because="no_place" if place_missing else "no_figures")
    if all(each.grade == "weak" for each in reading.figures):
        return Decision(reading=reading, axis="unverified", because="only_weak")
    if question.end is None and reading.way.dated:
        return Decision(reading=reading, axis="not_comparable", because="no_date")
    return Decision(reading=reading, axis="not_comparable", because=_open_because(reading))


def _open_because(reading: Reading) -> str:
    """Why figures that stand near a claim decide nothing."""
    strong = [each for each in reading.weighed if each.grade != "weak"]
    if any(each.how == "stock" for each in strong):
        return "near_differs"
    if any(each.how in ("same_window", "bracketed") for each in strong):
        return "bound_only"
    asked = reading.question.start, reading.question.end
    fits = [figure for figure in reading.figures if (figure.period_start, figure.period_end) == asked]
    return "other_places" if fits and reading.question.place is not None else "none_fits"


def _undermined(decider: Weighed, reading: Reading, scales: Scales) -> bool:
    """Whether another source, by counting on another scale, shows that the refuting one counts only a part.

    Where one producer has 240 shellings for a year and another 300 for half of it, the first refutes nobody.
    """
    if not reading.way.dated:
        return False
    others = (each for each in reading.weighed if each.grade != "weak" and each.outcome != decider.outcome)
    return any(_off_scale(decider, other, scales) for other in others)


def _off_scale(decider: Weighed, other: Weighed, scales: Scales) -> bool:
    if decider.outcome == "too_high" and decider.band.high is not None and other.band.low is not None:
        return above(other.band.low, decider.band.high, scales.settings)
    if decider.outcome == "too_low" and decider.band.low is not None and other.band.high is not None:
        return below(other.band.high, decider.band.low, scales.settings)
    return False


def _decided(
    reading: Reading, decider: Weighed, strong: Sequence[Weighed], rivals: tuple[Weighed, ...], scales: Scales
) -> Decision:
    supporters = tuple(each for each in strong if each.outcome == "supports")
    low = decider.outcome == "supports" and _is_low(reading, decider, scales)
    assumed = None if _start_is_the_sources(reading, decider) else reading.assumed
    repeats = assumed == "start_assumed" and _repeats_older(reading, decider, scales)
    if assumed and (low or decider.outcome != "supports") and not repeats:
        return Decision(reading=reading, axis="not_comparable", because=assumed, rivals=rivals)
    if decider.outcome == "supports":
        axis: AgainstSource = "understated" if low else "consistent"
        because = "low_bound" if low else decider.how
        return Decision(
            reading=reading, axis=axis, because=because, decider=decider, supporters=supporters, rivals=rivals
        )
    stale = older_match(reading, decider, scales)
    if stale is not None:
        return Decision(reading=reading, axis="consistent", because="older_figure", decider=decider, stale=stale)
    axis = _refuted(reading.question, reading, decider, scales)
    why = {"pace": "beyond_pace", "difference": "difference_refutes"}.get(decider.how, decider.outcome)
    return Decision(reading=reading, axis=axis, because=why, decider=decider, rivals=rivals)


def _start_is_the_sources(reading: Reading, decider: Weighed) -> bool:
    """Whether a claim tells its source and its day, and that source counts to it from one start alone.

    "By 21 May the mission had counted 9,000" assumes nothing where the mission has only ever counted from one day.
    """
    question = reading.question
    if not decider.cited or not question.end_stated or question.end is None or reading.assumed != "start_assumed":
        return False
    end = question.end
    own = [each for each in reading.figures if each.producer_id == decider.producer_id]
    around = (each for each in own if (each.period_end or end) >= end and (each.period_start or end) <= end)
    return {each.period_start for each in around} == {question.start}


def _repeats_older(reading: Reading, decider: Weighed, scales: Scales) -> bool:
    """Whether a claim repeats an older figure with a number large enough not to do so by chance."""
    large = reading.question.value >= scales.settings.least_repeat
    return large and older_match(reading, decider, scales) is not None


def _is_low(reading: Reading, decider: Weighed, scales: Scales) -> bool:
    """Whether the source reaches the multiple of "at least n" that makes it understated."""
    bound = reading.question.interval
    if bound.high is not None or bound.low is None or decider.band.low is None:
        return False
    return bound.low > 0 and decider.band.low >= bound.low * scales.settings.understated


def _refuted(question: Question, reading: Reading, decider: Weighed, scales: Scales) -> AgainstSource:
    if reading.way.told_once:
        return "contradicted"
    if decider.outcome == "too_high":
        return "overstated"
    told = question.claim.quantity
    high, low = told.interval.high if told.comparator == "=" else question.interval.high, decider.band.low
    far = high is not None and low is not None and low >= high * scales.settings.understated
    return "understated" if far else "contradicted"
