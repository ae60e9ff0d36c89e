"""The rows that what stands around a claim may point at: of who tells, here or just before, on the days told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from heapq import nlargest
from typing import Final

from claims.model import Interval
from sources.evidence.candidates import Candidate, weighed
from sources.evidence.found_rows import earliest
from sources.evidence.given_away import Usable, rows_read
from sources.evidence.sentence.clues import Clues
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.model import Observation

# so many rows are weighed; so many days back a series is looked for; more bearers of one name are nobody in particular
MANY: Final = 80
_BACK, _MOST, _OFFICES = 800, 300, 6
_MOSTLY: Final = 0.45


def pool(clues: Clues, found: list[Candidate], interval: Interval, index: Index, usable: Usable) -> list[Candidate]:
    """The candidates found already and those pointed at."""
    known = {each.row.observation_id for each in found}
    rows = {each.observation_id: each for each in _rows(clues, index) if each.observation_id not in known}
    likely = nlargest(MANY, (each for each in rows.values() if usable(each)), key=lambda each: _order(each, clues))
    return [*found, *weighed(likely, clues, interval, index)]


def tellers(clues: Clues, index: Index) -> frozenset[str]:
    """Those who may tell the figure: who is cited, else who is named, who told last, whom the letter names at all."""
    told = clues.cited | clues.office
    if not told:
        named = clues.named if len(clues.named) <= _OFFICES else frozenset[str]()
        told = named | clues.tellers_before | clues.mentioned | clues.texts_of | part_named(clues)
    return told | wordbook(index).producers.together(told)


def part_named(clues: Clues) -> frozenset[str]:
    """Those of whose names most is told; none where it may be any of many."""
    found = frozenset(each for each, share in clues.part_named.items() if share >= _MOSTLY)
    return found if len(found) <= _OFFICES else frozenset()


def _rows(clues: Clues, index: Index) -> Iterator[Observation]:
    days = clues.days or clues.days_before
    for producer in sorted(tellers(clues, index)):
        for start, end in days:
            yield from index.of_producer(producer, start, end, _MOST)
            if start == end:
                yield from index.printed_on(producer, end)
                yield from _months(producer, end, index)
        if clues.letter_date is not None:
            since = date.fromordinal(max(1, clues.letter_date.toordinal() - _BACK))
            yield from index.of_producer(producer, since, clues.letter_date, _MOST)
    yield from rows_read(clues, index)


def _months(producer: str, day: date, index: Index) -> Iterator[Observation]:
    """The figures of a producer of the month of a day, which tell a day after it."""
    last = date.fromordinal(day.replace(day=1).toordinal() + 31)
    found = index.of_producer(producer, day, last, _MOST)
    return (each for each in found if (first := earliest(each)) is not None and first <= day)


def _order(row: Observation, clues: Clues) -> tuple[object, ...]:
    """Which rows are weighed first: of the day told, of the measure read or told beside, of who told last."""
    end = row.period_end
    days = clues.days or clues.days_before
    told = end is not None and any(start <= end <= last for start, last in days)
    read = row.measure_id == clues.claim.measure or row.measure_id in clues.claim.measures_possible
    teller = row.producer_id in clues.cited | clues.tellers_before
    beside = row.measure_id in clues.measures_beside
    return told + 2 * read + teller + beside, end or date.min, row.observation_id
