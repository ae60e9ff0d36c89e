"""Phrases of the vocabulary, found among tokens in front of a place or behind it; the longest wins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from claims.text.tokens import Token, tokenize

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """A table from phrases to meanings; matched token by token, case ignored, whatever blanks stand between."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in entries:
            words = tuple(token.lower for token in tokenize(phrase))
            self._by_first.setdefault(words[0], []).append((words, meaning))
            self._by_last.setdefault(words[-1], []).append((words, meaning))
        self._words = frozenset(word for rows in self._by_first.values() for words, _ in rows for word in words)
        for table in (self._by_first, self._by_last):
            for rows in table.values():
                rows.sort(key=lambda row: -len(row[0]))

    def ending_at(self, tokens: list[Token], stop: int) -> tuple[int, Meaning] | None:
        """The longest phrase whose last token is `tokens[stop - 1]`: where it starts, and its meaning."""
        if not 0 < stop <= len(tokens):
            return None
        for words, meaning in self._by_last.get(tokens[stop - 1].lower, ()):
            start = stop - len(words)
            if start >= 0 and all(tokens[start + k].lower == word for k, word in enumerate(words)):
                return start, meaning
        return None

    def starting_at(self, tokens: list[Token], start: int) -> tuple[int, Meaning] | None:
        """The longest phrase whose first token is `tokens[start]`: where it ends (exclusive), and its meaning."""
        if not 0 <= start < len(tokens):
            return None
        for words, meaning in self._by_first.get(tokens[start].lower, ()):
            stop = start + len(words)
            if stop <= len(tokens) and all(tokens[start + k].lower == word for k, word in enumerate(words)):
                return stop, meaning
        return None

    def around(self, tokens: list[Token], i: int, reach: int) -> tuple[int, int] | None:
        """The phrase that token `i` lies in, if it starts at most `reach` tokens before: (first token, stop token)."""
        if tokens[i].lower not in self._words:
            return None
        for start in range(i, max(-1, i - reach - 1), -1):
            found = self.starting_at(tokens, start)
            if found is not None and found[0] > i:
                return start, found[0]
        return None
