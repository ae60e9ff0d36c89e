"""What a number without a noun of its own is about: "a death toll of 31", "Total cost: $72", "unemployment rose to 4%"."""

from __future__ import annotations

from functools import cache

from claims.model import Span
from claims.nounwords import Word, is_participle, word_class, words_left, words_right
from claims.plurals import singular
from claims.words import vocabulary


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(vocabulary("subjects")[name])


@cache
def _change_verbs() -> frozenset[str]:
    table = vocabulary("directions")
    return frozenset(w for side in ("up", "down") for kind in ("moves", "changes") for w in table[side][kind])


def read_subject(text: str, start: int, end: int) -> tuple[Span, str] | None:
    """The noun phrase that the number at `[start, end)` (unit included) tells about, and its head in the singular.

    In this order: the noun before "of" or a colon, the subject of the verb that governs the number, the object between
    verb and number, a noun tied on behind with "in" or "for". `None` where only a pronoun or nothing is found.
    """
    left = words_left(text, start)
    last = _skip_hedges(left, len(left) - 1)
    for find in (_labelled, _of_which, _governed):
        found = find(left, last)
        if found is not None:
            return _named(found)
    behind = _behind(words_right(text, end))
    return _named(behind) if behind else None


def _named(phrase: list[Word]) -> tuple[Span, str]:
    """Span and head: the word before the first preposition."""
    head = phrase[-1]
    for i, word in enumerate(phrase):
        if i and word.low in _class("prepositions"):
            head = phrase[i - 1]
            break
    bare = head.low[:-2] if head.low.endswith("'s") else head.low
    return Span(phrase[0].start, phrase[-1].end), singular(bare)


def _skip_hedges(left: list[Word], i: int) -> int:
    """Past what stands between the noun and its number: "of more than about"."""
    hedges = _class("hedges")
    while i >= 0 and (left[i].low in hedges or left[i].raw in "~≈($"):
        i -= 1
    return i


def _labelled(left: list[Word], last: int) -> list[Word] | None:
    """"Total cost: $72,370", "Signatories – 285", "Organisations (285)"."""
    if last < 0 or left[last].raw not in (":", "–", "—", "="):
        return None
    phrase = _noun_phrase(left, last - 1, prepositions=True)
    return phrase if phrase and (phrase[0] is left[0] or left[left.index(phrase[0]) - 1].is_sign) else None


def _of_which(left: list[Word], last: int) -> list[Word] | None:
    """"a death toll of 31", "at a price of AUD1.5m"; "a total of 300" only says how much, and looks on."""
    if last < 1 or left[last].low not in ("of", "worth", "at"):
        return None
    if left[last].low == "at":
        return None
    phrase = _noun_phrase(left, last - 1, prepositions=False)
    if not phrase or phrase[-1].low in _class("amounts"):
        return None
    return phrase


def _governed(left: list[Word], last: int) -> list[Word] | None:
    """Subject or, where that is a pronoun or missing, object of the nearest verb on the left."""
    i = last
    while i >= 0 and not _is_verb(left, i):
        if left[i].raw in ("(", ")") and i == last:
            return None
        i -= 1
    if i < 0:
        return _noun_phrase(left, last, prepositions=True, any_end=True)
    verb = i
    while i >= 0 and (_is_verb(left, i) or left[i].low in _class("auxiliaries") or left[i].low.endswith("ly")):
        i -= 1
    while i >= 0 and (left[i].low in _class("relatives") or (left[i].raw == "," and i == verb - 1)):
        i -= 1
    subject = _noun_phrase(left, i, prepositions=True)
    if subject and subject[-1].low not in _class("pronouns"):
        return subject
    return _object(left, verb, last)


def _object(left: list[Word], verb: int, last: int) -> list[Word] | None:
    """"Get the mirror for $30" → the mirror."""
    i = last
    while i > verb and left[i].low not in _class("prepositions"):
        i -= 1
    return _noun_phrase(left, (i if i > verb else last + 1) - 1, prepositions=False, first=verb + 1)


def _is_verb(left: list[Word], i: int) -> bool:
    word = left[i]
    if word.low in _class("auxiliaries") or word.low in _change_verbs():
        return word.low not in ("up", "down") or i == len(left) - 1 or left[i + 1].low != "to"
    if word.low in word_class("verbs"):
        return not (i + 1 < len(left) and i and left[i - 1].low in _class("determiners"))
    return is_participle(word) and not (i and left[i - 1].low in _class("determiners"))


def _noun_phrase(
    left: list[Word], last: int, *, prepositions: bool, any_end: bool = False, first: int = 0
) -> list[Word] | None:
    """The noun phrase that ends at `last`, at most 12 words: "Growth across the region", "our death toll"."""
    i = last
    while any_end and i >= first and (left[i].low in _class("prepositions") or left[i].is_sign or left[i].is_digits):
        i -= 1
    end = i
    while i >= first and end - i < 12 and not _bounds(left, i, prepositions):
        i -= 1
    phrase = left[i + 1 : end + 1]
    while phrase and (phrase[0].low in _class("determiners") or phrase[0].low in _class("openers")):
        phrase = phrase[1:]
    while phrase and (phrase[-1].low in _class("prepositions") or phrase[-1].low.endswith("ly")):
        phrase = phrase[:-1]
    return phrase or None


def _bounds(left: list[Word], i: int, prepositions: bool) -> bool:
    word = left[i]
    if word.is_sign or word.low in _class("breaks") or word.low in _class("relatives"):
        return True
    if word.low in _class("prepositions"):
        return not prepositions
    if word.low in _class("pronouns"):
        return True
    return word.low in _class("auxiliaries") or word.low in _change_verbs() or word.low in word_class("verbs")


def _behind(right: list[Word]) -> list[Word] | None:
    """"$12,000 for a new roof", "$1 billion in gains"."""
    if not right or right[0].low not in _class("ties"):
        return None
    phrase: list[Word] = []
    for word in right[1:8]:
        if word.low in _class("determiners") and not phrase:
            continue
        if word.is_sign or word.is_digits or word.low in word_class("stops") or word.low in _class("breaks"):
            break
        phrase.append(word)
    return phrase or None
