"""Lengths that lie between two days of the letter but for one slip: relations that the figures themselves propose."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal
from math import log10

from claims.model import Span
from claims.quick_records import dataclass
from claims.relations.datings.spans_passed import relation_fits, units_between
from claims.relations.fits.dates_gates import may_count_from
from claims.relations.fits.dates_lengths import stretches
from claims.relations.fits.dates_pairs import Candidate, candidates
from claims.relations.fits.dates_slips import bare
from claims.relations.fits.dates_ties import runs_to_a_day_untold, tie_features
from claims.relations.fits.evidence import Evidence, evidence_for
from claims.relations.fits.slips import KINDS
from claims.relations.spans.spans_lengths import unit_of
from claims.relations.spans.spans_model import SpanRelation
from claims.relations.spans.spans_scene import Scene

_FAR = 0.5
_RIVAL = 1.0
"""A pair that fits exactly explains a length if it stands no more than this (log odds) worse than the one that does
not."""
_ANY, _NEAR = ("digit", "drop", "double"), 3
"""Slips that make many a number of another: they tell nothing of days told further off than so many sentences."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A candidate and how surely the words and places tie its length to its days (log odds)."""

    candidate: Candidate
    tie: float


@dataclass(frozen=True, slots=True)
class Lapses:
    """What the figures say of a letter's lengths: `wrong`, bound to two days that they miss by a slip; `explained`,
    where lengths stand that fit two days near them.
    """

    wrong: tuple[SpanRelation, ...]
    explained: tuple[Span, ...]


def find_lapses(scene: Scene) -> Lapses:
    """Every length of a letter that surely lies between two days, and does not but for one slip."""
    wrong, explained = [], []
    weighed = [(stretch, tied_of(candidates(scene, stretch))) for stretch in stretches(scene)]
    taken = frozenset(one.candidate.places for _, tied in weighed for one in tied if _is_of_two_days(one))
    for stretch, tied in weighed:
        best = wrong_of(tied, evidence_for("dates"), evidence_for("dates_ties"), taken)
        if best is not None:
            wrong.append(_relation(scene, best.candidate))
        elif _explained(tied):
            explained.append(scene.source(stretch.place.told, stretch.place.length.span))
    return Lapses(tuple(wrong), tuple(explained))


def _is_of_two_days(one: Tied) -> bool:
    """ "began on 2 April 2018, with 60 months allowed, so … by April 2023": those two days are told by that length."""
    return one.candidate.fit.exact and len(one.candidate.printed) > 1


def _explained(tied: Sequence[Tied]) -> bool:
    """Whether the two days that a length most likely lies between are two printed ones that it fits."""
    best = max(tied, key=lambda one: one.tie, default=None)
    printed = best is not None and len(best.candidate.printed) > 1 and best.candidate.fit.exact
    return best is not None and printed and best.tie >= evidence_for("dates_ties").threshold


def wrong_of(
    tied: Sequence[Tied], fits: Evidence, ties: Evidence, taken: Set[frozenset[int]] = frozenset()
) -> Tied | None:
    """The two days that a length most surely misses, if any; none of those `taken`, which another length fits."""
    open_to = (one for one in tied if one.candidate.places not in taken and may_be_wrong(one, tied))
    scored = [(fits.score(fit_features(one, tied)), one) for one in open_to]
    score, best = max(scored, key=lambda pair: pair[0], default=(fits.threshold - 1, None))
    sure = best is not None and score >= fits.threshold and best.tie >= ties.threshold
    return best if sure else None


def with_lapses(told: Sequence[SpanRelation], lapses: Lapses) -> list[SpanRelation]:
    """The relations that words give, those that figures give where words bind no days, and none bound that is explained
    by other days.
    """
    bound = [one.span for one in told if one.bound]
    new = [lapse for lapse in lapses.wrong if not any(lapse.span.overlaps(span) for span in bound)]
    kept = [one for one in told if not any(one.span.overlaps(lapse.span) for lapse in new)]
    return [*(_opened(_nearest_year(one), lapses.explained) for one in kept), *new]


