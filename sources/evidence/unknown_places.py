"""Places that a sentence names and the table does not know: what is counted there is a part of the table's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model import Span
from claims.places.gazetteer import gazetteer
from claims.text.phrases import Word, split_words
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.words import words

_REACH = 2


def unknown_places(sentence: str, clause: Span, names: Sequence[Span], index: Index) -> tuple[str, ...]:
    """The first words of the names behind "in", "across", "near" in a figure's clause that nothing of the table bears.

    `names`: where the producers stand. Months, events and abbreviations are no places.
    """
    tokens = split_words(sentence)
    events = (hit for hit in wordbook(index).events.find(tokens))
    known = [each.span for each in gazetteer(index.places).mentions(sentence)]
    known += [*names, *(Span(tokens[hit.first].span.start, tokens[hit.last - 1].span.end) for hit in events)]
    return tuple(
        token.norm
        for token in _behind_where(tokens)
        if token.span.overlaps(clause) and not any(span.overlaps(token.span) for span in known)
    )


def _behind_where(tokens: Sequence[Word]) -> Iterator[Word]:
    """Each name that stands behind a word of where, at most two words that say nothing between."""
    where, empty = frozenset(words("sourcing")["where"]), frozenset(words("sourcing")["empty"])
    for at, token in enumerate(tokens):
        if token.norm not in where:
            continue
        name = next((each for each in tokens[at + 1 : at + 2 + _REACH] if each.norm not in empty), None)
        if name is not None and _is_name(name):
            yield name


def _is_name(token: Word) -> bool:
    return token.is_word and token.text[0].isupper() and not token.text[1:].isupper() and len(token.text) > 1
