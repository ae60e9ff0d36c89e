"""Lengths that go on from a date told just before them: "in 1994 and has been run by you for thirty years"."""

from __future__ import annotations

from itertools import takewhile

from claims.language.words import vocabulary
from claims.relations.datings.spans_named_ends import default_end
from claims.relations.spans.spans_dated import Dated, in_year
from claims.relations.spans.spans_model import Moment
from claims.relations.spans.spans_scene import Told, holds, listed
from claims.relations.spans.spans_terms import imposed, lasts
from claims.relations.spans.spans_tie import Place, Tie, only, opening, product, unbroken

_STOPS = frozenset(".,;:!?)–—")
_CLOSE = 4
_TOOK = 6
_SINCE = 9


def told_on(place: Place) -> Tie | None:
    """How the story so far ties a length that neither "since" nor "ago" ties, or None where it does not."""
    for read in (ends_now, _gone, _later_now, _fragment, _restated, _took, _earlier, _perfect):
        tie = read(place)
        if tie is not None:
            return tie
    return None


def _story(place: Place) -> tuple[list[Moment], bool]:
    """The moments that the sentence goes on from, told as finely as the length, and whether it surely does."""
    before = place.scene.last_before(place.told, place.length.whole.start)
    nearest = place.sharp(moment for dated in before.dates for moment in dated.moments)
    return [*nearest, *place.earlier()], bool(nearest) and not before.moved


def _to_now(place: Place, reading: str, *, loose: bool = True) -> Tie | None:
    starts, sure = _story(place)
    pairs = product(starts, default_end(place))
    return Tie(pairs=pairs, bound=sure and bool(pairs), reading=reading, loose=loose) if pairs else None


def ends_now(place: Place) -> Tie | None:
    """ "That month ends today", "The three years will be over tomorrow": from what was told up to the letter."""
    pointing = set(place.before[-2:]) & (listed("pointing") | listed("demonstratives"))
    pointing |= {place.length.text.split()[0].lower()} & listed("demonstratives")
    words = [word for word in place.behind[:7] if word not in _STOPS]
    if not pointing or not holds(words, "run_out") or not holds(words, "about_now"):
        return None
    return _to_now(place, "term", loose=False)


def _gone(place: Place) -> Tie | None:
    """ "Seventeen days have passed, and …": from the date before up to the letter."""
    at = opening(place.behind, "gone_by")
    follows = place.behind[at : at + 1] if at is not None else ()
    if at is None or (follows and follows[0] not in _STOPS):
        return _nth_of_listed(place, at) if at is not None else None
    return _to_now(place, "since")


def _later_now(place: Place) -> Tie | None:
    """ "Four weeks later nobody has been told what it was for": the verb that follows is of the letter's own day."""
    at = place.opens("later")
    if at is None or not holds(place.behind[at : at + _CLOSE], "perfect_words"):
        return None
    return _to_now(place, "later")


def _fragment(place: Place) -> Tie | None:
    """ "On 9 February men came at dawn. Ten weeks ago.": a sentence of its own; "Two years ago today the …"."""
    at = place.opens("ago")
    if at is None or place.before:
        return None
    if not [word for word in place.behind[at:] if word not in _STOPS]:
        return _to_now(place, "ago")
    if not holds(place.behind[at : at + 2], "about_now"):
        return None
    pairs = product(_same_day_near(place), place.scene.now)
    return Tie(pairs=pairs, bound=bool(pairs), reading="ago", loose=True)


def _same_day_near(place: Place) -> list[Moment]:
    """Days of the next sentences that are the letter's own day and month, in a year that their sentence prints."""
    found = []
    days = {(now.first.month, now.first.day) for now in place.scene.now}
    for by in (0, 1, 2):
        told = place.told if not by else place.scene.beside(place.told, by)
        if told is None:
            continue
        for dated in told.dates:
            if dated.moment.grain == "day" and (dated.moment.first.month, dated.moment.first.day) in days:
                found += _in_year_told(told, dated)
    return found


def _in_year_told(told: Told, dated: Dated) -> list[Moment]:
    if dated.mention.year_stated:
        return [dated.moment]
    years = {other.moment.first.year for other in told.dates if other.mention.year_stated}
    return [moment for year in years if (moment := in_year(dated.moment, year - dated.moment.first.year)) is not None]


def _nth_of_listed(place: Place, at: int) -> Tie | None:
    """ "Nine years have gone since the first of these": the dates told one by one in a sentence before."""
    words = place.behind[at : at + 3]
    rank = next((n for n, word in enumerate(vocabulary("elapsed")["ranks"]) if words[-1:] == (word,)), None)
    if rank is None or not words or words[0] not in listed("since"):
        return None
    for by in (-1, -2):
        other = place.scene.beside(place.told, by)
        if other is not None and len(other.dates) > 1:
            dates = other.dates
            pairs = product(dates[rank].moments, place.scene.now) if rank < len(dates) else ()
            return Tie(pairs=pairs, bound=bool(pairs), reading="since", loose=True)
    return None


def _restated(place: Place) -> Tie | None:
    """ "since 1979, that is to say for forty-five years", "Since the year 2007, fifteen years, we have …"."""
    own = place.dates_before
    if not own or not default_end(place) or imposed(place):
        return None
    gap = place.gap_to(own[-1])
    since = place.told.between(0, own[-1].span.start)[-_SINCE:]
    if not gap or not only(gap, "said_again") or not set(since) & listed("since") or not unbroken(since, _SINCE):
        return None
    return Tie(pairs=product(own[-1].moments, place.scene.now), bound=True, reading="since")


def _took(place: Place) -> Tie | None:
    """ "it took the Agency sixteen days to tell us: it was this morning, the 6th": from the story to the next date."""
    if not holds(place.before[-_TOOK:], "took") or not place.dates_behind:
        return None
    starts, sure = _story(place)
    pairs = product(starts, place.dates_behind[0].moments)
    return Tie(pairs=pairs, bound=sure and bool(pairs), reading="later", loose=True)


def _earlier(place: Place) -> Tie | None:
    """ "the last elections, held six years earlier in 2019": back from what was told before, or from the letter."""
    at = opening(place.behind, "sooner")
    dated = next(iter(place.dates_behind), None)
    if (
        at is None
        or dated is None
        or not only(place.gap_to(dated)[at:], "apposed")
        or len(place.gap_to(dated)) > _CLOSE
    ):
        return None
    ends, _ = _story(place)
    pairs = product(dated.moments, [*ends, *place.scene.now])
    return Tie(pairs=pairs, bound=bool(pairs), reading="before", loose=True)


def _perfect(place: Place) -> Tie | None:
    """ "sold in 1994 and has been run by your company for thirty years": from the one year told before to now."""
    if imposed(place) or not lasts(place, "for_words") or not holds(place.told.norms, "perfect_words"):
        return None
    start = _own_start(place)
    if start is None or not default_end(place):
        return None
    return Tie(pairs=product(start.moments, place.scene.now), bound=True, reading="since", loose=True)


def _own_start(place: Place) -> Dated | None:
    """The date before the length, if it has its year and the clause behind it brings no subject of its own."""
    dated = next(reversed(place.dates_before), None)
    if dated is None or not dated.mention.year_stated:
        return None
    gap = place.gap_to(dated)
    joint = max((at + 1 for at, word in enumerate(gap) if word in listed("and_words") or word in _STOPS), default=0)
    lead = takewhile(lambda word: word not in listed("perfect_short"), gap[joint:])
    return None if set(lead) & listed("subject_openers") else dated
