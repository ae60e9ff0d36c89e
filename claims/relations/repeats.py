"""One figure given twice: what takes a number up again ("the 2,780 evicted families") and where it was told."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from claims.relations.breakdowns.part_runs import takes_rest
from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.repeats.near_pairs import are_set_against, is_label
from claims.relations.kinds import SURE, Same
from claims.relations.pairing import is_set, kin, nouns_meet, plain_unit
from claims.relations.phrasing import ends, holds, starts, words_of
from claims.text.plurals import singular

_LARGE = 100
_REACH = 6
_FEW = 20
CROWD = 40
"""Among so many numbers of one kind (a list of all villages) two that are one slip apart are no wonder."""


def find_repeats(figures: Figures) -> Iterator[Same]:
    """Figures taken up again, each with what it repeats; or with what it may be a misprint of."""
    earlier = _Earlier(figures)
    for told in figures.sentences:
        for figure in told.figures:
            if _may_repeat(told, figure) and not _told_here(told, figure):
                yield from _taken_up(figures, told, figure, earlier)
        earlier.add(told, [one for one in told.figures if (one.is_amount or _is_stretch(one)) and not one.is_one])


class _Earlier:
    """The figures met so far, with what each later one asks of every one of them; `of_value`: all of the letter."""

    def __init__(self, figures: Figures) -> None:
        self.of_value: dict[Decimal, list[Figure]] = {}
        for one in figures.all:
            self.of_value.setdefault(one.claim.quantity.value, []).append(one)
        self.figures: list[Figure] = []
        self.values: set[Decimal] = set()
        self._set: list[bool] = []

    def add(self, told: Told, met: list[Figure]) -> None:
        self.figures += met
        self.values.update(one.claim.quantity.value for one in met)
        self._set += [is_set(told, one) for one in met]

    def like(self, told: Told, again: Figure, before: int) -> list[Figure]:
        """Of the first `before` those that may be the same as a later figure."""
        wanted = is_set(told, again)
        met = zip(self.figures[:before], self._set, strict=False)
        return [one for one, is_one_set in met if is_one_set == wanted and _may_be_same(one, again)]


def _told_here(told: Told, figure: Figure) -> bool:
    """ "Twelve shops have closed, three of those twelve for good": what it takes up stands in its own sentence."""
    value = figure.claim.quantity.value
    return any(one.first < figure.first and one.claim.quantity.value == value for one in told.counts)


def _may_repeat(told: Told, figure: Figure) -> bool:
    if _set_apart(told, figure) or is_label(told, figure):
        return False
    return (
        (figure.is_amount or _is_stretch(figure))
        and not figure.is_one
        and not (figure.is_amount and _is_rest(told, figure))
        and not ends(told.before(figure), "new_ones")
    )


def _is_rest(told: Told, figure: Figure) -> bool:
    """What others leave: "the 7,200 that remained" need not have been told before, "the remaining 276" may."""
    small = figure.claim.quantity.value < _LARGE
    return takes_rest(told, figure) and (small or bool(starts(told.after(figure), "rest_behind")))


def _set_apart(told: Told, figure: Figure) -> bool:
    """ "Of the others, 2,780 left": what is counted is said to be something else."""
    return holds(told.before(figure)[-_REACH:], "others")


def _taken_up(figures: Figures, told: Told, again: Figure, earlier: _Earlier) -> Iterator[Same]:
    # what an item of a list tells, none of the others tells again
    before = bisect_left(earlier.figures, figures.list_head(again.sentence), key=lambda one: one.sentence)
    like = earlier.like(told, again, before)
    same = next((one for one in reversed(like) if one.claim.quantity.value == again.claim.quantity.value), None)
    definite = _points_back(told, again)
    if same is not None and (same.noun in (None, again.noun) or not _twin(like, again)):
        # as sure as it would be were the two numbers unlike: so the rule can tell whether a misprint would have shown
        evidence = _evidence(figures, told, same, again, definite=definite)
        yield Same(first=same.claim, again=again.claim, evidence=evidence)
        return
    here = [one for one in told.figures if one.first < again.first]
    if _is_told_elsewhere(again, earlier, like) or _is_reckoned(again, [*earlier.figures, *here]):
        return
    if len(like) > CROWD and not definite:
        return
    like = [one for one in like if _may_be_misprint(one, again) and not are_set_against(figures, one, again)]
    unmet = _never_told(figures, told, again, like) if definite else None
    for one in like:
        evidence = SURE + 1 if one is unmet else _evidence(figures, told, one, again, definite=definite)
        if evidence:
            yield Same(first=one.claim, again=again.claim, evidence=evidence)


def _may_be_misprint(one: Figure, again: Figure) -> bool:
    """Whether two unlike numbers can be one misprinted: measured alike, and no "a few hundred"."""
    ours, theirs = one.claim.quantity, again.claim.quantity
    return ours.dimension == theirs.dimension and "range" not in (ours.comparator, theirs.comparator)


def _is_stretch(figure: Figure) -> bool:
    """A length of time that is counted like a thing: "the 69 days without water"."""
    quantity = figure.claim.quantity
    return quantity.dimension == "duration" and quantity.value >= _FEW and not figure.is_average


def _kind(figure: Figure) -> str | None:
    """What a figure counts: its own noun, or the one it takes over ("1,260 canoes at the ford and 540 at the mill")."""
    unit = figure.claim.quantity.unit
    return figure.noun or (unit if unit and unit not in words_of("no_nouns") else None)


def _one_kind(one: Figure, again: Figure) -> bool:
    """Whether nothing says that the two count different things."""
    ours, theirs = _kind(one), _kind(again)
    return ours is None or theirs is None or nouns_meet(ours, theirs)


def _twin(like: list[Figure], again: Figure) -> bool:
    """Whether an earlier figure has the very noun and the same digits in another order."""
    return any(
        one.noun is not None
        and one.noun == again.noun
        and one.claim.quantity.value != again.claim.quantity.value
        and _digits(one.claim.quantity.value) == _digits(again.claim.quantity.value)
        for one in like
    )


def _is_told_elsewhere(again: Figure, earlier: _Earlier, like: list[Figure]) -> bool:
    """Whether the letter gives the number in another sentence too: a misprint stands once."""
    value = again.claim.quantity.value
    if value in earlier.values and not _twin(like, again):
        return True
    return any(one.sentence > again.sentence and _one_kind(one, again) for one in earlier.of_value[value])


def _is_reckoned(again: Figure, earlier: list[Figure]) -> bool:
    """Whether two figures of its paragraph or the one before make the number: 390 of 3,900 and 3,510."""
    written = _digits(again.claim.quantity.value)
    if len(written) > 2 and any(_exchanged(one, again) for one in earlier):
        return False
    near = [one for one in earlier if again.paragraph - one.paragraph <= 1 and _dimension(one) == _dimension(again)]
    values = Counter(one.claim.quantity.value for one in near)
    wanted = again.claim.quantity.value
    return any(
        other in values and (other != value or values[value] > 1)
        for value in values
        for other in (value - wanted, value + wanted, wanted - value)
    )


def _exchanged(one: Figure, again: Figure) -> bool:
    ours, theirs = one.claim.quantity.value, again.claim.quantity.value
    mine = _digits(ours)
    return len(mine) > 2 and mine == _digits(theirs) and str(ours) != str(theirs) and _one_kind(one, again)


@lru_cache(maxsize=4096)
def _digits(value: Decimal) -> tuple[str, ...]:
    """The signs of a number in order of rank: alike for two whose digits are exchanged."""
    return tuple(sorted(str(value)))


def _dimension(figure: Figure) -> str:
    return figure.claim.quantity.dimension


def _never_told(figures: Figures, told: Told, again: Figure, like: list[Figure]) -> Figure | None:
    """The one figure that a bare "the 37" can mean which the letter never gave: one digit apart, of its paragraph."""
    if again.noun is not None or not _stands_alone(told, again):
        return None
    near = [one for one in like if one.paragraph == again.paragraph and _one_digit(one, again)]
    if again.claim.quantity.value < 10:
        near = [one for one in near if again.first <= 1 and one.first == 0 and one.sentence == again.sentence - 1]
    return near[0] if len(near) == 1 else None


def _stands_alone(told: Told, again: Figure) -> bool:
    """Whether nothing behind it says which ones are meant: "the 37 who left" may be new."""
    behind = told.after(again)[len((again.noun or "").split()) :]
    return not behind or not (behind[0] in words_of("narrowing") or ends(behind[:1], "of_whole"))


def _one_digit(one: Figure, again: Figure) -> bool:
    ours, theirs = str(one.claim.quantity.value), str(again.claim.quantity.value)
    return len(ours) == len(theirs) and sum(a != b for a, b in zip(ours, theirs, strict=True)) == 1


def _points_back(told: Told, again: Figure) -> bool:
    """ "the 2,304", "the remaining 276", "the gap of 507 million": what is counted was counted before."""
    before = told.before(again)
    if ends(before, "definite") or (again.claim.quantity.value >= _LARGE and ends(before, "rest_before")):
        return True
    if again.noun is not None:
        return False  # "the particulars of 280 children" may be new
    return len(before) > _NAMED and bool(ends(before, "of_whole")) and bool(ends(before[: 1 - _NAMED], "definite"))


_NAMED = 3


def _may_be_same(one: Figure, again: Figure) -> bool:
    ours, theirs = one.claim.quantity, again.claim.quantity
    if ours.additive or theirs.additive or not _one_kind(one, again):
        return False
    if (ours.value % 1 == 0) != (theirs.value % 1 == 0) and "count" in (ours.dimension, theirs.dimension):
        return False  # "the 6.12" is no misprint of 612 people
    if "duration" in (ours.dimension, theirs.dimension):
        return ours.unit == theirs.unit and theirs.dimension == "duration"
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
    if _is_stretch(again):
        return SURE if definite else 0
    if definite and again.noun is not None and one.noun is None and _called_so(figures, one, again.noun):
        return SURE + 1
    if definite and (again.noun is None or same or money):
        return SURE
    if definite and one.noun is None and one.claim.quantity.value >= _FEW:
        return SURE if _stands_alone(told, again) else SURE - 2
    if noun and (definite or (one.claim.quantity.value >= _LARGE and _one_time(one, again))):
        return SURE - 1 if _shared(figures, told, one, again) or definite else SURE - 2
    if money and one.claim.quantity.value >= _LARGE and _one_time(one, again) and _shared(figures, told, one, again):
        return SURE - 2
    loose = one.noun is None or again.noun is None or noun or money
    return SURE - 3 if loose and one.claim.quantity.value >= 10 * _LARGE and _one_time(one, again) else 0


def _called_so(figures: Figures, one: Figure, noun: str) -> bool:
    """ "55 are unaccompanied minors": the noun stands a few words behind the number."""
    behind = figures.told(one).after(one)[:_NOUN_BEHIND]
    if starts(behind, "per"):
        return False  # "1.80 a day": what it is per, and no name of what is counted
    return noun.rsplit(maxsplit=1)[-1].lower() in {singular(word) for word in behind}


_NOUN_BEHIND = 4


def _one_time(one: Figure, again: Figure) -> bool:
    """Whether both may be of one time: a time that words of the letter name for each of them has to be the same."""
    ours, theirs = one.claim.period, again.claim.period
    if ours is None or theirs is None or ours.span is None or theirs.span is None:
        return True
    return (ours.start, ours.end) == (theirs.start, theirs.end)


def _shared(figures: Figures, told: Told, one: Figure, again: Figure) -> bool:
    """Whether both sentences have a word of weight in common beside the counted noun."""
    shared = (figures.told(one).weighty & told.weighty) - {one.noun, again.noun}
    if not shared:
        return False
    units = {singular(word) for figure in (one, again) for word in (figure.claim.quantity.unit or "").split()}
    return bool(shared - units)
