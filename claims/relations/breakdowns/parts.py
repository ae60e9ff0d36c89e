"""Wholes and the parts that make them, in one sentence or over the sentences of a paragraph; totals behind parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from claims.relations.breakdowns.part_runs import Run, amounts_of, runs_of, takes_rest
from claims.relations.breakdowns.part_weights import is_open, weight_of
from claims.relations.breakdowns.said_sums import parts_inside, totals_behind
from claims.relations.figures import Figure, Figures
from claims.relations.kinds import PartOf, Split
from claims.relations.pairing import is_later, is_paced, kin, near
from claims.relations.phrasing import words_of

_SHARED = 2
_NEAREST = 24
"""So many wholes at most are tried for one run, the nearest."""


def find_parts(figures: Figures, exact: Sequence[Split] = ()) -> Iterator[PartOf]:
    """Closed breakdowns, totals behind their parts, parts said to lie in a whole; `exact` are the sums that the figures
    make among themselves: what they contradict is no breakdown.
    """
    for number in dict.fromkeys(told.paragraph for told in figures.sentences):
        paragraph = figures.paragraph(number)
        for runs in runs_of(paragraph):
            found = _breakdown(figures, runs, exact)
            if found is not None:
                yield found
        yield from totals_behind(paragraph)
        yield from parts_inside(paragraph)


def _breakdown(figures: Figures, runs: Sequence[Run], exact: Sequence[Split]) -> PartOf | None:
    """The runs from one place under each whole they may belong to, weighed; `None` where nothing binds them to one."""
    weighed = []
    for run in runs:
        if len(run.parts) > 1 and not is_open(figures, run):
            wholes = (_heads(figures, run) if run.opened else []) or list(islice(_wholes(figures, run), _NEAREST))
            weighed += [(weight_of(figures, run, whole), len(run.parts), whole, run) for whole in wholes]
    good = sorted(
        (one for one in weighed if one[0] > 1 and not _contradicted(figures, one[2], one[3], exact)),
        key=lambda item: (-item[0], -item[1]),
    )
    if not good:
        return None
    readings = tuple(
        Split(whole=whole.claim, parts=tuple(one.claim for one in run.parts), evidence=weight)
        for weight, _, whole, run in good[:12]
    )
    return PartOf(readings=readings, closed=True, evidence=good[0][0])


def _contradicted(figures: Figures, whole: Figure, run: Run, exact: Sequence[Split]) -> bool:
    """Whether the figures make another sum exactly, and these do not: "2,340 stand and 1,560 are to be built of 3,900",
    where 1,872 of the former have water.
    """
    parts = {one.claim.quantity.number_span for one in run.parts}
    if _ones_are_missing(figures, whole, run) or _is_told_again(whole, run):
        return True
    if sum(one.claim.quantity.value for one in run.parts) == whole.claim.quantity.value:
        return False
    last, top = run.parts[-1], whole.claim.quantity.number_span
    rest = last.claim.quantity.number_span if takes_rest(figures.told(last), last) else None
    for split in exact:
        others = {one.quantity.number_span for one in split.parts}
        if split.whole.quantity.number_span == top and len(others & parts) >= _SHARED:
            return True
        if (top in others and parts & (others | {split.whole.quantity.number_span})) or rest in others:
            return True
    return False


def _is_told_again(whole: Figure, run: Run) -> bool:
    """ "731 men … 88 were tested, of 731; 37 were ill": the whole stands among what would be its parts."""
    return any(one.claim.quantity.value == whole.claim.quantity.value for one in run.parts[1:])


def _ones_are_missing(figures: Figures, whole: Figure, run: Run) -> bool:
    """ "17: twelve in May, four in June, one in July": a "one" taken for a pronoun may be the part that lacks."""
    first, last = run.parts[0], figures.told(run.parts[-1])
    stretch = last.norms[first.first if first.sentence == last.number else 0 :]
    missing = whole.claim.quantity.value - sum(one.claim.quantity.value for one in run.parts)
    return 0 < missing <= sum(word in words_of("ones") for word in stretch)


def fits_dimension(run: Run, whole: Figure) -> bool:
    """Whether parts and whole are measured alike: "3 tranches" are no part of a sum of money."""
    dimensions = {one.claim.quantity.dimension for one in (whole, *run.parts) if one.noun or not _is_bare(one)}
    return len(dimensions) < 2


def _is_bare(one: Figure) -> bool:
    return one.claim.quantity.dimension == "count" and one.noun is None


def _heads(figures: Figures, run: Run) -> list[Figure]:
    """What stands before an opening in its sentence, nearest first, and large enough to be the whole."""
    first = run.parts[0]
    told = figures.told(first)
    amounts = [one for one in amounts_of(told) if one.first < first.first and not is_paced(told, one)]
    largest = max(one.claim.quantity.value for one in run.parts)
    return [one for one in reversed(amounts) if one.claim.quantity.value >= largest]


def _wholes(figures: Figures, run: Run) -> Iterator[Figure]:
    """What stands before the run, larger than each part, or the whole its sentence names."""
    if run.whole is not None and fits_dimension(run, run.whole):
        yield run.whole
    largest = max(one.claim.quantity.value for one in run.parts)
    first = run.parts[0]
    for one in near(figures, first):  # what costs little is asked first: of a list of names there are thousands
        if one.claim.quantity.value < largest or is_later(one, first) or one is run.whole or one in run.parts:
            continue
        if not (kin(one, first) or one.claim.quantity.dimension == "count") or not fits_dimension(run, one):
            continue
        if is_paced(figures.told(one), one) or (takes_rest(figures.told(one), one) and one.noun is None):
            continue  # "leaving 57,000": a part that was told, no whole of what follows
        yield one
