"""The figures of the table nearest to a claim that nothing decides, at most three, each with why it does not decide."""

from __future__ import annotations

from typing import Final

from sources.comparison.asking.weighing import Scales
from sources.evidence.candidates import Candidate
from sources.evidence.meant import Meant
from sources.model import NearMiss
from sources.telling.clauses import label
from sources.telling.say import say, window

_MOST: Final = 3
_LEAST_SHARED = 1


def nearest_rows(meant: Meant, scales: Scales) -> tuple[NearMiss, ...]:
    """The row found that may not refute, if any, and the likeliest by number, source, place, day and words."""
    found: dict[tuple[object, ...], Candidate] = {}
    told = [meant.misquoted] if meant.misquoted is not None else []
    likely = [each for each in sorted(meant.found, key=_order, reverse=True) if _may_be_near(each)]
    for each in (*told, *likely):
        row = each.row
        found.setdefault((row.measure_id, row.producer_id, row.event_id, row.period_start, row.place), each)
    kept = list(found.values())[:_MOST]
    return tuple(NearMiss(observation=each.row, reason=_why(each, scales)) for each in kept)


def _may_be_near(each: Candidate) -> bool:
    return each.place != "apart" and (each.same or each.shared > _LEAST_SHARED)


def _order(each: Candidate) -> tuple[object, ...]:
    return each.same and each.shared > 0, each.source == "cited", each.fit > 0, each.rank


def _why(each: Candidate, scales: Scales) -> str:
    row = each.row
    return say(
        f"nearest.{_key(each)}",
        who=scales.index.short_name(row.producer_id),
        where=scales.index.gazetteer.name(scales.index.gazetteer.of(row)),
        window=window(row),
        label=label(row.measure_id, scales),
    )


def _key(each: Candidate) -> str:
    if each.source == "another":
        return "other_source"
    if each.place in ("around", "inside", "beside"):
        return "other_place"
    if each.part:
        return "part"
    if each.day in ("other", "near"):
        return "other_day"
    return "other_words" if each.same else "other_number"