def _nearest_year(one: SpanRelation) -> SpanRelation:
    """ "Three weeks from today, on Thursday, 21 March": of the years it may be, that of the nearest day."""
    if one.reading != "from_now":
        return one
    return replace(one, pairs=tuple(sorted(one.pairs, key=lambda pair: abs(pair[1].first - pair[0].first))))


def _opened(one: SpanRelation, explained: Sequence[Span]) -> SpanRelation:
    fits = any(relation_fits(one, one.length.number, pair) for pair in one.pairs)
    other = not fits and any(one.span.overlaps(span) for span in explained)
    return replace(one, bound=False) if one.bound and other else one


def tied_of(found: Sequence[Candidate]) -> list[Tied]:
    """The candidates of one length, each with its tie."""
    ties = evidence_for("dates_ties")
    return [Tied(one, ties.score(tie_features(one))) for one in found]


def may_be_wrong(one: Tied, tied: Sequence[Tied]) -> bool:
    """Whether a pair does not fit, and no other pair of days that does explains the length."""
    past = one.candidate.start.is_own and one.candidate.end.moment.last < one.candidate.start.moment.first
    if one.candidate.fit.exact or past or runs_to_a_day_untold(one.candidate):
        return False
    if not may_count_from(one.candidate):
        return False
    if one.candidate.fit.slip in _ANY and any(abs(day.away) > _NEAR for day in one.candidate.printed):
        return False
    exact = [other for other in tied if other.candidate.fit.exact]
    return not any(_explains(other, one) for other in exact)


def _explains(exact: Tied, one: Tied) -> bool:
    """ "from 3 July to 3 September, 62 days": whether a pair that fits speaks against one that does not."""
    days = (exact.candidate.start, exact.candidate.end)
    beside = not any(day.away or day.is_own for day in days)
    nearer = not any(day.away for day in days) and any(day.away for day in one.candidate.printed)
    return (
        beside
        or nearer
        or _ends_named(exact, one)
        or exact.tie > one.tie - _RIVAL
        or exact.candidate.places == one.candidate.places
    )


def _ends_named(exact: Tied, one: Tied) -> bool:
    """ "It opened in 1926. It will be a hundred in 2026": the day beside the length, and not the letter's own."""
    ours, theirs = one.candidate, exact.candidate
    same = ours.start.moment == theirs.start.moment and ours.end.is_own
    return same and not theirs.end.is_own and not theirs.end.away


def fit_features(one: Tied, tied: Sequence[Tied]) -> dict[str, float]:
    """How a length fits its two days, by name: the slip, how far it is off, how it stands among its rivals."""
    fit = one.candidate.fit
    others = [other for other in tied if other is not one]
    slips = {f"slip_{kind}": float(fit.slip == kind) for kind in (*KINDS, "other")}
    moved = {f"moved_{how}": float(fit.moved == how) for how in ("year", "month", "day")}
    apart = _apart(one.candidate)
    return (
        slips
        | moved
        | {
            "tie": one.tie,
            "length_alone": float(bool(fit.slip) and not fit.moved),
            "dates_alone": float(not fit.slip),
            "apart": apart,
            "apart_far": float(apart > _FAR),
            "lead": max(min(one.tie - max((other.tie for other in others), default=-6.0), 3.0), -3.0),
        }
    )


def _apart(one: Candidate) -> float:
    """The power of ten by which the time between the days is off the length."""
    length = one.stretch.place.length
    gone = abs(units_between(one.start.moment.first, one.end.moment.first, unit_of(length.word)))
    ratio = gone / (length.number or Decimal(1))
    return min(abs(log10(float(ratio))), 1.5) if ratio > 0 else 1.0


def _relation(scene: Scene, one: Candidate) -> SpanRelation:
    place = one.stretch.place
    pair = (one.start.moment, one.end.moment)
    return replace(bare(one.stretch), span=scene.source(place.told, place.length.span), pairs=(pair,), bound=True)
