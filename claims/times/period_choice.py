"""Which time phrase a figure takes: the nearest in its own part of the sentence; what opens it speaks for all."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.words import vocabulary
from claims.model import Quantity, Span
from claims.text.phrases import split_words, words_in
from claims.times.stretches import stretches
from claims.times.time_words import Role, TimePhrase

WINDOWS: tuple[Role, ...] = ("since", "window", "past", "lasting")
ENDS: tuple[Role, ...] = ("until", "to_date", "document")
_FAR = 10.0


def own_length(quantity: Quantity, phrases: Sequence[TimePhrase]) -> TimePhrase | None:
    """The phrase that a length of time is itself part of ("over the past [30 months]")."""
    return next((p for p in phrases if p.role in WINDOWS and p.span.contains(quantity.number_span)), None)


def nearest(text: str, quantity: Quantity, phrases: Sequence[TimePhrase], roles: Sequence[Role]) -> TimePhrase | None:
    figure = _with_noun(text, quantity)
    costs = [
        (_distance(text, figure, p), p)
        for p in phrases
        if p.role in roles
        and not p.span.contains(quantity.number_span)
        and p.role != "lasting"
        and not _of_another_part(text, p.span, quantity.span)
    ]
    near = [(cost, phrase) for cost, phrase in costs if cost < _FAR]
    return min(near, key=lambda pair: (pair[0], pair[1].span))[1] if near else None


def _with_noun(text: str, quantity: Quantity) -> Span:
    """A figure up to its noun, also behind the brackets that say it again: "72 (seventy-two) raids"."""
    span, counted = quantity.span, quantity.counted_span
    between = text[span.end : counted.start].strip() if counted is not None else ""
    again = counted is not None and between.startswith("(") and between.endswith(")") and between.count("(") == 1
    return Span(span.start, counted.end) if again and counted is not None else span


def _distance(text: str, figure: Span, phrase: TimePhrase) -> float:
    """How far a phrase is from a figure: parts of the sentence between them weigh most, words little."""
    after = phrase.span.start >= figure.end
    start, end = (figure.end, phrase.span.start) if after else (phrase.span.end, figure.start)
    between = stretches(text).between(start, end)
    if phrase.fronted and not after:
        return 3.0 * between.hard + 0.2 + 0.01 * between.words
    comma_cost = 1.4 if after else 0.6
    # "3 million, of which 2 million were displaced after May": that time is the part's; "$486 billion, up from $411
    # billion a year ago": the time behind is the other's.
    part = _FAR if after and between.turns else 0.0
    marks = comma_cost * between.commas + 3.0 * between.hard + 1.0 * between.brackets
    return part + marks + 0.8 * between.parting + 0.05 * between.words


def _of_another_part(text: str, phrase: Span, figure: Span) -> bool:
    """ "The junta, which seized power in 2021, has held 22,000": a time inside an aside that the figure is not in."""
    opened = max(text.rfind(mark, 0, phrase.start) for mark in ",(—–")
    if opened < 0:
        return False
    closed = min((at for mark in ",)—–;" if (at := text.find(mark, phrase.end)) >= 0), default=len(text))
    first = split_words(text[opened + 1 : phrase.start])[:2]
    relative = any(word.norm in vocabulary("periods")["relatives"] for word in first)
    return relative and not opened < figure.start < closed


def in_perfect(text: str) -> bool:
    return not words_in(text).isdisjoint(vocabulary("periods")["perfect"])
