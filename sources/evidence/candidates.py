"""The rows that may be behind a claim: by its number, by who tells it and for which day; each with what speaks for it.

Words decide between rows, they do not find them: "1,113 people have left the prisons in a coffin, AB wrote on 29 March"
finds the row of AB with 1,113 and 29 March, whatever it is called there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Final, Literal

from claims.language.words import of_language
from claims.measures.units_of_measures import is_rate_within
from claims.model import Interval, Measure, Span
from sources.evidence.clues import Clues
from sources.evidence.misprints import Misprint, factors_of, misprint_of, step_of
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.lookup.vintages import published_day
from sources.model import Observation
from sources.settings import NEARLY
from sources.words import words

Source = Literal["cited", "named", "nobody", "another"]
Day = Literal["told", "newest", "near", "other"]
Where = Literal["same", "inside", "around", "apart", "open", "beside"]
_NEAR: Final = timedelta(days=31)
_RECENT: Final = timedelta(days=62)
_MOST = 400
_READ: Final = 2.0
_EVERY_DIGIT: Final = 4
_STEP: Final = Decimal("0.025")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row and how it lies to a claim. `fit`: how well the words fit its measure; `shared`: how many roots they share.

    `read`: what the reading of the words adds to it. `same`: the claim repeats it, `very`: to the unit; `misprint`:
    the slip by which the claim's number may have come from it. `place` "beside": another place than one named
    elsewhere in the sentence. `wider`: its measure counts more than one thing ("killed or maimed") of which the
    sentence tells some. `start_told`: the sentence names the day that the row counts from. `taken`: another figure of
    the sentence has its number. `part`: words beside the figure narrow it and the measure does not name them.
    `world`: it is a figure of the whole world, or of no place. `parent`: what its measure is a part of; `stock`: it
    tells how many there are on a day; `akin`: the measures that are taken for it.
    """

    row: Observation
    same: bool
    very: bool
    misprint: Misprint | None
    source: Source
    day: Day
    place: Where
    fit: float
    read: float
    shared: int
    wider: bool
    start_told: bool
    taken: bool
    part: bool
    world: bool
    parent: str | None
    stock: bool
    akin: tuple[str, ...]

    @property
    def rank(self) -> tuple[object, ...]:
        """What makes one candidate likelier than another, the weightiest first."""
        source = {"cited": 3, "named": 2, "nobody": 1, "another": 0}[self.source]
        day = {"told": 3, "newest": 2, "near": 1, "other": 0}[self.day]
        place = {"same": 2, "open": 1}.get(self.place, 0)
        return self.same, source + day + place, self.very, round(self.likely, 3), self.row.observation_id

    @property
    def likely(self) -> float:
        """How likely the row is meant, by the words around the figure and by the measure that they were read as."""
        return self.fit + self.read


def candidates(clues: Clues, interval: Interval, index: Index) -> list[Candidate]:
    """All rows that a claim may be about, the likeliest first; weak, later and unlike ones are left out."""
    found = {each.observation_id: each for each in (*_by_number(clues, interval, index), *_by_source(clues, index))}
    fits = (each for each in found.values() if _may_be_meant(each, clues, index))
    weighed = (_weighed(each, clues, interval, index) for each in fits)
    return sorted(weighed, key=lambda each: each.rank, reverse=True)


def _by_number(clues: Clues, interval: Interval, index: Index) -> Iterator[Observation]:
    """Rows with the claim's number, or one that a factor of ten parts from it."""
    low, high = _ends(clues, interval)
    yield from index.of_value(index.measures, low, high)
    if clues.exactness > 1:
        for number in factors_of(clues.value):
            yield from index.of_value(index.measures, number, number)


def _ends(clues: Clues, interval: Interval) -> tuple[Decimal, Decimal]:
    value = clues.value
    if interval.low is not None and interval.high is not None:
        return min(interval.low, value), max(interval.high, value)
    low, high = _beyond(clues)
    return min(low, value * (1 - _STEP)), max(high, value * (1 + _STEP))


def _beyond(clues: Clues) -> tuple[Decimal, Decimal]:
    """How far beside its number a bound is told of: "more than 28,000" of anything below 29,000, "under 300" above 290.

    At most five per cent.
    """
    value, comparator = clues.value, clues.claim.quantity.comparator
    step = min(abs(value) * NEARLY, step_of(value))
    low = value - step if comparator in ("<", "<=") else value
    return low, value + step if comparator in (">", ">=") else value


