"""Lengths of stretches with both ends, of terms with their end, and of limits that run from the letter on."""

from __future__ import annotations

from claims.language.words import vocabulary
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_ranges import Range, ranges_of
from claims.relations.spans.spans_scene import Told, holds, listed
from claims.relations.spans.spans_tie import Place, Tie, closing, only, opening, product, unbroken


def lasts(place: Place, name: str) -> bool:
    """Whether the word before the length, articles and "some" aside, is on a list."""
    light = listed("one") | listed("demonstratives") | listed("light")
    words = [word for word in place.before[-5:] if word not in light]
    return bool(words) and words[-1] in listed(name)


def imposed(place: Place) -> bool:
    """Whether the length measures a punishment, a plan or a lease: "jailed for 7 years"."""
    return holds(place.before[-6:], "imposed")


def ranged(place: Place) -> Tie | None:
    """ "from 3 May until 24 March, for 325 days"; "For those 41 days" after a sentence with one stretch."""
    if imposed(place):
        return None
    for one in ranges_of(place.told):
        if _beside(place, one):
            return _of_range(one)
    previous = place.scene.beside(place.told, -1)
    pointing = set(place.before[-2:]) & listed("pointing") and len(place.before) <= 4
    ranges = ranges_of(previous) if previous is not None and pointing and lasts(place, "for_words") else []
    return _of_range(ranges[0]) if len(ranges) == 1 else None


def _of_range(one: Range) -> Tie:
    return Tie(pairs=((one.first, one.last),), bound=True, reading="exchanged" if one.exchanged else "range")


def _beside(place: Place, one: Range) -> bool:
    length = place.length.whole
    if one.span.end <= length.start:
        gap = place.told.between(one.span.end, length.start)
        if unbroken(gap, 12) and closing(gap, "given") and len(place.told.lengths) == 1:
            return True
        return len(gap) <= 4 and bool(gap) and only(gap, "range_between")
    if one.span.start >= length.end:
        gap = place.told.between(length.end, one.span.start)
        return len(gap) <= 3 and opening(gap, "range_openers", (",", "(")) is not None and lasts(place, "for_words")
    return False


def term(place: Place) -> Tie | None:
    """ "granted on 3 May 2019 for 40 years, until 2059"; "good for four years. It lapsed on 12 June 2023"."""
    if not lasts(place, "lasting") and not lasts(place, "in_words"):
        return None
    starts = place.dates_before
    end = _end_of_term(place, place.told, place.length.whole.end)
    following = place.scene.beside(place.told, 1)
    if end is None and following is not None:
        end = _end_of_term(place, following, 0)
    if end is None:
        return None
    if not starts:
        # "Answer within 14 days, by 17 May": from the letter on.
        ahead = lasts(place, "in_words") and len(place.gap_to(end)) <= 4 and end in place.dates_behind
        # but "in the three years up to 2019" says nothing of the letter's day
        ahead = ahead and all(end.moment.last >= now.first for now in place.scene.now)
        pairs = product(place.scene.now, end.moments) if ahead else ()
        return Tie(pairs=pairs, bound=bool(pairs), reading="from_now")
    pairs = product([m for dated in reversed(starts) for m in dated.moments], end.moments)
    return Tie(pairs=pairs, bound=True, reading="term")


def _end_of_term(place: Place, told: Told, start: int) -> Dated | None:
    """The first date behind a word that ends a term, with hardly a word between them."""
    dated = next((one for one in told.dates if one.span.start >= start), None)
    if dated is None:
        return None
    words = told.between(start, dated.span.start)
    lean = listed("term_lean") | set(vocabulary("dates")["weekdays"])
    words = tuple(word for word in words if word not in lean)
    if told is not place.told and len(words) > 6:
        return None
    return dated if unbroken(words, 12) and closing(words, "term_ends") else None


def limit(place: Place) -> Tie | None:
    """ "Your office closes on 16 July 2024, in less than twelve weeks": from the letter on to a date ahead."""
    own = place.dates_before
    if not own or not lasts(place, "in_words") or not only(place.gap_to(own[-1]), "limit_between"):
        return None
    ahead = all(moment.first >= now.first for moment in own[-1].moments[:1] for now in place.scene.now)
    if not ahead or not place.scene.now:
        return None
    return Tie(pairs=product(place.scene.now, own[-1].moments), bound=True, reading="from_now")
