"""Which two days a length may lie between: every pair near it that it fits exactly or but for one slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claims.language.words import vocabulary
from claims.quick_records import dataclass
from claims.relations.datings.spans_named_ends import names_end
from claims.relations.fits.dates_days import Day, own_day, printed_days
from claims.relations.fits.dates_lengths import Stretch, fits_words
from claims.relations.fits.dates_slips import EXACT, Fit, Fitting
from claims.relations.spans.spans_lengths import unit_of
from claims.relations.spans.spans_scene import Scene, holds, listed
from claims.relations.spans.spans_tie import Place, only


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A length with the two days it may lie between."""

    stretch: Stretch
    start: Day
    end: Day
    fit: Fit

    @property
    def printed(self) -> tuple[Day, ...]:
        return tuple(day for day in (self.start, self.end) if not day.is_own)

    @property
    def places(self) -> frozenset[int]:
        """Where its two days are told, whichever is the start."""
        return frozenset((_place_of(self.start), _place_of(self.end)))


def candidates(scene: Scene, stretch: Stretch) -> list[Candidate]:
    """Every pair of days that a length fits, exactly or but for one slip, each in its best reading of the year."""
    best: dict[tuple[int, int], Candidate] = {}
    fitting = Fitting(stretch)
    for start, end in _pairs(_nearest(stretch, printed_days(scene, stretch)), own_day(scene)):
        fit = EXACT if fitting.is_exact(start, end) else None
        if fit is None and _may_lie(stretch, start, end):
            fit = fitting.slipped(start, end)
        key = (_place_of(start), _place_of(end))
        if fit is not None and (key not in best or (fit.exact and not best[key].fit.exact)):
            best[key] = Candidate(stretch=stretch, start=start, end=end, fit=fit)
    return list(best.values())


_DAYS = 24
"""So many days near a length are paired, the nearest: a list of hundreds says nothing of one length."""


def _nearest(stretch: Stretch, days: Iterable[Day]) -> list[Day]:
    """The nearest of the days, in their order."""
    listed = list(days)
    if len(listed) <= _DAYS:
        return listed
    at = stretch.place.length.whole.start
    far = sorted((abs(day.away), abs(day.dated.span.start - at) if day.dated else 0, n) for n, day in enumerate(listed))
    return [listed[n] for n in sorted(n for _, _, n in far[:_DAYS])]


def _may_lie(stretch: Stretch, start: Day, end: Day) -> bool:
    """ "On 14 October, on the 163rd day": that day is the last; an age is told of the letter's day or the one beside
    it, "two years earlier" of a day behind it; days that run backwards are at most a sentence away.
    """
    place = stretch.place
    if _is_label(start) or _is_label(end) or _is_vague(stretch, start) or _is_vague(stretch, end):
        return False
    if stretch.kind == "age":
        return (end.is_own or _is_next(place, end)) and not _is_no_birth(place, start)
    last = place.dates_before[-1] if stretch.kind == "nth" and place.dates_before else None
    if (
        last is not None
        and last is not end.dated
        and len(place.gap_to(last)) <= _NEXT
        and only(place.gap_to(last), "beside")
    ):
        return False
    if (end.is_own and (_is_told_as_past(place) or names_end(place))) or _is_of_another(place, start, end):
        return False
    if _is_after_another(place, start):
        return False
    if place.opens("sooner") is not None and not _is_next(place, start):
        return False
    backwards = end.moment.last < start.moment.first and not (start.is_own or end.is_own)
    return not backwards or max(abs(start.away), abs(end.away)) <= 1


_NEXT = 4
_PERSON = 6


def _is_label(day: Day) -> bool:
    """ "2025: 3,815" on a line of its own: the head of a row, from which nothing is counted."""
    if day.told is None or day.dated is None:
        return False
    text, span = day.told.reading.text, day.dated.span
    return text[span.end : span.end + 1] == ":" and not text[: span.start].rpartition("\n")[2].strip(" -*•|")


def _is_vague(stretch: Stretch, day: Day) -> bool:
    """ "By the district's October count … Two years ago": a month of no year told says nothing of years elsewhere."""
    if day.dated is None or day.away == 0 or day.dated.mention.year_stated or day.moment.grain != "month":
        return False
    return unit_of(stretch.place.length.word) == "year" and stretch.kind != "anniversary"


def _is_no_birth(place: Place, start: Day) -> bool:
    """ "Her father came in 1958 … She is sixty-one": nobody's age counts from what another did."""
    if (
        start.told is None
        or start.dated is None
        or holds(start.told.between(0, start.dated.span.start)[-_PERSON:], "born")
    ):
        return False
    # "opened in 1979. … The brigade has two vehicles, the younger of which is 26 years old"
    return abs(start.away) > 1 or bool(set(place.before[-_NEXT:]) & fits_words("persons"))


def _is_after_another(place: Place, start: Day) -> bool:
    """ "two months after the night of the collision": from what is named there, and from no day told before."""
    after = place.opens("after")
    named = place.behind[after : after + 1] if after is not None else ()
    own = {*map(id, place.dates_behind)}
    return (
        bool(named) and named[0].isalpha() and named[0] not in listed("demonstratives") and id(start.dated) not in own
    )


def _is_told_as_past(place: Place) -> bool:
    """ "those who began in 2003 still owed as much after 12 years", "Two years later, the ban still stood"."""
    behind = bool(set(place.before[-1:]) & listed("after_words")) or place.opens("later") is not None
    return behind and not place.is_now()


def _is_of_another(place: Place, start: Day, end: Day) -> bool:
    """ "was shut in 2012, and its owner has been ill for 20 years"; "… in 2012. A tenant has paid for 31 years."."""
    printed = [day for day in (start, end) if day.dated is not None]
    opens = set(place.told.norms[:1]) <= set(vocabulary("elapsed")["one"]) and bool(place.before)
    if opens and end.is_own and all(day.away < 0 for day in printed):
        return True
    gaps = [place.gap_to(day.dated) for day in printed if day.dated is not None and not day.away]
    return bool(gaps) and turns(min(gaps, key=len))


def turns(gap: Sequence[str]) -> bool:
    """ ", and its owner": a clause about something else begins."""
    pairs = pairwise(gap)
    return any(one in listed("clause_joiners") and two in listed("subject_openers") for one, two in pairs)


def _is_next(place: Place, day: Day) -> bool:
    """Whether a day stands right behind the length."""
    behind = place.dates_behind[:1]
    return bool(behind) and day.dated is behind[0] and len(place.gap_to(behind[0])) <= _NEXT


def _place_of(day: Day) -> int:
    """One number for each place of the letter where a day is told; both readings of a year share it."""
    if day.dated is None or day.moment.span is None:
        return -1
    return day.moment.span.start * 2 + day.last


def _pairs(days: Sequence[Day], own: Sequence[Day]) -> Iterator[tuple[Day, Day]]:
    """Each day with the letter's own, and any two of which one stands beside the length."""
    for day in days:
        for now in own:
            yield day, now
            yield now, day
    for one in days:
        for other in days:
            apart = one.dated is not other.dated or (other.last and not one.last)
            if apart and min(abs(one.away), abs(other.away)) <= 1:
                yield one, other
