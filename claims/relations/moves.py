"""Figures that change, with the size of the change: "from 40 to 60, an increase of 50 per cent", "38 more than"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.model import Direction
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, Move, Step
from claims.relations.pairing import kin
from claims.relations.phrasing import Words, ends, holds, last_of, starts, without_end, without_start
from claims.relations.shares import is_change

_NEAR = 12
_READINGS = 30

Pair = tuple[Figure, Figure]


def find_moves(figures: Figures) -> Iterator[Move]:
    """Every size of a change with the steps it may be the size of; steps whose verb names a direction."""
    for told in figures.sentences:
        steps = list(_explicit(told))
        for by in told.figures:
            if _is_size(told, by):
                yield from _move(figures, told, by, steps)
        for first, last in steps:
            way = _way(told.between(None, first)[-_NEAR:], "up", "down")
            if way is not None and last.first > first.first:
                yield Move(by=None, readings=(Step(first=first.claim, last=last.claim),), way=way, evidence=SURE)


def _is_size(told: Told, by: Figure) -> bool:
    """A percentage of change, a multiple of something, "38 more than the year before"."""
    quantity = by.claim.quantity
    if by.is_share:
        return is_change(told, by) and not starts(told.after(by), "points")
    if quantity.dimension == "multiple":
        return True
    if quantity.dimension == "percentage":
        return True  # in points
    return by.is_amount and not by.is_one and (_is_difference(told, by))


def _is_difference(told: Told, by: Figure) -> bool:
    after = without_start(told.after(by), "nouns_between")
    return bool(ends(without_end(told.before(by), "hedges"), "difference_before") or starts(after, "difference_behind"))


def _explicit(told: Told) -> Iterator[Pair]:
    """Steps that the words name: from A to B, to B from A, B compared with A, B up from A."""
    plain = [one for one in told.figures if _steps(one)]
    for one, other in pairwise(plain):
        if not _alike(one, other):
            continue
        before, gap = told.before(one), told.between(one, other)
        bare = without_end(gap, "hedges")
        if ends(without_end(before, "hedges"), "from") and ends(bare, "to") and len(gap) <= _NEAR:
            yield one, other
        elif ends(bare, "compared") and len(gap) <= 2 * _NEAR or (
            ends(without_end(before, "hedges"), "to") and ends(bare, "from") and len(gap) <= _NEAR
        ):
            yield other, one


def _steps(one: Figure) -> bool:
    quantity = one.claim.quantity
    return (one.is_amount or one.is_average or quantity.dimension == "percentage") and quantity.value > 0


def _alike(one: Figure, other: Figure) -> bool:
    if one.is_share or other.is_share:
        return one.is_share and other.is_share
    return kin(one, other)


def _move(figures: Figures, told: Told, by: Figure, steps: Sequence[Pair]) -> Iterator[Move]:
    own = [pair for pair in steps if by not in pair and _fit_kind(by, pair)]
    others = list(_others(figures, told, by))
    sure = bool(own) and _beside(told, by, own[0])
    if not own and others:
        own, sure = _taken_up(figures, told, by, others)
    readings = tuple(dict.fromkeys(Step(first=a.claim, last=b.claim) for a, b in [*own, *others]))[:_READINGS]
    if readings:
        evidence = SURE if sure else 1
        yield Move(by=by.claim, readings=readings, way=_direction(told, by), evidence=evidence)


def _fit_kind(by: Figure, pair: Pair) -> bool:
    """Points are of percentages, a number more is of numbers; percentages and multiples are of anything."""
    dimension = by.claim.quantity.dimension
    if dimension in ("multiple", "share") or by.is_share:
        return not pair[0].is_share or dimension != "percentage" or by.claim.quantity.unit == "percent"
    if dimension == "percentage":
        return pair[0].is_share
    return pair[0].claim.quantity.dimension in (dimension, "count")


def _beside(told: Told, by: Figure, pair: Pair) -> bool:
    """Whether no other figure stands between the step and its size, and no other statement begins."""
    last = max(pair, key=lambda one: one.first)
    first = min(pair, key=lambda one: one.first)
    if by.first > last.first:
        gap = told.between(last, by)
    elif by.first < first.first:
        gap = told.between(by, first)
    else:
        return False
    return len(gap) <= 2 * _NEAR and not holds(gap, "other_subject")


def _others(figures: Figures, told: Told, by: Figure) -> Iterator[Pair]:
    """All steps between amounts of the paragraph up to this sentence: what agrees among them agrees."""
    paragraph = [one for one in figures.paragraph(told.paragraph) if one.number <= told.number]
    amounts = [one for each in paragraph for one in each.figures if one is not by and _steps(one)]
    for at, one in enumerate(amounts):
        for other in amounts[at + 1 :]:
            if _alike(one, other) and _fit_kind(by, (one, other)):
                yield one, other
                yield other, one


def _taken_up(figures: Figures, told: Told, by: Figure, others: Sequence[Pair]) -> tuple[list[Pair], bool]:
    """The step that the sentence itself or the one before makes of its two like amounts: "was 58; in 2022 it was 44"."""
    here = [one for one in told.figures if one is not by and _steps(one) and one.first < by.first]
    if len(here) == 2 and _alike(*here) and _timed(told, here):
        pair = _in_time(told, here)
        return [pair], _beside(told, by, pair)
    before = [one for one in figures.paragraph(told.paragraph) if one.number < told.number and one.figures]
    if not here and before and _points_back(told, by):
        steps = list(_explicit(before[-1]))
        if len(steps) == 1:
            return steps, True
    return [], False


def _timed(told: Told, amounts: Sequence[Figure]) -> bool:
    """Whether each has a time of its own: a period, or "then" and "now"."""
    periods = [one.claim.period for one in amounts]
    starts_at = [period.start for period in periods if period is not None and period.start is not None]
    apart = len(set(starts_at)) == len(amounts)
    said = [(*told.before(one)[-4:], *told.after(one)[:5]) for one in amounts]
    return apart or all(holds(words, "time_words") for words in said)


def _in_time(told: Told, amounts: Sequence[Figure]) -> Pair:
    first, last = amounts
    ours, theirs = (one.claim.period.start if one.claim.period else None for one in amounts)
    if ours is not None and theirs is not None and theirs < ours:
        return last, first
    return first, last


def _points_back(told: Told, by: Figure) -> bool:
    before = told.before(by)
    return bool(starts(before, "back_pointers")) or len(before) <= 4


def _direction(told: Told, by: Figure) -> Direction | None:
    if by.claim.quantity.direction is not None:
        return by.claim.quantity.direction
    before, after = told.before(by)[-4:], told.after(by)[:2]
    return _way((*before, *after), "up", "down")


def _way(words: Words, *keys: str) -> Direction | None:
    """The last word of direction among some words."""
    up, down = (last_of(words, f"{key}_words") for key in keys)
    if up is None and down is None:
        return None
    return "up" if down is None or (up is not None and up > down) else "down"
