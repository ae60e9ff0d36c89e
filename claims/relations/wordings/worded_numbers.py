"""One number in words and in digits side by side: "twelve (12)", "12 (twelve)", "twelve euros (€12)"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from claims.model import Quantity
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import Doubled
from claims.relations.phrasing import starts, words_of
from claims.text.phrases import split_words


def find_doubled(figures: Figures) -> Iterator[Doubled]:
    """Every number with the same in brackets right behind it, one of them in words and one in digits."""
    for told in figures.sentences:
        for one, other in told.doubled:
            words, digits = (other, one) if _in_digits(one) else (one, other)
            yield Doubled(words=words.claim, digits=digits.claim)


def told_once(told: Told) -> Told:
    """A sentence without the brackets in which it says a number again; the two stand in `doubled`.

    "Twelve (12) people, eight (8) of them women" is "Twelve people, eight of them women" to all who look at figures.
    """
    pairs = [(one, other) for one, other in pairwise(told.counts) if _is_doubled(told, one, other)]
    if not pairs:
        return told
    dropped = [at for one, other in pairs for at in range(_end(one), _end(other) + 1)]
    left = frozenset(dropped)
    again = frozenset(id(other.claim) for _, other in pairs)
    first = frozenset(id(one.claim) for one, _ in pairs)

    def moved(figures: Iterable[Figure]) -> tuple[Figure, ...]:
        return tuple(_moved(one, dropped, first) for one in figures if id(one.claim) not in again)

    return replace(
        told,
        words=tuple(word for at, word in enumerate(told.words) if at not in left),
        figures=moved(told.figures),
        counts=moved(told.counts),
        ranks=moved(told.ranks),
        doubled=tuple(pairs),
    )


def _moved(figure: Figure, dropped: list[int], first: frozenset[int]) -> Figure:
    """A figure where it stands without the brackets; the first of two has the noun behind them for its own."""
    noun = _noun_behind(figure.claim.quantity) if id(figure.claim) in first else figure.noun
    before = bisect_left(dropped, figure.first)
    return replace(figure, first=figure.first - before, stop=figure.stop - before, noun=noun)


def _noun_behind(quantity: Quantity) -> str | None:
    behind = quantity.counted_span is not None and quantity.counted_span.start >= quantity.number_span.end
    return quantity.unit if behind and quantity.unit not in words_of("no_nouns") else None


def _is_doubled(told: Told, one: Figure, other: Figure) -> bool:
    bracketed = told.norms[_end(one) : other.first] == ("(",) and bool(starts(told.norms[_end(other) :], "shut"))
    return bracketed and _of_one_kind(one, other) and _in_digits(one) != _in_digits(other)


def _of_one_kind(one: Figure, other: Figure) -> bool:
    """Whether both measure the same in the same unit under one bound: no "five miles (8 km)", no "dozens (31)"."""
    first, second = one.claim.quantity, other.claim.quantity
    alike = (first.dimension, first.comparator) == (second.dimension, second.comparator)
    unit = first.dimension == "count" or first.unit == second.unit
    return alike and unit and first.comparator != "range"


def _end(figure: Figure) -> int:
    """Past the number and the words of its unit: "twelve euros"; what is counted in things stands apart."""
    quantity = figure.claim.quantity
    if quantity.dimension in ("count", "percentage"):
        return figure.stop
    return figure.stop + len(split_words(quantity.text[quantity.number_span.end - quantity.span.start :]))


def _in_digits(figure: Figure) -> bool:
    return any(letter.isdigit() for letter in figure.claim.quantity.as_written)
