"""Words around a number: a light scan of a few dozen tokens, and the closed word classes that bound noun phrases."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claims.plurals import is_plural
from claims.words import vocabulary

# A word with its joins ("COVID-19", "Johnson's", "workers’"), a bare number, or one sign.
_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑'’&][^\W_]+)*['’]?|[^\w\s]|_")
# A full stop ends a sentence unless a single capital or a short title stands before it ("U.S.", "Mr.", "No.").
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|No))(?<!\b(?:Mrs|Inc|Ltd|Gen|Col))[.!?][\"”’)]*\s+(?=[A-Z\"“‘])|;\s"
)
_REACH = 320


class Word(NamedTuple):
    """A token: where it stands, its text in lower case with a straight apostrophe, and as written."""

    start: int
    end: int
    low: str
    raw: str

    @property
    def is_sign(self) -> bool:
        return not self.raw[0].isalnum()

    @property
    def is_digits(self) -> bool:
        return self.raw[0].isdigit()

    @property
    def is_name(self) -> bool:
        return self.raw[0].isupper()


def words_right(text: str, at: int, reach: int = _REACH) -> list[Word]:
    """The tokens from `at`, as far as a noun phrase may go: to the next stop, blank line or `reach` characters."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text, at, min(len(text), at + reach)):
        if match[0] in ";!?" or (found and "\n\n" in text[found[-1].end : match.start()]):
            break
        found.append(_word(match))
        if len(found) == 24:
            break
    return found


def words_left(text: str, at: int, reach: int = _REACH) -> list[Word]:
    """The tokens before `at` in its sentence, in order."""
    first = max(0, at - reach)
    left = text[first:at]
    cut = 0
    for mark in ("\n\n", "\n- ", "\n• ", "\n* "):
        cut = max(cut, left.rfind(mark) + len(mark)) if mark in left else cut
    for match in _SENTENCE_END.finditer(left, cut):
        cut = match.end()
    found = [_word(m) for m in _TOKEN.finditer(text, first + cut, at)]
    return found[1:] if first and not cut else found


def _word(match: re.Match[str]) -> Word:
    raw = match[0]
    return Word(match.start(), match.end(), raw.lower().replace("’", "'"), raw)


@cache
def word_class(name: str) -> frozenset[str]:
    """A list of `nouns.yml` as a set for asking whether a word is in it."""
    return frozenset(vocabulary("nouns")[name])


def ends_phrase(word: Word) -> bool:
    """Whether no noun phrase goes on over `word`: a sign, a preposition, an auxiliary, a pronoun …"""
    return word.low in word_class("stops") or (word.is_sign and word.raw not in "‘“\"'&")


def is_possessive(word: Word) -> bool:
    """ "Johnson's", "workers’": belongs to what follows."""
    return word.low.endswith(("'s", "s'"))


def is_participle(word: Word) -> bool:
    """May be a modifier before a noun or a verb behind it: "displaced", "undisclosed", "recorded"."""
    return word.low.endswith("ed") and len(word.low) > 4


def is_plural_noun(word: Word) -> bool:
    """A plural that is no verb in "s" and no possessive."""
    return is_plural(word.low.rstrip("'")) and not is_possessive(word) and word.low not in word_class("verbs")
