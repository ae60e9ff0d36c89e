"""Lengths tied by the words before them: "for", "in", "after", "spent", "that is", and terms with their end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claims.relations.datings.spans_named_ends import default_end, names_end
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_scene import Told, holds, listed
from claims.relations.spans.spans_terms import imposed, lasts, limit, ranged, term
from claims.relations.spans.spans_tie import Place, Tie, closing, product, unbroken

_STOPS = frozenset(".,;:!?)–—")


def before(place: Place) -> Tie | None:
    """How the words before a length tie it, or None where they do not."""
    for read in (
        ranged,
        _waiting,
        term,
        limit,
        _spent,
        _since_before,
        _after_days,
        _copula,
        _within_two,
        _in_now,
        _past,
    ):
        tie = read(place)
        if tie is not None:
            return tie
    return None


def _since_before(place: Place) -> Tie | None:
    """ "For half a century, since 2003, …" is read from behind; "Since 2003, for half a century, …" here."""
    if imposed(place) or not (lasts(place, "for_words") or lasts(place, "lasting")):
        return None
    for phrase in place.told.reading.phrases:
        if phrase.role != "since" or phrase.span.end > place.length.whole.start:
            continue
        dated = next((one for one in place.told.dates if phrase.span.contains(one.span)), None)
        gap = place.told.between(phrase.span.end, place.length.whole.start)
        close = len(gap) <= 2 or (phrase.fronted and unbroken(gap, 12))
        if dated is not None and close and lasts(place, "for_words") and place.is_now():
            return Tie(pairs=product(dated.moments, [*default_end(place), *place.others]), bound=True, reading="since")
    return None


def _after_days(place: Place) -> Tie | None:
    """ "our letter of 2 March was answered on 21 July, after 141 days"."""
    if not place.before or not lasts(place, "after_words") or (place.behind and place.behind[0] not in _STOPS):
        return None
    own = place.dates_before
    if not own:
        return None
    end = own[-1]
    if len(own) == 1 and _founded(place.told, end) and place.is_now():
        return Tie(pairs=product(end.moments, default_end(place)), bound=not names_end(place), reading="since")
    if not unbroken(tuple(w for w in place.gap_to(end) if w not in _STOPS), 4):
        return None
    earlier = place.scene.last_before(place.told, end.span.start)
    pairs = product((m for dated in earlier.dates[:1] for m in dated.moments), end.moments)
    rest = product((m for dated in earlier.dates[1:] for m in dated.moments), end.moments)
    return Tie(pairs=(*pairs, *rest), bound=bool(pairs) and not earlier.moved, reading="after")


def _founded(told: Told, dated: Dated) -> bool:
    """Whether something began on a date: "opened in June 2019"."""
    words = [word for word in told.between(0, dated.span.start)[-5:] if word not in listed("founded_lean")]
    return closing(words, "founded")


def _waiting(place: Place) -> Tie | None:
    """ "Our letter of 3 November has gone unanswered for six months": from the one date named up to the letter."""
    if not holds(place.told.norms, "waiting") or not listed("perfect") & set(place.before):
        return None
    if len(place.told.dates) != 1 or not place.is_now():
        return None
    dated = place.told.dates[0]
    if not closing(place.told.between(0, dated.span.start), "letter_of"):
        return None
    return Tie(pairs=product(dated.moments, place.scene.now), bound=True, reading="since")


def _spent(place: Place) -> Tie | None:
    """ "was arrested on 9 November 2020 and has now spent more than four years behind bars": up to the letter."""
    near = (*place.before[-6:], *place.behind[:5])
    if not holds(near, "spent") or not listed("perfect_short") & set(place.before[-8:]) or not default_end(place):
        return None
    own = [dated for dated in place.dates_before if dated.mention.year_stated or dated.moment.grain == "day"]
    if own and holds(place.told.between(0, own[-1].span.start), "began"):
        return Tie(pairs=product(own[-1].moments, place.scene.now), bound=True, reading="spent")
    for by in (1, -1):
        other = place.scene.beside(place.told, by)
        if other is not None and len(other.dates) == 1 and holds(other.norms, "began"):
            pairs = product(other.dates[0].moments, place.scene.now)
            return Tie(pairs=pairs, bound=True, reading="spent")
    return None


def _copula(place: Place) -> Tie | None:
    """ "That is more than 27 years.", "and on this day it makes two months that we wait"."""
    words = [word for word in place.before if word not in listed("copula_lean")]
    follows = place.behind[:1]
    if follows and follows[0] not in _STOPS | listed("copula_goes_on"):
        return None
    if not closing(words, "copulas") or not holds(words[-4:], "copula_subjects"):
        return None
    before = place.scene.last_before(place.told, place.length.whole.start)
    nearest = place.sharp(m for dated in before.dates for m in dated.moments)
    pairs = product([*nearest, *place.earlier()], default_end(place))
    bound = bool(pairs) and not before.moved and bool(nearest) and not listed("copula_past") & set(words[-3:])
    return Tie(pairs=pairs, bound=bound, reading="since")


def _within_two(place: Place) -> Tie | None:
    """ "brought 52 kilos in 2016 and 13 in 2023: a cut by three quarters within seven years": the two dates named."""
    if not lasts(place, "in_words") or not (not place.behind or place.behind[0] in _STOPS | listed("and_words")):
        return None
    own = place.dates_before
    if len(own) != 2 or len(place.told.dates) != 2 or own[0].moment.grain != own[1].moment.grain:
        return None
    return Tie(pairs=product(own[0].moments, own[1].moments), bound=True, reading="range")


def _in_now(place: Place) -> Tie | None:
    """ "In 2014 there were 18. Now there are 11. Seven have closed in ten years": from the one date before to now."""
    if not lasts(place, "in_words") or not place.is_now() or place.dates_behind:
        return None  # "in eleven years, in 2008, in 2014 and now in 2019" names its own days
    before = place.scene.last_before(place.told, place.length.whole.start)
    if len(before.dates) != 1 or before.moved or not before.dates[0].mention.year_stated:
        return None
    if not _told_now(place, before.dates[0]):
        return None
    pairs = product([*before.dates[0].moments, *place.earlier()], default_end(place))
    return Tie(pairs=pairs, bound=bool(pairs), reading="later")


def _past(place: Place) -> Tie | None:
    """ "over the past 30 months", "for over four years": from what the letter counts from elsewhere, if anything."""
    past = closing([w for w in place.before if w not in listed("past_lean")], "past")
    if not past and not (lasts(place, "for_words") and place.is_now() and not imposed(place)):
        return None
    dates = _listed(place) if past else []
    if len(dates) > 1:
        within = replace(place.length, sign="<=", rest=place.length.rest + 1)
        return Tie(pairs=product(dates[0].moments, default_end(place)), bound=True, reading="past", length=within)
    return Tie(pairs=product(place.scene.anchors, default_end(place)), bound=False, reading="past")


def _listed(place: Place) -> list[Dated]:
    """ "in the past five years: in 2012, 2014 and 2016": the dates told one by one, if they are all of the sentence."""
    dates = place.dates_behind
    gaps = [set(place.told.between(a.span.end, b.span.start)) for a, b in pairwise(dates)]
    return dates if all(gap <= listed("listed_between") for gap in gaps) and not place.dates_before else []


def _told_now(place: Place, since: Dated) -> bool:
    """Whether "now" or "today" stands between the date gone on from and the length."""
    span = since.moment.span
    if span is None:
        return False
    words: list[str] = []
    for by in (-1, -2, -3):
        other = place.scene.beside(place.told, by)
        if other is None:
            break
        words += other.norms
        if since in other.dates:
            return bool(listed("now_words") & {*words, *place.told.norms})
    return False
