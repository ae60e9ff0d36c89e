"""The figures of parts and of wholes that may speak to a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from claims.model import Measure
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import (
    Scales,
    day_of,
    relation,
)
from sources.comparison.asking.window_ends import same_start
from sources.comparison.by_count import nesting
from sources.comparison.by_stock import near
from sources.comparison.by_toll import told_by
from sources.comparison.kin.kinship import ancestors, descendants
from sources.comparison.readings import Reading
from sources.model import Observation


def is_stock(figure: Observation, scales: Scales) -> bool:
    """Whether a figure tells how many there are on a day."""
    return scales.index.measures[figure.measure_id].kind == "stock"


def part_rows(reading: Reading, scales: Scales) -> Iterator[Observation]:
    """Figures of what is only a part of what is claimed: of a narrower measure, of one event, of a place inside."""
    parts = _PARTS.get(reading.way.name)
    return iter(()) if parts is None else parts(reading, descendants(reading.measure_id, scales), scales)


def whole_rows(reading: Reading, scales: Scales) -> Iterator[Observation]:
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
    return fits and is_stock(figure, scales) and near(figure, question, scales) and _counts_there(figure, question)


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


_Kin = Callable[[Reading, Sequence[Measure], Scales], Iterator[Observation]]


_PARTS: Final[Mapping[str, _Kin]] = {
    "toll": _tolls_of, "stock": _parts_of_stock, "count": _parts_of_count, "none": _parts_of_count
}  # fmt: skip


_WHOLES: Final[Mapping[str, _Kin]] = {
    "toll": _tolls_of, "stock": _wholes_of_stock, "count": _wholes_of_count, "none": _wholes_of_count
}  # fmt: skip
