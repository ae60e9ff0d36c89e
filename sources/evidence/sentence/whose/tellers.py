"""Who tells a figure: those named, those without a name, those whom the table does not know."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from claims.model import Claim, Span
from claims.text.phrases import split_words, words_in
from sources.evidence.sentence.beside import in_sentence
from sources.evidence.sentence.whose.clause_of_figure import clause_of
from sources.evidence.sentence.whose.names_told import Named
from sources.evidence.sentence.whose.standing import signs
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.model import Observation

_REACH = 3
_MOST = 400


def cited_in(
    claim: Claim, names: Sequence[Named], clause: Span, figure: Span, others: Sequence[Span], index: Index
) -> set[str]:
    """Whose figure it is: of those that tell in its own half of the clause, else of all that tell in the clause.

    `others`: the other figures of the sentence, each of which may have its own teller.
    """
    half = clause_of(claim.sentence, figure, "turns", "pauses")
    if _is_told_by_ourselves(claim.sentence, half, figure, names):
        return set()
    noted = _of_notes(claim, index)
    for stretch in (half, clause):
        told = [each for each in names if each.tells and each.span.overlaps(stretch)]
        if told:
            own = of_figure(claim.sentence, told, figure, others)
            return {producer for each in own for producer in each.producers} | noted
        read = noted | _of_wording(claim, stretch, index)
        if stretch != clause and (_says(claim.sentence, stretch) or _as_told(claim.sentence, stretch)):
            return read
    return read


def _of_notes(claim: Claim, index: Index) -> set[str]:
    """Whom the notes and links of a claim cite; where no author was read, the one producer that their text names."""
    names = wordbook(index).producers
    found: set[str] = set()
    for each in claim.citations:
        if each.kind == "attribution":
            continue
        known = index.producer_named(each.producer)
        told = {producer for name in names.named_in(each.text) for producer in name.producers}
        found |= {known} if known is not None else told if len(told) == 1 else set()
    return found


def _of_wording(claim: Claim, stretch: Span, index: Index) -> set[str]:
    """Whom a stretch of a claim's sentence gives as its source, as it was read."""
    told = [each for each in claim.citations if each.kind == "attribution"]
    own = [each for each in told if each.span is None or in_sentence(each.span, claim).overlaps(stretch)]
    sources = [each.producer for each in own] if told else [claim.attribution]
    return {known for each in sources if (known := index.producer_named(each)) is not None}


def of_figure(sentence: str, told: Sequence[Named], figure: Span, others: Sequence[Span]) -> Sequence[Named]:
    """Of several that tell in a sentence of several figures those who tell this one: the nearest on its side."""
    if len(told) < 2 or not others:
        return told
    behind = [
        each
        for each in told
        if each.span.start >= figure.end
        and each.side != "behind"
        and not any(figure.end <= other.start < each.span.start for other in others)
    ]
    before = [each for each in told if each.span.start < figure.start and each.side != "before"]
    nearest = next((each for each in (*(each for each in behind if each.side), *reversed(before), *behind)), None)
    return [nearest, *_joined_to(nearest, sentence, told)] if nearest is not None else told


def _joined_to(nearest: Named, sentence: str, told: Sequence[Named]) -> list[Named]:
    """Those who tell together with one: "AB and CD count"."""
    for one, other in pairwise(sorted(told, key=lambda each: each.span)):
        if nearest in (one, other) and _are_joined(sentence[one.span.end : other.span.start]):
            return [other if nearest == one else one]
    return []


def one_office(under: Sequence[str], claim: Claim, days: Sequence[tuple[date, date]], index: Index) -> frozenset[str]:
    """Of the offices of a body ("the UN says") the one that has figures of the measure read and of the days told."""
    read = {claim.measure, *claim.measures_possible}
    found = {
        office
        for office in under
        for start, end in days
        if any(
            row.measure_id in read and _is_of_place(row, claim, index)
            for row in index.of_producer(office, start, end, _MOST)
        )
    }
    return frozenset(found) if len(found) == 1 else frozenset()


def _is_of_place(row: Observation, claim: Claim, index: Index) -> bool:
    """Whether a row is of a claim's place, or of the world where it tells none."""
    place, told = index.gazetteer.of(row), index.gazetteer.resolve(claim.place)
    return index.gazetteer.is_world(place) if told is None else place == told


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


def told_by_unknown(
    claim: Claim, names: Sequence[Named], clause: Span, mentioned: Collection[str], index: Index
) -> bool:
    """Whether a body of a name that the table does not know tells a figure; not where one word takes up a known name.

    `mentioned`: the producers that the letter named before ("the Project had counted", after "the Birds Project").
    """
    known = wordbook(index).producers
    unknown = (each for each in names if each.tells and not each.producers and each.span.overlaps(clause))
    for each in unknown:
        told = split_words(each.span.of(claim.sentence))
        if len(told) > 1 or not any(known.has_word(producer, told[0].norm) for producer in mentioned):
            return True
    return False


def _is_told_by_ourselves(sentence: str, half: Span, figure: Span, names: Sequence[Named]) -> bool:
    """Whether we tell a figure and nobody is named before it: "we have counted 4,900, more than AB's 3,905"."""
    if any(half.start <= each.span.start < figure.start for each in names):
        return False
    if words_in(sentence).isdisjoint(signs("we")):
        return False
    told = [token.norm for token in split_words(sentence[half.start : figure.start])]
    at = next((at for at, norm in enumerate(told) if norm in signs("we")), None)
    behind = told[at + 1 : at + 2 + _REACH] if at is not None else []
    return bool(set(behind) & (signs("telling") - signs("having")))


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
    return bool(told & signs("and")) and told <= {*signs("and"), *signs("links"), ","}


def _as_told(sentence: str, clause: Span) -> bool:
    """Whether somebody is said to tell it in passing: "as the authorities gave it", "as his family put it"."""
    told = clause.of(sentence)
    if words_in(told).isdisjoint(signs("in_passing")):
        return False
    tokens = split_words(told)
    telling = signs("telling") - signs("having")
    for at, token in enumerate(tokens):
        behind = [each.norm for each in tokens[at + 2 : at + 2 + _REACH]]
        if token.norm in signs("in_passing") and telling & set(behind):
            return True
    return False


def _says(sentence: str, clause: Span) -> bool:
    """Whether somebody without a name says the figure ("residents say", "the regime admits")."""
    told = words_in(clause.of(sentence))
    return bool(told & signs("saying")) and not told & signs("ourselves")
