"""Rates with what they are of: so much each or a month, times so many, is so much in all; one for every so many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.language.words import vocabulary
from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.evidence import Features
from claims.relations.fits.quotients.quotient_standing import distances
from claims.relations.fits.quotients.quotient_terms import Band, Term, is_rated, term_of
from claims.relations.fits.quotients.quotient_triples import Triple, comparable, neighbours
from claims.relations.fits.quotients.quotient_words import listed
from claims.relations.moving.rate_words import EACH, per_of
from claims.relations.pairing import nouns_meet
from claims.relations.phrasing import ends, holds, starts, without_end, words_of
from claims.text.plurals import singular

_TIGHT, _LOOSE, _TIMED = 0.006, 0.03, 0.1
_AROUND = 6
_BEHIND = 4
_THOUSAND = 0.001


def per_unit(told: Told, figure: Figure) -> str | None:
    """What a figure is so much per: "month", "bed", "each"; `None` for one that no word calls a rate."""
    if not is_rated(figure) or figure.claim.quantity.dimension == "multiple":
        return None
    before, after = told.norms[max(0, figure.first - _AROUND) : figure.first], told.norms[figure.stop :][:_BEHIND]
    known = per_of(told, figure)
    if known is not None:
        return known
    for word in reversed(before):
        if (unit := _unit_of_manner(word)) is not None:
            return unit
    for at, word in enumerate(after):
        if word in words_of("each") or word in listed("every"):
            return singular(after[at + 1]) if at + 1 < len(after) and after[at + 1].isalpha() else EACH
        if word in words_of("time_units") and at and after[at - 1] in words_of("articles"):
            return word
    every = any(word in listed("every") for word in before[-3:])
    return EACH if every or holds(before[-_BEHIND:], "average") else None


def _unit_of_manner(word: str) -> str | None:
    return next((str(unit) for unit, words in vocabulary("fits_quotients")["manners"].items() if word in words), None)


def triples_of_rate(figures: Figures, figure: Figure) -> Iterator[Triple]:
    """Every count or length of time and every total in reach that a rate may be of."""
    told = figures.told(figure)
    per = per_unit(told, figure)
    if per is None:
        return
    terms = [term_of(one) for one in neighbours(figures, figure, is_rated)]
    thousand = any(word in listed("thousands") for word in told.norms[figure.stop :][:_BEHIND])
    for small in terms:
        scale = _THOUSAND if thousand else _scale(small.figure, per)
        if small.value <= 1 and scale == 1:
            continue
        rate = _rate_term(figure, timed=scale not in (1, _THOUSAND))
        for large in terms:
            if large is not small and _may_total(figure, small.figure, large.figure):
                yield Triple("product", rate, small, large, scale)


def _scale(over: Figure, per: str) -> float:
    """How many of the rate's units of time a length of time holds, for one of its units."""
    quantity, days = over.claim.quantity, vocabulary("elapsed")["days"]
    if quantity.dimension != "duration" or quantity.unit not in days or per not in days:
        return 1
    return float(days[quantity.unit]) / float(days[per])


def _may_total(rate: Figure, over: Figure, total: Figure) -> bool:
    """Whether a total can be of the rate's kind, or (one for every so many) of the kind it is counted in."""
    if total.claim.quantity.value in (rate.claim.quantity.value, over.claim.quantity.value):
        return False
    return comparable(rate, total) or comparable(over, total)


def _rate_term(figure: Figure, *, timed: bool) -> Term:
    """A rate is rounded at its last digit, or to a hundredth; over months and years it is looser."""
    term, value = term_of(figure), float(figure.claim.quantity.value)
    step = 10.0 ** min(0, int(figure.claim.quantity.value.as_tuple().exponent)) / 2
    tight, loose = max(step, value * _TIGHT), max(step, value * (_TIMED if timed else _LOOSE))
    return Term(
        figure=figure,
        value=value,
        tight=Band(term.tight.low - tight, term.tight.high + tight),
        loose=Band(term.loose.low - loose, term.loose.high + loose),
    )


