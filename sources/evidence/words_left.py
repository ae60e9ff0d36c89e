"""The words of a claim for which a measure and its rows do not account: neither general, nor theirs, nor read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sources.evidence.sentence.clues import Clues
from sources.evidence.sentence.unread import Unread, behind_colon, unread_words
from sources.evidence.shared_words import root, roots_of
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.model import Observation
from sources.words import words


def words_left(
    measure_id: str, rows: Sequence[Observation], clues: Clues, index: Index, event: str | None = None
) -> tuple[Unread, ...]:
    """The words left, in their order; those of an event are told with it."""
    book = wordbook(index)
    known = book.measures.own_words(measure_id) | _words_of(rows)
    known |= _said_otherwise(known) | _peoples(rows, index)
    told = known | book.event_roots(event or "")
    return tuple(each for each in _unread(clues, known) if not each.roots & told)


def _unread(clues: Clues, known: frozenset[str]) -> Sequence[Unread]:
    """The claim's unread words: of those behind a colon alone, where they tell what is counted."""
    colon = behind_colon(clues.setting)
    behind = unread_words(clues.setting, colon)
    if colon and any(each.roots & known for each in behind) and not clues.leans:
        return behind
    return unread_words(clues.setting)


def _said_otherwise(known: frozenset[str]) -> frozenset[str]:
    """The roots of words that say the same as one of those known ("war" where a measure has "conflict")."""
    return frozenset[str]().union(*(row for row in _synonyms() if row & known))


@cache
def _synonyms() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(root(word) for word in row) for row in words("general")["synonyms"])


def _peoples(rows: Sequence[Observation], index: Index) -> frozenset[str]:
    """The roots of what people and things of the rows' countries are called: "Ukrainian" for Ukraine."""
    gazetteer, named = index.gazetteer, words("general")["demonyms"]
    places = {place for row in rows if (place := gazetteer.of(row)) is not None}
    around = (each for place in places for each in gazetteer.chain(place))
    return frozenset(root(word) for each in around for word in named.get(each, ()))


def _words_of(rows: Sequence[Observation]) -> frozenset[str]:
    """The roots of what rows print, and of where they are ("the tropics")."""
    return frozenset[str]().union(*(roots_of(row.as_printed) | roots_of(row.place or "") for row in rows))
