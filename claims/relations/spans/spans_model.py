"""Relations of time: a length between a start and an end, an anniversary, a day of the week, an order of events."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from claims.model import Grain, Span
from claims.quick_records import dataclass

CalendarUnit = Literal["day", "week", "month", "year"]
Sign = Literal["=", "~", ">", ">=", "<", "<=", "range", "below", "above"]
SpanKind = Literal["length", "anniversary", "nth", "age"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time as worded: `number` of the unit `word` ("half a century": 0.5, century), `rest` calendar units
    on top ("five years and six months"). `span` holds number and unit, `whole` the words that loosen it too.
    """

    span: Span
    whole: Span
    text: str
    number: Decimal
    word: str
    sign: Sign
    rest: Decimal = Decimal(0)
    high: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time as a start or an end: the first and last day it may be, where it stands, how it was read.

    `span` counts in `Letter.text` and is None where no word says it; `read` is "" for a date printed in full.
    """

    first: date
    last: date
    grain: Grain
    span: Span | None
    text: str
    read: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanRelation:
    """A length, an anniversary, the nth unit or an age, with the starts and ends it may have, best first.

    `bound`: its words tie it to the first pair, so that a length which fits no pair is wrong. A relation that is not
    bound can only be left open. `loose`: the words tie it less surely, and only a misprint of its number may be told
    from it. All spans count in `Letter.text`.
    """

    kind: SpanKind
    span: Span
    text: str
    length: Length
    pairs: tuple[tuple[Moment, Moment], ...]
    bound: bool
    reading: str
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayRelation:
    """A weekday beside a date: Monday is 0. `days`: every day the date may be, the likeliest first."""

    span: Span
    text: str
    word: str
    weekday: int
    days: tuple[date, ...]
    read: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRelation:
    """Two moments of which the first must not lie after the second.

    `kind`: "range" (from … to …), "acts" (opened … closed …), "past" (told as past, and the letter's date), "ahead"
    (the letter's date, and what is told as to come), "cited" (a document in a note, and the letter's date).
    """

    kind: Literal["range", "acts", "past", "ahead", "cited"]
    first: Moment
    second: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpossibleDate:
    """A date that no calendar has: `last_day` of its `month`, or None where there is no such month."""

    span: Span
    text: str
    month: str
    last_day: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRelation:
    """Numbered things of one kind. `expected`: the numbers that fit what the letter says of the others.

    `because` names the ground: "listed" (earlier ones are dated), "order" (numbers and dates run apart),
    "first" (the year of the first one).
    """

    span: Span
    text: str
    number: int
    expected: tuple[int, ...]
    because: Literal["listed", "since", "order", "first"]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalForm:
    """An ordinal in digits as printed, and the ending that its number asks for."""

    span: Span
    text: str
    number: int
    well_formed: bool
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRelation:
    """The number of a known series against what tells it too: `told`, a document symbol or a year.

    `expected`: the ordinals that the symbol allows, or the years that the number allows.
    """

    span: Span
    text: str
    label: str
    by: Literal["symbol", "year"]
    told: str
    told_span: Span
    holds: bool
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """All relations of time of one letter."""

    lengths: tuple[SpanRelation, ...] = ()
    weekdays: tuple[WeekdayRelation, ...] = ()
    orders: tuple[OrderRelation, ...] = ()
    impossible: tuple[ImpossibleDate, ...] = ()
    series: tuple[SeriesRelation, ...] = ()
    ordinals: tuple[OrdinalForm, ...] = ()
    sessions: tuple[SessionRelation, ...] = ()


NO_SPANS = Spans()
