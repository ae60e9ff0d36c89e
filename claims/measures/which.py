"""What a figure measures, by the field's vocabulary: the action that governs it, the thing it counts, what stands
beside it.

Every measure that fits as closely as the best is kept; one is chosen only when it is the only one, or when all others
are part of it. A measure is never chosen because a word happens to be in its list: people "killed" count for the
military's only where the military, or what it does, is named; "attacks on journalists" are not all attacks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.measures.figure import Figure, Surroundings, figure_of, is_rate, narrowed
from claims.measures.fit import fit, of_one_event
from claims.measures.reading import MeasureReading, likeliest
from claims.measures.surface_forms import MeasureForms
from claims.measures.topical.topics_apart import topics_apart
from claims.model import Period, Place, Quantity
from claims.places.gazetteer import Gazetteer

__all__ = ["MeasureReading", "Surroundings", "likeliest", "read_measure"]


def read_measure(
    forms: MeasureForms, names: Gazetteer, quantity: Quantity, around: Surroundings, period: Period | None
) -> MeasureReading:
    """The measure of one figure (spans counted in the sentence), given the period it speaks of."""
    figure = figure_of(quantity, around)
    told_apart = topics_apart(forms, names, quantity, figure, period)
    if told_apart.measure is not None or told_apart.possible:
        return replace(told_apart, counted=figure.inherited)
    return _by_forms(forms, names, quantity, figure, period)


def _by_forms(
    forms: MeasureForms, names: Gazetteer, quantity: Quantity, figure: Figure, period: Period | None
) -> MeasureReading:
    """The measure of those that have surface forms and no topics."""
    counted, around = figure.inherited, figure.around
    if quantity.dimension not in ("count", "multiple", "physical"):
        return MeasureReading(measure=None, possible=())
    if figure.action is not None and figure.action.supposed:
        return MeasureReading(
            measure=None, possible=(), counted=counted, notes=("told as possible, planned or denied",)
        )
    if is_rate(quantity, figure):
        return MeasureReading(measure=None, possible=(), counted=counted, notes=("a rate, not a count",))
    narrower = narrowed(figure)
    if narrower is not None:
        return MeasureReading(measure=None, possible=(), counted=counted, notes=(f"narrowed by “{narrower}”",))
    scored: dict[str, int] = {}
    for form in forms.forms:
        score = fit(forms, names, form, figure, period)
        if score:
            scored[form.measure.measure_id] = max(score, scored.get(form.measure.measure_id, 0))
    possible = _closest(forms, _at_home(forms, names, scored, around.place), period)
    return MeasureReading(
        measure=likeliest(forms, possible), possible=possible, counted=counted, notes=_remarks(figure, possible)
    )


def _at_home(
    forms: MeasureForms, names: Gazetteer, scored: Mapping[str, int], place: Place | None
) -> Mapping[str, int]:
    """Those of which the table has figures for the place, for a part of it or for what it lies in; all, if none is.

    "Killed" means in each crisis what is counted there.
    """
    if place is None:
        return scored
    line = {each.place_id for each in names.lineage(place)}
    at_home = {
        measure_id: score
        for measure_id, score in scored.items()
        if line & forms.measures[measure_id].places
        or any(place.place_id in names.ids_around(each) for each in forms.measures[measure_id].places)
    }
    return at_home or scored


def _closest(forms: MeasureForms, scored: Mapping[str, int], period: Period | None) -> tuple[str, ...]:
    """The measures that fit best; of one event's toll also what they are part of ("an airstrike killed 31 people")."""
    best = max(scored.values(), default=0)
    closest = [measure_id for measure_id, score in scored.items() if score == best]
    if of_one_event(period):
        wider = {outer for measure_id in closest for outer in forms.ancestors(measure_id)}
        closest = [measure_id for measure_id in scored if measure_id in wider or measure_id in closest]
    return tuple(closest)


def _remarks(figure: Figure, possible: Sequence[str]) -> tuple[str, ...]:
    if len(possible) < 2 or figure.action is None:
        return ()
    return (f"“{figure.action.span.of(figure.around.sentence)}” fits {', '.join(possible)}",)
