"""What is left of a whole: "12 of the 96 have shut, and that leaves 84", "The balance, 680,000"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claims.model import Span
from claims.relations.breakdowns.part_runs import amounts_of, refers, takes_rest
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, PartOf, Split
from claims.relations.pairing import is_paced, kin, plain_unit
from claims.relations.phrasing import Words, ends, holds, starts
from claims.relations.portions.share_clauses import clause_end

_NEAR = 3
_FAR = 8
_REACH = 3
_AROUND = 5
_MOST_PARTS = 4


def find_remainders(figures: Figures, exact: Sequence[Split]) -> Iterator[PartOf]:
    """Figures said to be left, with what they may be left of; what closes another sum exactly is none of this."""
    closed = {one.quantity.number_span for split in exact for one in (split.whole, *split.parts)}
    for told in figures.sentences:
        for rest in amounts_of(told):
            if is_left(told, rest) and rest.claim.quantity.comparator == "=":
                yield from _remainder(figures, told, rest, closed)


def is_left(told: Told, rest: Figure) -> bool:
    """Whether the words right around a figure say that it is what is left, or what the others are."""
    before, after = told.before(rest), told.after(rest)
    if holds(after[:_AROUND], "for_each"):
        return False  # "that leaves four crates for each man"
    near_before, near_after = before[-_AROUND:], after[: min(clause_end(after), _AROUND)]
    return takes_rest(told, rest) or holds(near_before, "left_before") or bool(_left_behind(near_after))


def _left_behind(after: Words) -> bool:
    return bool(starts(after, "left_behind") or starts(after[1:], "left_behind") or ends(after, "left_behind"))


def _remainder(figures: Figures, told: Told, rest: Figure, closed: set[Span]) -> Iterator[PartOf]:
    before = _before(figures, told, rest)
    far = [_split(*_ordered(one, other), rest) for one, other in combinations(before[:_FAR], 2)]
    ordered = [_ordered(one, other) for one, other in combinations(before[:_NEAR], 2)]
    exact_only = [_split(*pair, rest) for pair in ordered if not _may_miss(figures, *pair, rest)]
    pairs = [_split(*pair, rest) for pair in ordered if _may_miss(figures, *pair, rest)]
    several = [split for at in range(2, min(len(before), _MOST_PARTS)) if (split := _several(before, at, rest))]
    readings = [split for split in (*pairs, *several) if split.whole.quantity.value > rest.claim.quantity.value]
    known = [one for one in (*readings, *exact_only, *far) if _closes(one)]
    if known or (readings and rest.claim.quantity.number_span not in closed):
        yield PartOf(readings=tuple(known or readings), closed=True, evidence=SURE)


def _may_miss(figures: Figures, whole: Figure, part: Figure, rest: Figure) -> bool:
    """Whether a whole, a part and a rest that do not add up may be meant of each other: of one kind, and the whole told
    before its part, or as that which the part is of ("12 of the 96 have shut"); else only a sum that fits says so.
    """
    if not (kin(whole, part) and kin(whole, rest)):
        return False
    first = (whole.sentence, whole.first) < (part.sentence, part.first)
    told = figures.told(whole)
    return first or (whole.sentence == part.sentence and bool(refers(told.between(part, whole))))


def _before(figures: Figures, told: Told, rest: Figure) -> list[Figure]:
    """The amounts of the paragraph before the rest that may be what it is left of, nearest first, each number once."""
    found: dict[Decimal, Figure] = {}
    for one in figures.paragraph(told.paragraph):
        if told.number - _REACH <= one.number <= told.number:
            for figure in amounts_of(one):
                if (figure.sentence, figure.first) < (rest.sentence, rest.first) and _alike(one, figure, rest):
                    found.pop(figure.claim.quantity.value, None)
                    found[figure.claim.quantity.value] = figure
    return _without_parts(list(reversed(found.values())))


def _without_parts(before: list[Figure]) -> list[Figure]:
    """ "Of the 54, 31 were allowed and 23 refused": what is left is left of the 54, not of its parts."""
    values = [one.claim.quantity.value for one in before]
    return before[2:] if len(values) > 2 and values[0] + values[1] in values[2:] else before


def _alike(told: Told, one: Figure, rest: Figure) -> bool:
    """Measured alike and told exactly; "including 11" is inside what was told before it."""
    ours, theirs = one.claim.quantity, rest.claim.quantity
    alike = ours.dimension == theirs.dimension and plain_unit(one) == plain_unit(rest)
    bare = any(it.noun is None and it.claim.quantity.dimension == "count" for it in (one, rest))
    counts = ours.dimension == theirs.dimension == "count"
    free = ours.comparator == "=" and not is_paced(told, one)
    return (alike or bare or counts) and free and not ends(told.before(one), "part_of")


def _ordered(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    return (one, other) if one.claim.quantity.value > other.claim.quantity.value else (other, one)


def _several(before: Sequence[Figure], at: int, rest: Figure) -> Split | None:
    """The figure `at` places back as the whole of all behind it."""
    whole, parts = before[at], before[:at]
    if any(part.claim.quantity.value >= whole.claim.quantity.value for part in parts):
        return None
    return Split(whole=whole.claim, parts=(*(one.claim for one in reversed(parts)), rest.claim), evidence=SURE)


def _split(whole: Figure, part: Figure, rest: Figure) -> Split:
    return Split(whole=whole.claim, parts=(part.claim, rest.claim), evidence=SURE)


def _closes(split: Split) -> bool:
    return sum((part.quantity.value for part in split.parts), Decimal(0)) == split.whole.quantity.value
