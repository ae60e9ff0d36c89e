"""One figure in its sentence, made ready for the question what it measures: the action, the counted noun, the words beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.governing import Governor, governor
from claims.measure_forms import stem
from claims.measure_sets import countable, fillers, rates
from claims.model import Quantity, Span
from claims.phrases import Word, norms, split_words, words_within
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
class Figure:
    tokens: Sequence[Word]
    place: range
    noun: tuple[str, ...]
    inherited: str | None
    action: Governor | None
    beside: frozenset[str]
    around: Surroundings


def figure_of(quantity: Quantity, around: Surroundings) -> Figure:
    tokens = split_words(around.sentence)
    places = [_token_range(tokens, other) for other in around.quantities]
    own = _token_range(tokens, quantity)
    noun, inherited = _noun(quantity, around)
    action = governor(tokens, own, sorted(places, key=lambda r: r.start))
    return Figure(
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
        own = own if own and own[-1] in countable() and (quantity.additive or not shared) else ()
    if any(word not in fillers() for word in own):
        return own, None
    if not own and not quantity.additive:
        return own, None
    for other in reversed([q for q in around.quantities if q.span.end <= quantity.span.start and q.dimension == "count"]):
        noun = norms(other.counted or "")
        if any(word not in fillers() for word in noun):
            return noun, other.counted
    return own, None


def _beside(tokens: Sequence[Word], times: Sequence[Span]) -> frozenset[str]:
    """The stems of all words of the sentence that do not tell a time ("since the earthquake" kills nobody)."""
    return frozenset(
        stem(token.norm) for token in tokens if token.is_word and not any(t.overlaps(token.span) for t in times)
    )


def is_rate(quantity: Quantity, figure: Figure) -> bool:
    """ "every week, 50 air raids", "20 deaths a day": so many in each stretch of time."""
    if " per " in (quantity.unit or ""):
        return True
    return bool(rates().find(figure.tokens))


def narrowed(figure: Figure) -> str | None:
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
