"""What one source makes of a claim: the common shape in which running counts, stocks, tolls and totals are weighed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from claims.model import Interval
from claims.quick_records import dataclass
from sources.comparison.asking.intervals import Band, Outcome, judge, whole
from sources.comparison.asking.question import Question, cited_level
from sources.comparison.asking.tolerance import beside, of_claim, once
from sources.lookup.place_tree import Relation
from sources.lookup.table_index import Index
from sources.lookup.vintages import known_by
from sources.model import Grade, Observation
from sources.settings import Settings

How = Literal[
    "bracketed",
    "bounded",
    "same_window",
    "stock",
    "stock_wide",
    "toll",
    "total",
    "part",
    "whole",
    "change",
    "row",
    "difference",
    "pace",
]
CITED_TEXT: Final = 2
GRADES: Final[dict[Grade, int]] = {"primary": 2, "quoted": 1, "weak": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """What every weighing needs: the tables, and what counts as near."""

    index: Index
    settings: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One source against a claim: what it leaves possible (`band`), by which figures, and the outcome.

    `low` and `high` are the figures behind the ends of the band, the same one where a single figure is both.
    """

    measure_id: str
    producer_id: str
    outcome: Outcome
    how: How
    band: Interval
    low: Observation | None
    high: Observation | None
    grade: Grade
    cited: int
    as_of: date

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The figures used, the earlier first."""
        both = {each.observation_id: each for each in (self.low, self.high) if each}
        return tuple(sorted(both.values(), key=lambda each: (each.period_end or date.min, each.observation_id)))


def usable(observation: Observation, question: Question, index: Index) -> bool:
    """Whether a figure stands: it has a day of its own and no correction of it was out by the letter's day, or is now.

    A correction that came after the letter is no evidence of what stood, except as things are known today.
    """
    if observation.period_end is None:
        return False
    if question.as_known == "today":
        return index.correction_of(observation) is None
    correction = index.correction_of(observation)
    if correction is not None and known(correction, question):
        return False
    return not index.is_correction(observation) or known(observation, question)


def is_out(observation: Observation, question: Question) -> bool:
    """Whether a figure is among those asked for: where it is "as known on the letter's day", it was out by then."""
    return question.as_known != "letter" or known(observation, question)


def known(observation: Observation, question: Question) -> bool:
    """Whether a figure was out on the letter's day and speaks for a day up to it."""
    return question.letter_date is None or known_by(observation, question.letter_date)


def stated(observation: Observation, question: Question) -> Interval:
    """What a figure says, in whole things where the claim counts whole things."""
    counts = question.claim.quantity.dimension == "count"
    return whole(observation.interval) if counts else observation.interval


def day_of(observation: Observation) -> date:
    """The as-of date; for a figure of which only the month is known, its last day."""
    return observation.period_end or date.max


def earliest_day(observation: Observation) -> date:
    """The first day that the as-of date may be."""
    day = day_of(observation)
    return day.replace(day=1) if observation.period_end_grain == "month" else day


def weigh(
    question: Question,
    scales: Scales,
    *,
    how: How,
    low: Observation | None,
    high: Observation | None,
    series: bool,
    band: Interval,
    outcome: Outcome | None = None,
) -> Weighed | None:
    """One source's ends of the band, judged unless the outcome is given. `None` where there is no end at all.

    `series`: see `Band`.
    """
    used = [each for each in (low, high) if each is not None]
    if not used:
        return None
    return Weighed(
        measure_id=used[0].measure_id,
        producer_id=used[0].producer_id,
        outcome=outcome or _outcome(question, scales, band, low if low is high else None, series=series),
        how=how,
        band=band,
        low=low,
        high=high,
        grade=min((each.grade for each in used), key=lambda grade: GRADES[grade]),
        cited=max(cited_level(each, question) for each in used),
        as_of=_as_of(used, question, how),
    )


def _outcome(
    question: Question, scales: Scales, band: Interval, figure: Observation | None, *, series: bool
) -> Outcome:
    """The judgement with one tolerance: the claim's, the figure's or what is material, whichever is the widest."""
    own = of_claim(question.interval, question.claim.quantity)
    claim, source, taken = once(question.interval, own, band, figure)
    return judge(claim, Band(interval=source, series=series), beside(scales.settings, taken))


def _as_of(used: list[Observation], question: Question, how: How) -> date:
    """The day a source speaks for; of later figures alone, as long before the claim's day as they come after it."""
    days = [day_of(each) for each in used]
    end = question.end
    if end is None or how in ("toll", "total"):
        return max(days)
    before = [day for day in days if day <= end]
    mirrored = 2 * end.toordinal() - min(days).toordinal()
    return max(before) if before else date.fromordinal(max(mirrored, 1))


def relation(observation: Observation, question: Question, index: Index) -> Relation:
    """How the place of a figure lies to the claim's.

    A running count or stock of some place says nothing of a claim that names none: "two million have fled" may be of
    any country. The toll of one event is of one place already.
    """
    place = index.gazetteer.of(observation)
    if place is not None and question.place is None and observation.event_id is None:
        return "apart"
    return index.gazetteer.relation(place, question.place)


def best_low(observations: Iterable[Observation], question: Question) -> Observation | None:
    """The figure with the highest lower bound, the better grade and the later day first among equals."""
    ends = [(stated(each, question).low, each) for each in observations]
    return _best([(low, each) for low, each in ends if low is not None])


def best_high(observations: Iterable[Observation], question: Question) -> Observation | None:
    """The figure with the lowest upper bound."""
    ends = [(stated(each, question).high, each) for each in observations]
    return _best([(-high, each) for high, each in ends if high is not None])


def _best(ends: list[tuple[Decimal, Observation]]) -> Observation | None:
    if not ends:
        return None
    ordered = sorted(ends, key=lambda end: end[1].observation_id)
    return max(ordered, key=lambda end: (end[0], GRADES[end[1].grade], day_of(end[1])))[1]
