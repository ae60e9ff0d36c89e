"""Who tells a figure: those named, those without a name, those whom the table does not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.model import Claim, Span
from claims.text.phrases import split_words
from sources.evidence.sentence.beside import in_sentence
from sources.evidence.sentence.names_told import Named, clause_of
from sources.lookup.table_index import Index
from sources.words import words

_REACH = 3


def cited_in(claim: Claim, names: Sequence[Named], clause: Span, figure: Span, index: Index) -> set[str]:
    """Whose figure it is: of those that tell in its own half of the clause, else of all that tell in the clause."""
    half = clause_of(claim.sentence, figure, "turns", "pauses")
    if _is_told_by_ourselves(claim.sentence, half, figure, names):
        return set()
    sources = (*(each.producer for each in claim.citations), claim.attribution)
    noted = {known for each in sources if (known := index.producer_named(each)) is not None}
    for stretch in (half, clause):
        told = [each for each in names if each.tells and each.span.overlaps(stretch)]
        if told:
            return {producer for each in told for producer in each.producers} | noted
        if stretch != clause and (_says(claim.sentence, stretch) or _as_told(claim.sentence, stretch)):
            return noted
    return noted


def with_own_sources(claim: Claim, clause: Span) -> Claim:
    """ "The regime admits to 258 deaths, but AB has confirmed 810": AB says nothing of the 258."""
    kept = tuple(
        each
        for each in claim.citations
        if each.kind != "attribution" or each.span is None or in_sentence(each.span, claim).overlaps(clause)
    )
    if len(kept) == len(claim.citations):
        return claim
    told = any(each.kind == "attribution" for each in kept)
    return replace(claim, citations=kept, attribution=claim.attribution if told else None)


def is_told_by_strangers(names: Sequence[Named], clause: Span, claim: Claim) -> bool:
    """Whether the figure is told by somebody whom the table does not know, be it by name or as "the regime"."""
    unknown = any(each.tells and not each.producers and each.span.overlaps(clause) for each in names)
    elsewhere = any(each.tells and not each.span.overlaps(clause) for each in names)
    said = _says(claim.sentence, clause) or _as_told(claim.sentence, clause)
    return unknown or elsewhere or claim.attribution is not None or said


def _is_told_by_ourselves(sentence: str, half: Span, figure: Span, names: Sequence[Named]) -> bool:
    """Whether we tell a figure and nobody is named before it: "we have counted 4,900, more than AB's 3,905"."""
    if any(half.start <= each.span.start < figure.start for each in names):
        return False
    known = words("sourcing")
    if not any(token.norm in known["we"] for token in split_words(sentence)):
        return False
    told = [token.norm for token in split_words(sentence[half.start : figure.start])]
    at = next((at for at, norm in enumerate(told) if norm in known["we"]), None)
    behind = told[at + 1 : at + 2 + _REACH] if at is not None else []
    return bool(set(behind) & (set(known["telling"]) - set(known["having"])))


def are_several(sentence: str, names: Sequence[Named], clause: Span) -> bool:
    """Whether somebody unknown tells together with those known: "AB and the Alder Archive count 3,905 and 5,100"."""
    told = sorted((each for each in names if each.span.overlaps(clause)), key=lambda each: each.span)
    return any(
        bool(one.producers) != bool(other.producers) and _are_joined(sentence[one.span.end : other.span.start])
        for one, other in pairwise(told)
        if one.tells or other.tells
    )


def _are_joined(between: str) -> bool:
    """Whether nothing but "and the" stands between two names."""
    told = {token.norm for token in split_words(between)}
    known = words("sourcing")
    return bool(told & set(known["and"])) and told <= {*known["and"], *known["links"], ","}


def _as_told(sentence: str, clause: Span) -> bool:
    """Whether somebody is said to tell it in passing: "as the authorities gave it", "as his family put it"."""
    tokens, known = split_words(clause.of(sentence)), words("sourcing")
    telling = frozenset(known["telling"]) - frozenset(known["having"])
    for at, token in enumerate(tokens):
        behind = [each.norm for each in tokens[at + 2 : at + 2 + _REACH]]
        if token.norm in known["in_passing"] and telling & set(behind):
            return True
    return False


def _says(sentence: str, clause: Span) -> bool:
    """Whether somebody without a name says the figure ("residents say", "the regime admits")."""
    told = {token.norm for token in split_words(clause.of(sentence))}
    known = words("sourcing")
    return bool(told & set(known["saying"])) and not told & set(known["ourselves"])
