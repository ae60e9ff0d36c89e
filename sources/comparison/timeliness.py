"""Whether the letter used the newest figure there was on its date, an older one, or one that has been revised since."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.model import Interval
from sources.comparison.asking.intervals import above, below
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, Weighed, day_of, known, stated, usable
from sources.comparison.asking.window_ends import same_start
from sources.comparison.readings import Reading
from sources.model import Observation, Timeliness


def timeliness_of(reading: Reading, decider: Weighed, scales: Scales) -> Timeliness | None:
    """The timeliness of a claim that its source bears out; `None` where the claim repeats no dated figure.

    A sentence that names its own past day ("by June 2022") is not held against later figures.
    """
    question = reading.question
    series = [each for each in vintages(reading, decider, scales) if known(each, question)]
    if not series or reading.way.told_once or is_historical(reading):
        return None
    newest = _newest(series, scales)
    if says(newest, question, scales):
        return "superseded_since" if _revised_later(reading, decider, newest, scales) else "current_at_writing"
    return "stale_at_writing" if any(says(each, question, scales) for each in series) else None


def timeliness_of_older(reading: Reading, decider: Weighed, scales: Scales) -> Timeliness:
    """The timeliness of a claim that repeats an older figure: right when written, if the newer one came after it."""
    question = reading.question
    known_then = [each for each in vintages(reading, decider, scales) if known(each, question)]
    current = question.as_known == "today" and known_then and says(_newest(known_then, scales), question, scales)
    return "superseded_since" if current else "stale_at_writing"


def corrected_since(reading: Reading, scales: Scales) -> Timeliness | None:
    """Whether a claim refuted by what is known today repeats a figure that was corrected after the letter."""
    question = reading.question
    if question.as_known != "today":
        return None
    corrections = ((each, scales.index.correction_of(each)) for each in reading.figures if _equal(each, question))
    found = any(known(each, question) and later and not known(later, question) for each, later in corrections)
    return "superseded_since" if found else None


def _newest(series: Sequence[Observation], scales: Scales) -> Observation:
    """The figure of the latest day; an exact one goes before a rounded one of the same week."""
    last = max(day_of(each) for each in series)
    close = [each for each in series if (last - day_of(each)).days <= scales.settings.same_day]
    return max(close, key=lambda each: (each.comparator == "=", day_of(each), each.observation_id))


def is_historical(reading: Reading) -> bool:
    """Whether the claim's day is its sentence's own, neither the letter's nor that of the note it cites.

    The day of an event is not the day up to which its toll is told.
    """
    question = reading.question
    if not reading.way.dated:
        return False
    noted = [citation.published_on for citation in question.claim.citations]
    return question.end_stated and question.end not in noted


def vintages(reading: Reading, decider: Weighed, scales: Scales) -> list[Observation]:
    """The figures of the deciding producer's series, by as-of date: same start, event and place, none of them weak."""
    starts = {each.period_start for each in decider.observations}
    return [
        each
        for each in reading.figures
        if each.producer_id == decider.producer_id
        and each.grade != "weak"
        and usable(each, reading.question, scales.index)
        and (reading.way.revised or any(_joins(each, start, reading.question) for start in starts))
    ]


def _joins(figure: Observation, start: object, question: Question) -> bool:
    if figure.period_start == start:
        return True
    both = figure.period_start is not None and question.start is not None
    return both and same_start(figure.period_start, question.start, question.start_grain)  # type: ignore[arg-type]


def says(figure: Observation, question: Question, scales: Scales) -> bool:
    """Whether a claim repeats a figure: its number, up to rounding and what does not matter."""
    point = _as_point(question)
    low, high = point.low or Decimal(0), point.high or Decimal(0)
    return not above(low, figure.value, scales.settings) and not below(high, figure.value, scales.settings)


def _as_point(question: Question) -> Interval:
    """The number a claim prints, with its rounding where it has both bounds; "about n" and "nearly n" print n."""
    told = question.claim.quantity.interval
    if told.low is not None and told.high is not None and question.claim.quantity.comparator != "~":
        return told
    return Interval(low=question.value, high=question.value)


def older_match(reading: Reading, decider: Weighed, scales: Scales) -> Observation | None:
    """The older figure that a claim now too low still repeats, where it names no day of its own."""
    question = reading.question
    if decider.outcome != "too_low" or is_historical(reading) or reading.way.told_once:
        return None
    older = [each for each in vintages(reading, decider, scales) if day_of(each) < decider.as_of]
    same = [each for each in older if _equal(each, question)]
    return max(same, key=lambda each: (day_of(each), each.observation_id), default=None)


def _equal(figure: Observation, question: Question) -> bool:
    point = _as_point(question)
    low, high = point.low or Decimal(0), point.high or Decimal(0)
    return low <= figure.value <= high and stated(figure, question).high is not None


def _revised_later(reading: Reading, decider: Weighed, newest: Observation, scales: Scales) -> bool:
    """Whether a toll, a total or a corrected figure came out after the letter with a number that no longer fits."""
    question = reading.question
    correction = scales.index.correction_of(newest)
    later = [correction] if correction is not None else []
    if reading.way.revised:
        later += [each for each in reading.figures if _later(each, decider, newest, question)]
    return any(not says(each, question, scales) for each in later)


def _later(figure: Observation, decider: Weighed, newest: Observation, question: Question) -> bool:
    after = day_of(figure) > day_of(newest) and not known(figure, question)
    return after and figure.grade != "weak" and figure.producer_id == decider.producer_id
