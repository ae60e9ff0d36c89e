"""How two figures stand that may be one: features of structure, each a number by its name."""

from __future__ import annotations

from math import log10

from claims.relations.figures import Figure, Told
from claims.relations.fits.fit_words import has
from claims.relations.fits.repeats.letter_ground import Ground, weighty
from claims.relations.fits.repeats.near_pairs import NearPair, is_row, plain_unit_of, points_back
from claims.relations.fits.slips import KINDS
from claims.relations.pairing import nouns_meet
from claims.relations.phrasing import ends, holds, starts

_NEAR = 5
_AGO = 4
_LAST = 0.8
_FAR = 1.6


def pair_features(ground: Ground, pair: NearPair) -> dict[str, float]:
    """All features of a pair."""
    found = {
        **size_of(pair),
        **kinds_of(pair),
        **_words(ground, pair),
        **_places(ground, pair),
        **_ground(ground, pair),
    }
    return {name: float(value) for name, value in (found | _together(found)).items()}


def size_of(pair: NearPair) -> dict[str, float]:
    digits = [_told_digits(one) for one in (pair.one, pair.again)]
    return {
        **{f"slip_{kind}": pair.slip == kind for kind in KINDS},
        "telling": min(max(digits), 5),
        "round": min(digits) == 1,
        "less_told": min(digits) == 2,
        "small": min(one.claim.quantity.value for one in (pair.one, pair.again)) < 20,
        "loosened": pair.one.claim.quantity.comparator != "=" or pair.again.claim.quantity.comparator != "=",
    }


def _told_digits(one: Figure) -> int:
    """The digits before the noughts: of 20,400 three."""
    return len(one.claim.quantity.value.normalize().as_tuple().digits)


def kinds_of(pair: NearPair) -> dict[str, float]:
    ours, theirs = pair.one.noun, pair.again.noun
    dimension = pair.again.claim.quantity.dimension
    return {
        "same_noun": ours is not None and ours == theirs,
        "akin": ours is not None and theirs is not None and ours != theirs and nouns_meet(ours, theirs),
        "bare_one": ours is None and dimension == "count",
        "bare_again": theirs is None and dimension == "count",
        "money": dimension == "money",
        "percent": dimension == "percentage",
        "lasting": dimension == "duration",
        "physical": dimension == "physical",
        "average": pair.one.is_average or pair.again.is_average,
    }


def _words(ground: Ground, pair: NearPair) -> dict[str, float]:
    """What the words beside them share, and whether they point back or to something else."""
    one, again = ground.figures.told(pair.one), ground.figures.told(pair.again)
    units = weighty([*(pair.one.claim.quantity.unit or "").split(), *(pair.again.claim.quantity.unit or "").split()])
    shared = (ground.lemmas[one.number] & ground.lemmas[again.number]) - units
    beside = (words_beside(one, pair.one) & words_beside(again, pair.again)) - units
    lead = again.norms[max(0, pair.again.first - _NEAR) : pair.again.first]
    return {
        "shared": min(len(shared), 4),
        "beside": min(len(beside), 3),
        "named": bool(ground.names[one.number] & ground.names[again.number]),
        "definite": points_back(again, pair.again),
        "definite_one": points_back(one, pair.one),
        "noun_behind": bool(weighty((pair.again.noun or "").split()) & words_beside(one, pair.one))
        and pair.one.noun is None,
        "noun_before": bool(weighty((pair.one.noun or "").split()) & words_beside(again, pair.again))
        and pair.again.noun is None,
        "of_these": bool(ends(again.norms[: pair.again.first - 1], "of_whole")) and points_back(again, pair.again),
        "other": bool(holds(lead, "others")) or has(lead, "rest"),
        "other_one": bool(holds(one.norms[max(0, pair.one.first - _NEAR) : pair.one.first], "others")),
        "new": bool(ends(again.norms[: pair.again.first], "new_ones")),
        "per": bool(starts(again.after(pair.again)[len((pair.again.noun or "").split()) :], "per")),
        "negated": has(lead, "negations"),
    }


def words_beside(told: Told, one: Figure) -> set[str]:
    return weighty((*told.norms[max(0, one.first - _NEAR) : one.first], *told.norms[one.stop - 1 : one.stop + _NEAR]))


