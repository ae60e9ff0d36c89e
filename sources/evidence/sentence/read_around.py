"""What was read of a figure's sentence besides the figure: names, places, events, marks, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.model import Claim, Letter, Quantity, Span
from claims.places.gazetteer import PlaceMention, gazetteer
from claims.text.phrases import split_words, words_before
from sources.evidence.sentence.beside import Beside, in_sentence
from sources.evidence.sentence.own_stretches import Setting
from sources.evidence.sentence.whose.names_told import Named
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.words import words

# a note's mark, a link's address
_MARK = re.compile(r"\[\w+\]|\]\([^)]*\)")


def setting_of(claim: Claim, clause: Span, beside: Beside, names: Sequence[Named], index: Index) -> Setting:
    """Where a claim's figure stands in its sentence, and what was read of the rest."""
    quantity, period, sentence = claim.quantity, claim.period, claim.sentence
    told = [each.span for each in beside.dates]
    told += [each for each in (period.span if period else None, quantity.comparator_span) if each is not None]
    if quantity.dimension != "count":
        told.append(_with_unit(quantity))
    tokens = split_words(sentence)
    marks = (Span(*each.span()) for each in _MARK.finditer(sentence))
    events = (
        Span(tokens[hit.first].span.start, tokens[hit.last - 1].span.end) for hit in wordbook(index).events.find(tokens)
    )
    places = (each.span for each in gazetteer(index.places).mentions(sentence))
    read = (in_sentence(each, claim) for each in told if claim.sentence_span.contains(each))
    return Setting(
        sentence=sentence,
        clause=clause,
        number=in_sentence(quantity.number_span, claim),
        figure=in_sentence(quantity.span, claim),
        others=tuple(in_sentence(each.number_span, claim) for each in beside.others),
        read=(*read, *(each.span for each in names), *places, *events, *marks),
    )


def placed_by_title(claim: Claim, letter: Letter, index: Index) -> Claim:
    """The place that the letter's title names within the country that the letter is about."""
    if claim.place is None or "letter" not in (claim.place_inherited or ""):
        return claim
    whole = index.gazetteer.resolve(claim.place)
    titled = {each.place.place_id for each in gazetteer(index.places).mentions(letter.title or "")}
    inside = [each for each in titled if index.gazetteer.relation(each, whole) == "inside"]
    return replace(claim, place=index.gazetteer.name(inside[0])) if len(titled) == len(inside) == 1 else claim


def places_around(
    claim: Claim, part: Span, lead: Span, names: Sequence[Named], index: Index
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places of the figure's own part of the sentence, else of what leads up to it; and those of the rest.

    The world of the "World Health Organization" is none.
    """
    found = gazetteer(index.places).mentions(claim.sentence)
    within = [each.span for each in names if each.producers]
    mentions = [
        each
        for each in found
        if not _excepted(claim.sentence, each.span)
        and not (index.gazetteer.is_world(each.place.place_id) and any(name.contains(each.span) for name in within))
    ]
    near = _ids_in(part, mentions) or _ids_in(lead, mentions)
    own = index.gazetteer.resolve(claim.place) if claim.place is not None and not claim.place_inherited else None
    rest = dict.fromkeys(each.place.place_id for each in mentions if each.place.place_id not in near)
    return near, tuple(dict.fromkeys([*([own] if own is not None and own not in near else []), *rest]))


def _ids_in(stretch: Span, mentions: Sequence[PlaceMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.place.place_id for each in mentions if each.span.overlaps(stretch)))


def _excepted(sentence: str, place: Span) -> bool:
    """Whether a place is named only to leave it out, or as who does something ("since Borland broke the truce")."""
    before = [token.norm for token in words_before(sentence, place.start)[-1:]]
    after = [token.norm for token in split_words(sentence[place.end :])[:1]]
    known = words("sourcing")
    if set(before) & set(known["excepting"]):
        return True
    acts = bool(after) and (after[0] in known["past"] or after[0].endswith(tuple(known["finite_ends"])))
    return bool(set(before) & set(known["when"])) and acts and after != ["'s"]


def _with_unit(quantity: Quantity) -> Span:
    """A measured number with its unit, without what it is measured of ("350 GW of solar capacity")."""
    behind = (token for token in split_words(quantity.text) if token.norm in words("sourcing")["of_what"])
    end = next((token.span.start for token in behind), len(quantity.text))
    return Span(quantity.span.start, quantity.span.start + end)


def blanked(sentence: str, spans: Sequence[Span]) -> str:
    """A sentence without the names of producers: the "Ministry of Health" counts no health."""
    for span in spans:
        sentence = sentence[: span.start] + " " * len(span) + sentence[span.end :]
    return sentence
