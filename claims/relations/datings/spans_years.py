"""The year of a day printed without one, where the letter has no day of its own or names the year of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.drafting.sentence_reading import SentenceReading
from claims.language.words import of_language, vocabulary
from claims.model import DateMention
from claims.relations.spans.spans_dated import Dated, in_year
from claims.text.phrases import norms
from claims.times.dates import read_dates

_YEARS, _SAME = 4, 5


def printed_years(readings: Sequence[SentenceReading]) -> tuple[int, ...]:
    """The years that a letter prints, the latest first."""
    stated = (one.start for reading in readings for one in reading.dates if one.year_stated and one.start is not None)
    return tuple(sorted({day.year for day in stated}, reverse=True))[:_YEARS]


def in_some_year(mention: DateMention, years: Sequence[int]) -> DateMention:
    """A day without a year, in a letter that tells none for it, as one of the latest year that it prints."""
    if not years or mention.start is not None or mention.grain != "day":
        return mention
    read = next(iter(read_dates(mention.text, date(years[0], 12, 31))), None)
    return mention if read is None else replace(mention, start=read.start, end=read.end, problem=read.problem)


def in_each_year(dated: Dated, years: Sequence[int]) -> Dated:
    """The day in each of the years that the letter prints: two such days lie as far apart in any of them."""
    if not years or dated.mention.year_stated or dated.mention.grain != "day":
        return dated
    found = (in_year(dated.moment, year - dated.moment.first.year) for year in years[1:])
    return replace(dated, others=tuple(one for one in found if one is not None))


def of_same_year(text: str, dates: Sequence[Dated], before: Sequence[Dated]) -> tuple[Dated, ...]:
    """ "1 March of the same year": in the year of the date before it."""
    found: list[Dated] = []
    for one in dates:
        behind = " ".join(norms(text[one.span.end :])[:_SAME])
        last = next(iter((*reversed(found), *reversed(before))), None)
        same = behind.startswith(_same_year()) and not one.mention.year_stated
        found.append(_in_year_of(one, last) if same and last is not None else one)
    return tuple(found)


def _in_year_of(one: Dated, last: Dated) -> Dated:
    moment = in_year(one.moment, last.moment.first.year - one.moment.first.year)
    return replace(one, moment=moment or one.moment, others=())


@of_language
def _same_year() -> tuple[str, ...]:
    return tuple(" ".join(norms(str(phrase))) for phrase in vocabulary("elapsed")["same_year"])
