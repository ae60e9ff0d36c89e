"""Rule `date-order`: dates that cannot be, weekdays that do not fit, and what is told before it happened."""

from __future__ import annotations

from claims.extraction import Extraction
from claims.model import Field, Span
from claims.relations.spans.spans_model import ImpossibleDate, Moment, OrderRelation, WeekdayRelation
from expectations.declaring import day_written, declared, say, stretch_written
from expectations.findings import broken, held, unknown
from expectations.model import Finding

ID = "date-order"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Impossible dates, weekdays, stretches that run backwards, what the letter's own date forbids; letter and page."""
    spans = extraction.spans
    found = [
        *(_no_date(one) for one in spans.impossible),
        *(finding for one in spans.weekdays if (finding := _weekday(one)) is not None),
        *(_out_of_order(extraction, one) for one in spans.orders if one.first.first > one.second.last),
        *_header(extraction),
    ]
    return found or [_nothing(extraction)]


def _nothing(extraction: Extraction) -> Finding:
    if extraction.letter.written_on is None and extraction.letter.published_on is None:
        return unknown(ID, say(ID, "undated"))
    dated = [mention for mention in extraction.dates if mention.start is not None]
    return unknown(ID, say(ID, "read", count=str(len(dated))), spans=[mention.span for mention in dated])


def _no_date(found: ImpossibleDate) -> Finding:
    if found.last_day is None:
        message, expected = say(ID, "no_month", text=found.text), say(ID, "a_month")
    else:
        last = str(found.last_day)
        message = say(ID, "no_day", text=found.text, month=found.month, last=last)
        expected = say(ID, "at_most", last=last, month=found.month)
    return broken(ID, "error", message, stated=found.text, expected=expected, spans=[found.span])


def _weekday(relation: WeekdayRelation) -> Finding | None:
    """Held only where one day alone can be meant: of several years one is likely to fit any weekday."""
    day = relation.days[0]
    real = say(ID, _WEEKDAYS[day.weekday()])
    if any(one.weekday() == relation.weekday for one in relation.days):
        if len(relation.days) > 1:
            return None
        message = say(ID, "weekday_held", word=relation.word, text=relation.text)
        return held(ID, message, stated=relation.word, expected=real, spans=[relation.span])
    message = say(ID, "weekday_off", word=relation.word, text=relation.text, day=day_written(day), real=real)
    return broken(ID, "warning", message, stated=relation.word, expected=real, spans=[relation.span])


def _out_of_order(extraction: Extraction, relation: OrderRelation) -> Finding:
    first, second = _day(relation.first), _day(relation.second)
    mark = relation.first.text
    message = say(ID, relation.kind, first=_shown(relation.first), second=_shown(relation.second), mark=mark)
    key = {"range": "range_expected", "acts": "range_expected", "ahead": "not_before"}.get(relation.kind, "not_later")
    stated = second if relation.kind in ("range", "acts", "ahead") else first
    return broken(
        ID,
        "warning",
        message,
        stated=stated,
        expected=say(ID, key, first=first, second=second),
        spans=[moment.span for moment in (relation.first, relation.second) if moment.span is not None],
    )


def _shown(moment: Moment) -> str:
    return moment.text if moment.text and moment.read not in ("note", "year") else _day(moment)


def _day(moment: Moment) -> str:
    return stretch_written(moment.first, moment.last)


def _own(extraction: Extraction) -> list[Span]:
    letter = extraction.letter
    return [span for span in (letter.written_on_span, letter.published_on_span) if span is not None]


def _header(extraction: Extraction) -> list[Finding]:
    letter = extraction.letter
    if letter.written_on is None or letter.published_on is None or letter.written_on == letter.published_on:
        return []
    first, second = day_written(letter.written_on), day_written(letter.published_on)
    expected = say(ID, "or_later", first=first)
    if letter.published_on < letter.written_on:
        message = say(ID, "page_before", first=first, second=second)
        return [broken(ID, "info", message, stated=second, expected=expected, spans=_own(extraction))]
    message = say(ID, "page", first=first, second=second)
    return [held(ID, message, stated=second, expected=expected, spans=_own(extraction))]


RULE = declared(ID, run)
