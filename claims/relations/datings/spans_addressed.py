"""How often somebody was written to, against the dates told of it: "on 4 April, on 19 April and again on 2 May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.language.words import vocabulary
from claims.model import Span
from claims.relations.datings.spans_counted_off import is_bare
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_model import SeriesRelation
from claims.relations.spans.spans_ordinals import Ordinal, ordinals_of
from claims.relations.spans.spans_scene import Scene, Told, holds, listed

_AROUND = (-1, -2, -3, 1, 2, 0)
"""Where the dates may stand: in the sentences before and behind, or in its own."""
_LEAST = 2
_REACH = 9

Run = list[Dated]


def addressed(scene: Scene) -> Iterator[SeriesRelation]:
    """ "We wrote on 4 April, on 19 April and on 2 May. We now write for the fourth time."."""
    for told in scene.told:
        for ordinal in ordinals_of(told):
            if _is_this_one(told, ordinal) and (run := _dates_told(scene, told, ordinal)) is not None:
                where, dates = run
                spans = tuple(scene.source(where, one.span) for one in dates)
                expected = (len(dates) + 1, *((len(dates),) if _is_today(scene, dates[-1]) else ()))
                yield _relation(scene, told, ordinal, expected, "listed", spans)


def dated_numbers(scene: Scene) -> Iterator[SeriesRelation]:
    """ "The 21st was held in 2023, the 20th in 2019": bare numbers of one sentence rise with their dates."""
    for told in scene.told:
        own = ordinals_of(told)
        if not own or not (own[0].noun in vocabulary("series")["meetings"] or _speaks(told.norms, "held")):
            continue
        row = own[:1] + [one for one in own[1:] if is_bare(told, one)]
        dated = [(one, date) for one in row if _is_led(told, one) and (date := _own_date(told, one))]
        for one, other in pairwise(sorted(dated, key=lambda item: item[1].moment.first)):
            if one[1].moment.last < other[1].moment.first and other[0].number <= one[0].number:
                span = (scene.source(told, one[0].span),)
                yield _relation(scene, told, other[0], (one[0].number + 1,), "order", span)


def _is_led(told: Told, one: Ordinal) -> bool:
    return bool(set(told.between(0, one.span.start)[-1:]) & set(vocabulary("series")["own"]))


def _own_date(told: Told, one: Ordinal) -> Dated | None:
    """The date that follows a number before the next number does."""
    after = [date for date in told.dates if date.span.start > one.span.end and date.mention.year_stated]
    following = min((other.span.start for other in ordinals_of(told) if other.span.start > one.span.end), default=None)
    if not after or (following is not None and following < after[0].span.start):
        return None
    return after[0] if len(told.between(one.span.end, after[0].span.start)) <= _REACH else None


def _is_this_one(told: Told, ordinal: Ordinal) -> bool:
    """ "for the fourth time" beside "we write", "this is our fourth", "our fourth letter"."""
    words = vocabulary("series")
    before = told.between(0, ordinal.span.start)
    if ordinal.noun in words["times"]:
        return bool(set(words["for_nth"]) & set(before[-3:])) and _speaks(told.norms, "address")
    own = before[-1:] and before[-1] in listed("owners") and bool(set(before[-4:]) & set(words["copulas"]))
    return bool(own) and ordinal.noun in ("", *words["letters"])


def _dates_told(scene: Scene, told: Told, ordinal: Ordinal) -> tuple[Told, Run] | None:
    """The one list of dates near that words say letters were sent on."""
    for by in _AROUND:
        other = scene.beside(told, by) if by else told
        if other is None or not _speaks(other.norms, "addressed") or holds(other.norms, "list_goes_on"):
            continue
        run = _run(other, [one for one in other.dates if other is not told or one.span.start > ordinal.span.end])
        if len(run) >= _LEAST:
            return other, run
    return None


def _run(told: Told, dates: Sequence[Dated]) -> Run:
    """Dates that only words of joining part, and nothing dated behind them."""
    links, run = set(vocabulary("series")["date_links"]), list(dates[:1])
    for one, other in pairwise(dates):
        if not set(told.between(one.span.end, other.span.start)) <= links:
            return []
        run.append(other)
    return run


def _speaks(words: Sequence[str], name: str) -> bool:
    return bool(set(vocabulary("series")[name]) & set(words))


def _is_today(scene: Scene, dated: Dated) -> bool:
    return any(dated.moment.first <= now.first <= dated.moment.last for now in scene.now)


def _relation(
    scene: Scene, told: Told, one: Ordinal, expected: tuple[int, ...], because: str, spans: tuple[Span, ...]
) -> SeriesRelation:
    end = one.span.end + (len(one.noun) + 1 if one.noun.isalpha() else 0)
    return SeriesRelation(
        span=scene.source(told, one.span),
        text=Span(one.span.start, min(end, len(told.reading.text))).of(told.reading.text),
        number=one.number,
        expected=expected,
        because=because,  # type: ignore[arg-type]
        spans=spans,
    )
