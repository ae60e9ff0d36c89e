"""Parts and wholes: a figure of a part bounds its whole from below, one of the whole bounds each part from above.

Children killed are people killed, the dead of one day are among those of the year, a township lies in its country: "at
least 20 people were killed" is borne out by 22 children counted there, and "5,000 children" cannot be more than the
3,900 people of whom they are a part. Such figures are asked only where none of the claim's own measure decides, and
refute only by a clear margin, since two counters never draw the line alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from claims.model import Interval
from sources.comparison.asking.intervals import judge_bounds
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import (
    Scales,
    Weighed,
    best_high,
    best_low,
    day_of,
    is_out,
    stated,
    usable,
    weigh,
)
from sources.comparison.kin.kin_rows import is_stock, part_rows, whole_rows
from sources.comparison.readings import Reading
from sources.model import Observation

Side = Literal["part", "whole"]


def weigh_kin(reading: Reading, scales: Scales) -> list[Weighed]:
    """What each producer's figures of parts and of wholes make of a claim; weak ones are left out."""
    question = reading.question
    if question.end is None and reading.way.needs_day:
        return []
    sides: tuple[tuple[Side, Iterable[Observation]], ...] = (
        ("part", part_rows(reading, scales)),
        ("whole", whole_rows(reading, scales)),
    )
    found: list[Weighed] = []
    for side, figures in sides:
        groups: dict[tuple[str, str], list[Observation]] = defaultdict(list)
        for figure in figures:
            if figure.grade != "weak" and usable(figure, question, scales.index) and is_out(figure, question):
                groups[figure.producer_id, figure.measure_id].append(figure)
        weighed = (_weigh_one(side, group, question, scales) for group in groups.values())
        found += [each for each in weighed if each is not None]
    return sorted(found, key=lambda each: (each.producer_id, each.measure_id, each.how, each.as_of))


def _weigh_one(side: Side, figures: Sequence[Observation], question: Question, scales: Scales) -> Weighed | None:
    low = best_low(figures, question) if side == "part" else None
    high = best_high(figures, question) if side == "whole" else None
    band = Interval(low=stated(low, question).low if low else None, high=stated(high, question).high if high else None)
    weighed = weigh(question, scales, how=side, low=low, high=high, series=False, band=band)
    if weighed is None:
        return None
    margin = scales.settings.kin
    if any(is_stock(each, scales) and day_of(each) != question.end for each in weighed.observations):
        margin = scales.settings.understated - 1
    return replace(weighed, outcome=judge_bounds(question.interval, band, margin, scales.settings))
