"""Where the number of a claim stands among the words of its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claims.model import Claim, Span
from claims.relations.figures import Figure
from claims.relations.phrasing import words_of
from claims.text.phrases import Word


def placed_figure(number: int, paragraph: int, words: Sequence[Word], span: Span, claim: Claim) -> Figure | None:
    """Where a claim's number stands among the words, its sign of money and its unit or per cent taken in."""
    ends = [word.span.end for word in words]
    first = bisect_right(ends, span.start)
    stop = first
    while stop < len(words) and words[stop].span.start < span.end:
        stop += 1
    if stop == first:
        return None
    if claim.quantity.dimension == "money":
        first = _sign_before(words, first)
    return Figure(
        claim=claim,
        sentence=number,
        paragraph=paragraph,
        first=first,
        stop=_unit_end(words, stop, claim),
        noun=_own_noun(claim),
        timed=claim.quantity.dimension == "count" and claim.quantity.unit in words_of("time_units"),
    )


def _sign_before(words: Sequence[Word], first: int) -> int:
    """Back over what stands directly before the number: "US$", "KSh"."""
    while first and (
        words[first - 1].norm in words_of("money_signs") or words[first - 1].span.end == words[first].span.start
    ):
        if words[first - 1].norm in words_of("brackets"):
            break
        first -= 1
    return first


def _unit_end(words: Sequence[Word], stop: int, claim: Claim) -> int:
    """Past "per cent", "%"."""
    if claim.quantity.dimension == "percentage":
        while stop < len(words) and words[stop].norm in words_of("percent_words"):
            stop += 1
    return stop


def _own_noun(claim: Claim) -> str | None:
    """The noun that stands behind the number itself; one taken over from elsewhere is none of its own."""
    quantity = claim.quantity
    if quantity.dimension != "count" or quantity.counted_span is None or quantity.unit is None:
        return None
    follows = quantity.counted_span.start >= quantity.number_span.end and claim.span.contains(quantity.counted_span)
    return quantity.unit if follows and quantity.unit not in words_of("no_nouns") else None
