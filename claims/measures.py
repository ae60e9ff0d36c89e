"""What a figure measures, by the field's vocabulary: the action that governs it, the thing it counts, what stands beside it.

Every measure that fits as closely as the best is kept; one is chosen only when it is the only one, or when all others are
part of it. A measure is never chosen because a word happens to be in its list: people "killed" count for the military's
only where the military, or what it does, is named; "attacks on journalists" are not all attacks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.governing import Governor, governor, passable, past_aside
from claims.measure_forms import MeasureForm, MeasureForms, stem
from claims.model import Period, Quantity, Span
from claims.places import Gazetteer
from claims.phrases import PhraseIndex, Word, split_words, words_within, norms
from claims.words import vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around a figure: its sentence, the time phrases in it (they tell when, not what), the words before.

    All spans count in `sentence`. `before` holds the earlier sentences of the paragraph and the letter's title.
    """

    sentence: str
    quantities: Sequence[Quantity]
    times: Sequence[Span]
    before: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureReading:
    """The likeliest measure or None, all that fit, the noun taken over from the clause before, and remarks."""

    measure: str | None
    possible: tuple[str, ...]
    counted: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    tokens: Sequence[Word]
    place: range
    noun: tuple[str, ...]
    inherited: str | None
    action: Governor | None
    beside: frozenset[str]
    around: Surroundings


def read_measure(
    forms: MeasureForms, names: Gazetteer, quantity: Quantity, around: Surroundings, period: Period | None
) -> MeasureReading:
    """The measure of one figure (spans counted in the sentence), given the period it speaks of."""
    figure = _figure(quantity, around)
    counted = figure.inherited
    if quantity.dimension not in ("count", "multiple", "physical"):
        return MeasureReading(measure=None, possible=())
    if figure.action is not None and figure.action.supposed:
        return MeasureReading(measure=None, possible=(), counted=counted, notes=("told as possible, planned or denied",))
    if _is_rate(quantity, figure):
        return MeasureReading(measure=None, possible=(), counted=counted, notes=("a rate, not a count",))
    narrowed = _narrowed(figure)
    if narrowed is not None:
        return MeasureReading(measure=None, possible=(), counted=counted, notes=(f"narrowed by “{narrowed}”",))
    scored = {}
    for form in forms.forms:
        score = _fit(forms, names, form, figure, period)
        if score:
            scored[form.measure.measure_id] = max(score, scored.get(form.measure.measure_id, 0))
    possible = _closest(forms, scored, period)
    return MeasureReading(
        measure=likeliest(forms, possible), possible=possible, counted=counted, notes=_remarks(figure, possible)
    )


def _closest(forms: MeasureForms, scored: Mapping[str, int], period: Period | None) -> tuple[str, ...]:
    """The measures that fit best; of one event's toll also what they are part of ("an airstrike killed 31 people")."""
    best = max(scored.values(), default=0)
    closest = [measure_id for measure_id, score in scored.items() if score == best]
    if _of_one_event(period):
        wider = {outer for measure_id in closest for outer in forms.ancestors(measure_id)}
        closest = [measure_id for measure_id in scored if measure_id in wider or measure_id in closest]
    return tuple(closest)


def likeliest(forms: MeasureForms, possible: Sequence[str]) -> str | None:
    """The only one, or the one that all others are part of ("imprisoned": the people held hold those who serve)."""
    whole = [m for m in possible if all(m == other or m in forms.ancestors(other) for other in possible)]
    return whole[0] if len(whole) == 1 else None


def _remarks(figure: _Figure, possible: Sequence[str]) -> tuple[str, ...]:
    if len(possible) < 2 or figure.action is None:
        return ()
    return (f"“{figure.action.span.of(figure.around.sentence)}” fits {', '.join(possible)}",)


def _figure(quantity: Quantity, around: Surroundings) -> _Figure:
    tokens = split_words(around.sentence)
    places = [_token_range(tokens, other) for other in around.quantities]
    own = _token_range(tokens, quantity)
    noun, inherited = _noun(quantity, around)
    action = governor(tokens, own, sorted(places, key=lambda r: r.start))
    return _Figure(
        tokens=tokens, place=own, noun=noun, inherited=inherited, action=action, beside=_beside(tokens, around.times), around=around
    )


def _token_range(tokens: Sequence[Word], quantity: Quantity) -> range:
    start = quantity.span.start
    if quantity.comparator_span is not None and quantity.comparator_span.start < start:
        start = quantity.comparator_span.start
    return words_within(tokens, Span(start, quantity.span.end))


def _noun(quantity: Quantity, around: Surroundings) -> tuple[tuple[str, ...], str | None]:
    """The counted noun's words; "19,740 more" counts what was counted just before in the sentence."""
    own = norms(quantity.counted or "")
    if quantity.counted_span is not None and quantity.counted_span.end <= quantity.number_span.start:
        # "the death toll rose to 31": what stands before a number is its subject, and counts only if it is people or things.
        shared = any(q.span.overlaps(quantity.counted_span) for q in around.quantities if q is not quantity)
        own = own if own and own[-1] in _countable() and (quantity.additive or not shared) else ()
    if any(word not in _fillers() for word in own):
        return own, None
    if not own and not quantity.additive:
        return own, None
    for other in reversed([q for q in around.quantities if q.span.end <= quantity.span.start and q.dimension == "count"]):
        noun = norms(other.counted or "")
        if any(word not in _fillers() for word in noun):
            return noun, other.counted
    return own, None


