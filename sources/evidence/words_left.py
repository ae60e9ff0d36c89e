"""The words of a claim for which a measure and its rows do not account: neither general, nor theirs, nor read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sources.evidence.sentence.clues import Clues
from sources.evidence.sentence.unread import Unread, behind_colon, behind_telling, unread_words
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
    start = _behind_head(measure_id, rows, clues)
    told = known | book.event_roots(event or "")
    tellers = clues.cited & {row.producer_id for row in rows}
    return tuple(
        each
        for each in _unread(clues, known, start)
        if not (each.roots & told or (each.named and _is_of_names(each.norm, tellers, index)))
    )


def _is_of_names(word: str, tellers: frozenset[str], index: Index) -> bool:
    """Whether a word is one of a name of those cited ("the Maryland data" of the University of Maryland)."""
    return any(wordbook(index).producers.has_word(teller, word) for teller in tellers)


def _behind_head(measure_id: str, rows: Sequence[Observation], clues: Clues) -> int:
    """Where the first figure of the sentence stands, if it prints a row of the very series: its words are of that.

    "The air at the summit held 427.35 ppm in 2025; 424.61 ppm in 2024": what the air holds is what the series counts.
    """
    sentence, series = clues.claim.sentence_span, {(measure_id, row.producer_id) for row in rows}
    first = min((sentence.start + each.start for each in clues.setting.others), default=clues.claim.span.start)
    on_line = any(
        sentence.start <= each.start <= first < clues.claim.span.start
        and (each.row.measure_id, each.row.producer_id) in series
        for each in clues.lines
    )
    return first - sentence.start if on_line else 0


def _unread(clues: Clues, known: frozenset[str], start: int) -> Sequence[Unread]:
    """The claim's unread words: of those behind a colon alone, where they tell what is counted."""
    colon = behind_colon(clues.setting)
    behind = unread_words(clues.setting, colon)
    if colon and any(each.roots & known for each in behind) and not clues.leans:
        return behind
    return unread_words(clues.setting, max(start, behind_telling(clues.setting)))


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
