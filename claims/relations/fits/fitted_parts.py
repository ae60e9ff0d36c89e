"""Breakdowns that the figures propose: sums that one slip would make exact, where all else speaks for a sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.relations.figures import Figure, Figures
from claims.relations.fits.evidence import evidence_for
from claims.relations.fits.near_sums import Sum, candidate_sums, gaps_of, summable
from claims.relations.fits.sum_features import features_of
from claims.relations.kinds import SURE, PartOf, Split
from claims.relations.phrasing import holds


def find_fitted(figures: Figures) -> Iterator[PartOf]:
    """ "Of the 2,772, 1,386 came to one house, 828 to another and 504 to a third": 882, of which no word says that
    it is a part, was misprinted. Exact sums say nothing here: they only explain their figures.
    """
    for row in summable(figures).values():
        sums = list(candidate_sums(row))
        exact = [one for one in sums if one.slip is None]
        taken: set[int] = set()
        for _, one in sorted(_weighed(figures, row, sums, exact), key=lambda pair: -pair[0]):
            members = {id(member) for member in one.members}
            if not taken & members:
                taken |= members
                yield _part_of(one)


def _weighed(
    figures: Figures, row: Sequence[Figure], sums: Sequence[Sum], exact: Sequence[Sum]
) -> Iterator[tuple[float, Sum]]:
    """The sums that nearly fit and are surely meant, with their weight."""
    evidence = evidence_for("sums")
    by_whole: dict[int, list[Sum]] = {}
    for one in exact:
        by_whole.setdefault(id(one.whole), []).append(one)
    for one in sums:
        same = [other for other in by_whole.get(id(one.whole), ()) if _share_parts(one, other)]
        if one.slip is None or any(_are_parts(one, other) for other in exact):
            continue
        if not any(other.skipped <= one.skipped for other in same):
            score = evidence.score(features_of(figures, one, row, same))
            if score >= evidence.threshold and not _goes_on(figures, one):
                yield score, one


def _share_parts(one: Sum, other: Sum) -> bool:
    return not {id(part) for part in one.parts}.isdisjoint(id(part) for part in other.parts)


def _are_parts(one: Sum, exact: Sum) -> bool:
    """Whether the whole and one of the parts are parts of an exact sum together: then neither is of the other."""
    together = {id(part) for part in exact.parts}
    return id(one.whole) in together and any(id(part) in together for part in one.parts)


def _goes_on(figures: Figures, one: Sum) -> bool:
    """ "61 from Alden, 42 from Borley and others": the list is said to go on, so that it need not add up."""
    last = one.parts[-1]
    inside = any(holds(gap, "open_end") for gap in gaps_of(figures, one.parts))
    return inside or bool(holds(figures.told(last).after(last), "goes_on"))


def _part_of(one: Sum) -> PartOf:
    split = Split(whole=one.whole.claim, parts=tuple(part.claim for part in one.parts), evidence=SURE, fitted=True)
    return PartOf(readings=(split,), closed=True, evidence=SURE)
