"""One figure given twice: what takes a number up again ("the 2,780 evicted families") and where it was told."""

from __future__ import annotations

from collections.abc import Iterator

from claims.relations.breakdowns.part_runs import takes_rest
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, Same
from claims.relations.pairing import kin, nouns_meet, plain_unit
from claims.relations.phrasing import ends, holds, words_of
from claims.text.plurals import singular

_LARGE = 100
_REACH = 6
_FEW = 20


def find_repeats(figures: Figures) -> Iterator[Same]:
    """Figures taken up again, each with what it repeats; or with what it may be a misprint of."""
    earlier: list[Figure] = []
    for told in figures.sentences:
        for figure in told.figures:
            if _may_repeat(told, figure):
                yield from _taken_up(figures, told, figure, earlier)
        earlier += [one for one in told.figures if one.is_amount and not one.is_one]


def _may_repeat(told: Told, figure: Figure) -> bool:
    if _set_apart(told, figure):
        return False
    return (
        figure.is_amount
        and not figure.is_one
        and (figure.claim.quantity.value >= _LARGE or not takes_rest(told, figure))
        and not ends(told.before(figure), "new_ones")
    )


def _set_apart(told: Told, figure: Figure) -> bool:
    """ "Of the others, 2,780 left": what is counted is said to be something else."""
    return holds(told.before(figure)[-_REACH:], "others")


def _taken_up(figures: Figures, told: Told, again: Figure, earlier: list[Figure]) -> Iterator[Same]:
    like = [one for one in earlier if one.sentence != again.sentence and _may_be_same(figures, one, again)]
    same = next((one for one in reversed(like) if one.claim.quantity.value == again.claim.quantity.value), None)
    definite = _points_back(told, again)
    if same is not None:
        # as sure as it would be were the two numbers unlike: so the rule can tell whether a misprint would have shown
        evidence = _evidence(figures, told, same, again, definite=definite)
        yield Same(first=same.claim, again=again.claim, evidence=evidence)
        return
    if any(one.claim.quantity.value == again.claim.quantity.value for one in earlier):
        return
    for one in like:
        evidence = _evidence(figures, told, one, again, definite=definite)
        if evidence:
            yield Same(first=one.claim, again=again.claim, evidence=evidence)


def _points_back(told: Told, again: Figure) -> bool:
    """ "the 2,304", "the remaining 276", "the gap of 507 million": what is counted was counted before."""
    before = told.before(again)
    if ends(before, "definite") or (again.claim.quantity.value >= _LARGE and ends(before, "rest_before")):
        return True
    return len(before) > _NAMED and bool(ends(before, "of_whole")) and bool(ends(before[: 1 - _NAMED], "definite"))


_NAMED = 3


def _may_be_same(figures: Figures, one: Figure, again: Figure) -> bool:
    ours, theirs = one.claim.quantity, again.claim.quantity
    if ours.additive or theirs.additive:
        return False
    if ours.dimension != theirs.dimension:
        return kin(one, again) and min(ours.value, theirs.value) >= _LARGE
    if ours.dimension != "count":
        return plain_unit(one) == plain_unit(again)
    return one.noun is None or again.noun is None or nouns_meet(one.noun, again.noun)


def _evidence(figures: Figures, told: Told, one: Figure, again: Figure, *, definite: bool) -> int:
    """How surely the later figure means the earlier one: it points back, or it names the same things alike."""
    noun = one.noun is not None and again.noun is not None and nouns_meet(one.noun, again.noun)
    same = one.noun is not None and one.noun == again.noun
    money = one.claim.quantity.dimension != "count"
    if definite and (again.noun is None or same or money):
        return SURE
    if definite and one.noun is None and one.claim.quantity.value >= _FEW:
        return SURE
    if noun and (definite or (one.claim.quantity.value >= _LARGE and _one_time(one, again))):
        return SURE - 1 if _shared(figures, told, one, again) or definite else SURE - 2
    if money and one.claim.quantity.value >= _LARGE and _one_time(one, again) and _shared(figures, told, one, again):
        return SURE - 2
    loose = one.noun is None or again.noun is None or noun or money
    return SURE - 3 if loose and one.claim.quantity.value >= 10 * _LARGE and _one_time(one, again) else 0


def _one_time(one: Figure, again: Figure) -> bool:
    """Whether both may be of one time: a time that words of the letter name for each of them has to be the same."""
    ours, theirs = one.claim.period, again.claim.period
    if ours is None or theirs is None or ours.span is None or theirs.span is None:
        return True
    return (ours.start, ours.end) == (theirs.start, theirs.end)


def _shared(figures: Figures, told: Told, one: Figure, again: Figure) -> bool:
    """Whether both sentences have a word of weight in common beside the counted noun."""
    ours = {singular(word) for word in figures.told(one).norms if len(word) > 3 and word not in words_of("plain")}
    theirs = {singular(word) for word in told.norms if len(word) > 3 and word not in words_of("plain")}
    return bool((ours & theirs) - {one.noun, again.noun})
