"""Words of a sentence with their places, and finding listed phrases among them in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Generic, TypeVar

from claims.language.words import of_language
from claims.model import Span
from claims.quick_records import dataclass

T = TypeVar("T")

# A hyphen inside a word separates ("air-strikes" is "air strikes"); a possessive 's stands alone ("Borland's").
_TOKEN = re.compile(r"['’]s\b|[^\W_]+|[^\w\s]")
_START, _END = attrgetter("span.start"), attrgetter("span.end")
_HYPHENS = frozenset("-‐‑")
_WINDOW = 120
_INNER_HYPHEN = re.compile(r"(?<=[^\W_])[-‐‑](?=[^\W_])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of punctuation: `text` as it stands, `norm` lower-cased, with straight apostrophes."""

    text: str
    norm: str
    span: Span

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


@of_language(maxsize=256)
def split_words(text: str) -> tuple[Word, ...]:
    """Words and punctuation in order; white space and hyphens inside words are dropped. The last few texts are kept."""
    found = []
    for match in _TOKEN.finditer(text):
        word, start = match.group(), match.start()
        if word in _HYPHENS and _inside_word(text, start):
            continue
        found.append(Word(word, word.lower().replace("’", "'"), Span(start, match.end())))
    return tuple(found)


@of_language(maxsize=256)
def words_in(text: str) -> frozenset[str]:
    """The normal forms of all of its words and marks: asked first by whoever looks for a word around each figure."""
    return frozenset([word.norm for word in split_words(text)])


def words_before(text: str, end: int) -> tuple[Word, ...]:
    """The words of `text` that stand just before a place, those of the last few; their own places do not count."""
    return split_words(text[max(0, end - _WINDOW) : end])


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def norms(text: str) -> tuple[str, ...]:
    """The normal forms of a phrase's words, as `PhraseIndex` compares them: those of `split_words`, without places."""
    if not _HYPHENS.isdisjoint(text):
        text = _INNER_HYPHEN.sub(" ", text)
    found = map(str.lower, _TOKEN.findall(text))
    return tuple([word.replace("’", "'") for word in found]) if "’" in text else tuple(found)


def words_within(words: Sequence[Word], span: Span) -> range:
    """Indexes of the words that lie wholly inside `span` (words sorted by place)."""
    first = bisect_left(words, span.start, key=_START)
    return range(first, bisect_right(words, span.end, first, key=_END))


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A listed phrase found: word indexes `[first, last)` and all that is listed under it."""

    first: int
    last: int
    payloads: tuple[T, ...]


class PhraseIndex(Generic[T]):
    """Phrases with a payload each; `find` gives the longest hit at each place, none overlapping, left to right."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        table: dict[tuple[str, ...], list[T]] = {}
        for phrase, payload in phrases:
            key = norms(phrase)
            if key and payload not in table.setdefault(key, []):
                table[key].append(payload)
        self._table = {key: tuple(payloads) for key, payloads in table.items()}
        lengths: dict[str, set[int]] = {}
        for key in self._table:
            lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}
        # every figure of a sentence asks for the phrases of the same words
        self._last: tuple[Sequence[Word], list[Hit[T]]] = ((), [])

    def at(self, words: Sequence[str], index: int) -> Hit[T] | None:
        """The longest phrase that begins at word `index` (words in normal form), or None."""
        for length in self._lengths.get(words[index], ()):
            key = tuple(words[index : index + length])
            if len(key) == length and key in self._table:
                return Hit(index, index + length, self._table[key])
        return None

    def find(self, words: Sequence[Word]) -> list[Hit[T]]:
        last, found = self._last
        if words is not last or not isinstance(words, tuple):
            found = self.among([word.norm for word in words])
            self._last = (words, found)
        return list(found)

    def among(self, plain: Sequence[str]) -> list[Hit[T]]:
        """`find` in words of normal form."""
        found: list[Hit[T]] = []
        index = 0
        while index < len(plain):
            hit = self.at(plain, index) if plain[index] in self._lengths else None
            if hit is not None:
                found.append(hit)
            index = hit.last if hit is not None else index + 1
        return found
