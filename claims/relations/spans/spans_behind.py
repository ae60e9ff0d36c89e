"""Lengths tied by the words behind them: "ago", "since", "later", "after the vote of", "from today", "from … to"."""

from __future__ import annotations

from dataclasses import replace

from claims.relations.datings.spans_named_ends import counts_for_another, default_end
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_model import Moment
from claims.relations.spans.spans_ranges import ranges_of
from claims.relations.spans.spans_scene import listed
from claims.relations.spans.spans_tie import Place, Tie, closing, only, opening, product, unbroken
from claims.relations.spans.spans_yearly import same_day

_STOPS = frozenset(".,;:!?)–—")


def behind(place: Place) -> Tie | None:
    """How the words behind a length tie it, or None where they do not."""
    for read in (_ago, _range, _since, _from_now, _later, _before, _after):
        tie = read(place)
        if tie is not None:
            return tie
    return None


def _ago(place: Place) -> Tie | None:
    """ "four years ago, on 9 September 2020", "il y a quatre ans": back from the letter's date."""
    end = place.opens("ago")
    if end is None and not closing(place.before, "ago_before"):
        return None
    end = end or 0
    dated = _apposed(place, end) or _went_by(place)
    if dated is None:
        return Tie(pairs=(), bound=False, reading="ago")
    return Tie(pairs=product(dated.moments, place.scene.now), bound=True, reading="ago")


def _apposed(place: Place, skip: int) -> Dated | None:
    first = next(iter(place.dates_behind), None)
    gap = place.gap_to(first)[skip:] if first is not None else ()
    return first if first is not None and len(gap) <= 7 and only(gap, "apposed") else None


def _went_by(place: Place) -> Dated | None:
    last = next(reversed(place.dates_before), None)
    gap = place.gap_to(last) if last is not None else ()
    return last if last is not None and len(gap) <= 5 and only(gap, "went_by") else None


def _range(place: Place) -> Tie | None:
    """ "in the four years from 2015 to 2022"."""
    first = next((one for one in ranges_of(place.told) if one.span.start >= place.length.whole.end), None)
    gap = place.told.between(place.length.whole.end, first.span.start) if first is not None else ()
    if first is None or not gap or len(gap) > 6 or opening(gap, "range_openers", {",", *listed("passed")}) is None:
        return None
    return Tie(pairs=((first.first, first.last),), bound=True, reading="range")


def _since(place: Place) -> Tie | None:
    """ "the four years since the vote of 3 May 2019", "sixteen months have passed since then"."""
    at = place.opens("since", listed("passed"))
    if at is None:
        return None
    ends = _ends_of_since(place)
    dated = next(iter(place.dates_behind), None)
    if dated is not None and _of_since(place.gap_to(dated)[at:]):
        return Tie(pairs=product(dated.moments, ends), bound=bool(ends), reading="since")
    event = _event(place)
    if event is not None:
        return Tie(pairs=product([event], ends), bound=bool(ends), reading="since")
    words = place.behind[at:]
    if not words or words[0] in _STOPS or words[0] in listed("then"):
        if place.length.number == 1 and not listed("then").intersection(words[:1]):
            return None  # "we have not missed a year since"
        # "In 1994 there were …; in the thirty years since": from the day told last in the sentence to now as well
        told = product((each for dated in place.dates_before[-1:] for each in dated.moments), default_end(place))
        going_on = _going_on(place, ends, "since")
        return replace(going_on, pairs=(*going_on.pairs, *told))
    yearly = same_day(place, ends)
    return Tie(pairs=yearly, bound=bool(yearly), reading="since")


def _of_since(gap: tuple[str, ...]) -> bool:
    """Whether a date still belongs to "since …": no second clause between them."""
    return unbroken(gap, 16) and not any(
        gap[at] == "," and at + 1 < len(gap) and gap[at + 1] in listed("clause_joiners") for at in range(len(gap))
    )


def _ends_of_since(place: Place) -> list[Moment]:
    """The letter's date, and what else the sentence names; "On 24 March it will be one year since" ends there."""
    front = [moment for dated in place.dates_before for moment in dated.moments]
    told = place.told.between(0, place.length.whole.start)
    if front and set(told) & listed("marking"):
        return front
    if listed("past_right_before") & set(told[-4:]):
        return front
    first = next(iter(place.dates_behind), None)
    rest = [m for dated in place.dates_behind if dated is not first for m in dated.moments]
    return [*default_end(place), *front, *rest]


