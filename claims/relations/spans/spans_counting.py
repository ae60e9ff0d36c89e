"""Anniversaries, "in its fifth year", "the 200th day since": ordinals that count units on from a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claims.language.words import vocabulary
from claims.model import Span
from claims.relations.datings.spans_nth import date_beside, nth_then
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_lengths import unit_called
from claims.relations.spans.spans_model import Length, Moment, SpanRelation
from claims.relations.spans.spans_ordinals import Ordinal, ordinals_of
from claims.relations.spans.spans_scene import Scene, Told, holds, listed
from claims.relations.spans.spans_tie import Pairs, Place, after_stop, only, product, unbroken
from claims.relations.spans.spans_yearly import yearly

_COUNTED = ("day", "week", "month", "year")
_DAYS = ("day", "week")


def counting(scene: Scene) -> Iterator[SpanRelation]:
    """A relation for every anniversary and every nth unit that the words tie to a start and an end."""
    for told in scene.told:
        for ordinal in ordinals_of(told):
            for read in (_anniversary, _nth_unit, _yearly_day):
                relation = read(scene, told, ordinal)
                if relation is not None:
                    yield relation
                    break


def _place(scene: Scene, told: Told, ordinal: Ordinal, word: str) -> Place:
    text = ordinal.span.of(told.reading.text)
    length = Length(
        span=ordinal.span, whole=ordinal.span, text=text, number=Decimal(ordinal.number), word=word, sign="="
    )
    return Place(scene=scene, told=told, length=length)


def _anniversary(scene: Scene, told: Told, ordinal: Ordinal) -> SpanRelation | None:
    """ "Today is the third anniversary of the floods of 3 May 2022"."""
    named = next(
        (at for at, word in enumerate(ordinal.behind[:3]) if word in vocabulary("elapsed")["anniversary"]), None
    )
    if named is None:
        return None
    place = _place(scene, told, ordinal, "year")
    front = _front(place) or _marked_in(place, named + 1)
    ends = list(front.moments) if front is not None else list(scene.now) if _marked_now(place) else []
    start = _start_behind(place, named + 1, front) or _founded(place)
    pairs = product(start, ends) if start else yearly(scene, ends)
    return _relation(place, "anniversary", pairs, " ".join(ordinal.behind[: named + 1])) if pairs else None


def _front(place: Place) -> Dated | None:
    """ "On 11 April 2022, the third anniversary of …": the day that an anniversary stands beside."""
    own = place.dates_before
    return own[-1] if own and only(place.gap_to(own[-1]), "beside") else None


def _marked_in(place: Place, skip: int) -> Dated | None:
    """ "marked its 150th anniversary in 2017": the year right behind the word."""
    dated = next(iter(place.dates_behind), None)
    gap = place.gap_to(dated)[skip:] if dated is not None else ()
    return dated if dated is not None and len(gap) == 1 and set(gap) <= listed("in_words") else None


def _founded(place: Place) -> list[Moment]:
    """ "Our union, founded in 1974, celebrates its fiftieth anniversary"."""
    for dated in reversed(place.dates_before):
        if holds(place.told.between(0, dated.span.start)[-4:], "founded"):
            return list(dated.moments)
    return []


def _marked_now(place: Place) -> bool:
    told = place.told
    if holds(place.behind[:5], "anniversary_now") and not holds(told.norms, "past_tense"):
        return True
    if told.reading.passage.kind in ("title", "address"):
        return True
    before = after_stop(told.between(0, place.length.span.start))
    return holds([word for word in before if word not in listed("day_lean")], "anniversary_now") and not holds(
        before, "past_tense"
    )


def _start_behind(place: Place, skip: int, front: Dated | None) -> list[Moment]:
    """The date behind "anniversary of": with the event it is of, or of what that did ("signed on …")."""
    dated = next((one for one in place.dates_behind if one is not front), None)
    gap = place.gap_to(dated)[skip:] if dated is not None else ()
    if dated is not None and unbroken(gap, 14) and not listed("clause_joiners") & set(gap[-3:]):
        return list(dated.moments)
    if dated is not None:
        return []
    for phrase in place.told.reading.phrases:
        if phrase.anchor is not None and phrase.start is not None and phrase.span.start > place.length.span.start:
            span = place.scene.source(place.told, phrase.span)
            text = phrase.span.of(place.told.reading.text)
            return [Moment(first=phrase.start, last=phrase.start, grain="day", span=span, text=text, read="event")]
    return []


def _nth_unit(scene: Scene, told: Told, ordinal: Ordinal) -> SpanRelation | None:
    """ "The strike, which began in March 2021, is now in its fifth year", "Today is the 2,003rd day since"."""
    word = unit_called(ordinal.noun)
    if word not in _COUNTED:
        return None
    place = _place(scene, told, ordinal, word)
    beside = date_beside(place) if word in _DAYS else None
    if beside is not None:
        pairs_then = nth_then(place, ordinal, beside)
        return _relation(place, "nth", pairs_then[0], ordinal.noun, bound=pairs_then[1]) if pairs_then else None
    of_its_own = set(place.before[-1:]) & listed("owners") and set(place.before[-2:-1]) & listed("in_words")
    if not (holds(place.before[-5:], "nth_now") or of_its_own) or not scene.now:
        return None
    start, bound = _start_of_nth(place, ordinal)
    pairs = product(start, scene.now)
    return _relation(place, "nth", pairs, ordinal.noun, bound=bound) if pairs else None


def _start_of_nth(place: Place, ordinal: Ordinal) -> tuple[list[Moment], bool]:
    since = ordinal.behind[1:2]
    behind = next(iter(place.dates_behind), None)
    if since and since[0] in vocabulary("elapsed")["nth_of"] and behind is not None:
        return list(behind.moments), unbroken(place.gap_to(behind), 10)
    if since and since[0] in listed("since"):
        before = place.scene.last_before(place.told, place.length.span.start)
        nearest = place.sharp(m for dated in before.dates for m in dated.moments)
        return [*nearest, *place.earlier()], bool(nearest) and not before.moved
    if not ordinal.behind[1:]:  # "On Monday 6 March ten of us … This is the eleventh day."
        before = place.scene.last_before(place.told, place.length.span.start)
        nearest = place.sharp(m for dated in before.dates for m in dated.moments)
        if nearest and not before.moved:
            return nearest, True
    for other in (place.told, place.scene.beside(place.told, -1), place.scene.beside(place.told, 1)):
        began = _begun(other, place) if other is not None else []
        if began:
            return list(began[-1].moments), len(began) == 1
    return [], False


def _begun(told: Told, place: Place) -> list[Dated]:
    """The dates of a sentence on which something began; of a thing in "its 120th year", on which it was founded."""
    name = "founded" if set(place.before[-1:]) & listed("owners") else "begun"
    return [dated for dated in told.dates if holds(told.between(0, dated.span.start)[-4:], name)]


def _yearly_day(scene: Scene, told: Told, ordinal: Ordinal) -> SpanRelation | None:
    """ "the thirtieth World Harvest Day since it was proclaimed in 1993": a day of the year, counted by years."""
    at = next((at for at, word in enumerate(ordinal.behind[:7]) if word in listed("since")), None)
    if at is None or at < 3 or ordinal.behind[at - 1] not in listed("yearly_days") or not scene.now:
        return None
    place = _place(scene, told, ordinal, "year")
    dated = next(iter(place.dates_behind), None)
    if dated is None or not unbroken(place.gap_to(dated), 18):
        return None
    pairs = product([_whole_year(m) for m in dated.moments], [_whole_year(now) for now in scene.now])
    return _relation(place, "nth", pairs, " ".join(ordinal.behind[:at]))


def _whole_year(moment: Moment) -> Moment:
    first, last = moment.first.replace(month=1, day=1), moment.last.replace(month=12, day=31)
    return replace(moment, first=first, last=last, grain="year")


def _relation(place: Place, kind: str, pairs: Pairs, noun: str, *, bound: bool = True) -> SpanRelation:
    told = place.told
    last = place.length.span.end + len(noun) + 1
    text = Span(place.length.span.start, min(last, len(told.reading.text))).of(told.reading.text)
    return SpanRelation(
        kind=kind,  # type: ignore[arg-type]
        span=place.scene.source(told, place.length.span),
        text=text,
        length=place.length,
        pairs=pairs,
        bound=bound and bool(pairs),
        reading=kind,
    )
