"""The nth day or week of something, with that day's date beside it: "On the fourth day of the search, 16 March"."""

from __future__ import annotations

from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_model import Moment
from claims.relations.spans.spans_ordinals import Ordinal
from claims.relations.spans.spans_ranges import ranges_of
from claims.relations.spans.spans_scene import Told, holds, listed
from claims.relations.spans.spans_tie import Pairs, Place, product

_BESIDE = 7
_STEM = 5
_AROUND = (0, -1, 1, -2)


def date_beside(place: Place) -> Dated | None:
    """ "On the fourth day of the search, 16 March, …", "on 16 March, the fourth day of the search"."""
    behind = next(iter(place.dates_behind), None)
    if behind is not None and len(gap := place.gap_to(behind)) <= _BESIDE and gap[-1:] in ((",",), ("(",)):
        return behind if not holds(gap, "begun") and not set(gap) & listed("since") else None
    before = next(reversed(place.dates_before), None)
    if before is not None and place.gap_to(before)[:1] == (",",) and len(place.gap_to(before)) <= 2:
        return before
    return None


def nth_then(place: Place, ordinal: Ordinal, then: Dated) -> tuple[Pairs, bool] | None:
    """From the beginning that is told near of what the day is of, or of a stretch that holds it, to the day; and
    whether no other beginning is told there.
    """
    for by in _AROUND:
        told = place.scene.beside(place.told, by) if by else place.told
        starts = _starts(told, place, then) if told is not None and _is_of(told, ordinal) else []
        if starts:
            return product(starts[-1], then.moments), len(starts) == 1
    return None


def _starts(told: Told, place: Place, then: Dated) -> list[tuple[Moment, ...]]:
    begun = [one for one in told.dates if holds(told.between(0, one.span.start)[-4:], "begun")]
    stretches = [one.first for one in ranges_of(told) if one.first.first <= then.moment.first <= one.last.last]
    return [*(one.moments for one in begun if one.moment != then.moment), *((one,) for one in stretches)]


def _is_of(told: Told, ordinal: Ordinal) -> bool:
    """Whether a sentence speaks of what the nth day is of: "the search", "searched", or takes it up: "it began"."""
    behind = [word for word in ordinal.behind[1:5] if word.isalpha()]
    of = next((word for word in behind if len(word) >= _STEM or word in told.norms[-1:]), "")
    return any(word[:_STEM] == of[:_STEM] for word in told.norms) or holds(told.norms, "taken_up")