def _event(place: Place) -> Moment | None:
    """The named event a "since" phrase hangs on."""
    for phrase in place.told.reading.phrases:
        if phrase.span.start >= place.length.span.start and phrase.anchor is not None and phrase.start is not None:
            span = place.scene.source(place.told, phrase.span)
            text = phrase.span.of(place.told.reading.text)
            return Moment(first=phrase.start, last=phrase.start, grain="day", span=span, text=text, read="event")
    return None


def _from_now(place: Place) -> Tie | None:
    """ "returns on 17 May, eleven days from today": on from the letter's date."""
    at = place.opens("from_now")
    if at is None:
        return None
    now = place.scene.now
    own = [dated for dated in [*reversed(place.dates_before), *place.dates_behind] if _ahead(dated, now)]
    if own:
        return Tie(pairs=product(now, own[0].moments), bound=True, reading="from_now")
    previous = place.scene.beside(place.told, -1)
    dates = [dated for dated in previous.dates if _ahead(dated, now)] if previous is not None else []
    pairs = product(now, [moment for dated in dates for moment in dated.moments])
    return Tie(pairs=pairs, bound=len(dates) == 1, reading="from_now")


def _ahead(dated: Dated, now: tuple[Moment, ...]) -> bool:
    return any(moment.last >= own.first for moment in dated.moments for own in now)


def _later(place: Place) -> Tie | None:
    """ "ten days later", "24 months on": on from what was told before."""
    at = place.opens("later")
    if at is None:
        return None
    following = place.behind[at : at + 1]
    if place.behind[0] in listed("later_unless") and following and following[0] not in _STOPS:
        return None
    ends = _own_ends(place, at)
    if ends is not None:
        return ends
    return _going_on(place, default_end(place) if place.is_now() else (), "later")


def _own_ends(place: Place, skip: int) -> Tie | None:
    """ "Ten days later, on 13 May", "announced on 10 June for 13 June, three days later"."""
    dated = _apposed(place, skip)
    if dated is not None:
        before = place.scene.last_before(place.told, place.length.whole.start)
        pairs = product((m for one in before.dates for m in one.moments), dated.moments)
        return Tie(pairs=pairs, bound=bool(pairs) and not before.moved, reading="later")
    own = place.dates_before
    if own and len(place.gap_to(own[-1])) <= 2 and "," in place.gap_to(own[-1]):
        before = place.scene.last_before(place.told, own[-1].span.start)
        pairs = product((m for one in before.dates for m in one.moments), own[-1].moments)
        return Tie(pairs=pairs, bound=bool(pairs) and not before.moved, reading="later")
    return None


def _going_on(place: Place, ends: tuple[Moment, ...] | list[Moment], reading: str) -> Tie:
    """From the date that the story stands at to one of the ends; any date around may be meant as well."""
    before = place.scene.last_before(place.told, place.length.whole.start)
    nearest = place.sharp(moment for dated in before.dates for moment in dated.moments)
    pairs = product([*nearest, *place.earlier()], ends)
    return Tie(pairs=pairs, bound=bool(nearest) and bool(pairs) and not before.moved, reading=reading)


def _before(place: Place) -> Tie | None:
    """ "on 3 May 2019, two years before the vote of 4 May 2021": only where both ends are dates."""
    at = place.opens("before")
    if at is None:
        return None
    own, behind_it = place.dates_before, place.dates_behind
    close = own and behind_it and len(place.gap_to(own[-1])) <= 2 and unbroken(place.gap_to(behind_it[0])[at:], 7)
    pairs = product(own[-1].moments, behind_it[0].moments) if close else ()
    return Tie(pairs=pairs, bound=bool(pairs), reading="before")


def _after(place: Place) -> Tie | None:
    """ "22 months after the vote of 1 May 2021, we ask": up to a date before it or to a letter in the present."""
    at = place.opens("after")
    if at is None:
        return None
    dated = next(iter(place.dates_behind), None)
    gap = place.gap_to(dated)[at:] if dated is not None else ()
    start = list(dated.moments) if dated is not None and unbroken(gap, 8) and "," not in gap else []
    start = start or [event for event in (_event(place),) if event is not None]
    ends = _ends_of_after(place)
    pairs = product(start, [*ends, *(m for m in place.others if m not in start)])
    return Tie(pairs=pairs, bound=bool(start) and bool(ends), reading="after")


def _ends_of_after(place: Place) -> list[Moment]:
    own = place.dates_before
    if own and len(place.gap_to(own[-1])) <= 3 and not counts_for_another(place, own[-1]):
        return list(own[-1].moments)
    return list(default_end(place)) if place.is_now() else []
