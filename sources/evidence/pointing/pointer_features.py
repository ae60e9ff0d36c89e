"""How all that stands around a claim points at a row, in numbers; its own number has no part in it.

Who tells, for which day and place, in which words, and what else the letter tells of the same text and series.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import log1p
from operator import attrgetter
from typing import Final

from claims.quick_records import dataclass
from sources.evidence.candidate_likeness import window_apart
from sources.evidence.candidates import Candidate
from sources.evidence.fits.row_features import of_letter, of_place, words_alike
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index
from sources.model import Observation

_OFF: Final = 6.0
_YEAR: Final = 365.0
_CLOSE: Final = timedelta(days=3)
_OFFICES: Final = 6
_FITS, _LIKELY = attrgetter("fit"), attrgetter("likely")


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The best fits among the rows of a pool: of the words alone, and with what was read of them."""

    fit: float
    likely: float

    @classmethod
    def of(cls, pool: Sequence[Candidate]) -> Best:
        there = [each for each in pool if each.day in ("told", "newest")] or list(pool)
        fit, likely = (max((value(each) for each in there), default=0.0) for value in (_FITS, _LIKELY))
        return cls(fit=fit, likely=likely)


def pointer_features(each: Candidate, clues: Clues, best: Best, index: Index) -> Mapping[str, float]:
    """The features of one row; every name has its weight."""
    told = {
        **_of_source(each, clues),
        **_of_day(each, clues),
        **of_place(each, clues, index),
        **_of_words(each, clues, best),
        **of_letter(each, clues, index),
        **_of_series(each, clues, index),
    }
    cited = float(each.source == "cited")
    told["cited x told"] = cited * told["told exactly"]
    told["cited x fit"] = cited * told["fit"]
    told["told x read"] = told["told exactly"] * told["read"]
    told["told x fit"] = told["told exactly"] * told["fits best"]
    told["series x told"] = told["series"] * told["told exactly"]
    told["told x teller"] = told["told exactly"] * max(told["teller before"], told["named"])
    return told


def _of_source(each: Candidate, clues: Clues) -> dict[str, float]:
    producer = each.row.producer_id
    nobody = not clues.cited and not clues.strange
    few = len(clues.named) <= _OFFICES
    before = producer in clues.tellers_before
    return {
        "cited": float(each.source == "cited"),
        "one cited": float(each.source == "cited" and len(clues.cited) == 1),
        "named": float(nobody and producer in clues.named and few),
        "umbrella": float(nobody and producer in clues.named and not few),
        "office": float(producer in clues.office),
        "teller before": float(nobody and producer not in clues.named and before),
        "mentioned": float(nobody and not before and producer in clues.mentioned - clues.named),
        "strange, before": float(not clues.cited and clues.strange and before),
        "strange": float(not clues.cited and clues.strange and not before),
        "unknown": float(not clues.cited and clues.unknown),
        "name in part": clues.part_named.get(producer, 0.0) * nobody,
        "name in part, strange": clues.part_named.get(producer, 0.0) * (not nobody),
        "another cited": float(bool(clues.cited) and each.source != "cited"),
        "nobody": float(nobody and producer not in clues.named | clues.tellers_before | clues.mentioned),
        "taken over": float(clues.taken_over),
        "several": float(clues.several),
    }


def _of_day(each: Candidate, clues: Clues) -> dict[str, float]:
    row, end = each.row, each.row.period_end
    age = (clues.letter_date - end).days / _YEAR if end is not None and clues.letter_date is not None else 1.0
    dated = bool(clues.days)
    exactly = is_told_exactly(row, clues.days)
    own = is_told_exactly(row, clues.own_days)
    beside = is_told_exactly(row, clues.own_dates)
    return {
        "told exactly": float(exactly),
        "told own": float(own),
        "told within": float(each.day == "told" and not exactly),
        "told, many": float(exactly and len(clues.days) > 1),
        "own otherwise": float(bool(clues.own_days) and not own),
        "date beside": float(beside),
        "date beside otherwise": float(bool(clues.own_dates) and not beside),
        "newest, undated": float(each.day == "newest" and not dated),
        "newest, dated": float(each.day == "newest" and dated),
        "near": float(each.day == "near"),
        "other": float(each.day == "other" and dated),
        "other, undated": float(each.day == "other" and not dated),
        "day before": float(not dated and is_told_exactly(row, clues.days_before)),
        "age": min(max(age, 0.0), 3.0),
        "start told": float(each.start_told and row.period_start is not None),
        "window apart": float(window_apart(each, clues)),
        "window alike": float(_window_alike(row, clues)),
    }


def is_told_exactly(row: Observation, days: Sequence[tuple[date, date]]) -> bool:
    """Whether a row ends with a day or stretch told, give or take a few days of a long one; or came out that day."""
    end = row.period_end
    if end is None:
        return False
    for start, last in days:
        if start == last and (last in (end, row.published_on) or _of_its_month(row, last)):
            return True
        if start < last and abs(last - end) <= _CLOSE:
            return True
        if start < last and row.period_start is None and start <= end <= last and (last - start).days < 32:
            return True
    return False


def _of_its_month(row: Observation, day: date) -> bool:
    end = row.period_end
    return row.period_end_grain == "month" and end is not None and end.replace(day=1) <= day <= end


def _window_alike(row: Observation, clues: Clues) -> bool:
    """Whether a row counts over just a stretch that is told."""
    start, end = row.period_start, row.period_end
    if start is None or end is None:
        return False
    return any(abs(first - start) <= _CLOSE and abs(last - end) <= _CLOSE for first, last in clues.days)


def _of_words(each: Candidate, clues: Clues, best: Best) -> dict[str, float]:
    claim = clues.claim
    read = {claim.measure, *claim.measures_possible} - {None}
    behind = best.fit - each.fit
    return words_alike(each, clues) | {
        "fits best": float(behind <= 0.01),
        "behind best": min(max(behind, 0.0), _OFF) / _OFF,
        "likeliest": float(each.likely >= best.likely - 0.01),
        "as beside": float(not read and each.row.measure_id in clues.measures_beside),
    }


def _of_series(each: Candidate, clues: Clues, index: Index) -> dict[str, float]:
    told = clues.series.get(index.series_key(each.row), frozenset()) - {clues.value}
    return {"series": min(log1p(len(told)), 2.0)}
