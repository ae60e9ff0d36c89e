"""Numbers that are the difference of two told before: "It ran 180, now 110. 70 have closed", places of rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, SURE, Move, Step
from claims.relations.moving.move_steps import Stepped, steps_of
from claims.relations.moving.reckoned import is_told_change
from claims.relations.phrasing import ends, holds, starts, without_end, words_of

_LARGE = 100
_REACH = 6
_BACK = 2


def find_differences(figures: Figures) -> Iterator[Move]:
    """Losses and gains with the two figures they lie between, then places lost or won in a ranking."""
    for told in figures.sentences:
        for figure in told.figures:
            if (move := _difference(figures, told, figure)) is not None:
                yield move
    yield from _ranks(figures)


def _difference(figures: Figures, told: Told, size: Figure) -> Move | None:
    """A number of things between an earlier and a later figure, said with a word of losing or gaining; without one, a
    large one that fits says so itself, and one that does not is of something else.
    """
    large = size.claim.quantity.value >= _LARGE
    if not _may_be(told, size) or not (large or _is_loss(told, size)) or _is_behind_another(told, size):
        return None
    steps = [one for one in steps_of(figures, told, size) if _fits_in(figures, told, size, one)]
    if not steps:
        return None
    best = max(steps, key=lambda one: (one.evidence, one.behind.sentence))
    worded = _is_loss(told, size) or is_told_change(told, size)
    return Move(by=size.claim, readings=(best.step,), way=None, evidence=LIKELY if large and worded else 1)


def _may_be(told: Told, size: Figure) -> bool:
    quantity = size.claim.quantity
    exact = quantity.comparator == "=" and quantity.dimension in ("count", "money", "physical")
    of_them = starts(told.after(size), "of_these") or starts(told.after(size), "of_whole")
    return (
        exact
        and not size.is_average
        and not size.is_one
        and quantity.direction is None
        and not (of_them or quantity.additive)
    )


def _fits_in(figures: Figures, told: Told, size: Figure, one: Stepped) -> bool:
    """Whether the step is the one just told, and of things of its kind."""
    if one.evidence < LIKELY or one.behind.sentence >= told.number or size.claim.quantity.value == 0:
        return False
    if told.number - one.behind.sentence > _BACK:
        return False
    ours, theirs = size.claim.quantity, one.first.claim.quantity
    alike = ours.dimension == theirs.dimension or "count" in (ours.dimension, theirs.dimension)
    smaller = ours.value < max(theirs.value, one.last.claim.quantity.value)
    return alike and smaller


def _is_behind_another(told: Told, size: Figure) -> bool:
    """Whether something else is counted before it in its sentence."""
    return any(one.first < size.first and one.is_amount for one in told.figures)


def _is_loss(told: Told, size: Figure) -> bool:
    around = (*told.before(size)[-_REACH:], *told.after(size)[:_REACH])
    return any(word in words_of("losses") for word in around) and not holds(around, "other_subject")


def _ranks(figures: Figures) -> Iterator[Move]:
    """ "from the 38th to the 59th place … 21 places"."""
    for told in figures.sentences:
        step = _rank_step(told)
        if step is None:
            continue
        for other in figures.sentences[told.number : told.number + 2]:
            for size in other.figures:
                if (size.noun or "") in words_of("places") and _is_plain(size):
                    yield Move(by=size.claim, readings=(step,), way=None, evidence=SURE)


def _is_plain(size: Figure) -> bool:
    return size.claim.quantity.comparator == "=" and size.claim.quantity.dimension == "count"


def _rank_step(told: Told) -> Step | None:
    ranks: Sequence[Figure] = told.ranks
    for one, other in pairwise(sorted(ranks, key=lambda one: one.first)):
        gap = without_end(told.norms[one.stop : other.first], "articles")
        before = without_end(told.norms[: one.first], "articles")
        placed = any(word in words_of("places") for word in (*gap, *told.norms[other.stop : other.stop + 1]))
        if placed and ends(gap, "to_words") and ends(before, "from_words"):
            return Step(first=one.claim, last=other.claim)
    return None
