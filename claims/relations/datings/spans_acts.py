"""Two acts of one story with their days: "opened on 2 March 2005 and closed on 14 November 2006"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.language.words import of_language, vocabulary
from claims.relations.spans.spans_dated import Dated, in_year
from claims.relations.spans.spans_model import Moment, OrderRelation
from claims.relations.spans.spans_scene import Scene, Told
from claims.text.phrases import norms

_NEAR = 6
"""So many words may stand between an act and its day: "signed by the President on 3 May"."""
_SHORT = 270
"""Two days without a year that lie less than this apart over the turn of a year are told so: November to March."""
_STOPS = frozenset(".!?:;")
_LATER = ">"

Act = tuple[int, int]
"""A story and the place of an act in it."""


def acts_of(scene: Scene) -> Iterator[OrderRelation]:
    """Every two neighbouring dates of a sentence that belong to an act and to a later one of the same story."""
    for told in scene.told:
        for first, last in pairwise(told.dates):
            if _is_one_story(told, first, last) and (days := _days(scene, first, last)) is not None:
                yield OrderRelation(kind="acts", first=days[0], second=days[1])


def _is_one_story(told: Told, first: Dated, last: Dated) -> bool:
    """Whether the act of the second date can only come after that of the first, and nothing else is spoken of."""
    ones = _acts(_clause(told.between(0, first.span.start)))
    others = _acts(told.between(first.span.end, last.span.start))
    return any(
        one[0] == other[0] and one[1] < other[1] and set(lead) <= _links() for one, _ in ones for other, lead in others
    )


def _clause(before: Sequence[str]) -> Sequence[str]:
    """The words behind the last stop before a date."""
    at = max((at for at, word in enumerate(before) if word in _STOPS), default=-1)
    return before[at + 1 :]


def _acts(words: Sequence[str]) -> list[tuple[Act, Sequence[str]]]:
    """The last act before a date, in each of its stories, with the words that stand before it."""
    for at in range(len(words) - 1, max(-1, len(words) - _NEAR - 2), -1):
        found = [(act, words[:at]) for phrase, act in _told() if _is_at(words, at, phrase)]
        if found:
            return found
    return []


def _is_at(words: Sequence[str], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether an act stands there with nothing of its own that it is done to: no "opened an office in May"."""
    end = at + len(phrase)
    return tuple(words[at:end]) == phrase and words[end : end + 1] != () and words[end] in _behind()


def _days(scene: Scene, first: Dated, last: Dated) -> tuple[Moment, Moment] | None:
    """The two days where the second lies before the first, in every year that is not printed and may be meant."""
    pairs = list(_pairs(scene, first, last))
    if not pairs or any(one.first <= other.last for one, other in pairs):
        return None
    return pairs[0]


def _pairs(scene: Scene, first: Dated, last: Dated) -> Iterator[tuple[Moment, Moment]]:
    """The days the two dates may be: a year printed once holds for both or is the one before it, or behind it."""
    one, other = first.moment, last.moment
    if first.mention.year_stated and last.mention.year_stated:
        yield one, other
    elif not scene.now:
        return
    elif first.mention.year_stated or last.mention.year_stated:
        whole, told = (one, first) if first.mention.year_stated else (other, last)
        for by in (0, 1) if told is first else (0, -1):
            moved = in_year(other if told is first else one, whole.first.year + by - _year(told, first, last))
            if moved is not None and moved.first <= scene.now[0].last:
                yield (one, moved) if told is first else (moved, other)
    else:
        yield from _without_years(scene, first, last)


def _year(told: Dated, first: Dated, last: Dated) -> int:
    """The year that the date without one was read in."""
    return (last if told is first else first).moment.first.year


def _without_years(scene: Scene, first: Dated, last: Dated) -> Iterator[tuple[Moment, Moment]]:
    """The latest days before the letter; the first a year earlier where they then lie so near that no year is told."""
    past = [_latest(scene, one) for one in (first, last)]
    one, other = past
    if one is None or other is None:
        return
    yield one, other
    earlier = in_year(one, -1)
    if earlier is not None and (other.first - earlier.last).days < _SHORT:
        yield earlier, other


def _latest(scene: Scene, dated: Dated) -> Moment | None:
    past = (one for one in dated.moments if one.first <= scene.now[0].last)
    return max(past, key=lambda one: one.first, default=None)


@of_language
def _told() -> tuple[tuple[tuple[str, ...], Act], ...]:
    found: list[tuple[tuple[str, ...], Act]] = []
    for story, row in enumerate(vocabulary("timeline")["acts"]):
        place = 0
        for phrase in row:
            place += phrase == _LATER
            if phrase != _LATER:
                found.append((norms(str(phrase)), (story, place)))
    return tuple(sorted(found, key=lambda item: -len(item[0])))


@of_language
def _links() -> frozenset[str]:
    return frozenset(str(word) for word in vocabulary("timeline")["act_links"])


@of_language
def _behind() -> frozenset[str]:
    return frozenset(str(word) for word in vocabulary("timeline")["act_behind"])