def _beside(tokens: Sequence[Word], times: Sequence[Span]) -> frozenset[str]:
    """The stems of all words of the sentence that do not tell a time ("since the earthquake" kills nobody)."""
    return frozenset(
        stem(token.norm) for token in tokens if token.is_word and not any(t.overlaps(token.span) for t in times)
    )


def _is_rate(quantity: Quantity, figure: _Figure) -> bool:
    """ "every week, 50 air raids", "20 deaths a day": so many in each stretch of time."""
    if " per " in (quantity.unit or ""):
        return True
    return bool(_rates().find(figure.tokens))


def _narrowed(figure: _Figure) -> str | None:
    """ "sentenced 31 people to death", "attacks on journalists": fewer than the measure counts."""
    start = figure.tokens[figure.place.start].span.start if len(figure.place) else 0
    end = figure.tokens[figure.place.stop - 1].span.end if len(figure.place) else 0
    after = norms(figure.around.sentence[end : end + 60])
    whole = norms(figure.around.sentence[start:end]) + after
    limit = len(whole) - len(after)
    for phrase in vocabulary("measure_words")["narrowing"]:
        parts = norms(phrase)
        for at in range(max(0, limit - len(parts)), min(len(whole), limit + 3)):
            if whole[at : at + len(parts)] == parts and "," not in whole[limit:at]:
                return str(phrase)
    return None


def _fit(forms: MeasureForms, names: Gazetteer, form: MeasureForm, figure: _Figure, period: Period | None) -> int:
    """How closely a form fits, 0 if it does not: one for the action or thing, one for each further condition it meets."""
    asked = forms.required[form.measure.measure_id]
    if not _window_fits(form, asked.since, asked.before, period) or not _kind_fits(form, period):
        return 0
    if not set(form.context) <= figure.beside or _other_cause(form, asked.own_words, figure):
        return 0
    core = _action_fits(form, figure) if form.action is not None else _thing_fits(form, figure, names, forms)
    if not core or (asked.agents and not _agent_named(asked.agents, figure, names)):
        return 0
    return core + len(form.context) + (form.since is not None)


def _window_fits(form: MeasureForm, since: object, before: object, period: Period | None) -> bool:
    """A measure that counts from a day fits only a claim that counts from that day, at the coarser of both grains."""
    if before is not None:
        return False
    wanted = form.since or since
    if wanted is None:
        return True
    if period is None or period.start is None:
        return False
    days = (form.since, since)
    return all(day is None or _same(period, day) for day in days)


def _same(period: Period, day: object) -> bool:
    from datetime import date

    assert isinstance(day, date)
    assert period.start is not None
    if period.grain == "year":
        return period.start.year == day.year
    if period.grain in ("month", "quarter"):
        return (period.start.year, period.start.month) == (day.year, day.month)
    return period.start == day


def _kind_fits(form: MeasureForm, period: Period | None) -> bool:
    """The toll of one event is not counted over months ("500 children killed since the coup")."""
    return form.measure.kind != "event" or _of_one_event(period)


def _of_one_event(period: Period | None) -> bool:
    if period is None or period.start is None or period.end is None:
        return False
    return bool((period.end - period.start).days <= vocabulary("measure_words")["event_days"])


def _other_cause(form: MeasureForm, own_words: frozenset[str], figure: _Figure) -> bool:
    """Something else is named that kills or drives out, and the measure's own words do not name it."""
    if form.action is None or form.measure.kind == "event":
        return False
    return any(cause not in own_words for cause in figure.beside & _causes())


def _action_fits(form: MeasureForm, figure: _Figure) -> int:
    if figure.action is None or form.action not in figure.action.families:
        return 0
    noun = () if figure.action.counted_itself else figure.noun
    if form.noun is not None and noun and set(form.noun) & set(noun[-1:]):
        return 2 if all(word in _plain() for word in noun[:-1]) else 0
    if form.noun is not None and not set(form.noun) & _anyone():
        return 0
    return 1 if _counts_anyone(noun, form.measure.unit) else 0


def _counts_anyone(noun: tuple[str, ...], unit: str) -> bool:
    """People at large, or the very thing the measure counts; not some of them ("31 journalists")."""
    kept = [word for word in noun if word not in _plain() and word not in _fillers()]
    if not kept:
        return True
    same = vocabulary("measure_words")["same_thing"].get(unit, [unit])
    if unit in ("person", "child"):
        return all(word in _anyone() for word in kept) if unit == "person" else kept[-1] in same
    return kept[-1] in same and len(kept) == 1


def _thing_fits(form: MeasureForm, figure: _Figure, names: Gazetteer, forms: MeasureForms) -> int:
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
    if not size or (vague and not _agent_named(_armed(), figure, names)):
        return 0
    return size + (with_action and of_people)


