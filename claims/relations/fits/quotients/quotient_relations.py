"""The relation of the usual kind that three figures make."""

from __future__ import annotations

from decimal import Decimal

from claims.model import Claim
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_fitting import Triple
from claims.relations.fits.quotients.quotient_standing import says_change
from claims.relations.kinds import LEARNED, Move, Rate, Ratio, Share, Spread, Step
from claims.relations.moving.move_steps import in_time
from claims.relations.moving.rate_words import EACH


def relation_of(scene: Scene, triple: Triple) -> Share | Move | Rate:
    """The share, the change or the rate that is wrong by a slip."""
    size, small, large = (term.figure.claim for term in triple.terms)
    if triple.operation == "product":
        return _rate(scene, triple)
    percent = size.quantity.dimension != "multiple"
    match triple.operation:
        case "differ":
            return _move(size, _step(scene, triple))
        case "less" if says_change(scene, triple.size.figure):
            return _move(size, Step(first=large, last=small))
        case "less":
            return Share(share=size, readings=(Ratio(upper=small, lower=large, rest=True),), evidence=LEARNED)
        case "part" if percent:
            return Share(share=size, readings=(Ratio(upper=small, lower=large),), evidence=LEARNED)
        case "part":
            return _move(size, Step(first=large, last=small))
        case "times" if percent:
            return Share(share=size, readings=(Ratio(upper=large, lower=small),), evidence=LEARNED)
    return _move(size, Step(first=small, last=large))


def _rate(scene: Scene, triple: Triple) -> Rate:
    rate, over, total = (term.figure.claim for term in triple.terms)
    fixed = triple.small.fixed
    units = Decimal(1) if fixed else over.quantity.value
    spread = Spread(
        total=total,
        over=None if fixed else over,
        units=units * Decimal(str(triple.scale)) if triple.scale != 1 else None,
    )
    per = scene.per(triple.size.figure) or EACH
    return Rate(rate=rate, per=per, readings=(spread,), evidence=LEARNED)


def _step(scene: Scene, triple: Triple) -> Step:
    """From the earlier to the later figure: by their times, by the words of the change, else as they are told."""
    small, large = triple.small.figure, triple.large.figure
    cue, order = scene.cue(triple.size.figure), in_time(small, large)
    if order is None and cue.up != cue.down:
        order = (small, large) if cue.up else (large, small)
    first, last = order or sorted((small, large), key=lambda one: (one.sentence, one.first))
    return Step(first=first.claim, last=last.claim)


def _move(size: Claim, step: Step) -> Move:
    return Move(by=size, readings=(step,), way=None, evidence=LEARNED)