def _by_source(clues: Clues, index: Index) -> Iterator[Observation]:
    """Rows of those named, from the days told; where none is told, their newest."""
    for producer in sorted(clues.cited | clues.named):
        for start, end in clues.days:
            yield from index.of_producer(producer, start, end, _MOST)
            if start == end:
                yield from index.published_on.get((producer, end), ())
        if clues.letter_date is not None:
            since = date.fromordinal(max(1, clues.letter_date.toordinal() - 400))
            yield from index.of_producer(producer, since, clues.letter_date, _MOST)


def _may_be_meant(row: Observation, clues: Clues, index: Index) -> bool:
    """Not a weak row, no letter's count of its signatories, out by the letter's day, of the claim's dimension."""
    if clues.rate and not counts_a_rate(index.measures[row.measure_id]):
        return False
    of_a_letter = row.event_id is not None and index.measures[row.measure_id].kind == "total"
    if row.grade == "weak" or of_a_letter or index.correction_of(row) is not None:
        return False
    letter, day = clues.letter_date, _earliest(row)
    if letter is not None and day is not None and day > letter:
        return False
    return _is_told_in(row, clues, index)


def _is_told_in(row: Observation, clues: Clues, index: Index) -> bool:
    """Whether a row is of the claim's dimension and, where units part what is measured, in its unit."""
    dimension = dimension_of_claim(clues)
    if index.units and dimension in ("money", "physical"):
        return row.unit == clues.claim.quantity.unit
    return dimension_of(row.unit) == dimension


@of_language(maxsize=1024)
def counts_a_rate(measure: Measure) -> bool:
    """Whether a measure is of so many in each stretch of time, by its unit or by its label."""
    return measure.dimension == "rate" or is_rate_within(measure.label, Span(0, len(measure.label)))


def _earliest(row: Observation) -> date | None:
    day = row.period_end
    return day.replace(day=1) if day is not None and row.period_end_grain == "month" else day


@cache
def dimension_of(unit: str) -> str:
    """What a unit measures: "money", "percentage", "physical"; "count" for all that is counted."""
    for dimension, units in words("units")["dimensions"].items():
        if any(unit == each or unit.startswith(f"{each} ") for each in units):
            return str(dimension)
    return "count"


def dimension_of_claim(clues: Clues) -> str:
    """The same of a claim; a share is a percentage, a multiple counts."""
    dimension = clues.claim.quantity.dimension
    return {"share": "percentage", "multiple": "count", "ordinal": "none", "duration": "none"}.get(dimension, dimension)


def _weighed(row: Observation, clues: Clues, interval: Interval, index: Index) -> Candidate:
    measures = wordbook(index).measures
    fit = measures.fit(row.measure_id, clues.wording, row.as_printed)
    shared = measures.shared(row.measure_id, clues.wording, row.as_printed)
    same = says_same(interval, clues, row)
    return Candidate(
        row=row,
        same=same,
        very=row.value == clues.value,
        misprint=None if same or clues.exactness < 2 else misprint_of(clues.value, row.value),
        source=_source(row, clues),
        day=_day(row, clues, index),
        place=_place(row, clues, index),
        fit=fit + _window_fit(row, clues),
        read=_reading_fit(row, clues),
        shared=len(shared),
        wider=measures.is_wider(row.measure_id, clues.wording),
        start_told=row.period_start in clues.starts,
        taken=row.value in clues.taken and not same,
        parent=index.measures[row.measure_id].parent,
        stock=index.measures[row.measure_id].kind == "stock",
        akin=index.relatives.get(row.measure_id, ()),
        world=index.gazetteer.is_world(index.gazetteer.of(row)),
        part=any(not measures.names(row.measure_id, told) for told in clues.parts),
    )


def says_same(interval: Interval, clues: Clues, row: Observation) -> bool:
    """Whether a claim repeats a row: its number as far as both are exact; for a bound, what lies just beyond it."""
    if row.value == clues.value:
        return True
    low, high = interval.low, interval.high
    if clues.exactness > _EVERY_DIGIT and row.comparator == "=" and clues.claim.quantity.comparator == "~":
        return False
    if low is None or high is None:
        least, most = _beyond(clues)
        return least <= row.value <= most and abs(row.value - clues.value) < step_of(clues.value)
    return low < high and low <= row.value <= high


