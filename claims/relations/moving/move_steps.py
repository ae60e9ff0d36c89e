"""From one figure to another: which of two amounts is the earlier one, or the one that is measured by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, SURE, Step
from claims.relations.pairing import kin
from claims.relations.phrasing import Words, ends, holds, last_of, without_end, words_of

_NEAR = 16
"""How many words may stand between the two figures of one move."""
_BACK = 2
"""How many sentences of its paragraph a move may stand before its size."""


@dataclass(frozen=True, slots=True)
class Stepped:
    """Two figures in their order in time, the figure that comes later in the text, and how surely they belong."""

    first: Figure
    last: Figure
    evidence: int

    @property
    def step(self) -> Step:
        return Step(first=self.first.claim, last=self.last.claim)

    @property
    def behind(self) -> Figure:
        return max(self.first, self.last, key=lambda one: (one.sentence, one.first))

    @property
    def ahead(self) -> Figure:
        return min(self.first, self.last, key=lambda one: (one.sentence, one.first))


def movable(figure: Figure) -> bool:
    """Whether a figure can go from one value to another: an amount or a percentage, no size of a change."""
    quantity = figure.claim.quantity
    if quantity.dimension == "percentage":
        return quantity.direction is None and quantity.unit == "percent"
    return figure.is_amount and not figure.is_one and quantity.value > 0 and not quantity.additive


def steps_of(figures: Figures, told: Told, size: Figure | None) -> Iterator[Stepped]:
    """The moves that `size` may be the size of, the likeliest first: in its sentence, else in those just before."""
    own = [one for one in _around(told, size) if one is not size and movable(one)]
    yield from _inside(told, own)
    yield from _series(told, own)
    yield from _listed(figures, told, size)
    earlier = [one for one in figures.paragraph(told.paragraph) if told.number - _BACK <= one.number < told.number]
    for other in reversed(earlier):
        before = [one for one in other.figures if movable(one)]
        yield from _inside(other, before)
        yield from _across(other, before, told, own)
    for one, two in pairwise(earlier):
        yield from _across(one, [f for f in one.figures if movable(f)], two, [f for f in two.figures if movable(f)])


def _around(told: Told, size: Figure | None) -> Sequence[Figure]:
    """The figures of a sentence; of a list of hundreds those near the size, for nobody reckons across all of it."""
    if size is None or len(told.figures) <= _MANY:
        return told.figures
    at = bisect_left(told.figures, size.first, key=lambda one: one.first)
    return told.figures[max(0, at - _MANY // 2) : at + _MANY // 2]


def _inside(told: Told, own: Sequence[Figure]) -> Iterator[Stepped]:
    for at, one in enumerate(own):
        for other in own[at + 1 : at + 3]:
            if _comparable(one, other):
                yield from _stepped(told, one, other)


def _series(told: Told, own: Sequence[Figure]) -> Iterator[Stepped]:
    """ "180, 240, 270 and 330 …, from the first to the last of these years"."""
    if len(own) > _PAIR and holds(told.norms, "series_ends") and all(_comparable(own[0], one) for one in own):
        yield Stepped(own[0], own[-1], LIKELY)


def _listed(figures: Figures, told: Told, size: Figure | None) -> Iterator[Stepped]:
    """The last two numbers of a list just above, one a line: "2022 … 217, 2023 … 255. Last year there were 38 more"."""
    if size is None or not holds(told.norms, "earlier"):
        return
    before = [one for one in figures.sentences[: told.number] if one.figures]
    last = next((at for at in range(len(before) - 1, -1, -1) if before[at].kind == "list"), None)
    if last is None or last < 1 or len(before) - last > _BACK + 1:
        return
    pair = before[last - 1], before[last]
    if all(one.kind == "list" and len(one.figures) == 1 and movable(one.figures[0]) for one in pair):
        yield Stepped(pair[0].figures[0], pair[1].figures[0], LIKELY)


_PAIR = 2
_MANY = 40


def _comparable(one: Figure, other: Figure) -> bool:
    percent = [figure.claim.quantity.dimension == "percentage" for figure in (one, other)]
    return percent[0] == percent[1] and kin(one, other)


def _stepped(told: Told, one: Figure, other: Figure) -> Iterator[Stepped]:
    """Two figures of one sentence: by the words before the second, by their times, else in the order told."""
    gap = without_end(told.norms[one.stop : other.first], "hedges")
    near = len(gap) <= _NEAR
    before = without_end(told.before(one), "hedges")
    if ends(gap, "to_words") and ends(before, "from_words"):
        yield Stepped(one, other, SURE)
    elif (
        near
        and (ends(gap, "compared") or ends(without_end(told.norms[one.stop : other.first], "articles"), "compared"))
        or near
        and _than(told, one, other)
    ):
        yield Stepped(other, one, SURE)
    elif (dated := in_time(one, other)) is not None:
        yield Stepped(*dated, SURE if near else LIKELY)
    elif near and (order := time_of(gap[2:]) or time_of(told.after(other)[:2]) or -time_of(gap[:2])):
        yield Stepped(one, other, LIKELY) if order > 0 else Stepped(other, one, LIKELY)
    elif near:
        yield Stepped(one, other, 1)
        yield Stepped(other, one, 1)


def _than(told: Told, one: Figure, other: Figure) -> bool:
    """ "200,000 is 33 per cent lower than the earlier figure of 300,000": measured by what follows a little behind."""
    gap = told.norms[one.stop : other.first]
    at = last_of(gap, "than_words")
    if at is None or len(gap) - at > _LEAD:
        return False
    return not any(word in words_of("brackets") or word in words_of("and_words") for word in gap[at:])


_LEAD = 6


def _across(before: Told, ones: Sequence[Figure], told: Told, others: Sequence[Figure]) -> Iterator[Stepped]:
    """A figure of one sentence and one of the next: "In 2024 there were 1,150. Now there are 368." """
    for one in reversed(ones):
        for other in others[:2]:
            if not _comparable(one, other):
                continue
            around = told.before(other)
            dated = in_time(one, other)
            if dated is not None:
                yield Stepped(*dated, LIKELY)
            elif time_of(around) < 0:
                yield Stepped(other, one, LIKELY)
            elif time_of(around) > 0 or time_of(before.before(one)) < 0:
                yield Stepped(one, other, LIKELY)
            else:
                yield Stepped(one, other, 1)
                yield Stepped(other, one, 1)


def time_of(words: Words) -> int:
    """-1 for words of an earlier time, 1 for those of a later one, 0 for neither."""
    if holds(words, "earlier"):
        return -1
    return 1 if holds(words, "later") else 0


def in_time(one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """The two in the order of the times the letter itself gives them; `None` where it does not, or they overlap."""
    ours, theirs = one.claim.period, other.claim.period
    if ours is None or theirs is None or ours.span is None or theirs.span is None or ours.span == theirs.span:
        return None
    if ours.end is not None and theirs.start is not None and ours.end < theirs.start:
        return one, other
    if theirs.end is not None and ours.start is not None and theirs.end < ours.start:
        return other, one
    return None
