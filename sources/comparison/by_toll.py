"""The toll of one event, and totals told once: the last toll before the letter counts, earlier ones only explain.

Dead are found for days: "nine pupils" on the evening itself does not refute "eleven pupils" of a letter a week later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sources.comparison.question import Question
from sources.comparison.weighing import How, Scales, Weighed, day_of, earliest_day, relation, stated, usable, weigh
from sources.model import Observation
from sources.settings import exactly


def weigh_tolls(question: Question, figures: Sequence[Observation], scales: Scales) -> list[Weighed]:
    """Each producer's last toll before the letter against the claim, weak figures apart."""
    groups: dict[tuple[str, bool], list[Observation]] = defaultdict(list)
    for figure in figures:
        fits = (
            usable(figure, question, scales.index)
            and told_by(figure, question)
            and relation(figure, question, scales.index) != "apart"
        )
        if fits:
            groups[figure.producer_id, figure.grade == "weak"].append(figure)
    weighed: list[Weighed] = []
    for group in groups.values():
        last = max(day_of(each) for each in group)
        weighed += _each(question, [each for each in group if day_of(each) == last], scales, "toll")
    return weighed


def weigh_totals(question: Question, figures: Sequence[Observation], scales: Scales) -> list[Weighed]:
    """Each text's total against the claim, to the last one: copies of one statement may differ."""
    kept = [
        each
        for each in figures
        if usable(each, question, scales.index) and relation(each, question, scales.index) != "apart"
    ]
    return _each(question, kept, replace(scales, settings=exactly(scales.settings)), "total")


def _each(question: Question, figures: Sequence[Observation], scales: Scales, how: How) -> list[Weighed]:
    weighed = (
        weigh(question, scales, how=how, low=figure, high=figure, series=True, band=stated(figure, question))
        for figure in figures
    )
    return [each for each in weighed if each is not None]


def told_by(figure: Observation, question: Question) -> bool:
    """Whether a toll may have stood on the letter's day; of one known by its month, the month must have begun."""
    if question.as_known == "today" or question.letter_date is None:
        return True
    return earliest_day(figure) <= question.letter_date


def earlier_tolls(figures: Sequence[Observation], decided: Weighed) -> list[Observation]:
    """Tolls of the same event from days before the one that counts."""
    used = {each.observation_id for each in decided.observations}
    return [each for each in figures if day_of(each) < decided.as_of and each.observation_id not in used]
