"""Weekdays beside dates, with every day that the date may be where it is printed without a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.language.words import vocabulary
from claims.model import DateMention, Letter
from claims.relations.spans.spans_dated import nearest_years
from claims.relations.spans.spans_model import WeekdayRelation
from claims.relations.spans.spans_tie import finished
from claims.text.phrases import norms, split_words
from claims.times.told_years import ToldYears
from claims.times.weekdays import WeekdayHit, weekday_beside, weekday_in

_NEAR = 12
_SHORTEST = 3


def weekdays_of(letter: Letter, document: Document, readings: Sequence[SentenceReading]) -> Iterator[WeekdayRelation]:
    """A relation for every date of a single day that a weekday stands beside."""
    base = letter.written_on or letter.published_on
    told = ToldYears()
    for reading in readings:
        for mention in reading.dates:
            hit = weekday_beside(reading.text, mention.span) if mention.grain == "day" and mention.start else None
            if (
                hit is None
                or mention.start is None
                or sum(letter.isalpha() for letter in mention.text) < _SHORTEST  # "Thursday the 19th": of which month?
                or not (mention.start == mention.end or hit.span.start < mention.span.start)
            ):
                continue
            days = _days(mention, mention.start, base, [*_stated(reading.dates), *told.of(reading.passage)], reading)
            at = reading.passage.span.start
            yield WeekdayRelation(
                span=document.view.to_source(mention.span.shifted(at)),
                text=mention.text,
                word=hit.word,
                weekday=hit.number,
                days=days,
            )
        told.add(reading.passage, reading.dates)
    yield from _told_after(document, readings)


def _told_after(document: Document, readings: Sequence[SentenceReading]) -> Iterator[WeekdayRelation]:
    """ "We began on 7 August 2015. It was a Friday.": the weekday of the one full date of the sentence before."""
    for before, reading in pairwise(readings):
        hit = _opening_weekday(reading) if before.passage.paragraph == reading.passage.paragraph else None
        full = [one for one in before.dates if one.grain == "day" and one.start == one.end and one.year_stated]
        day = full[0].start if len(full) == len(before.dates) == 1 else None
        if hit is not None and day is not None and full[0].problem is None:
            span = document.view.to_source(full[0].span.shifted(before.passage.span.start))
            yield WeekdayRelation(span=span, text=full[0].text, word=hit.word, weekday=hit.number, days=(day,))


def _opening_weekday(reading: SentenceReading) -> WeekdayHit | None:
    """The weekday of "It was a Friday": behind a pronoun and a copula at the head of the sentence."""
    words, lists = split_words(reading.text), vocabulary("elapsed")
    if len(words) < _SHORTEST or words[0].norm not in lists["copula_subjects"]:
        return None
    if words[1].norm not in (*lists["copulas"], *lists["copula_past"]):
        return None
    at = 3 if words[2].norm in lists["one"] else 2
    return weekday_in(words[at]) if at < len(words) else None


def _stated(dates: Iterable[DateMention]) -> list[int]:
    return [mention.start.year for mention in dates if mention.year_stated and mention.start is not None]


def _days(
    mention: DateMention, day: date, base: date | None, told: Sequence[int], reading: SentenceReading
) -> tuple[date, ...]:
    """The day read, and without a printed year those of the years told before it and of the year next to it."""
    if mention.year_stated:
        return (day,)
    near = nearest_years(day, base) if base is not None else ()
    if near:  # "on Thursday, 21 July" of a letter of the 18th: no other year, unless one was told
        return tuple(found for year in (*near, *told) if (found := _in_year(day, year)) is not None)
    beside = [] if base is None else [day.year + (1 if day <= base else -1)]
    days = [found for year in (*beside, *told) if (found := _in_year(day, year)) is not None]
    if base is not None and _is_past(reading, mention):
        gone = [found for found in (day, *days) if found <= base]
        return tuple(dict.fromkeys(gone or [day]))
    return tuple(dict.fromkeys([day, *days]))


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _is_past(reading: SentenceReading, mention: DateMention) -> bool:
    """Whether a verb of the past is nearest to the date, and no word between them looks ahead ("was set for")."""
    text = reading.text
    before, behind = norms(text[: mention.span.start])[-_NEAR:], norms(text[mention.span.end :])[:_NEAR]
    words = vocabulary("timeline")
    past = [at for at, word in enumerate(before) if word in words["past_auxiliaries"] or finished(before, at)]
    if past:
        return not _looks_ahead(before[past[-1] :])
    of_past = (at for at, word in enumerate(behind) if word in words["past_auxiliaries"] or finished(behind, at))
    after = next(of_past, None)
    return after is not None and not _looks_ahead((*before, *behind[: after + 3])) and len(before) <= 4


def _looks_ahead(words: Sequence[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {' '.join(norms(str(word)))} " in text for word in vocabulary("timeline")["ahead"])
