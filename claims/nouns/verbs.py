"""Which words of a clause are its verbs, without a tagger: lists, forms, and what stands beside them."""

from __future__ import annotations

from typing import Literal

from claims.language.words import of_language, vocabulary
from claims.nouns.classes import Word, has_participle_form, is_adverb, word_class, words_left


@of_language
def subject_class(name: str) -> frozenset[str]:
    """A list of `subjects.yml` as a set."""
    return frozenset(vocabulary("subjects")[name])


@of_language
def change_verbs() -> frozenset[str]:
    """Every verb form of change: "rose", "fell", "cut"."""
    table = vocabulary("directions")
    return frozenset(w for side in ("up", "down") for kind in ("moves", "changes") for w in table[side][kind])


@of_language
def particles() -> frozenset[str]:
    """ "up" and "down"."""
    return frozenset(w for side in ("up", "down") for w in vocabulary("directions")[side]["short_particles"])


def is_verb(left: list[Word], i: int) -> bool:
    """Whether the word at `i` is a verb of the clause: "the contract was up" has one, "the crude contract" none."""
    kind = _verb_kind(left[i].low)
    if kind == "listed":
        return not (i and _leads_to_noun(left, i - 1))
    if kind == "particle":
        return i > 0 and left[i - 1].raw == "," and (i + 1 >= len(left) or left[i + 1].low not in subject_class("to"))
    if kind == "noun too":
        after_verb = i > 0 and (
            left[i - 1].low in subject_class("auxiliaries") or left[i - 1].low in subject_class("pronouns")
        )
        named = i > 0 and left[i - 1].low in subject_class("determiners")
        return after_verb or (not named and (i + 1 == len(left) or left[i + 1].low in subject_class("amount_follows")))
    return kind == "verb"


@of_language(maxsize=8_192)
def _verb_kind(low: str) -> Literal["verb", "particle", "noun too", "listed", "none"]:
    """What a word may be as a verb, by itself: asked of each word once, whatever the number it stands before."""
    if low in particles():
        return "particle"
    if low in subject_class("third_person") or low in subject_class("irregular_past"):
        return "verb"
    if low in subject_class("also_nouns"):
        return "noun too"
    if low in subject_class("to"):
        return "none"
    if low in subject_class("auxiliaries") or low in change_verbs():
        return "verb"
    return "listed" if low in word_class("verbs") or has_participle_form(low) else "none"


@of_language
def _noun_leads() -> frozenset[str]:
    return subject_class("determiners") | subject_class("openers") | word_class("of")


def _leads_to_noun(left: list[Word], i: int) -> bool:
    """ "the displaced", "of internally displaced": behind it a participle is part of a noun phrase."""
    if is_adverb(left[i]) and i:
        i -= 1
    return left[i].low in _noun_leads()


def has_verb_before(text: str, start: int) -> bool:
    """Whether the clause has its verb before `start`: the noun behind the number is then its object, no subject."""
    left = words_left(text, start)
    for i in range(len(left) - 1, -1, -1):
        if left[i].raw in ",:;()" or left[i].low in subject_class("breaks"):
            return False
        if is_verb(left, i):
            return True
    return False


def is_verb_form(word: Word) -> bool:
    """An auxiliary or a listed verb, whatever stands around it."""
    return word.low in subject_class("auxiliaries") or word.low in word_class("verbs") or word.low in change_verbs()


def is_pronoun(word: Word) -> bool:
    """ "it", "they", "I'm", "we've"."""
    return word.low.partition("'")[0] in subject_class("pronouns")
