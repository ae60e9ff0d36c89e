"""All relations of time of one letter, from its sentences as read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.model import Letter
from claims.relations.datings.spans_endings import ordinal_forms
from claims.relations.datings.spans_order import orders_of
from claims.relations.datings.spans_series import series_of
from claims.relations.datings.spans_sessions import sessions_of
from claims.relations.datings.spans_weekdays import weekdays_of
from claims.relations.fits.dates import find_lapses, with_lapses
from claims.relations.spans.spans_ages import ages
from claims.relations.spans.spans_counting import counting
from claims.relations.spans.spans_elapsed import elapsed
from claims.relations.spans.spans_model import ImpossibleDate, Spans
from claims.relations.spans.spans_scene import read_scene
from claims.times.impossible import impossible_dates, month_name


def read_spans(letter: Letter, document: Document, readings: Sequence[SentenceReading]) -> Spans:
    """Lengths with their ends, weekdays, orders, impossible dates and numbered series of a letter."""
    scene = read_scene(letter, document, readings)
    lengths = with_lapses([*elapsed(scene), *counting(scene), *ages(scene)], find_lapses(scene))
    forms = list(ordinal_forms(document.view.text))
    return Spans(
        lengths=tuple(sorted(lengths, key=lambda one: one.span)),
        weekdays=tuple(weekdays_of(letter, document, readings)),
        orders=tuple(orders_of(scene)),
        impossible=tuple(_impossible(document)),
        series=tuple(series_of(scene)),
        ordinals=tuple(replace(form, span=document.view.to_source(form.span)) for form in forms),
        sessions=tuple(sessions_of(document, forms)),
    )


def _impossible(document: Document) -> Iterator[ImpossibleDate]:
    view = document.view
    for found in impossible_dates(view.text):
        name = month_name(found.month) if found.month else ""
        text = " ".join(found.text.split())
        yield ImpossibleDate(span=view.to_source(found.span), text=text, month=name, last_day=found.last_day)
