"""Lengths that lie between two days of the letter but for one slip: relations that the figures themselves propose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import log10

from claims.relations.datings.spans_passed import units_between
from claims.relations.fits.dates_lengths import stretches
from claims.relations.fits.dates_pairs import Candidate, candidates
from claims.relations.fits.dates_slips import bare
from claims.relations.fits.dates_ties import tie_features
from claims.relations.fits.evidence import evidence_for
from claims.relations.fits.slips import KINDS
from claims.relations.spans.spans_lengths import unit_of
from claims.relations.spans.spans_model import SpanRelation
from claims.relations.spans.spans_scene import Scene

_FAR = 0.5
_RIVAL = 1.0
"""A pair that fits exactly explains a length if it stands no more than this (log odds) worse than the one that does
not."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A candidate and how surely the words and places tie its length to its days (log odds)."""

    candidate: Candidate
    tie: float


def find_lapses(scene: Scene) -> Iterator[SpanRelation]:
    """A bound relation for every length that surely lies between two days, and does not but for one slip."""
    fits = evidence_for("dates")
    for stretch in stretches(scene):
        tied = tied_of(candidates(scene, stretch))
        scored = [(fits.score(fit_features(one, tied)), one) for one in tied if may_be_wrong(one, tied)]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= fits.threshold and best[1].tie >= evidence_for("dates_ties").threshold:
            yield _relation(scene, best[1].candidate)


def with_lapses(told: Sequence[SpanRelation], lapses: Iterator[SpanRelation]) -> list[SpanRelation]:
    """The relations that words give, and the lapses of lengths that words bind to no days."""
    bound = [one.span for one in told if one.bound]
    new = [lapse for lapse in lapses if not any(lapse.span.overlaps(span) for span in bound)]
    return [*(one for one in told if not any(one.span.overlaps(lapse.span) for lapse in new)), *new]


def tied_of(found: Sequence[Candidate]) -> list[Tied]:
    """The candidates of one length, each with its tie."""
    ties = evidence_for("dates_ties")
    return [Tied(one, ties.score(tie_features(one))) for one in found]


def may_be_wrong(one: Tied, tied: Sequence[Tied]) -> bool:
    """Whether a pair does not fit, and no other pair of days that does explains the length."""
    if one.candidate.fit.exact:
        return False
    exact = [other for other in tied if other.candidate.fit.exact]
    return not any(_explains(other, one) for other in exact)


def _explains(exact: Tied, one: Tied) -> bool:
    """ "from 3 July to 3 September, 62 days": whether a pair that fits speaks against one that does not."""
    beside = not any(day.away or day.is_own for day in (exact.candidate.start, exact.candidate.end))
    return beside or exact.tie > one.tie - _RIVAL or exact.candidate.places == one.candidate.places


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
