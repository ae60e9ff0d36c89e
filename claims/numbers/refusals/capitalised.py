"""Words of number in capitals: a name ("the Six Million Kyat Road") or a headline ("Police Kill Forty Villagers")."""

from __future__ import annotations

from claims.language.words import of_language
from claims.numbers.cardinals.number_forms import forms
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.token_steps import lower_at
from claims.numbers.refusals.listed import mask_words
from claims.numbers.refusals.shared import sentence_start
from claims.text.tokens import Token

TITLE_REACH = 12
TITLE_SHARE = 0.85
SMALL_WORD = 3


@of_language
def known_measures() -> frozenset[str]:
    """Units as a word: "Five Miles", "Two Million Dollars" measure, whatever their capitals."""
    return forms().measures


def is_capitalised_name(text: str, tokens: list[Token], numeral: Numeral) -> bool:
    """ "the Six Million Kyat Road", "the Forty Sisters Collective", "18 Million Rising", no "Police Kill Forty Men".

    Words of number in capitals inside a sentence and a capital behind them; at its start the second word tells.
    """
    words = [t for t in tokens[numeral.first : numeral.stop] if t.kind == "word" and t.lower not in forms().articles]
    following = tokens[numeral.stop]
    if not words or not all(word.text[0].isupper() for word in words) or words[-1].text.isupper():
        return False
    if following.kind != "word" or not following.text[0].isupper() or "\n" in text[numeral.end : following.start]:
        return False
    if following.lower in known_measures():
        return (
            len(words) > 1
            and tokens[numeral.stop + 1 : numeral.stop + 2] != []
            and tokens[numeral.stop + 1].text[:1].isupper()
        )
    ends = end_of_name(tokens, numeral.stop) == numeral.stop + 1
    if ends and following.lower in mask_words().persons:
        return False  # "Two Thousand People left", but "the Forty Sisters Collective"
    if sentence_start(tokens, numeral.first) and len(words) == 1 and not numeral.digits:
        return lower_at(tokens, numeral.stop + 1) in mask_words().singular_verbs
    return not _title_case(tokens, numeral.first)


def _title_case(tokens: list[Token], i: int) -> bool:
    """Whether the words around are capitalised all over, as in a headline."""
    first, stop = i, i
    while first > 0 and i - first < TITLE_REACH and tokens[first - 1].text not in ".!?":
        first -= 1
    while stop < len(tokens) and stop - i < TITLE_REACH and tokens[stop].text not in ".!?":
        stop += 1
    near = [token for token in tokens[first:stop] if token.kind == "word" and len(token.text) > SMALL_WORD]
    return sum(token.text[0].isupper() for token in near) > TITLE_SHARE * len(near)


def end_of_name(tokens: list[Token], j: int) -> int:
    """Past the capitalised words that go on with a name: "Five-Point Consensus"."""
    while j < len(tokens) and tokens[j].kind == "word" and tokens[j].text[0].isupper():
        j += 1
    return j
