"""The surface forms of a field's measures taken apart: which action, done to whom, in which context, since when.

"killed by airstrikes" is the action *kill* with the word "airstrike" in the context; "children killed" the action
*kill* on children; "displaced since the coup" the action *displace* in a window that begins with the coup; "air
raids" no action but a thing that is counted itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from claims.language.words import of_language, of_tables, vocabulary
from claims.measures.actions import Action, action_index
from claims.measures.measuring_ways import ways_of
from claims.model import Event, Field, Measure
from claims.quick_records import dataclass
from claims.text.phrases import Hit, Word, norms, split_words
from claims.text.plurals import singular
from claims.times.dates import read_dates
from claims.times.known_events.event_names import EventNames, event_names


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureForm:
    """One surface form of a measure, taken apart.

    `thing`: the form's words where they are counted themselves ("air raids"); else `action`, with the `noun` it is
    done to (None: anyone) and the `context` words that must stand beside it. `since`: the day its window must begin
    with.
    """

    measure: Measure
    action: str | None
    noun: tuple[str, ...] | None
    context: tuple[str, ...]
    thing: tuple[str, ...]
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a measure's label asks of every claim: an agent's word, a cause by name, the days its window begins or
    ends.
    """

    agents: tuple[str, ...]
    causes: frozenset[str]
    since: date | None
    before: date | None
    own_words: frozenset[str]


class MeasureForms:
    """All forms of a field's measures."""

    def __init__(self, field: Field) -> None:
        self._events = event_names(field)
        self.measures: Mapping[str, Measure] = {measure.measure_id: measure for measure in field.measures}
        self.ways = ways_of(field)
        # a field with topics is read by them alone
        counted = [] if self.ways.all else [measure for measure in field.measures if measure.kind != "total"]
        self.required = {measure.measure_id: self._requirement(measure) for measure in counted}
        self.forms = tuple(form for m in counted for text in m.surface_forms if (form := self._take_apart(m, text)))

    def ancestors(self, measure_id: str) -> tuple[str, ...]:
        """What a measure is part of, outwards."""
        line: list[str] = []
        at = self.measures[measure_id].parent
        while at is not None and at in self.measures and at not in line:
            line.append(at)
            at = self.measures[at].parent
        return tuple(line)

    def _requirement(self, measure: Measure) -> Requirement:
        label = norms(measure.label)
        agents = vocabulary("measure_words")["agents"]
        asked = [word for word in label if word in agents]
        since, before = self._window(measure.label)
        return Requirement(
            agents=tuple(dict.fromkeys(agent for word in asked for agent in agents[word])),
            causes=frozenset(singular(word) for word in label if word in vocabulary("measure_words")["other_causes"]),
            since=since,
            before=before,
            own_words=frozenset(singular(w) for text in (measure.label, *measure.surface_forms) for w in norms(text)),
        )

    def _take_apart(self, measure: Measure, text: str) -> MeasureForm | None:
        tokens = split_words(text)
        if _has_number(tokens):
            # "two teachers", "for 258 days": an example with its figure, not a form.
            since, _ = self._window(text)
            if since is None:
                return None
        since, _ = self._window(text)
        kept = _before_window(tokens) if since is not None else tokens
        actions = action_index().find(kept)
        if not actions:
            thing = tuple(token.norm for token in kept if token.is_word)
            return _form(measure, None, None, (), thing, since) if thing else None
        first = actions[0]
        family = first.payloads[0].family
        noun = _noun(kept, first) or self._group_of(measure)
        used = set(range(first.first, first.last))
        context = [
            singular(token.norm)
            for index, token in enumerate(kept)
            if index not in used
            and token.is_word
            and token.norm not in _states() | _anyone()
            and token.norm not in (noun or ())
        ]
        return _form(measure, family, noun, tuple(dict.fromkeys(context)), (), since)

    def _group_of(self, measure: Measure) -> tuple[str, ...] | None:
        """Whom a bare action of a measure of some of them is done to: "jailed" of "Journalists imprisoned"."""
        groups = set(vocabulary("measure_words")["groups"]) - set(vocabulary("measure_words")["at_large"])
        named = [norm for text in (measure.label, *measure.surface_forms) for norm in norms(text) if norm in groups]
        return tuple(dict.fromkeys(named)) if set(norms(measure.label)) & set(named) else None

    def _window(self, text: str) -> tuple[date | None, date | None]:
        """The day a form's window begins ("since the coup", "since October 2023") or ends ("before the 2021 coup")."""
        tokens = split_words(text)
        norms = [token.norm for token in tokens]
        for index, norm in enumerate(norms):
            if norm in ("since", "before", "prior") and index + 1 < len(norms):
                day = self._day(text[tokens[index].span.end :])
                return (day, None) if norm == "since" else (None, day)
        return None, None

    def _day(self, text: str) -> date | None:
        """The one event named in a form's window, a year beside it agreeing; else the date that stands there."""
        dates = [mention for mention in read_dates(text, None) if mention.start is not None]
        events: list[Event] = []
        for hit in self._events.hits(text):
            events += [event for event in hit.candidates if event.start is not None and event not in events]
        if dates:
            events = [e for e in events if e.start and dates[0].start and dates[0].start.year == e.start.year]
        if len(events) == 1:
            return events[0].start
        return dates[0].start if dates and not events else None


@of_tables
def measure_forms(field: Field) -> MeasureForms:
    """The forms of a field, taken apart once."""
    return MeasureForms(field)


def _form(
    measure: Measure,
    action: str | None,
    noun: tuple[str, ...] | None,
    context: tuple[str, ...],
    thing: tuple[str, ...],
    since: date | None,
) -> MeasureForm:
    return MeasureForm(measure=measure, action=action, noun=noun, context=context, thing=thing, since=since)


def _noun(tokens: Sequence[Word], action: Hit[Action]) -> tuple[str, ...] | None:
    """Whom the action is done to: the listed groups among the words before it or right after ("displaced children")."""
    groups = set(vocabulary("measure_words")["groups"])
    around = [token.norm for token in (*tokens[: action.first], *tokens[action.last : action.last + 1])]
    found = tuple(norm for norm in around if norm in groups)
    return found or None


def _before_window(tokens: Sequence[Word]) -> Sequence[Word]:
    cut = next((i for i, token in enumerate(tokens) if token.norm in ("since", "before", "prior")), len(tokens))
    return tokens[:cut]


def _has_number(tokens: Sequence[Word]) -> bool:
    numbers = vocabulary("event_words")["numerals"]
    return any(token.text[0].isdigit() or token.norm in numbers for token in tokens)


@of_language
def _anyone() -> frozenset[str]:
    return frozenset(word for phrase in vocabulary("measure_words")["anyone"] for word in norms(phrase))


@of_language
def _states() -> frozenset[str]:
    return frozenset(vocabulary("measure_words")["states"])


__all__ = [
    "Action",
    "EventNames",
    "MeasureForm",
    "MeasureForms",
    "Requirement",
    "action_index",
    "measure_forms",
]
