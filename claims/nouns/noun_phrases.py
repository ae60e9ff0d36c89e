"""The noun phrase behind a number: where it begins, where it ends, which word is its head. Indices into tokens."""

from __future__ import annotations

from claims.language.words import vocabulary
from claims.nouns.classes import (
    Word,
    ends_phrase,
    is_adverb,
    is_listed_verb,
    is_participle,
    is_plural_noun,
    is_possessive,
    third_person,
    word_class,
)
from claims.nouns.coordination import coordinated_end
from claims.text.plurals import is_plural, singular


def begin(words: list[Word], joined: bool, *, share: bool = False) -> tuple[int, bool] | None:
    """Where the phrase may start: (index, whether it follows "of"); `None` where no noun can follow.

    A share needs no "of": "half the population".
    """
    i = 1 if joined else 0
    partitive = False
    while i < len(words) and (words[i].low in word_class("fillers") or words[i].raw in "+*_”’"):
        i += 1
    if i < len(words) and (words[i].low in word_class("of") or (share and words[i].low in word_class("openers"))):
        partitive = True
        i += words[i].low in word_class("of")
        while i < len(words) and _may_open(words[i]):
            if words[i].low in word_class("those") and i + 1 < len(words) and is_participle(words[i + 1]):
                return i, partitive
            i += 1
        if i + 1 < len(words) and words[i].low in word_class("them") and is_plural_noun(words[i + 1]):
            i += 1
    while i < len(words) and words[i].raw in "‘“\"'":
        i += 1
    if i >= len(words) or ends_phrase(words[i]) or words[i].raw.isdigit():
        return None
    return i, partitive


def _may_open(word: Word) -> bool:
    """What may stand between "of" and the noun: "of the 2.7 million garment workers"."""
    return word.low in word_class("openers") or word.low in word_class("scales") or word.is_digits or word.raw == "%"


def noun_phrase(
    words: list[Word], first: int, *, singular_head: bool, joined: bool, one: bool = False
) -> tuple[int, int, int] | None:
    """(first, last, head) of the noun phrase that starts at `first`, or `None`.

    `singular_head`: a singular may be the head ("60% of its workforce"); `joined`: a hyphen ties it to the number;
    `one`: behind "one" no plural belongs to it ("one soldier shoots civilians").
    """
    if not singular_head and words[first].low in word_class("nominal") and not _plural_ahead(words, first + 1, 4):
        return first, first, first
    if words[first].low in word_class("those"):
        return first, first + 1, first + 1
    if joined or (not one and not singular_head and _is_counted_verb_form(words[first])):
        return first, first, first
    last = first - 1
    for i in range(first, min(len(words), first + 14)):
        word = words[i]
        if word.raw in '‘“”"':
            continue
        if one and i > first and not word.is_name and is_plural_noun(word):
            break
        if _is_plural_head(words, i):
            return first, coordinated_end(words, i), i
        if _ends_here(words, i, first) and not (singular_head and word.low in word_class("verb_nouns")):
            break
        last = i
    return _without_plural(words, first, last, singular_head=singular_head)


def complement_end(words: list[Word], head: int) -> int | None:
    """The last word of what belongs to the head behind "of": "heads of state and government"; `None` where nothing."""
    listed = vocabulary("nouns")["complements"].get(singular(words[head].low), ())
    if not listed or head + 2 >= len(words) or words[head + 1].low not in word_class("of"):
        return None
    if words[head + 2].low not in listed:
        return None
    more = head + 4 < len(words) and words[head + 3].low in word_class("joiners") and words[head + 4].low in listed
    return head + 4 if more else head + 2


def _is_counted_verb_form(word: Word) -> bool:
    """A verb in "s" right behind a number of several is a noun: "several million votes", "40 calls"."""
    return is_plural(word.low) and word.low in word_class("verbs") and not is_possessive(word)


def _is_plural_head(words: list[Word], i: int) -> bool:
    """The first plural is the head unless it leads on to another: "human rights groups", "United States senators"."""
    if not is_plural_noun(words[i]):
        return False
    if vocabulary("writing")["head"] == "first":
        return words[i].low not in word_class("plural_modifiers")
    following = words[i + 1 : i + 4]
    if following and is_plural_noun(following[0]) and not ends_phrase(following[0]) and not _has_object(following):
        return False
    if words[i].low not in word_class("plural_modifiers"):
        return True
    return not (_plural_ahead(words, i + 1, 3, over_participles=False) or _shares_head(words, i))


def _has_object(following: list[Word]) -> bool:
    """ "12 raids proves the point": a word in "s" before "the", "it", "that" is the verb, no second noun."""
    return len(following) > 1 and (
        following[1].low in word_class("openers") or following[1].low in word_class("objects")
    )


def _shares_head(words: list[Word], i: int) -> bool:
    """ "human rights and civil liberties organisations": the modifier and the next share one head."""
    if i + 3 >= len(words) or words[i + 1].low not in word_class("joiners"):
        return False
    if ends_phrase(words[i + 2]) or any(w.is_digits or w.low in word_class("scales") for w in words[i + 2 : i + 4]):
        return False
    return _plural_ahead(words, i + 3, 3, over_participles=False)


def _plural_ahead(words: list[Word], start: int, reach: int, *, over_participles: bool = True) -> bool:
    for word in words[start : start + reach]:
        if ends_phrase(word) or word.low in word_class("joiners"):
            return False
        if is_participle(word) and not over_participles:
            return False
        if is_plural_noun(word):
            return True
    return False


def _ends_here(words: list[Word], i: int, first: int) -> bool:
    word = words[i]
    if word.raw == "," or word.low in word_class("joiners"):
        return i == first or not _leads_to_plural(words, i + 1)
    if ends_phrase(word) or (i + 1 < len(words) and words[i + 1].low in word_class("than")):
        return True
    if word.is_digits and not word.raw.isdigit() and word.raw[-1].isalpha():
        return not _plural_ahead(words, i + 1, 3)
    if word.is_digits:
        named = i > first and (words[i - 1].is_name or is_possessive(words[i - 1]))
        return not (named and _plural_ahead(words, i + 1, 3))
    if word.low in third_person():
        return True
    if is_listed_verb(word) or (is_participle(word) and not word.is_name):
        return not _plural_ahead(words, i + 1, 4)
    return False


def _leads_to_plural(words: list[Word], start: int) -> bool:
    """Whether a list of modifiers goes on after a comma or "and": "Baltic, Nordic, and international … groups"."""
    for word in words[start : start + 7]:
        if word.low in word_class("joiners") or word.raw == ",":
            continue
        if ends_phrase(word) or word.is_digits or is_listed_verb(word):
            return False
        if is_plural_noun(word):
            return True
    return False


def _without_plural(words: list[Word], first: int, last: int, *, singular_head: bool) -> tuple[int, int, int] | None:
    """No plural came: a noun used as an adjective ("a 12 page report"), or one thing."""
    if last < first:
        return None
    while last >= first and (is_adverb(words[last]) or is_listed_verb(words[last])):
        if singular_head and words[last].low in word_class("verb_nouns"):
            break
        last -= 1
    if last < first:
        return None
    if singular_head:
        return first, last, last
    if last > first and not words[first].is_name:
        return first, first, first
    return (first, last, last) if not is_possessive(words[last]) else None