def _places(ground: Ground, pair: NearPair) -> dict[str, float]:
    """Where in the letter they stand."""
    one, again = ground.figures.told(pair.one), ground.figures.told(pair.again)
    many = max(len(ground.figures.sentences) - 1, 1)
    head = one.kind in ("title", "address", "subtitle") or one.number <= 1
    return {
        "apart": log10(again.number - one.number + 1),
        "far": log10(again.number - one.number + 1) > _FAR,
        "one_paragraph": one.paragraph == again.paragraph,
        "head": head,
        "closing": again.number / many >= _LAST,
        "listed": again.kind == "list",
        "listed_both": again.kind == one.kind == "list",
        "rows": is_row(one) or is_row(again),
        "crowd": min(len(again.counts) + len(one.counts), 10) / 10,
        "order": _index(one, pair.one) == _index(again, pair.again) and len(one.counts) == len(again.counts) > 1,
    }


def _index(told: Told, figure: Figure) -> int:
    return next((at for at, one in enumerate(told.counts) if one.first == figure.first), -1)


def _ground(ground: Ground, pair: NearPair) -> dict[str, float]:
    """How the rest of the letter speaks for or against them: a misprint stands once, what it misprints more often."""
    ours, theirs = pair.one.claim.period, pair.again.claim.period
    timed = ours is not None and theirs is not None and ours.span is not None and theirs.span is not None
    summed = ground.is_summed(pair.one) + ground.is_summed(pair.again)
    return {
        "one_often": min(ground.counts(pair.one) - 1, 2),
        "again_often": min(ground.counts(pair.again) - 1, 2),
        "both_often": ground.counts(pair.one) > 1 and ground.counts(pair.again) > 1,
        "summed_one": ground.is_summed(pair.one),
        "summed_again": ground.is_summed(pair.again),
        "summed_both": summed == 2,
        "other_time": timed and (ours.start, ours.end) != (theirs.start, theirs.end) if ours and theirs else False,
        "one_time": timed and (ours.start, ours.end) == (theirs.start, theirs.end) if ours and theirs else False,
        "rivals_one": min(ground.rivals[id(pair.one)] - 1, 4),
        "rivals_again": min(ground.rivals[id(pair.again)] - 1, 4),
        "unexplained": points_back(ground.figures.told(pair.again), pair.again) and ground.counts(pair.again) == 1,
        "noun_others": min(ground.named[pair.again.noun or ""] - 2, 4) if pair.again.noun else 0,
        "only_two": bool(pair.again.noun)
        and pair.one.noun == pair.again.noun
        and ground.named[pair.again.noun or ""] == 2,
        "many": log10(len(ground.row) + 1),
        "reckoned": _is_reckoned(ground, pair.again) or _is_reckoned(ground, pair.one),
    }


def _is_reckoned(ground: Ground, one: Figure) -> bool:
    """Whether two figures of the sentences near it make the number: 390 of 3,900 and 3,510."""
    near = [
        other.claim.quantity.value
        for told in ground.figures.sentences[max(0, one.sentence - _AGO) : one.sentence + 2]
        for other in told.counts
        if other is not one and other.first != one.first and plain_unit_of(other) == plain_unit_of(one)
    ][:12]
    wanted = one.claim.quantity.value
    values = set(near)
    return any(wanted - value in values or wanted + value in values for value in values if value != wanted)


def _together(found: dict[str, float]) -> dict[str, float]:
    return {
        "same_noun_definite": found["same_noun"] and found["definite"],
        "same_noun_shared": found["same_noun"] and found["shared"],
        "same_noun_alone": found["same_noun"] and not found["shared"] and not found["definite"],
        "bare_definite": found["bare_again"] and found["definite"],
        "bare_plain": found["bare_again"] and not found["definite"],
        "swap_telling": found["slip_swap"] and found["telling"],
        "digit_telling": (found["slip_digit"] or found["slip_one"]) and found["telling"],
        "head_same": found["head"] and (found["same_noun"] or found["money"] or found["percent"]),
        "closing_same": found["closing"] and (found["same_noun"] or found["money"] or found["definite"]),
        "small_definite": found["small"] and found["definite"],
        "small_plain": found["small"] and not found["definite"],
        "small_head": found["small"] and found["head"],
        "percent_swap": found["percent"] and found["slip_swap"],
        "percent_beside": found["percent"] and found["beside"],
        "bare_unexplained": found["bare_again"] and found["unexplained"],
        "small_unexplained": found["small"] and found["unexplained"],
        "lasting_head": found["lasting"] and found["head"],
        "lasting_shared": found["lasting"] and found["shared"],
        "summed_otherwise": found["summed_one"] != found["summed_again"],
        "only_two_shared": found["only_two"] and found["shared"],
        "money_shared": found["money"] and found["shared"],
    }
