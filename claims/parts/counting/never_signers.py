"""What signs no letter, however many there are of it: days, countries, the demands of the letter itself."""

from __future__ import annotations

from claims.parts.counting.signer_nouns import WORD, signers_after
from claims.text.openings import phrase_set
from claims.text.plurals import singular

NEAR = 3


def never_sign(noun: str) -> bool:
    """Whether what a number counts, in small letters, signs no letter: "states", "urgent demands"."""
    if noun in phrase_set("signatory_totals", "never_signers"):
        return True
    last = noun.rsplit(maxsplit=1)[-1:]
    return any(_is_item(word) for word in last)


def counts_things(text: str, at: int) -> bool:
    """Whether a number that ends at `at` counts such: "Our three countries", "Our ten urgent demands"."""
    if signers_after(text, at) is not None:
        return False
    for n in range(NEAR):
        word = WORD.match(text, at + 1)
        if word is None:
            return False
        lowered = word[0].casefold()
        if n == 0 and lowered in phrase_set("signatory_totals", "never_signers") or _is_item(lowered):
            return True
        at = word.end()
    return False


def _is_item(word: str) -> bool:
    """Whether a word names several items that a letter announces: "demands", not "demand", which may be what we do."""
    one = singular(word)
    return one != word and one in phrase_set("announced", "nouns")