def rate_standing(figures: Figures, triple: Triple) -> Features:
    """Every feature of how a rate, a count and a total stand, by name."""
    rate, over, total = (term.figure for term in triple.terms)
    told = figures.told(rate)
    per = per_unit(told, rate) or EACH
    found = {
        **distances(figures, rate, over, total),
        **_cues(told, rate, per),
        **_of_count(triple, over, per),
        **_of_total(figures, rate, over, total),
    }
    return {name: float(value) for name, value in found.items()}


def _cues(told: Told, rate: Figure, per: str) -> Features:
    before, after = told.norms[max(0, rate.first - _AROUND) : rate.first], told.norms[rate.stop :][:_BEHIND]
    return {
        "each": per == EACH,
        "per_time": per in words_of("time_units"),
        "is_average": rate.is_average,
        "manner": any(_unit_of_manner(word) for word in before),
        "every_before": any(word in listed("every") for word in before[-3:]),
        "each_behind": any(word in words_of("each") for word in after),
        "average": holds(before, "average"),
        "rate_said_again": bool(ends(_plain(before), "apposition") or ends(_plain(before), "comma")),
        "rate_money": rate.claim.quantity.dimension == "money",
        "rate_time": rate.claim.quantity.dimension == "duration",
        "rate_noun": rate.noun is not None,
        "rate_small": rate.claim.quantity.value < 10,
        "rate_bound": rate.claim.quantity.comparator != "=",
    }


def _of_count(triple: Triple, over: Figure, per: str) -> Features:
    quantity, noun = over.claim.quantity, (over.noun or "").rsplit(maxsplit=1)[-1:]
    named = bool(noun) and (noun[0] == per or (per in words_of("heads") and noun[0] in words_of("people")))
    timed = quantity.dimension == "duration"
    return {
        "over_named": named,
        "over_bare": over.noun is None and quantity.dimension == "count",
        "over_time": timed,
        "over_time_meant": timed and per in words_of("time_units"),
        "over_time_not": timed and per not in words_of("time_units"),
        "over_count_timed": not timed and per in words_of("time_units"),
        "over_physical": quantity.dimension == "physical",
        "over_money": quantity.dimension == "money",
        "scaled": triple.scale != 1,
        "over_average": over.is_average,
        "over_small": quantity.value <= 3,
    }


def _of_total(figures: Figures, rate: Figure, over: Figure, total: Figure) -> Features:
    told = figures.told(total)
    before, after = told.norms[max(0, total.first - _AROUND) : total.first], told.norms[total.stop :][:_BEHIND]
    ours, theirs = rate.claim.quantity, total.claim.quantity
    return {
        "total_draws": bool(ends(_plain(before), "draws")) or holds(before[-4:], "draws"),
        "total_said_again": bool(ends(_plain(before), "apposition")),
        "total_words": holds(before, "sum_words") or bool(starts(after, "sum_words")),
        "total_average": total.is_average,
        "total_time": theirs.dimension == "duration",
        "total_dimension": theirs.dimension == ours.dimension,
        "total_unit": theirs.dimension == ours.dimension and _unit(rate) == _unit(total),
        "total_noun": total.noun is not None and rate.noun is not None and nouns_meet(total.noun, rate.noun),
        "total_as_count": total.noun is not None and over.noun is not None and nouns_meet(total.noun, over.noun),
        "total_bare": total.noun is None and theirs.dimension == "count",
        "total_behind": (total.sentence, total.first) > (rate.sentence, rate.first),
        "total_far": abs(total.sentence - rate.sentence) > 2,
        "round": theirs.value == over.claim.quantity.value * Decimal(10),
    }


def _unit(figure: Figure) -> str:
    return (figure.claim.quantity.unit or "").partition(" per ")[0]


def _plain(words: Sequence[str]) -> Sequence[str]:
    return without_end(without_end(words, "articles"), "hedges")
