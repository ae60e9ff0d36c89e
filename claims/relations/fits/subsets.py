"""Parts that are larger than what their words put them in: "19 of them" behind 18, "61 of the 54 who came"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.slips import slips_of
from claims.relations.kinds import Within
from claims.relations.pairing import kin
from claims.relations.phrasing import ends, starts, words_of

_LINK = 3
_HEAD = 3
_NEAR = 6


def find_subsets(figures: Figures) -> Iterator[Within]:
    """A part and its whole where the part is the larger and a slip would make it fit; what fits is left to others."""
    for told in figures.sentences:
        amounts = [one for one in told.counts if _counts(one)]
        for at, inner in enumerate(amounts):
            outer = _next_whole(told, inner, amounts[at + 1 : at + 2]) or _opening_whole(told, inner, amounts[:at])
            outer = outer or _whole_before(told, inner, amounts[:at])
            if outer is not None and _too_large(inner, outer):
                yield Within(inner=inner.claim, outer=outer.claim)


def _counts(figure: Figure) -> bool:
    quantity = figure.claim.quantity
    exact = quantity.comparator == "=" and quantity.value == int(quantity.value)
    return quantity.dimension == "count" and exact and not figure.is_average and not figure.is_one


def _too_large(inner: Figure, outer: Figure) -> bool:
    part, whole = inner.claim.quantity.value, outer.claim.quantity.value
    return part > whole > 1 and any(other <= whole for other in slips_of(part))


def _next_whole(told: Told, inner: Figure, behind: list[Figure]) -> Figure | None:
    """ "61 of the 54 died": the figure right behind "of the"."""
    for outer in behind:
        gap = told.between(inner, outer)
        article = bool(gap) and gap[-1] in words_of("definite")
        if inner.noun is None and article and len(gap) <= _LINK and starts(gap, "of_whole"):
            return outer
    return None


def _opening_whole(told: Told, inner: Figure, before: list[Figure]) -> Figure | None:
    """ "Of the 494, 568 had waited", "Among the 224, women led 240": the one figure between "Of the" and the part."""
    if len(before) != 1 or not kin(before[0], inner):
        return None
    lead, gap = told.norms[: before[0].first], told.between(before[0], inner)
    opens = 0 < len(lead) <= _HEAD and starts(lead, "of_whole") and lead[-1] in words_of("definite")
    rest = tuple(gap[len((before[0].noun or "").split()) :])
    said = rest == (",",) or (rest[:1] == (",",) and len(rest) <= _LINK and inner.noun is None)
    return before[0] if opens and said else None


def _whole_before(told: Told, inner: Figure, before: list[Figure]) -> Figure | None:
    """ "18 were hurt, nineteen of them badly": the last figure before, if none of the sentence is as large."""
    behind = told.norms[inner.stop :]
    if inner.noun is not None or not starts(behind, "part_of") or not before:
        return None
    outer, gap = before[-1], told.between(before[-1], inner)
    largest = all(one.claim.quantity.value < inner.claim.quantity.value for one in before)
    return outer if largest and len(gap) <= _NEAR and ends(gap, "comma") else None
