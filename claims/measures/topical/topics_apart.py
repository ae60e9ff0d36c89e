"""Which measure the topics around a figure tell: the one whose topics are all there and weigh most, beyond doubt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from claims.language.words import vocabulary
from claims.measures.figure import Figure, narrowed
from claims.measures.fit import of_one_event
from claims.measures.measuring_ways import Way, Ways, names_of
from claims.measures.reading import MeasureReading, likeliest
from claims.measures.sets import anyone, fillers, plain
from claims.measures.surface_forms import MeasureForms
from claims.measures.topical.topics_around import TopicsAround
from claims.measures.topical.weight_of_way import weight
from claims.measures.units_of_measures import is_rate_of, same_dimension
from claims.model import Measure, Period, Quantity
from claims.places.gazetteer import Gazetteer

# what else than its topics speaks for a measure; how far the best must be ahead of the next, and how near what is kept
_WINDOW, _COUNTED, _AGENT, _EVENT, _PLACE = 1.5, 1.0, 1.0, 2.0, 2.5
_MARGIN, _POSSIBLE = 0.35, 0.8
_SUPPOSED = ("told as possible, planned or denied",)


def topics_apart(
    forms: MeasureForms, names: Gazetteer, quantity: Quantity, figure: Figure, period: Period | None
) -> MeasureReading:
    """The measure, or none; all that are as likely are kept."""
    none = MeasureReading(measure=None, possible=())
    likely = _of_dimension(forms.ways, quantity)
    if not likely:
        return none
    around = TopicsAround(forms.ways.index, figure)
    if around.supposed and not around.foretold:
        return MeasureReading(measure=None, possible=(), notes=_SUPPOSED)
    if is_rate_of(figure, around.zone):
        likely = [way for way in likely if way.measure.dimension == "rate"]
    weighed = _weighed(likely, around, period)
    chosen = _chosen(forms, _at_home(forms, weighed, names, figure), figure)
    return _left_possible(chosen) if around.supposed else chosen


def _of_dimension(ways: Ways, quantity: Quantity) -> Sequence[Way]:
    """The ways of the measures that can be told in the quantity's unit; kept for each dimension."""
    if quantity.dimension not in ways.likely:
        ways.likely[quantity.dimension] = [way for way in ways.all if same_dimension(way.measure, quantity)]
    return ways.likely[quantity.dimension]


def _left_possible(chosen: MeasureReading) -> MeasureReading:
    """What is foretold is no count of anything yet; what it would count is known."""
    first = (chosen.measure,) if chosen.measure else chosen.possible
    return MeasureReading(measure=None, possible=first, notes=(*chosen.notes, *_SUPPOSED))


def _chosen(forms: MeasureForms, weighed: Mapping[str, float], figure: Figure) -> MeasureReading:
    if not weighed:
        return MeasureReading(measure=None, possible=())
    best = max(weighed.values())
    possible = sorted((each for each in weighed if weighed[each] > best - _POSSIBLE), key=lambda each: -weighed[each])
    closest = [each for each in possible if weighed[each] > best - _MARGIN]
    measure = closest[0] if len(closest) == 1 else likeliest(forms, closest)
    narrower = narrowed(figure, parts=False) if measure and len(forms.measures[measure].topics) < 2 else None
    if narrower is not None:
        return MeasureReading(measure=None, possible=(), notes=(f"narrowed by “{narrower}”",))
    notes = () if measure else (f"fits {', '.join(possible)}",)
    return MeasureReading(measure=measure, possible=tuple(possible), notes=notes)


def _at_home(
    forms: MeasureForms, weighed: Mapping[str, float], names: Gazetteer, figure: Figure
) -> Mapping[str, float]:
    """Those of which there are figures for the place, then those that the named source counts; all, if none is.

    "Killed" means in each crisis what is counted there. What no place is named for is of the world.
    """
    place = figure.around.place
    line = {each.place_id for each in names.lineage(place)} if place else set(names.everywhere)
    wanted = {place.place_id} if place else line
    here = {
        each: worth + (_PLACE if place and place.place_id in forms.measures[each].places and place.parent else 0)
        for each, worth in weighed.items()
        if line & forms.measures[each].places or _lies_in(wanted, forms.measures[each], names)
    }
    kept = here or weighed
    counted = {each: worth for each, worth in kept.items() if forms.measures[each].producers & figure.around.producers}
    counted = counted or {
        each: worth for each, worth in weighed.items() if forms.measures[each].producers & figure.around.producers
    }
    return counted or kept


def _lies_in(wanted: Collection[str], measure: Measure, names: Gazetteer) -> bool:
    return any(outer in wanted for inner in measure.places for outer in names.ids_around(inner))


def _weighed(likely: Sequence[Way], around: TopicsAround, period: Period | None) -> Mapping[str, float]:
    untold = around.told.isdisjoint
    told = [way for way in likely if not any(map(untold, way.needed))]  # `may_be_told`, of hundreds of ways a figure
    rivals = [way.asked for way in likely] if told else []
    found: dict[str, float] = {}
    for way in told:
        worth, measure = weight(way, around, rivals), way.measure
        if worth and _counts_such(measure, around):
            worth += _of_window(measure, period) + _of_noun(measure, around.figure)
            worth += _of_event(measure, period) + _of_agent(measure, around)
            found[measure.measure_id] = max(worth, found.get(measure.measure_id, 0.0))
    return found


def _counts_such(measure: Measure, around: TopicsAround) -> bool:
    """A measure of people counts people: by a noun for anyone, by a group it asks for, or by what was done to them."""
    figure = around.figure
    if not figure.noun or figure.inherited is not None:
        return True
    head = figure.noun[-1]
    place = figure.core
    named = any(hit.first in place for hit in around.own)
    if measure.unit not in ("person", "child"):
        return named or head in names_of(measure) or head in fillers() or measure.dimension != "count"
    capital = any(figure.tokens[at].text[:1].isupper() for at in place if figure.tokens[at].norm in figure.noun)
    persons = vocabulary("nouns")["persons"]
    return named or capital or any(head in words for words in (persons, anyone(), fillers(), plain()))


def _of_window(measure: Measure, period: Period | None) -> float:
    """A measure that counts from one day speaks of claims that count from it, and of hardly any other."""
    if measure.since is None:
        return 0.0
    start = period.start if period is not None else None
    if start is None or period is None:
        return -_WINDOW / 2
    same = (start.year, start.month) == (measure.since.year, measure.since.month) or (
        period.grain == "year" and start.year == measure.since.year
    )
    if "start" in (period.inherited or ""):
        return 0.0 if same else -_WINDOW / 2
    return _WINDOW if same else -_WINDOW


def _of_noun(measure: Measure, figure: Figure) -> float:
    """The counted noun is the very thing that the measure counts ("58 shellings")."""
    head = figure.noun[-1:] and figure.noun[-1]
    return _COUNTED if measure.unit not in ("person", "child") and head in names_of(measure) else 0.0


def _of_event(measure: Measure, period: Period | None) -> float:
    return -_EVENT if measure.kind == "event" and not of_one_event(period) else 0.0


def _of_agent(measure: Measure, around: TopicsAround) -> float:
    """Who did it is told beside, or the source counts nothing else."""
    named = around.agent_named(measure.agents) or measure.producers & around.figure.around.producers
    return 0.0 if named or not measure.agents else -_AGENT
