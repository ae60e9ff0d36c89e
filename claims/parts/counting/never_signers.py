"""What signs no letter, however many there are of it: days, countries, the demands of the letter itself."""

from __future__ import annotations

from claims.language.load import stop_words
from claims.language.typed import language_in_force
from claims.language.words import vocabulary
from claims.parts.counting.signer_nouns import WORD, signers_after
from claims.text.openings import phrase_set
from claims.text.plurals import is_plural, singular


def never_sign(noun: str) -> bool:
    """Whether what a number counts, in small letters, signs no letter: "states", "urgent demands"."""
    if noun in phrase_set("signatory_totals", "never_signers"):
        return True
    last = noun.rsplit(maxsplit=1)[-1:]
    return any(_is_item(word) for word in last)


def may_sign(noun: str) -> bool:
    """Whether a noun, in small letters, is of several of whom nothing says that they sign no letter: "lock-keepers"."""
    words = noun.split()
    # "12 ministries' officers": how many officers, nobody says
    of_others = any(word[-1] in "'’" for word in words[:-1])
    return bool(words) and is_plural(words[-1]) and not never_sign(noun) and not of_others


def counts_things(text: str, at: int) -> bool:
    """Whether a number that ends at `at` counts such: "Our three countries", "Our ten urgent demands"."""
    if signers_after(text, at) is not None:
        return False
    word = WORD.match(text, at + 1)
    if word is None:
        return False
    lowered = word[0].casefold()
    if lowered in phrase_set("signatory_totals", "never_signers") or _is_item(lowered):
        return True
    noun = WORD.match(text, word.end() + 1)
    # "We six ask six questions": only a quality stands between a number and what it counts.
    return noun is not None and _is_item(noun[0].casefold()) and not _parts(lowered)


def _parts(word: str) -> bool:
    """Whether a word begins something new: a number, a verb of those who ask, a small word."""
    told = vocabulary("signatories")["numbers"].keys() | phrase_set("demands", "verbs")
    return word in told or word in stop_words(language_in_force().code)


def _is_item(word: str) -> bool:
    """Whether a word names several items that a letter announces: "demands", not "demand", which may be what we do."""
    one = singular(word)
    return one != word and one in phrase_set("announced", "nouns")
