"""Dates as moments: those printed in a sentence, the letter's own, and those the letter counts from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.language.words import of_language, vocabulary
from claims.model import DateMention, Grain, Letter, Span
from claims.quick_records import dataclass
from claims.relations.spans.spans_model import Moment
from claims.text.phrases import norms
from claims.times.calendar_steps import month_end
from claims.times.told_years import CLOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date printed in a sentence: its span there, the moment it names and, without a year, the others it may be."""

    span: Span
    moment: Moment
    mention: DateMention
    others: tuple[Moment, ...] = ()

    @property
    def moments(self) -> tuple[Moment, ...]:
        return (self.moment, *self.others)


def is_printed(mention: DateMention) -> bool:
    """Whether a date is printed with a month or a year: "12 May", "2021", but not "last week" or "two years ago"."""
    if mention.start is None or mention.end is None or mention.problem is not None:
        return False
    words = norms(mention.text)
    counted = vocabulary("relative_dates")
    if any(word in counted["ago"] for word in words) or (words and words[0] in counted["which"]):
        return False
    return mention.year_stated or bool(_months() & set(words))


@of_language
def _months() -> frozenset[str]:
    return frozenset(name for names in vocabulary("dates")["months"] for name in names)


def dated_at(mention: DateMention, span: Span, base: date | None) -> Dated:
    """A date mention as a moment; `span` is its place in `Letter.text`, `base` the letter's date."""
    first, last = mention.start or date.min, mention.end or date.max
    moment = Moment(first=first, last=last, grain=mention.grain, span=span, text=mention.text)
    if mention.year_stated or base is None:
        return Dated(span=mention.span, moment=moment, mention=mention)
    moment = replace(moment, read="year")
    years = dict.fromkeys((moment.first.year + (1 if last <= base else -1), *nearest_years(first, base)))
    found = (in_year(moment, year - moment.first.year) for year in years if year != moment.first.year)
    return Dated(
        span=mention.span, moment=moment, mention=mention, others=tuple(one for one in found if one is not None)
    )


def nearest_years(day: date, base: date) -> tuple[int, ...]:
    """The one year in which a day and month lie close to the letter's day, if there is one."""
    years = (base.year - 1, base.year, base.year + 1)
    return tuple(year for year in years if abs(_ordinal(day, year) - base.toordinal()) <= CLOSE)


def _ordinal(day: date, year: int) -> int:
    return date(year, day.month, 1).toordinal() + day.day - 1


def in_year(moment: Moment, by: int) -> Moment | None:
    """The same days some years later, or None where the calendar has them not (29 February)."""
    try:
        first, last = moment.first.replace(year=moment.first.year + by), moment.last.replace(year=moment.last.year + by)
    except ValueError:
        return None
    return replace(moment, first=first, last=last, read="year")


def now_of(letter: Letter) -> tuple[Moment, ...]:
    """The day a letter was written on and the one its page bears, as far as it bears them."""
    days = ((letter.written_on, letter.written_on_span), (letter.published_on, letter.published_on_span))
    return tuple(
        Moment(first=day, last=day, grain="day", span=span, text="", read="letter") for day, span in days if day
    )


def anchors_of(document: Document, readings: Sequence[SentenceReading]) -> tuple[Moment, ...]:
    """What the letter counts from ("since the vote of 3 May 2019"), each start once."""
    found: dict[date, Moment] = {}
    for reading in readings:
        for phrase in reading.phrases:
            if phrase.role == "since" and phrase.start is not None:
                span = document.view.to_source(phrase.span.shifted(reading.passage.span.start))
                text, last = phrase.span.of(reading.text), _last_day(phrase.start, phrase.grain)
                moment = Moment(first=phrase.start, last=last, grain=phrase.grain, span=span, text=text, read="event")
                found.setdefault(phrase.start, moment)
    return tuple(found.values())


def _last_day(start: date, grain: Grain) -> date:
    if grain == "year":
        return start.replace(month=12, day=31)
    return month_end(start) if grain in ("month", "quarter") else start
