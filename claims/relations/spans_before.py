"""Lengths tied by the words before them: "for", "in", "after", "spent", "that is", and terms with their end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claims.language.words import vocabulary
from claims.relations.spans_ranges import Range, ranges_of
from claims.relations.spans_scene import Dated, Told, holds
from claims.relations.spans_tie import Place, Tie, closing, only, opening, product, unbroken

_STOPS = frozenset(".,;:!?)–—")


def before(place: Place) -> Tie | None:
    """How the words before a length tie it, or None where they do not."""
    for read in (
        _ranged,
        _waiting,
        _term,
        _limit,
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


def _word_before(place: Place) -> str:
    words = [word for word in place.before if word not in vocabulary("elapsed")["one"]]
    return words[-1] if words else ""


def _lasts(place: Place, name: str) -> bool:
    """Whether the word before the length, articles and "some" aside, is on a list."""
    light = {
        *vocabulary("elapsed")["one"],
        *vocabulary("elapsed")["demonstratives"],
        "these",
        "full",
        "whole",
        "all",
        "some",
        "exactly",
        ",",
    }
    words = [word for word in place.before[-5:] if word not in light]
    return bool(words) and words[-1] in vocabulary("elapsed")[name]


def _imposed(place: Place) -> bool:
    return holds(place.before[-6:], "imposed")


def _ranged(place: Place) -> Tie | None:
    """ "from 3 May until 24 March, for 325 days"; "For those 41 days" after a sentence with one stretch."""
    if _imposed(place):
        return None
    for one in ranges_of(place.told):
        if _beside(place, one):
            return _of_range(one)
    previous = place.scene.beside(place.told, -1)
    pointing = set(place.before[-2:]) & {"those", "these", "the"} and len(place.before) <= 4
    ranges = ranges_of(previous) if previous is not None and pointing and _lasts(place, "for_words") else []
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
        return len(gap) <= 3 and opening(gap, "range_openers", (",", "(")) is not None and _lasts(place, "for_words")
    return False


def _term(place: Place) -> Tie | None:
    """ "granted on 3 May 2019 for 40 years, until 2059"; "good for four years. It lapsed on 12 June 2023"."""
    if not _lasts(place, "lasting") and not _lasts(place, "in_words"):
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
        ahead = _lasts(place, "in_words") and len(place.gap_to(end)) <= 4 and end in place.dates_behind
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
    weekdays = vocabulary("dates")["weekdays"]
    words = tuple(
        word for word in words if word not in ("on", "in", "at", "the", "therefore", ",", "end", "of", *weekdays)
    )
    if told is not place.told and len(words) > 6:
        return None
    return dated if unbroken(words, 12) and closing(words, "term_ends") else None


def _limit(place: Place) -> Tie | None:
    """ "Your office closes on 16 July 2024, in less than twelve weeks": from the letter on to a date ahead."""
    own = place.dates_before
    if (
        not own
        or not _lasts(place, "in_words")
        or not set(place.gap_to(own[-1])) <= {",", "in", "within", "that", "is", "i.e.", "(", "–", "—"}
    ):
        return None
    ahead = all(moment.first >= now.first for moment in own[-1].moments[:1] for now in place.scene.now)
    if not ahead or not place.scene.now:
        return None
    return Tie(pairs=product(place.scene.now, own[-1].moments), bound=True, reading="from_now")


def _since_before(place: Place) -> Tie | None:
    """ "For half a century, since 2003, …" is read from behind; "Since 2003, for half a century, …" here."""
    if _imposed(place) or not (_lasts(place, "for_words") or _lasts(place, "lasting")):
        return None
    for phrase in place.told.reading.phrases:
        if phrase.role != "since" or phrase.span.end > place.length.whole.start:
            continue
        dated = next((one for one in place.told.dates if phrase.span.contains(one.span)), None)
        gap = place.told.between(phrase.span.end, place.length.whole.start)
        close = len(gap) <= 2 or (phrase.fronted and unbroken(gap, 12))
        if dated is not None and close and _lasts(place, "for_words") and place.is_now():
            return Tie(pairs=product(dated.moments, [*place.scene.now, *place.others]), bound=True, reading="since")
    return None


def _after_days(place: Place) -> Tie | None:
    """ "our letter of 2 March was answered on 21 July, after 141 days"."""
    if not place.before or not _lasts(place, "after_words") or (place.behind and place.behind[0] not in _STOPS):
        return None
    own = place.dates_before
    if not own:
        return None
    end = own[-1]
    if len(own) == 1 and _founded(place.told, end) and place.is_now():
        return Tie(pairs=product(end.moments, place.scene.now), bound=True, reading="since")
    if not unbroken(tuple(w for w in place.gap_to(end) if w not in _STOPS), 4):
        return None
    earlier = place.scene.last_before(place.told, end.span.start)
    pairs = product((m for dated in earlier.dates[:1] for m in dated.moments), end.moments)
    rest = product((m for dated in earlier.dates[1:] for m in dated.moments), end.moments)
    return Tie(pairs=(*pairs, *rest), bound=bool(pairs) and not earlier.moved, reading="after")


def _founded(told: Told, dated: Dated) -> bool:
    """Whether something began on a date: "opened in June 2019"."""
    words = [word for word in told.between(0, dated.span.start)[-5:] if word not in ("in", "on", "early", "late", ",")]
    return closing(words, "founded")


def _waiting(place: Place) -> Tie | None:
    """ "Our letter of 3 November has gone unanswered for six months": from the one date named up to the letter."""
    if not holds(place.told.norms, "waiting") or not {"has", "have", "'ve"} & set(place.before):
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
    if not holds(near, "spent") or not {"has", "have", "'s", "'ve"} & set(place.before[-8:]) or not place.scene.now:
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
    words = [word for word in place.before if word not in ("now", "already", "exactly", "just", "today", "almost")]
    follows = place.behind[:1]
    if follows and follows[0] not in (*_STOPS, "that", "now", "today", "already"):
        return None
    if not closing(words, "copulas") or not holds(words[-4:], "copula_subjects"):
        return None
    before = place.scene.last_before(place.told, place.length.whole.start)
    nearest = place.sharp(m for dated in before.dates for m in dated.moments)
    pairs = product([*nearest, *place.earlier()], place.scene.now)
    bound = bool(pairs) and not before.moved and bool(nearest) and "was" not in words[-3:]
    return Tie(pairs=pairs, bound=bound, reading="since")


def _within_two(place: Place) -> Tie | None:
    """ "brought 52 kilos in 2016 and 13 in 2023: a cut by three quarters within seven years": the two dates named."""
    if not _lasts(place, "in_words") or not (not place.behind or place.behind[0] in (*_STOPS, "and")):
        return None
    own = place.dates_before
    if len(own) != 2 or len(place.told.dates) != 2 or own[0].moment.grain != own[1].moment.grain:
        return None
    return Tie(pairs=product(own[0].moments, own[1].moments), bound=True, reading="range")


def _in_now(place: Place) -> Tie | None:
    """ "In 2014 there were 18. Now there are 11. Seven have closed in ten years": from the one date before to now."""
    if not _lasts(place, "in_words") or not place.is_now():
        return None
    before = place.scene.last_before(place.told, place.length.whole.start)
    if len(before.dates) != 1 or before.moved or not before.dates[0].mention.year_stated:
        return None
    if not _told_now(place, before.dates[0]):
        return None
    pairs = product([*before.dates[0].moments, *place.earlier()], place.scene.now)
    return Tie(pairs=pairs, bound=bool(pairs), reading="later")


def _past(place: Place) -> Tie | None:
    """ "over the past 30 months", "for over four years": from what the letter counts from elsewhere, if anything."""
    past = closing([w for w in place.before if w not in ("the", "these", "those")], "past")
    if not past and not (_lasts(place, "for_words") and place.is_now() and not _imposed(place)):
        return None
    listed = _listed(place) if past else []
    if len(listed) > 1:
        within = replace(place.length, sign="<=", rest=place.length.rest + 1)
        return Tie(pairs=product(listed[0].moments, place.scene.now), bound=True, reading="past", length=within)
    return Tie(pairs=product(place.scene.anchors, place.scene.now), bound=False, reading="past")


def _listed(place: Place) -> list[Dated]:
    """ "in the past five years: in 2012, 2014 and 2016": the dates told one by one, if they are all of the sentence."""
    dates = place.dates_behind
    gaps = [set(place.told.between(a.span.end, b.span.start)) for a, b in pairwise(dates)]
    return dates if all(gap <= {",", "and", "in", "&", "again"} for gap in gaps) and not place.dates_before else []


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
            return bool({"now", "today"} & {*words, *place.told.norms})
    return False
