"""Ages beside years of birth: "born in 1984, is 45 years old"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claims.model import Span
from claims.relations.spans.spans_model import Length, SpanRelation
from claims.relations.spans.spans_scene import Scene, Told, holds
from claims.relations.spans.spans_tie import after_stop, opening, product


def ages(scene: Scene) -> Iterator[SpanRelation]:
    """A relation for every sentence with one birth date and one age."""
    for told in scene.told:
        born = [dated for dated in told.dates if holds(told.between(0, dated.span.start)[-3:], "born")]
        told_ages = ages_of(told) if len(born) == 1 else []
        if len(told_ages) == 1 and len(born) == 1:
            span, number = told_ages[0]
            length = Length(
                span=span, whole=span, text=span.of(told.reading.text), number=number, word="year", sign="="
            )
            others = [m for dated in told.dates if dated is not born[0] for m in dated.moments]
            today = _is_todays(told, span)
            past = holds(told.norms, "past_tense") and not today
            now = [] if others and past else list(scene.now)
            pairs = product(born[0].moments, now if today else [*now, *others])
            bound = bool(pairs) and (today or bool(others) or not past)
            yield SpanRelation(
                kind="age",
                span=scene.source(told, span),
                text=length.text,
                length=length,
                pairs=pairs,
                bound=bound,
                reading="age",
            )


def _is_todays(told: Told, age: Span) -> bool:
    """Whether the age's own clause speaks of the letter's day: "I am now 62 years old, and I came in 1969, a boy"."""
    behind = told.between(age.end, len(told.reading.text))
    stop = next((at for at, word in enumerate(behind) if word in (",", ";")), len(behind))
    clause = (*after_stop(told.between(0, age.start)), *behind[:stop])
    return holds(clause, "present") and not holds(clause, "past_tense")


def ages_of(told: Told) -> list[tuple[Span, Decimal]]:
    """The ages of a sentence: "aged 45", "45 years old", "(45)" where the numbers read them so."""
    found = [
        (item.span, Decimal(digits))
        for item in told.reading.numbers.ignored
        if item.reason == "age" and (digits := item.text.split()[0]).isdigit()
    ]
    found += [(q.number_span, q.value) for q in told.reading.quantities if q.unit == "year of age"]
    for length in told.lengths:
        behind = told.between(length.whole.end, len(told.reading.text))
        before = told.between(0, length.whole.start)[-3:]
        of_age = opening(behind, "age_behind") is not None or holds(before, "age_before")
        if length.word == "year" and of_age:
            found.append((length.span, length.number))
    return found