def _source(row: Observation, clues: Clues) -> Source:
    if row.producer_id in clues.cited:
        return "cited"
    if row.producer_id in clues.named and not clues.cited and not clues.strange:
        return "named"
    return "another" if clues.told_source else "nobody"


def _day(row: Observation, clues: Clues, index: Index) -> Day:
    """How the row's day lies to those told; where none is told, whether it is among the newest of its series."""
    end = row.period_end
    if end is None:
        return "other"
    if any(_speaks_for(row, start, last) for start, last in clues.days) or _said_then(row, clues):
        return "told"
    if clues.letter_date is None:
        return "other"
    if clues.up_to and not any(abs(last - end) <= _NEAR for last in clues.up_to):
        return "other"
    own = [each for each in clues.own_days if not _opens(each, row)]
    if own and not any(start - _NEAR <= end <= last + _NEAR for start, last in own):
        return "other"
    if is_newest(row, clues.letter_date, index):
        return "newest"
    return "near" if clues.days or abs(clues.letter_date - end) <= _RECENT else "other"


def _said_then(row: Observation, clues: Clues) -> bool:
    """Whether a row's text came out, or its day lies, when the sentence says that it was said ("last week")."""
    days = (each for each in (row.published_on, row.period_end) if each is not None)
    return clues.said is not None and any(clues.said[0] <= day <= clues.said[1] for day in days)


def _opens(told: tuple[date, date], row: Observation) -> bool:
    """Whether a stretch told is that in which the row begins to count, not that up to which it does."""
    start, end = row.period_start, row.period_end
    return start is not None and end is not None and told[0] <= start <= told[1] < end


def _speaks_for(row: Observation, start: date, last: date) -> bool:
    """Whether a row is of the day or window told, or its text came out on that day."""
    end, first = row.period_end, _earliest(row)
    if end is None or first is None:
        return False
    if start == last:
        return first <= last <= end or row.published_on == last
    inside = start <= end <= last
    return inside and (row.period_start is None or row.period_start == row.period_end or row.period_start >= start)


def is_newest(row: Observation, day: date, index: Index) -> bool:
    """Whether no later figure of a row's series was out by a day."""
    end = row.period_end
    if end is None:
        return False
    return not any((published_day(each) or day) <= day for each in index.later_in_series(row, day))


def _place(row: Observation, clues: Clues, index: Index) -> Where:
    """How the row's place lies to the places beside the figure, else to those of the sentence."""
    place = index.gazetteer.of(row)
    named = row.place is not None and row.place.casefold() in clues.claim.sentence.casefold()
    if named and not (place is not None and clues.places):
        return "same"
    told = clues.places or clues.beside
    if place is None:
        return "open"
    if not told:
        return _in_the_letter(place, row, clues, index)
    found = [index.gazetteer.relation(place, each) for each in told]
    if found[0] == "apart" and "same" not in found:
        return "apart" if clues.places else "beside"
    return found[0] if found[0] != "apart" else "same"


def _in_the_letter(place: str, row: Observation, clues: Clues, index: Index) -> Where:
    """How the row's place lies to that of the letter, where the sentence names none."""
    letter = clues.claim.place
    if letter is None:
        return "open"
    where = index.gazetteer.relation(place, index.gazetteer.resolve(letter))
    return "open" if where == "apart" and row.producer_id in clues.cited | clues.named else where


def _reading_fit(row: Observation, clues: Clues) -> float:
    """A row of the measure that the words were read as is likelier than one whose label merely shares words."""
    claim = clues.claim
    if row.measure_id == claim.measure:
        return _READ
    return _READ / 2 if row.measure_id in claim.measures_possible else 0.0


def _window_fit(row: Observation, clues: Clues) -> float:
    """A row that counts from just the day that a claim counts from is likelier than one that counts from none."""
    period = clues.claim.period
    if period is None or period.start is None or period.start == period.end:
        return 0.0
    if row.period_start is None:
        return -1.0 if period.end is not None and (period.end - period.start).days > _NEAR.days * 13 else 0.0
    return 1.5 if (row.period_start.year, row.period_start.month) == (period.start.year, period.start.month) else -3.0
