"""Persons counted together: "250 women and children", "300 organisations and allies"."""

from __future__ import annotations

from claims.nouns.classes import Word, ends_phrase, is_listed_verb, is_plural_noun, word_class


def coordinated_end(words: list[Word], head: int) -> int:
    """ "250 women and children", "551 organisations and allies": persons counted together are one counted thing."""
    i = end = head
    joiners, persons = word_class("joiners"), word_class("persons")
    while (
        i + 2 < len(words) and (words[i + 1].low in joiners or words[i + 1].raw == ",") and words[head].low in persons
    ):
        joined = words[i + 1].low
        if joined == "," and words[i + 2].low in joiners:
            i, joined = i + 1, words[i + 2].low
        following = _persons_ahead(words, i + 2)
        if following is None:
            break
        i = following
        if joined != ",":
            end = i
    return end


def _persons_ahead(words: list[Word], start: int) -> int | None:
    """The next noun of a list of persons, at most two words before it: "and trade unions"."""
    for i in range(start, min(len(words), start + 3)):
        if words[i].low in word_class("persons"):
            return i
        if ends_phrase(words[i]) or words[i].is_digits or is_plural_noun(words[i]):
            return None
        if is_listed_verb(words[i]) or words[i].low in word_class("scales"):
            return None
    return None
