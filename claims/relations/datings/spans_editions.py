"""The how-manieth of a day kept every year, from the year in which it was kept first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claims.language.words import vocabulary
from claims.model import Span
from claims.relations.fits.slips import slips_of
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_model import SeriesRelation
from claims.relations.spans.spans_ordinals import Ordinal, ordinals_of
from claims.relations.spans.spans_scene import Scene, Told, holds, listed

_WORDS = 5
_LEAST = 3
_BESIDE = 8

Name = tuple[str, ...]
First = tuple[Told, Dated]


def editions(scene: Scene) -> Iterator[SeriesRelation]:
    """ "the fifth World Reed Day … The first was held in 2018": numbers that the years since the first one give."""
    firsts = [(told, dated) for told in scene.told for dated in _first_held(told)]
    for told in scene.told if firsts else ():
        for ordinal in ordinals_of(told):
            name = _name(ordinal) or _named(told, ordinal)
            first = next((one for one in firsts if name and _is_of(scene, one[0], name)), None)
            if first is None or ordinal.number < _LEAST:
                continue
            beside = _beside(told, ordinal, first)
            if beside is not None or (scene.now and _is_this(told, ordinal, first)):
                yield from _judged(scene, told, ordinal, first, beside)


def _is_this(told: Told, ordinal: Ordinal, first: First) -> bool:
    """Whether it is the one of the letter's own year: none of the past, and no date beside it."""
    others = (dated for dated in told.dates if dated is not first[1])
    beside = (told.between(*sorted((ordinal.span.end, dated.span.start))) for dated in others)
    said = told.between(0, ordinal.span.start) if first[0] is told else told.norms
    return not holds(said, "past_tense") and all(len(words) > _BESIDE for words in beside)


def _beside(told: Told, ordinal: Ordinal, first: First) -> int | None:
    """The year of the date right beside a number whose first is told in brackets behind it: "on 21 January 2024, the
    tenth Reed Day (the first was held in 2015)".
    """
    if first[0] is not told:
        return None
    dates = (one for one in told.dates if one is not first[1] and one.mention.year_stated)
    near = (one for one in dates if len(told.between(*sorted((ordinal.span.end, one.span.start)))) <= _BESIDE)
    return next((one.moment.first.year for one in near), None)


def _first_held(told: Told) -> Iterator[Dated]:
    """The one date of a sentence that tells the first of something: "It was kept for the first time on 9 May 2003"."""
    first = [one for one in ordinals_of(told) if one.number == 1 and _alone(one)]
    behind = [one for one in told.dates if first and one.span.start > first[0].span.end]
    if len(behind) == 1 and behind[0].mention.year_stated:
        yield behind[0]


def _alone(one: Ordinal) -> bool:
    return one.noun in (*vocabulary("series")["times"], *listed("row_goes_on"))


def _name(ordinal: Ordinal) -> Name:
    """The words behind the number as far as the day of the year that they name: "World Reed Day"."""
    return _until_day(ordinal.behind[:_WORDS])


def _until_day(words: tuple[str, ...]) -> Name:
    at = next((at for at, word in enumerate(words) if word in listed("yearly_days")), 0)
    return words[: at + 1] if at else ()


def _named(told: Told, ordinal: Ordinal) -> Name:
    """ "the twentieth time that the World Reed Day is kept": the day that stands in capitals behind it."""
    if ordinal.noun not in vocabulary("series")["times"]:
        return ()
    behind = [word for word in told.words if word.span.start > ordinal.span.end]
    at = next((at for at, word in enumerate(behind) if word.norm in listed("yearly_days")), -1)
    start = at
    while start > 0 and behind[start - 1].text[:1].isupper():
        start -= 1
    return tuple(word.norm for word in behind[start : at + 1]) if 0 <= start < at else ()


def _is_of(scene: Scene, first: Told, name: Name) -> bool:
    """Whether the sentence of the first one, or the one before it, names the day."""
    before = scene.beside(first, -1)
    return any(_says(told, name) for told in (first, before) if told is not None)


def _says(told: Told, name: Name) -> bool:
    return any(told.norms[at : at + len(name)] == name for at in range(len(told.norms)))


def _judged(scene: Scene, told: Told, ordinal: Ordinal, first: First, beside: int | None) -> Iterator[SeriesRelation]:
    """The number, where it is the one expected or a slip of it; anything else counts something of its own."""
    behind = told.between(ordinal.span.end, len(told.reading.text))
    ahead = any(f" {phrase} " in f" {' '.join(behind)} " for phrase in vocabulary("series")["next_year"])
    year = beside if beside is not None else scene.now[0].first.year + ahead
    expected = year - first[1].moment.first.year + 1
    if ordinal.number == expected or Decimal(ordinal.number) in slips_of(Decimal(max(expected, 1))):
        end = min(len(told.reading.text), ordinal.span.end + len(ordinal.noun) + 1)
        yield SeriesRelation(
            span=scene.source(told, ordinal.span),
            text=Span(ordinal.span.start, end).of(told.reading.text),
            number=ordinal.number,
            expected=(expected,),
            because="first",
            spans=(scene.source(first[0], first[1].span),),
        )
