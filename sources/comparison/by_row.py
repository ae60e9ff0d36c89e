"""The very row: a claim that repeats what a text prints, or that misquotes it to the unit.

A producer and its day make one text; an exact figure of it is quoted to the unit or it is misquoted, and the two per
cent that serve round and uncited claims do not serve here.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from sources.comparison.asking.comparing_ways import Way
from sources.comparison.asking.intervals import Outcome, above, below
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, Weighed, stated, weigh
from sources.comparison.decide import Decision
from sources.comparison.readings import Reading
from sources.evidence.candidates import Candidate, is_to_the_unit
from sources.evidence.meant import Meant
from sources.evidence.number_slips import PLAIN_SLIPS, digits
from sources.model import AgainstSource

_EXACT_AT_MOST = 2
_EVERY_DIGIT = 4
_EXACT = 3
_AMONG = 1.0
_TURNED: Final = "turned"


class ByRow(Way):
    """The very row of a text."""

    name = "row"
    quotes = True
    needs_event = False


ROW: Final = ByRow()


def decide_by_row(meant: Meant, question: Question, scales: Scales) -> Decision | None:
    """What the row that a claim repeats or misquotes says of it; `None` where there is neither."""
    if meant.repeated is not None:
        weighed = _weighed(meant.repeated, question, scales, "supports")
        return _decision(meant.repeated, question, weighed, "consistent", "same_row")
    if meant.misquoted is None:
        return None
    outcome = _outcome(meant.misquoted, question, scales)
    if outcome in ("supports", "open"):
        return None
    weighed = _weighed(meant.misquoted, question, scales, outcome)
    because = meant.misquoted.misprint or "other_number"
    axis: AgainstSource = "overstated" if outcome == "too_high" else _too_low(question, meant.misquoted, scales)
    return _decision(meant.misquoted, question, weighed, axis, f"misquoted_{because}")


def _too_low(question: Question, row: Candidate, scales: Scales) -> AgainstSource:
    far = row.row.value >= question.value * scales.settings.understated
    return "understated" if far else "contradicted"


def _outcome(candidate: Candidate, question: Question, scales: Scales) -> Outcome:
    """Which way the claim misses the row: to the unit where both are exact, beyond what matters where one is round."""
    row = candidate.row
    if candidate.misprint == _TURNED:
        return "too_high" if question.claim.quantity.comparator in (">", ">=") else "too_low"
    slipped = candidate.misprint in PLAIN_SLIPS and is_to_the_unit(row)
    if is_exact(question) and (row.comparator == "=" or slipped) and row.value != question.value:
        return "too_high" if question.value > row.value else "too_low"
    if row.comparator == question.claim.quantity.comparator and _is_slip(candidate):
        return "too_high" if question.value > row.value else "too_low"
    told, bound = stated(row, question), question.interval
    high = told.high if told.high is not None else _most(candidate, question, scales)
    low = told.low if told.low is not None else row.value
    if bound.low is not None and high is not None and above(bound.low, high, scales.settings):
        return "too_high"
    return "too_low" if bound.high is not None and below(bound.high, low, scales.settings) else "supports"


def _is_slip(candidate: Candidate) -> bool:
    """Whether a number in the very wording of the text can only be a slip: "at least 2,025" for "at least 2,052"."""
    known = len(digits(candidate.row.value))
    least = _EXACT_AT_MOST if candidate.read > _AMONG else _EXACT if candidate.read else _EVERY_DIGIT
    return candidate.misprint == "factor" or (candidate.misprint == "exchanged" and known >= least)


def _most(candidate: Candidate, question: Question, scales: Scales) -> Decimal | None:
    """What "at least n" of a text leaves to those who quote it: n to the unit is its count, a round n a mere bound.

    "At least 412" is no 580; "more than 6,200" may be 6,254, and is no 62,000.
    """
    value = candidate.row.value
    if not ends_round(value):
        return value
    return value if question.value >= value * scales.settings.understated else None


def is_exact(question: Question) -> bool:
    """Whether a claim tells a number to the unit: with no hedge, and not ending in two noughts or more."""
    value = question.value
    told = question.claim.quantity
    if told.comparator == "~":
        # "an estimated 11,018,231": nobody hedges a number of which every digit is told
        return len(digits(value)) > _EVERY_DIGIT and value == value.to_integral_value()
    exact = told.comparator == "=" and (told.interval.low == value or len(digits(value)) >= _EVERY_DIGIT)
    return exact and not (len(digits(value)) < _EVERY_DIGIT and ends_round(value))


def ends_round(value: Decimal) -> bool:
    """Whether a whole number ends in two noughts or more."""
    return value == value.to_integral_value() and value % 10**_EXACT_AT_MOST == 0


def _weighed(candidate: Candidate, question: Question, scales: Scales, outcome: Outcome) -> Weighed:
    row = candidate.row
    weighed = weigh(
        question, scales, how="row", low=row, high=row, series=True, band=stated(row, question), outcome=outcome
    )
    assert weighed is not None
    return replace(weighed, cited=max(weighed.cited, int(candidate.source == "cited")))


def _decision(
    candidate: Candidate, question: Question, weighed: Weighed, axis: AgainstSource, because: str
) -> Decision:
    row = candidate.row
    reading = Reading(
        measure_id=row.measure_id,
        way=ROW,
        question=question,
        figures=(row,),
        weighed=(weighed,),
        start_assumed=False,
    )
    supporters = (weighed,) if axis == "consistent" else ()
    return Decision(reading=reading, axis=axis, because=because, decider=weighed, supporters=supporters)


def outweighs(by_row: Decision, main: Decision) -> bool:
    """Whether what the very row says goes before what the words lead to.

    A row that may not refute says nothing beside what they lead to. A row repeated bears out whatever else was
    undecided or refuted by others; a misquotation goes before a claim that lies near enough, unless that number stands
    in the source that decides there.
    """
    if by_row.axis == "not_comparable":
        return False
    if by_row.axis == "consistent":
        return main.axis != "consistent" or main.reading.measure_id != by_row.reading.measure_id
    if by_row.because == f"misquoted_{_TURNED}":
        return True
    told = by_row.reading.question.value
    stands = (
        main.decider is not None
        and main.decider.cited > 0
        and any(each.value == told for each in main.decider.observations)
    )
    return not (main.axis == "consistent" and stands)
