"""Words of a field's tables that nothing in a letter can ever match: told to whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterator

from claims.measures.measuring_ways import Ways, ways_of
from claims.measures.topical.topics import unmatched
from claims.model import Field
from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadForm:
    """A form that matches nothing: table, the id of its row, its column, and why."""

    table: str
    row_id: str
    column: str
    form: str
    why: str


def dead_forms(field: Field) -> Iterator[DeadForm]:
    """The forms of measures and topics that no sentence can hold, or that reading passes over."""
    ways = ways_of(field)
    yield from _of_measures(field, ways)
    for topic in field.topics:
        for form in topic.forms:
            if why := unmatched(form):
                yield DeadForm(table="topics", row_id=topic.topic_id, column="forms", form=form, why=why)


def _of_measures(field: Field, ways: Ways) -> Iterator[DeadForm]:
    known = {topic.topic_id for topic in field.topics}
    for measure in field.measures:
        for slot in measure.topics:
            if not known & set(slot.rstrip("?").split("/")):
                why = "is no topic of topics.csv; add it there, or correct it"
                yield DeadForm(table="measures", row_id=measure.measure_id, column="topics", form=slot, why=why)
        if measure.topics or measure.kind == "total":
            continue
        for form in measure.surface_forms:
            if told := ways.silent(form):
                yield DeadForm(table="measures", row_id=measure.measure_id, column="surface_forms", form=form, why=told)
