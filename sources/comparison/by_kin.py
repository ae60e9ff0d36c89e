"""Parts and wholes: a figure of a part bounds its whole from below, one of the whole bounds each part from above.

Children killed are people killed, the dead of one day are among those of the year, a township lies in its country: "at
least 20 people were killed" is borne out by 22 children counted there, and "5,000 children" cannot be more than the
3,900 people of whom they are a part. Such figures are asked only where none of the claim's own measure decides, and
refute only by a clear margin, since two counters never draw the line alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from claims.model import Interval, Measure
from sources.comparison.asking.intervals import judge_bounds
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import (
    Scales,
    Weighed,
    best_high,
    best_low,
    day_of,
    is_out,
    relation,
    stated,
    usable,
    weigh,
)
from sources.comparison.asking.windows import same_start
from sources.comparison.by_count import nesting
from sources.comparison.by_stock import near
from sources.comparison.by_toll import told_by
from sources.comparison.readings import Reading
from sources.model import Observation
from sources.words import words

Side = Literal["part", "whole"]


def weigh_kin(reading: Reading, scales: Scales) -> list[Weighed]:
    """What each producer's figures of parts and of wholes make of a claim; weak ones are left out."""
    question = reading.question
    if question.end is None and reading.way.needs_day:
        return []
    sides: tuple[tuple[Side, Iterable[Observation]], ...] = (
        ("part", _parts(reading, scales)),
        ("whole", _wholes(reading, scales)),
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
    if any(_is_stock(each, scales) and day_of(each) != question.end for each in weighed.observations):
        margin = scales.settings.understated - 1
    return replace(weighed, outcome=judge_bounds(question.interval, band, margin, scales.settings))


def _is_stock(figure: Observation, scales: Scales) -> bool:
    return scales.index.measures[figure.measure_id].kind == "stock"


def _parts(reading: Reading, scales: Scales) -> Iterator[Observation]:
    """Figures of what is only a part of what is claimed: of a narrower measure, of one event, of a place inside."""
    parts = _PARTS.get(reading.way.name)
    return iter(()) if parts is None else parts(reading, descendants(reading.measure_id, scales), scales)


def _wholes(reading: Reading, scales: Scales) -> Iterator[Observation]:
    """Figures of what the claim is only a part of: of a wider measure, or of a stock of a place around."""
    wholes = _WHOLES.get(reading.way.name)
    return iter(()) if wholes is None else wholes(reading, ancestors(reading.measure_id, scales), scales)


def _tolls_of(reading: Reading, kin: Sequence[Measure], scales: Scales) -> Iterator[Observation]:
    for measure in kin:
        yield from _last_tolls(measure, reading.question, scales)


def _parts_of_stock(reading: Reading, below: Sequence[Measure], scales: Scales) -> Iterator[Observation]:
    question, index = reading.question, scales.index
    for measure in below:
        found = index.find(measure.measure_id, None, question.place, question.asked)
        yield from (each for each in found if _part_of_stock(each, reading, scales))
    inside = index.inside(reading.measure_id, None, question.place).likely(question.asked)
    yield from (each for each in inside if _part_of_stock(each, reading, scales))


def _parts_of_count(reading: Reading, below: Sequence[Measure], scales: Scales) -> Iterator[Observation]:
    question, index = reading.question, scales.index
    for measure in below:
        found = index.find(measure.measure_id, None, question.place, question.asked)
        yield from (each for each in found if nesting(each, question, scales) in ("inside", "same"))
    for measure in (index.measures[reading.measure_id], *below):
        yield from _tolls_inside(measure, question, scales)


def _wholes_of_stock(reading: Reading, above: Sequence[Measure], scales: Scales) -> Iterator[Observation]:
    own = scales.index.measures[reading.measure_id]
    for measure in (own, *above):
        fits = _whole_of_stock if measure.kind == "stock" else _around
        yield from _found(measure, reading, fits, scales)


def _wholes_of_count(reading: Reading, above: Sequence[Measure], scales: Scales) -> Iterator[Observation]:
    """No stock is the whole of a running count: people come and go in it."""
    for measure in above:
        if measure.kind != "stock":
            yield from _found(measure, reading, _around, scales)


_Fits = Callable[[Observation, Reading, Scales], bool]


def _found(measure: Measure, reading: Reading, fits: _Fits, scales: Scales) -> Iterator[Observation]:
    question = reading.question
    found = scales.index.find(measure.measure_id, None, question.place, question.asked)
    return (each for each in found if fits(each, reading, scales))


def _around(figure: Observation, reading: Reading, scales: Scales) -> bool:
    return nesting(figure, reading.question, scales) in ("around", "same")


def _part_of_stock(figure: Observation, reading: Reading, scales: Scales) -> bool:
    """Whether a stock near the claim's day is of a narrower measure or place, and counts from where the claim does."""
    question = reading.question
    where = relation(figure, question, scales.index)
    fits = where == "inside" or (where == "same" and figure.measure_id != reading.measure_id)
    return fits and _is_stock(figure, scales) and near(figure, question, scales) and _counts_there(figure, question)


def _whole_of_stock(figure: Observation, reading: Reading, scales: Scales) -> bool:
    """Whether a stock near the claim's day is of a wider measure or place, whenever it counts from."""
    question = reading.question
    where = relation(figure, question, scales.index)
    fits = where == "around" or (where == "same" and figure.measure_id != reading.measure_id)
    if figure.period_start is not None and (question.start is None or figure.period_start > question.start):
        fits = fits and _counts_there(figure, question)
    return fits and near(figure, question, scales)


def _counts_there(figure: Observation, question: Question) -> bool:
    if question.start is None:
        return True
    return figure.period_start is not None and same_start(figure.period_start, question.start, question.start_grain)


def _last_tolls(measure: Measure, question: Question, scales: Scales) -> Iterator[Observation]:
    """Each producer's last toll of the claim's event by a related measure, as told by the letter's day."""
    found = scales.index.find(measure.measure_id, question.event, question.place, question.asked)
    told = [
        each
        for each in found
        if each.period_end and told_by(each, question) and relation(each, question, scales.index) != "apart"
    ]
    yield from _last(told)


def _tolls_inside(measure: Measure, question: Question, scales: Scales) -> Iterator[Observation]:
    """Tolls of events that lie inside the claim's window and place."""
    found = scales.index.tolls(measure.measure_id).likely(question.asked)
    told = [
        each
        for each in found
        if relation(each, question, scales.index) in ("same", "inside")
        and each.grade != "weak"
        and told_by(each, question)
        and nesting(each, question, scales) in ("inside", "same")
    ]
    yield from _last(told)


def _last(tolls: Iterable[Observation]) -> Iterator[Observation]:
    """The last of each producer's tolls of an event: earlier ones only show how it rose, or was corrected."""
    last: dict[tuple[str, str | None], Observation] = {}
    for each in sorted(tolls, key=lambda toll: (day_of(toll), toll.observation_id)):
        last[each.producer_id, each.event_id] = each
    return iter(last.values())


def ancestors(measure_id: str, scales: Scales) -> list[Measure]:
    """The measures that a measure is a part of, the nearest first, as far as both count one kind of thing."""
    measures, found = scales.index.measures, list[Measure]()
    step = measures.get(measures[measure_id].parent or "")
    while step is not None and step not in found and step.measure_id != measure_id:
        found.append(step)
        step = measures.get(step.parent or "")
    return [each for each in found if _one_kind(each.unit, measures[measure_id].unit)]


def descendants(measure_id: str, scales: Scales) -> list[Measure]:
    """The measures that are parts of a measure, as far as both count one kind of thing."""
    measures = scales.index.measures
    return [
        measures[each]
        for each in scales.index.parts_of(measure_id)
        if _one_kind(measures[each].unit, measures[measure_id].unit)
    ]


def _one_kind(one: str, other: str) -> bool:
    """Whether two units count one kind of thing: a child is a person; an "incident" may be several strikes."""
    return one == other or any(one in group and other in group for group in words("units")["one_kind"])


_Kin = Callable[[Reading, Sequence[Measure], Scales], Iterator[Observation]]
_PARTS: Final[Mapping[str, _Kin]] = {
    "toll": _tolls_of, "stock": _parts_of_stock, "count": _parts_of_count, "none": _parts_of_count
}  # fmt: skip
_WHOLES: Final[Mapping[str, _Kin]] = {
    "toll": _tolls_of, "stock": _wholes_of_stock, "count": _wholes_of_count, "none": _wholes_of_count
}  # fmt: skip
