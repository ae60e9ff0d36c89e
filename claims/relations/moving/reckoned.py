"""Sizes of a change whose two figures stand in the lines before: "In 2021 it was 75. The growth is 40 per cent".

The words say that a figure is the size of a change (a noun of change before it, "more" behind it); between which it
lies is searched among the figures of one kind in reach, the nearest and those of two times first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, Move, Step
from claims.relations.moving.move_steps import in_time, time_of
from claims.relations.moving.ways_of_moving import more_behind, way_of
from claims.relations.pairing import is_paced, nouns_meet
from claims.relations.phrasing import ends, holds, words_of
from claims.relations.portions.share_clauses import clause_end
from claims.text.plurals import singular

_REACH = 9
"""How many words may stand between the word of change and its size."""
_BACK = 2
"""How many sentences with figures before its own are searched."""
_NEAR = 3
"""How many of the nearest figures of a kind are tried."""
_SCALES = ("percentage", "share")
_AMOUNTS = ("count", "money", "physical", "duration")


def find_reckoned(figures: Figures, told_moves: Sequence[Move]) -> Iterator[Move]:
    """Sizes of changes that no nearer words have tied to their figures."""
    taken = {move.by.quantity.number_span.start for move in told_moves if move.by is not None}
    for told in figures.sentences:
        sizes = [one for one in told.figures if is_told_change(told, one)]
        for size in sizes:
            if size.claim.quantity.number_span.start not in taken and (move := _move(figures, told, size, sizes)):
                yield move


def is_told_change(told: Told, size: Figure) -> bool:
    """Whether words call a figure the size of a change: "the growth, then, is 40 per cent, or 30 cases"; "9 more"."""
    quantity = size.claim.quantity
    if quantity.dimension not in (*_SCALES, *_AMOUNTS) or size.is_average or size.is_one:
        return False
    after = told.after(size)
    if is_paced(told, size) or holds(after[: clause_end(after)], "average"):
        return False  # "a fall of a quarter, or 38,000 passengers on an average day"
    if more_behind(told, size):
        return True
    at = _change_before(told, size)
    return at is not None and not _strange(told, at + 1, size.first)


def _change_before(told: Told, size: Figure) -> int | None:
    first = max(0, size.first - _REACH)
    return next((at for at in range(size.first - 1, first - 1, -1) if told.norms[at] in words_of("change_heads")), None)


def _strange(told: Told, first: int, stop: int) -> list[str]:
    """Words of weight of a stretch that belong to no figure in it."""
    inside = [one for one in told.figures if first <= one.first < stop]
    own = {at for one in inside for at in range(one.first, one.stop + (one.noun is not None))}
    plain = words_of("size_words") | words_of("size_glue")
    return [w for at, w in enumerate(told.norms[first:stop], first) if at not in own and w.isalpha() and w not in plain]


def _move(figures: Figures, told: Told, size: Figure, sizes: Sequence[Figure]) -> Move | None:
    around = _operands(figures, told, size, sizes)
    if not any(one.sentence == told.number for one in around) and not goes_on(figures, told, size, around):
        return None
    weighed = [
        (weight, step) for one, other in combinations(around, 2) for weight, step in _steps(figures, size, one, other)
    ]
    if not weighed:
        return None
    best = max(weight for weight, _ in weighed)
    if best < LIKELY:
        return None
    return Move(
        by=size.claim,
        readings=tuple(step for weight, step in weighed if weight == best),
        open_readings=tuple(step for weight, step in weighed if weight < best),
        way=way_of(told, size),
        evidence=LIKELY,
    )


def goes_on(figures: Figures, told: Told, size: Figure, around: Sequence[Figure]) -> bool:
    """Whether the sentence names nothing new before the size: "The dividend rose by 15 per cent" speaks of its own."""
    known = {singular(word) for one in around for word in figures.told(one).norms}
    plain = words_of("size_words") | words_of("size_glue") | words_of("size_leads") | words_of("subjects_taken_up")
    strange = {w for w in told.norms[: size.first] if w.isalpha() and w not in plain | words_of("change_heads")}
    own = {word for one in told.figures if one.first < size.first for word in told.norms[one.first : one.stop]}
    return {singular(word) for word in strange - own} <= known


def _operands(figures: Figures, told: Told, size: Figure, sizes: Sequence[Figure]) -> list[Figure]:
    """The figures a size may lie between, nearest first: before it, and behind it where it is measured by them."""
    behind = [one for one in told.figures if one.first > size.first and ends(told.before(one), "measured_by")]
    own = [one for one in reversed(told.figures) if one.first < size.first]
    earlier = [one for one in figures.paragraph(told.paragraph) if one.number < told.number and one.figures][-_BACK:]
    before = [one for each in reversed(earlier) for one in reversed(each.figures)]
    found = [one for one in (*behind, *own, *before) if one not in sizes and _may_move(size, one)]
    return found[: _NEAR + len(behind)]


def _may_move(size: Figure, one: Figure) -> bool:
    quantity, theirs = size.claim.quantity, one.claim.quantity
    if theirs.dimension not in _AMOUNTS or one.is_one or theirs.value <= 0 or theirs.direction is not None:
        return False
    if quantity.dimension in _SCALES or theirs.dimension == quantity.dimension == "count":
        return True
    return theirs.dimension == quantity.dimension or (theirs.dimension == "count" and one.noun is None)


def _steps(figures: Figures, size: Figure, one: Figure, other: Figure) -> Iterator[tuple[int, Step]]:
    """The step or steps between two figures of one kind, each with its weight."""
    if not _one_kind(one, other) or one.claim.quantity.value == other.claim.quantity.value:
        return
    weight = _closeness(size, one) + _closeness(size, other)
    order = in_time(one, other) or _by_time(figures, one, other)
    if order is not None:
        yield weight + 3, Step(first=order[0].claim, last=order[1].claim)
        return
    if one.sentence != other.sentence and (one.noun is None or one.noun != other.noun):
        return
    yield weight, Step(first=one.claim, last=other.claim)
    yield weight, Step(first=other.claim, last=one.claim)


def _one_kind(one: Figure, other: Figure) -> bool:
    ours, theirs = one.claim.quantity, other.claim.quantity
    if ours.dimension == theirs.dimension == "count":
        return one.noun is None or other.noun is None or nouns_meet(one.noun, other.noun)
    if ours.dimension == theirs.dimension:
        return ours.unit == theirs.unit
    return "count" in (ours.dimension, theirs.dimension) and (one if ours.dimension == "count" else other).noun is None


def _closeness(size: Figure, one: Figure) -> int:
    return max(0, 2 - abs(size.sentence - one.sentence))


def _by_time(figures: Figures, one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """The order that words of an earlier or later time around one of them give."""
    ours, theirs = (time_of((*figures.told(f).before(f), *figures.told(f).after(f)[:4])) for f in (one, other))
    if ours == theirs:
        return None
    return (one, other) if ours < theirs else (other, one)
