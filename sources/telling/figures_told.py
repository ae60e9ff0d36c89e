"""A claim's number and a published figure, as they stand in a line: "≥ 171", "512 (AB, 4 May 2020)"."""

from __future__ import annotations

from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales
from sources.comparison.change.change_pairs import is_share
from sources.model import Observation
from sources.telling.clauses import told_for
from sources.telling.say import as_of, number, short_day, signed


def bare(question: Question) -> str:
    """The claim's number without its comparator; both ends of a range."""
    low, high = question.interval.low, question.interval.high
    if question.claim.quantity.comparator == "range" and low is not None and high is not None:
        return f"{number(low)}–{number(high)}{_unit(question)}"
    return f"{number(question.value)}{_unit(question)}"


def _unit(question: Question) -> str:
    """What a number that counts no things is told in: "%" or a currency."""
    quantity = question.claim.quantity
    if is_share(question):
        return "%"
    return f" {quantity.unit}" if quantity.dimension == "money" and quantity.unit else ""


def claimed(question: Question) -> str:
    """The claim's number with the sign of its comparator; both ends of a range."""
    comparator = question.claim.quantity.comparator
    return bare(question) if comparator == "range" else f"{signed(comparator, question.value)}{_unit(question)}"


def cell(figure: Observation, scales: Scales) -> str:
    """A figure with its producer and window; a stock or toll with its day; a total with the text that prints it."""
    if scales.index.measures[figure.measure_id].kind == "total":
        printed = short_day(figure.published_on) if figure.published_on else as_of(figure, short=True)
        return f"{signed(figure.comparator, figure.value)} ({figure.published_by}, {printed})"
    who = scales.index.short_name(figure.producer_id)
    return f"{signed(figure.comparator, figure.value)} ({who}, {told_for(figure, scales, short=True)})"


def short_cell(figure: Observation, scales: Scales) -> str:
    """A figure with its producer and its day."""
    who = scales.index.short_name(figure.producer_id)
    return f"{signed(figure.comparator, figure.value)} ({who}, {as_of(figure, short=True)})"
