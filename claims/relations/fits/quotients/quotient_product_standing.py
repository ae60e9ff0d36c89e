"""How a rate, a count and a total stand to each other: the features by which they are weighed."""

from __future__ import annotations

from decimal import Decimal

from claims.relations.figures import Figure
from claims.relations.fits.evidence import Features
from claims.relations.fits.quotients.quotient_cues import Scene, plain
from claims.relations.fits.quotients.quotient_distances import distances
from claims.relations.fits.quotients.quotient_factors import larger_units
from claims.relations.fits.quotients.quotient_fitting import Triple
from claims.relations.fits.quotients.quotient_words import listed
from claims.relations.moving.rate_words import EACH, unit_of_manner
from claims.relations.pairing import nouns_meet, plain_unit
from claims.relations.phrasing import ends, holds, starts, words_of

_AROUND = 6
_BEHIND = 4
_LITTLE, _SMALL = 3, 10


def rate_standing(scene: Scene, triple: Triple) -> Features:
    """Every feature of how a rate, a count and a total stand, by name."""
    rate, over, total = (term.figure for term in triple.terms)
    per = scene.per(rate)
    found = {
        **distances(scene, rate, over, total),
        **_cues(scene, rate, per),
        **_of_count(scene, triple, over, per),
        **_of_total(scene, rate, over, total),
        "rate_as_count": bool(rate.noun and over.noun and nouns_meet(rate.noun, over.noun)) and not triple.small.fixed,
        "units": triple.small.fixed,
        "units_paced": triple.small.fixed and scene.per(total) is not None,
        "units_guessed": triple.guessed,
        "third": triple.third,
        "third_plain": triple.third and per is None,
        "third_apart": triple.third and not rate.sentence == over.sentence == total.sentence,
        "larger": larger_units(rate, total) != 1,
        "plain": per is None,
        "plain_sentence": per is None and rate.sentence == over.sentence == total.sentence,
        "plain_drawn": per is None and scene.cue(total).drawn,
        "plain_money": per is None and rate.claim.quantity.dimension == "money",
        "large": max(0.0, len(total.claim.quantity.value.normalize().as_tuple().digits) - 3.0),
    }
    return {name: float(value) for name, value in found.items()}


def _cues(scene: Scene, rate: Figure, per: str | None) -> dict[str, float]:
    told, cue = scene.figures.told(rate), scene.cue(rate)
    before, after = told.norms[max(0, rate.first - _AROUND) : rate.first], told.norms[rate.stop :][:_BEHIND]
    return {
        "each": per == EACH,
        "per_time": per in words_of("time_units"),
        "is_average": rate.is_average,
        "manner": any(unit_of_manner(word) for word in (*before, *after)),
        "every_before": any(word in listed("every") for word in before[-3:]),
        "each_behind": any(word in words_of("each") for word in after),
        "average": holds(before, "average"),
        "rate_said_again": cue.said_again,
        "rate_drawn": cue.drawn,
        "rate_money": rate.claim.quantity.dimension == "money",
        "rate_time": rate.claim.quantity.dimension == "duration",
        "rate_noun": rate.noun is not None,
        "rate_small": rate.claim.quantity.value < _SMALL,
        "rate_bound": rate.claim.quantity.comparator != "=",
        "rate_opens": cue.opens,
    }


def _of_count(scene: Scene, triple: Triple, over: Figure, per: str | None) -> dict[str, float]:
    quantity, noun = over.claim.quantity, (over.noun or "").rsplit(maxsplit=1)[-1:]
    named = bool(noun) and (noun[0] == per or (per in words_of("heads") and noun[0] in words_of("people")))
    timed, cue = quantity.dimension == "duration", scene.cue(over)
    return {
        "over_named": named,
        "over_bare": over.noun is None and quantity.dimension == "count",
        "over_time": timed,
        "over_time_meant": timed and per in words_of("time_units"),
        "over_time_not": timed and per not in words_of("time_units"),
        "over_count_timed": not timed and per in words_of("time_units") and not triple.small.fixed,
        "over_physical": quantity.dimension == "physical",
        "over_money": quantity.dimension == "money" and not triple.small.fixed,
        "scaled": triple.scale != 1,
        "over_average": over.is_average,
        "over_paced": scene.per(over) is not None and not triple.small.fixed,
        "over_small": quantity.value <= _LITTLE,
        "over_of": cue.of_whole,
        "over_the": cue.the,
        "over_far": abs(over.sentence - triple.size.figure.sentence) > _LITTLE,
    }


def _of_total(scene: Scene, rate: Figure, over: Figure, total: Figure) -> dict[str, float]:
    told, cue = scene.figures.told(total), scene.cue(total)
    before, after = told.norms[max(0, total.first - _AROUND) : total.first], told.norms[total.stop :][:_BEHIND]
    ours, theirs = rate.claim.quantity, total.claim.quantity
    return {
        "total_draws": cue.drawn or holds(before[-_BEHIND:], "draws"),
        "total_said_again": bool(ends(plain(before), "apposition")),
        "total_words": holds(before, "sum_words") or bool(starts(after, "sum_words")),
        "total_average": total.is_average,
        "total_time": theirs.dimension == "duration",
        "total_dimension": theirs.dimension == ours.dimension,
        "total_unit": theirs.dimension == ours.dimension and plain_unit(rate) == plain_unit(total),
        "total_noun": total.noun is not None and rate.noun is not None and nouns_meet(total.noun, rate.noun),
        "total_not_noun": total.noun is not None and rate.noun is not None and not nouns_meet(total.noun, rate.noun),
        "total_as_count": total.noun is not None and over.noun is not None and nouns_meet(total.noun, over.noun),
        "total_bare": total.noun is None and theirs.dimension == "count",
        "total_behind": (total.sentence, total.first) > (rate.sentence, rate.first),
        "total_far": abs(total.sentence - rate.sentence) > 2,
        "total_paced": scene.per(total) is not None,
        "round": theirs.value == over.claim.quantity.value * Decimal(10),
    }
