"""Percentages and fractions with the part and the whole they are of: "312 of the 480 wells (65 per cent)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.model import Claim
from claims.relations.breakdowns.closing import Sums
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, SURE, Ratio, Share
from claims.relations.phrasing import ends, only, starts, starts_at, without_end
from claims.relations.portions.share_clauses import is_compared, measures_change
from claims.relations.portions.share_subjects import named_pairs
from claims.relations.portions.share_ties import OF_REACH, tied
from claims.relations.portions.told_shares import as_told
from claims.relations.portions.whole_of import Bound, pairs_near, wholes_for

_MOST = 24


def find_shares(figures: Figures, sums: Sums) -> Iterator[Share]:
    """Every share that says a figure of the letter again, beside it or in a sentence of its own."""
    for told in figures.sentences:
        for figure in told.figures:
            of_percent = starts_at(told.norms, figure.stop, "of_one_percent")  # "one quarter of one percent"
            said_of = not is_change(told, figure) and not is_compared(told, figure)
            if figure.is_share and said_of and not of_percent and not _is_of_the_part(told, figure):
                yield from _shares(figures, sums, told, figure)


def _is_of_the_part(told: Told, share: Figure) -> bool:
    """ "72 died, 40 per cent of them oaks": what some of those just counted are besides; no share of all."""
    before, after = without_end(told.before(share), "hedges"), told.after(share)
    taken = starts(after, "of_the_part")
    return bool(taken and before[-1:] == (",",) and after[taken : taken + 1] and not starts(after[taken:], "closers"))


def is_change(told: Told, share: Figure) -> bool:
    """Whether a percentage is the size of a change: "a cut of 40 per cent", "30 per cent more"."""
    if share.claim.quantity.direction is not None:
        return True
    before = without_end(told.before(share), "hedges")
    return bool(measures_change(before) or ends(before, "change_before") or starts(told.after(share), "change_behind"))


def _shares(figures: Figures, sums: Sums, told: Told, share: Figure) -> Iterator[Share]:
    other = _restated(told, share)
    if other is not None:
        yield Share(share=share.claim, readings=(), evidence=SURE, restated=other.claim)
    found = _beside(figures, sums, told, share) or _apart(figures, sums, told, share)
    if found is not None and (other is None or found.evidence >= LIKELY):
        yield found


def _beside(figures: Figures, sums: Sums, told: Told, share: Figure) -> Share | None:
    """A share with its part right beside it."""
    for tie in tied(figures, told, share):
        bound = wholes_for(figures, sums, told, share, tie)
        if bound:
            return as_told(figures, told, share, tie, _share(share, tie.part.claim, bound, ()))
    return None


def _apart(figures: Figures, sums: Sums, told: Told, share: Figure) -> Share | None:
    """A share in a sentence of its own: "Women were 55 per cent of our dead"."""
    pairs = named_pairs(figures, sums, told, share)
    if not pairs:
        return None
    evidence = min(pairs[0][1], LIKELY + 1 if len(pairs) > 1 else SURE)
    around = pairs_near(figures, told)
    return Share(
        share=share.claim,
        readings=tuple(pair for pair, _ in pairs[:_MOST]),
        bound=sum(weight == pairs[0][1] for _, weight in pairs),
        evidence=evidence,
        open_readings=tuple(around),
    )


def _share(share: Figure, part: Claim, bound: list[Bound], around: Iterable[Ratio]) -> Share:
    best = bound[0].evidence
    return Share(
        share=share.claim,
        readings=tuple(Ratio(upper=one.part or part, lower=one.whole) for one in bound[:_MOST]),
        bound=sum(one.evidence == best for one in bound),
        evidence=best,
        open_readings=tuple(around),
    )


def _restated(told: Told, share: Figure) -> Figure | None:
    """The share in other words that this one says again: "one in five prisoners (20 per cent)"."""
    at = told.figures.index(share)
    before, after = told.before(share), told.after(share)
    closed = bool(starts(after, "closers"))
    if not at or not told.figures[at - 1].is_share or not closed or is_change(told, told.figures[at - 1]):
        return None
    bare = without_end(before, "hedges")
    said = ends(bare, "restating") or (before[-1:] and before[-1] in _DASHES) or (bare and only(bare, "is_again"))
    return told.figures[at - 1] if said and len(before) <= OF_REACH else None


_DASHES = ("–", "—", "-")
