"""What a sentence gives to find its row by: whose figure, of which day, where, in which words, as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from claims.model import Claim, DateMention, Letter, Span
from claims.places.gazetteer import gazetteer
from claims.text.phrases import split_words, words_within
from sources.evidence.misprints import digits
from sources.evidence.names import Named, clause_of
from sources.evidence.shared_words import Wording, wording_of
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What else was read in a claim's sentence: its dates, and where its other figures stand (spans of the letter)."""

    dates: tuple[DateMention, ...] = ()
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """`cited`: producers that tell the figure; `named`: those whose name stands in its sentence at all. `strange`:
    somebody tells it whom the table does not know. `days`: first and last day of every date told beside it. `places`:
    ids of the places its own sentence names. `supposed`: it is foretold or feared.
    """

    claim: Claim
    letter_date: date | None
    cited: frozenset[str]
    named: frozenset[str]
    strange: bool
    days: tuple[tuple[date, date], ...]
    places: tuple[str, ...]
    wording: Wording
    supposed: bool

    @property
    def exactness(self) -> int:
        """How many significant digits the number has: 7,265 four, 2.8 million two."""
        return len(digits(self.value))

    @property
    def value(self) -> Decimal:
        return self.claim.quantity.value

    @property
    def told_source(self) -> bool:
        """Whether the sentence or a note says whose figure it is."""
        claim = self.claim
        return self.strange or bool(self.cited) or claim.attribution is not None or bool(claim.citations)


def clues_of(claim: Claim, letter: Letter, index: Index, beside: Beside) -> Clues:
    """The clues of a claim, and the claim without the sources that speak of another part of its sentence."""
    figure = _within(claim.quantity.span, claim)
    clause = clause_of(claim.sentence, figure)
    names = wordbook(index).producers.named_in(claim.sentence)
    own = [each for each in names if each.span.overlaps(clause)]
    claim = _own_sources(claim, clause)
    cited = {producer for each in own if each.tells for producer in each.producers}
    cited |= {producer for each in claim.citations if (producer := index.producer_named(each.producer))}
    return Clues(
        claim=claim,
        letter_date=letter.written_on or letter.published_on,
        cited=frozenset(cited),
        named=frozenset(producer for each in names for producer in each.producers),
        strange=_strange(own, names, cited, claim),
        days=_days(claim, beside),
        places=_places(claim, index),
        wording=wording_of(claim.sentence, figure, [_within(other, claim) for other in beside.others]),
        supposed=_supposed(claim.sentence, clause, figure),
    )


def _within(span: Span, claim: Claim) -> Span:
    """A span of the letter as one of the claim's sentence."""
    return span.shifted(-claim.sentence_span.start)


def _own_sources(claim: Claim, clause: Span) -> Claim:
    """ "The regime admits to 258 deaths, but AB has confirmed 810": AB says nothing of the 258."""
    kept = tuple(
        each
        for each in claim.citations
        if each.kind != "attribution" or each.span is None or _within(each.span, claim).overlaps(clause)
    )
    if len(kept) == len(claim.citations):
        return claim
    told = any(each.kind == "attribution" for each in kept)
    return replace(claim, citations=kept, attribution=claim.attribution if told else None)


def _strange(own: Sequence[Named], names: Sequence[Named], cited: set[str], claim: Claim) -> bool:
    """Whether the figure is told by somebody whom the table does not know, be it by name or as "the regime"."""
    if cited:
        return False
    unknown = any(each.tells and not each.producers for each in own) or claim.attribution is not None
    elsewhere = any(each.tells for each in names if each not in own)
    return unknown or elsewhere


def _days(claim: Claim, beside: Beside) -> tuple[tuple[date, date], ...]:
    """First and last day of every date of the sentence, the claim's own period and the notes it cites."""
    found = [(each.start, each.end or each.start) for each in beside.dates if each.start is not None]
    period = claim.period
    if period is not None and period.end is not None and period.span is not None:
        found.append((period.start if period.start is not None and period.grain != "day" else period.end, period.end))
    found += [(each.published_on, each.published_on) for each in claim.citations if each.published_on is not None]
    return tuple(dict.fromkeys((start, end) for start, end in found if start is not None and end is not None))


def _places(claim: Claim, index: Index) -> tuple[str, ...]:
    own = [index.gazetteer.resolve(claim.place)] if claim.place is not None and not claim.place_inherited else []
    named = [mention.place.place_id for mention in gazetteer(index.places).mentions(claim.sentence)]
    return tuple(dict.fromkeys(place for place in (*own, *named) if place is not None))


def _supposed(sentence: str, clause: Span, figure: Span) -> bool:
    """Whether a word of foretelling stands in the figure's clause, a month's name aside ("in May")."""
    tokens = split_words(sentence)
    supposing = frozenset(words("sourcing")["supposed"])
    told = (tokens[at] for at in words_within(tokens, clause))
    return any(token.norm in supposing and token.text[0].islower() or token.norm in ("if", "unless") for token in told)
