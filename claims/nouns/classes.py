"""Words around a number: a light scan of a few dozen tokens, and the closed word classes that bound noun phrases."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from claims.language.words import of_language, vocabulary
from claims.text.elision import elided
from claims.text.plurals import is_plural

# A number, an abbreviation ("U.S."), a word with its joins ("COVID-19", "Johnson's", "workers’"), or one sign.
_WORDS = r"\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-‐‑'’&][^\W_]+)*['’]?|[^\w\s]|_"
# A full stop ends a sentence unless a single capital or a short title stands before it ("U.S.", "Mr.", "No.").
# The mark comes first and what stands before it after: so all that is no mark is passed over at once.
_SENTENCE_END = r"[.!?;](?:(?<=;)\s|(?<!;)(?<![A-Z].){titles}[\"”’)]*\s+(?=[A-Z\"“‘]))"
_REACH = 320
# Of a stretch of signs and digits only so many tokens: each number of a long table looks back over them.
_NEAR = 80
_AHEAD = 16
# A line of fewer characters was not wrapped: a heading, an entry of a list, the last line of a paragraph.
_WRAPPED = 45


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
    end = min(len(text), at + reach)
    one_line = text.find("\n", at, end) < 0
    found: list[Word] = []
    for word in _from(text, at):
        if word.start >= end or word.raw in ";!?":
            break
        if not one_line and _line_ends(text, found[-1].end if found else at, word.start):
            break
        found.append(word)
    return found


@of_language(maxsize=4)
def words_left(text: str, at: int) -> list[Word]:
    """The tokens before `at` in its sentence, in order; shared among the readers of one number, not to be changed."""
    first = max(0, at - _REACH)
    cut = max(text.rfind("\n", first, at) + 1, first)
    while cut > first and not _line_ends(text, cut - 1, cut):
        cut = max(text.rfind("\n", first, cut - 1) + 1, first)
    ends = _sentence_ends(text)
    k = bisect_left(ends, at + (text[max(0, at - 2) : at - 1] == ";")) - 1
    if k >= 0 and ends[k] > cut:
        cut = ends[k]
    words = _words(text)
    stop = bisect_left(words, (at,))
    found = words[max(bisect_left(words, (cut,)), stop - _NEAR) : stop]
    if found and found[-1].end > at:  # "RM" of "RM79"
        last = found.pop()
        found += [_word(match) for match in _token().finditer(text, last.start, at)]
    return found


def _from(text: str, at: int) -> list[Word]:
    """The next tokens from `at`, which may stand inside a word: "m" of "37m"."""
    words = _words(text)
    k = bisect_left(words, (at,))
    if k and words[k - 1].end > at:
        return [*map(_word, _token().finditer(text, at, words[k - 1].end)), *words[k : k + _AHEAD]][:_AHEAD]
    return words[k : k + _AHEAD]


@of_language(maxsize=2)
def _sentence_ends(text: str) -> list[int]:
    """Where each sentence of a text has ended and the next word begins, found once for all of its numbers."""
    return [match.end() for match in _sentence_end().finditer(text)]


@of_language(maxsize=2)
def _words(text: str) -> list[Word]:
    """Every token of a text, made once: each of its numbers looks around itself."""
    return [_word(match) for match in _token().finditer(text)]


def _line_ends(text: str, end: int, start: int) -> bool:
    """Whether a line break between two tokens ends a phrase: a blank line, a bullet, a line too short to be wrapped."""
    first = text.find("\n", end, start)
    if first < 0:
        return False
    if text.find("\n", first + 1, start) >= 0 or "\n" in text[max(0, first - _WRAPPED) : first] or first < _WRAPPED:
        return True
    return text[first + 1 : first + 4].lstrip()[:1] in ("-", "•", "*", "–", "·")


@of_language
def _sentence_end() -> re.Pattern[str]:
    by_length: dict[int, list[str]] = {}
    for title in vocabulary("abbreviations")["titles"]:
        by_length.setdefault(len(title), []).append(re.escape(title))
    titles = "".join(rf"(?<!\b(?:{'|'.join(found)}).)" for found in by_length.values())
    return re.compile(_SENTENCE_END.replace("{titles}", titles))


@of_language
def _token() -> re.Pattern[str]:
    return re.compile(elided() + _WORDS)


def _word(match: re.Match[str]) -> Word:
    raw = match[0]
    low = raw.lower()
    return tuple.__new__(Word, (*match.span(), low.replace("’", "'") if "’" in low else low, raw))


@of_language
def word_class(name: str) -> frozenset[str]:
    """A list of `nouns.yml` as a set for asking whether a word is in it."""
    return frozenset(vocabulary("nouns")[name])


@of_language
def _endings(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("nouns")[name])


def ends_phrase(word: Word) -> bool:
    """Whether no noun phrase goes on over `word`: a sign, a preposition, an auxiliary, a pronoun …"""
    if word.low in word_class("stops"):
        return not (word.raw.isupper() and len(word.raw) > 1)  # "the US population", "WHO staff"
    return word.is_sign and word.raw not in "‘“\"'&"


def is_possessive(word: Word) -> bool:
    """ "Johnson's", "workers’": belongs to what follows."""
    return word.low.endswith(_endings("possessive_endings"))


def is_participle(word: Word) -> bool:
    """May be a modifier before a noun or a verb behind it: "displaced", "undisclosed", "recorded"."""
    return has_participle_form(word.low)


@of_language(maxsize=8_192)
def has_participle_form(low: str) -> bool:
    """The same of a word in small letters."""
    return low.endswith(_endings("participle_endings")) and len(low) > 4 and low not in word_class("ed_nouns")


def is_adverb(word: Word) -> bool:
    """ "approximately", "newly"; not "family", "assembly", "gas-only", "Italy"."""
    low = word.low
    return (
        low.endswith(_endings("adverb_endings"))
        and len(low) > 4
        and "-" not in low
        and not word.is_name
        and low not in word_class("ly_nouns")
    )


def is_plural_noun(word: Word) -> bool:
    """A plural that is no verb in "s" and no possessive."""
    return not (is_possessive(word) or is_listed_verb(word)) and is_plural(word.low.rstrip("'"))


def is_listed_verb(word: Word) -> bool:
    """A verb whose form does not show it: "live", "lost", "produces"."""
    return word.low in word_class("verbs") or word.low in third_person() or word.low in _irregular_past()


@of_language
def _irregular_past() -> frozenset[str]:
    return frozenset(vocabulary("subjects")["irregular_past"])


@of_language
def third_person() -> frozenset[str]:
    """Finite verbs that are hardly ever nouns: "employs", "struck"."""
    return frozenset(vocabulary("subjects")["third_person"])
