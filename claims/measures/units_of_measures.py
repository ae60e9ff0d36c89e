"""Whether a figure and a measure are of one dimension: degrees are no people, and money is no share."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.words import vocabulary
from claims.measures.figure import Figure
from claims.measures.sets import rates
from claims.model import Measure, Quantity, Span
from claims.text.phrases import Word, split_words, words_within

_SHARES = ("percent", "percent of GDP")


def same_dimension(measure: Measure, quantity: Quantity) -> bool:
    """Whether what the measure counts can be told in the quantity's unit."""
    if quantity.dimension in ("percentage", "share"):
        return measure.unit in _SHARES
    if quantity.dimension == "money":
        return measure.dimension == "money"
    if quantity.dimension == "physical":
        return measure.dimension not in ("count", "money", "share")
    return quantity.dimension in ("count", "multiple") and measure.dimension in ("count", "rate")


def is_rate_of(figure: Figure, zone: range) -> bool:
    """ "140 a day": so many in each stretch of time, said in the figure's own part; a daily briefing is none."""
    return _is_rate(figure.tokens, zone)


def is_rate_within(sentence: str, stretch: Span) -> bool:
    """The same of a stretch of a sentence."""
    tokens = split_words(sentence)
    return _is_rate(tokens, words_within(tokens, stretch))


def _is_rate(tokens: Sequence[Word], zone: range) -> bool:
    titles = vocabulary("measure_words")["rate_titles"]
    return any(
        not any(word.norm in titles for word in tokens[hit.last : hit.last + 1])
        for hit in rates().find(tokens)
        if hit.first in zone
    )