def _named_thing(form: MeasureForm, figure: _Figure, names: Gazetteer) -> int:
    first, last, size = figure.place.start, figure.place.stop, len(form.thing)
    plain = [token.norm for token in figure.tokens[first : last + size]]
    at = next((i for i in range(len(plain) - size + 1) if tuple(plain[i : i + size]) == form.thing), None)
    if at is None or first + at >= last or first + at + size < last or not _head_words(form):
        return 0
    if any(word not in _plain() and not known for word, known in _qualifiers(figure, at, names)):
        return 0
    return size


def _predicate(form: MeasureForm, figure: _Figure) -> int:
    """ "18 million people are in need of assistance": what is said of people at large after the figure."""
    said = form.thing[1:] if form.thing[0] in _anyone() else form.thing
    if not said or said[0] not in vocabulary("measure_words")["predicates"] or not _counts_anyone(figure.noun, "person"):
        return 0
    at = past_aside(figure.tokens, figure.place.stop, len(figure.tokens))
    while at < len(figure.tokens) and figure.tokens[at].norm != said[0] and figure.tokens[at].norm in passable():
        at += 1
    return len(said) if tuple(token.norm for token in figure.tokens[at : at + len(said)]) == said else 0


def _head_words(form: MeasureForm) -> bool:
    same = _same_things(form.measure.unit)
    return any(word in same or stem(word) == stem(form.measure.unit) for word in form.thing) or len(form.thing) > 1


def _qualifiers(figure: _Figure, at: int, names: Gazetteer) -> list[tuple[str, bool]]:
    """The words between number and thing, each with whether it names a place ("171 Chilean air raids" does not)."""
    start = figure.place.start
    tokens = [t for t in figure.tokens[start : start + at] if t.is_word and not t.text[0].isdigit()]
    number_end = _number_end(figure)
    placed = names.mentions(figure.around.sentence)
    return [
        (t.norm, any(m.span.contains(t.span) for m in placed)) for t in tokens if t.span.start >= number_end
    ]


def _number_end(figure: _Figure) -> int:
    first = figure.tokens[figure.place.start].span
    own = [q for q in figure.around.quantities if q.span.end >= first.start and q.number_span.end > first.start]
    return min((q.number_span.end for q in own), default=first.start)


def _agent_named(agents: Sequence[str], figure: _Figure, names: Gazetteer) -> bool:
    """One of the agents' words in the sentence, else in the paragraph before it or the title.

    A body of another name in the sentence ("the Northern Alliance Army killed 30") is none of them, and no earlier sentence
    makes it one.
    """
    own, other = _agents_in(tuple(agents), figure.around.sentence, names)
    if own or other:
        return own
    return any(_agents_in(tuple(agents), text, names)[0] for text in figure.around.before)


@lru_cache(maxsize=256)
def _agents_in(agents: tuple[str, ...], text: str, names: Gazetteer) -> tuple[bool, bool]:
    """Whether an agent's word stands in a text, and whether one stands there only in another body's name."""
    tokens = split_words(text)
    plain = [token.norm for token in tokens]
    other = False
    for agent in _phrases(agents):
        size = len(agent)
        for at in range(len(plain) - size + 1):
            if plain[at] == agent[0] and tuple(plain[at : at + size]) == agent:
                if not _of_another_body(tokens, at, names, text):
                    return True, other
                other = True
    return False, other


def _of_another_body(tokens: Sequence[Word], at: int, names: Gazetteer, text: str) -> bool:
    """ "the Northern Alliance Army": a name of its own, unless a country stands before it ("the Chile Army")."""
    if at == 0 or not tokens[at].text[:1].isupper() or not tokens[at - 1].text[:1].isupper():
        return False
    before = tokens[at - 1]
    countries = [m for m in names.mentions(text) if names.outermost(m.place) == m.place]
    return before.norm not in ("the", "a") and not any(m.span.contains(before.span) for m in countries)


@cache
def _phrases(agents: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(norms(agent) for agent in agents))


@cache
def _armed() -> tuple[str, ...]:
    return tuple(vocabulary("measure_words")["agents"]["military"])


@cache
def _anyone() -> frozenset[str]:
    return frozenset(word for phrase in vocabulary("measure_words")["anyone"] for word in norms(phrase))


@cache
def _plain() -> frozenset[str]:
    return frozenset(vocabulary("measure_words")["plain"])


@cache
def _fillers() -> frozenset[str]:
    return frozenset(["more", "other", "others", "another", "further", "additional", "of", "them", "the", "as", "well"])


@cache
def _rates() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in vocabulary("measure_words")["rates"])


@cache
def _causes() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary("measure_words")["other_causes"])


@cache
def _countable() -> frozenset[str]:
    return _anyone() | frozenset(word for group in vocabulary("measure_words")["groups"] for word in norms(group))


def _same_things(unit: str) -> frozenset[str]:
    return frozenset(vocabulary("measure_words")["same_thing"].get(unit, [unit]))
