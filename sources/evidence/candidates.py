"""The rows that may be behind a claim: by its number, by who tells it and for which day; each with what speaks for it.

Words decide between rows, they do not find them: "1,113 people have left the prisons in a coffin, AB wrote on 29 March"
finds the row of AB with 1,113 and 29 March, whatever it is called there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from heapq import nlargest
from typing import Final

from claims.model import Interval
from claims.quick_records import dataclass
from sources.evidence.found_rows import beyond, by_number, by_source, may_be_meant
from sources.evidence.how_it_lies import NEAR, Day, Source, Where, day_of_row, place_of_row, source_of
from sources.evidence.number_slips import Misprint, digits, misprint_of, step_of
from sources.evidence.sentence.clues import Clues
from sources.evidence.shared_words import Heard
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.model import Observation

_READ: Final = 2.0
_MANY: Final = 60
_EVERY_DIGIT: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row and how it lies to a claim. `fit`: how well the words fit its measure; `shared`: how many roots they share.

    `read`: what the reading of the words adds to it. `same`: the claim repeats it, `very`: to the unit; `misprint`:
    the slip by which the claim's number may have come from it. `place` "beside": another place than one named
    elsewhere in the sentence. `wider`: its measure counts more than one thing ("killed or maimed") of which the
    sentence tells some. `start_told`: the sentence names the day that the row counts from. `taken`: another figure of
    the sentence has its number. `part`: words beside the figure narrow it and the measure does not name them.
    `world`: it is a figure of the whole world, or of no place. `parent`: what its measure is a part of; `stock`: it
    tells how many there are on a day; `akin`: the measures that are taken for it; `digits`: how many of the claim's
    number say something. `own`: the roots and actions of the figure's own part of the sentence that are its measure's.
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
    digits: int
    own: frozenset[str] = frozenset()

    @property
    def owned(self) -> int:
        """How many words of the figure's own part of the sentence are its measure's."""
        return len(self.own)

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
    found = {each.observation_id: each for each in (*by_number(clues, interval, index), *by_source(clues, index))}
    return weighed(_first_seen(found.values(), clues, index), clues, interval, index)


def weighed(rows: Iterable[Observation], clues: Clues, interval: Interval, index: Index) -> list[Candidate]:
    """Those of some rows that a claim may be about, each with what speaks for it, the likeliest first."""
    heard = wordbook(index).measures.heard(clues.wording)
    fits = (each for each in rows if may_be_meant(each, clues, index))
    found = (_weighed(each, clues, interval, index, heard) for each in fits)
    return sorted(found, key=lambda each: each.rank, reverse=True)


def _first_seen(rows: Collection[Observation], clues: Clues, index: Index) -> Collection[Observation]:
    """All of a few rows; of many those that are likeliest at first sight, which is all that can be weighed in time."""
    if len(rows) <= _MANY:
        return rows
    claim, told = clues.claim, clues.cited | clues.named
    own = index.gazetteer.resolve(claim.place)
    places = {own, *clues.places, *clues.beside}
    day = (claim.period.end if claim.period else None) or clues.letter_date or date.max

    def order(row: Observation) -> tuple[object, ...]:
        here = index.gazetteer.of(row) in places
        read = row.measure_id == claim.measure or row.measure_id in claim.measures_possible
        off = abs((day - row.period_end).days) if row.period_end else day.toordinal()
        return row.producer_id in told, here + read + (row.value == clues.value), -off, row.observation_id

    return nlargest(_MANY, rows, key=order)


def _weighed(row: Observation, clues: Clues, interval: Interval, index: Index, heard: Heard) -> Candidate:
    fit, shared, wider = heard.of(row.measure_id, row.as_printed)
    same = says_same(interval, clues, row)
    source = source_of(row, clues)
    # only a text that is cited can be misquoted
    may_slip = source == "cited" and not same and clues.exactness > 1
    return Candidate(
        row=row,
        same=same,
        very=row.value == clues.value,
        misprint=_slip_of(clues, row) if may_slip else None,
        source=source,
        day=day_of_row(row, clues, index),
        place=place_of_row(row, clues, index),
        fit=fit + _window_fit(row, clues),
        read=_reading_fit(row, clues),
        shared=shared,
        wider=wider,
        start_told=row.period_start in clues.starts,
        taken=row.value in clues.taken and not same,
        parent=index.measures[row.measure_id].parent,
        stock=index.measures[row.measure_id].kind == "stock",
        akin=index.relatives.get(row.measure_id, ()),
        digits=clues.exactness,
        own=wordbook(index).measures.among(row.measure_id, clues.own_words),
        world=index.gazetteer.is_world(index.gazetteer.of(row)),
        part=bool(clues.parts)
        and any(not wordbook(index).measures.names(row.measure_id, told) for told in clues.parts),
    )


def _slip_of(clues: Clues, row: Observation) -> Misprint | None:
    return "turned" if _is_turned_round(clues, row) else misprint_of(clues.value, row.value)


def _is_turned_round(clues: Clues, row: Observation) -> bool:
    """Whether a claim has a row's very number as the other bound: "more than 811" for "up to 811"."""
    ours, theirs = clues.claim.quantity.comparator, row.comparator
    return row.value == clues.value and {ours[0], theirs[0]} == {"<", ">"}


def says_same(interval: Interval, clues: Clues, row: Observation) -> bool:
    """Whether a claim repeats a row: its number as far as both are exact; for a bound, what lies just beyond it."""
    if row.value == clues.value:
        return not _is_turned_round(clues, row)
    low, high = interval.low, interval.high
    if clues.exactness > _EVERY_DIGIT and is_to_the_unit(row) and clues.claim.quantity.comparator == "~":
        return False
    if low is None or high is None:
        least, most = beyond(clues)
        return least <= row.value <= most and abs(row.value - clues.value) < step_of(clues.value)
    return low < high and low <= row.value <= high


def is_to_the_unit(row: Observation) -> bool:
    """Whether a row prints every digit; nobody hedges such a number ("an estimated 11,018,231")."""
    return row.comparator == "=" or (row.comparator == "~" and len(digits(row.value)) > _EVERY_DIGIT)


def _reading_fit(row: Observation, clues: Clues) -> float:
    """A row of the measure that the words were read as is likelier than one whose label merely shares words."""
    claim = clues.claim
    if row.measure_id == claim.measure or row.measure_id in clues.like_before:
        return _READ
    return _READ / 2 if row.measure_id in claim.measures_possible else 0.0


def _window_fit(row: Observation, clues: Clues) -> float:
    """A row that counts from just the day that a claim counts from is likelier than one that counts from none."""
    period = clues.claim.period
    if period is None or period.start is None or period.start == period.end:
        return 0.0
    if row.period_start is None:
        return -1.0 if period.end is not None and (period.end - period.start).days > NEAR.days * 13 else 0.0
    return 1.5 if (row.period_start.year, row.period_start.month) == (period.start.year, period.start.month) else -3.0
