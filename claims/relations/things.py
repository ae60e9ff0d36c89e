"""What a letter counts, with the words it is told in: how the same things are known again in another letter."""

from __future__ import annotations

from datetime import date

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.figures import Figure, Told
from claims.relations.phrasing import words_of
from claims.relations.told_figures import read_figures
from claims.text.plurals import singular

_SHORT = 3
_PERSON = "person"


@dataclass(frozen=True, slots=True)
class Thing:
    """A number of things: `noun` in the singular ("person" for all people), `names` the capitals of its sentence.

    `start` and `end` are days that the sentence itself names, `lemmas` its other words of weight.
    """

    claim: Claim
    noun: str
    lemmas: frozenset[str]
    names: frozenset[str]
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Counted:
    """All that one letter counts, and the names in it."""

    things: tuple[Thing, ...]
    names: frozenset[str]


def counted_in(document: Document, readings: tuple[SentenceReading, ...], claims: tuple[Claim, ...]) -> Counted:
    """The counts of a letter that have a noun of their own."""
    figures = read_figures(document, readings, claims)
    things = tuple(
        thing for told in figures.sentences for figure in told.figures if (thing := _thing(told, figure)) is not None
    )
    return Counted(things, frozenset(name for told in figures.sentences for name in _names(told)))


def _thing(told: Told, figure: Figure) -> Thing | None:
    quantity = figure.claim.quantity
    if quantity.dimension != "count" or figure.noun is None or quantity.direction or quantity.additive:
        return None
    noun = figure.noun.split()[-1].lower()
    period = figure.claim.period
    own = period is not None and period.span is not None and figure.claim.sentence_span.contains(period.span)
    return Thing(
        claim=figure.claim,
        noun=_PERSON if noun in words_of("people") else noun,
        lemmas=frozenset(_lemmas(told)) - {noun},
        names=frozenset(_names(told)),
        start=period.start if period is not None and (own or period.start == period.end) else None,
        end=period.end if own and period is not None else None,
    )


def _lemmas(told: Told) -> set[str]:
    return {
        singular(word.norm)
        for word in told.words
        if word.norm.isalpha() and len(word.norm) > _SHORT and word.norm not in words_of("plain")
    }


def _names(told: Told) -> set[str]:
    """Words with a capital that do not open the sentence: places, bodies, persons; no months."""
    return {
        word.norm
        for word in told.words[1:]
        if word.text[:1].isupper() and len(word.norm) > _SHORT and word.norm not in words_of("size_words")
    }
