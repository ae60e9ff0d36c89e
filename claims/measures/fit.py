"""How closely one surface form of a measure fits a figure: one point for the action or thing, one for each further
condition.

Nought as soon as anything speaks against it: another window, another cause, another agent, another or a narrower
noun.
"""

from __future__ import annotations

from datetime import date

from claims.language.words import vocabulary
from claims.measures.actions import stem
from claims.measures.agents import agent_named
from claims.measures.figure import Figure
from claims.measures.governing import passable, past_aside
from claims.measures.sets import anyone, armed, causes, fillers, plain, same_things
from claims.measures.surface_forms import MeasureForm, MeasureForms
from claims.model import Period
from claims.places.gazetteer import Gazetteer
from claims.text.phrases import norms


def fit(forms: MeasureForms, names: Gazetteer, form: MeasureForm, figure: Figure, period: Period | None) -> int:
    """How closely a form fits, 0 if it does not: one for the action or thing, one for each further condition it
    meets.
    """
    if form.action is not None and (figure.action is None or form.action not in figure.action.families):
        return 0
    asked = forms.required[form.measure.measure_id]
    if not _window_fits(form, asked.since, asked.before, period) or not _kind_fits(form, period):
        return 0
    if (
        not asked.causes <= figure.beside
        or not set(form.context) <= figure.near
        or _other_cause(form, asked.own_words, figure)
    ):
        return 0
    core = _action_fits(form, figure) if form.action is not None else _thing_fits(form, figure, names, forms)
    if not core or (
        asked.agents and not (_counted_by_source(form, figure) or agent_named(asked.agents, figure, names))
    ):
        return 0
    return core + len(form.context) + (form.since is not None)


def _counted_by_source(form: MeasureForm, figure: Figure) -> bool:
    """Whether a producer given as the source counts what the measure's label names ("people killed")."""
    label = {stem(word) for word in norms(form.measure.label)} - set(vocabulary("measure_words")["in_any_label"])
    return any(label & {stem(word) for word in norms(counts)} for counts in figure.around.sources)


def _window_fits(form: MeasureForm, since: date | None, before: date | None, period: Period | None) -> bool:
    """A measure that counts from a day fits only a claim that counts from that day, at the coarser of both grains."""
    if before is not None:
        return False
    wanted = form.since or since
    if wanted is None:
        return True
    if period is None or period.start is None:
        return False
    start = period.start
    return all(day is None or _same(period, start, day) for day in (form.since, since))


def _same(period: Period, start: date, day: date) -> bool:
    """Whether a period's start is a day, at the period's grain."""
    if period.grain == "year":
        return start.year == day.year
    if period.grain in ("month", "quarter"):
        return (start.year, start.month) == (day.year, day.month)
    return start == day


def _kind_fits(form: MeasureForm, period: Period | None) -> bool:
    """The toll of one event is not counted over months ("500 children killed since the coup")."""
    return form.measure.kind != "event" or of_one_event(period)


def of_one_event(period: Period | None) -> bool:
    if period is None or period.start is None or period.end is None:
        return False
    return bool((period.end - period.start).days <= vocabulary("measure_words")["event_days"])


def _other_cause(form: MeasureForm, own_words: frozenset[str], figure: Figure) -> bool:
    """Something else is named that kills or drives out, and the measure's own words do not name it."""
    if form.action is None or form.measure.kind == "event":
        return False
    return any(cause not in own_words for cause in figure.beside & causes())


def _action_fits(form: MeasureForm, figure: Figure) -> int:
    if figure.action is None:
        return 0
    noun = () if figure.action.counted_itself else figure.noun
    if form.noun is not None and noun and set(form.noun) & set(noun[-1:]):
        return 2 if all(word in plain() for word in noun[:-1]) else 0
    if form.noun is not None and not set(form.noun) & anyone():
        return 0
    return 1 if _counts_anyone(noun, form.measure.unit) else 0


def _counts_anyone(noun: tuple[str, ...], unit: str) -> bool:
    """People at large, or the very thing the measure counts; not some of them ("31 journalists")."""
    kept = [word for word in noun if word not in plain() and word not in fillers()]
    if not kept:
        return True
    same = vocabulary("measure_words")["same_thing"].get(unit, [unit])
    if unit in ("person", "child"):
        return all(word in anyone() for word in kept) if unit == "person" else kept[-1] in same
    return kept[-1] in same and len(kept) == 1


def _thing_fits(form: MeasureForm, figure: Figure, names: Gazetteer, forms: MeasureForms) -> int:
    """The counted thing is the form's own words, with nothing before them that makes it another thing."""
    if not len(figure.place):
        return 0
    of_people = form.measure.unit in ("person", "child")
    with_action = figure.action is not None and not figure.action.counted_itself
    if with_action and of_people and figure.action is not None:
        told = {other.action for other in forms.forms if other.measure is form.measure}
        if not told & set(figure.action.families):
            return 0
    size = _named_thing(form, figure, names) or (_predicate(form, figure) if of_people else 0)
    vague = size == 1 and form.thing[0] in vocabulary("measure_words")["vague"]
    if not size or (vague and not agent_named(armed(), figure, names)):
        return 0
    return size + (with_action and of_people)


def _named_thing(form: MeasureForm, figure: Figure, names: Gazetteer) -> int:
    first, last, size = figure.place.start, figure.place.stop, len(form.thing)
    here = [token.norm for token in figure.tokens[first : last + size]]
    at = next((i for i in range(len(here) - size + 1) if tuple(here[i : i + size]) == form.thing), None)
    if figure.noun[-size:] == form.thing and at is None:
        # "the number of air raids has risen to 300": the thing stands before the figure.
        return size if _head_words(form) and all(word in plain() for word in figure.noun[:-size]) else 0
    if at is None or first + at >= last or first + at + size < last or not _head_words(form):
        return 0
    if any(word not in plain() and not known for word, known in _qualifiers(figure, at, names)):
        return 0
    return size


def _predicate(form: MeasureForm, figure: Figure) -> int:
    """ "18 million people are in need of assistance": what is said of people at large after the figure."""
    said = form.thing[1:] if form.thing[0] in anyone() else form.thing
    if (
        not said
        or said[0] not in vocabulary("measure_words")["predicates"]
        or not _counts_anyone(figure.noun, "person")
    ):
        return 0
    at = past_aside(figure.tokens, figure.place.stop, len(figure.tokens))
    while at < len(figure.tokens) and figure.tokens[at].norm != said[0] and figure.tokens[at].norm in passable():
        at += 1
    return len(said) if tuple(token.norm for token in figure.tokens[at : at + len(said)]) == said else 0


def _head_words(form: MeasureForm) -> bool:
    same = same_things(form.measure.unit)
    return any(word in same or stem(word) == stem(form.measure.unit) for word in form.thing) or len(form.thing) > 1


def _qualifiers(figure: Figure, at: int, names: Gazetteer) -> list[tuple[str, bool]]:
    """The words between number and thing, each with whether it names a place ("150 Chilean air raids" does not)."""
    start = figure.place.start
    tokens = [t for t in figure.tokens[start : start + at] if t.is_word and not t.text[0].isdigit()]
    number_end = _number_end(figure)
    placed = names.mentions(figure.around.sentence)
    return [(t.norm, any(m.span.contains(t.span) for m in placed)) for t in tokens if t.span.start >= number_end]


def _number_end(figure: Figure) -> int:
    first = figure.tokens[figure.place.start].span
    own = [q for q in figure.around.quantities if q.span.end >= first.start and q.number_span.end > first.start]
    return min((q.number_span.end for q in own), default=first.start)
