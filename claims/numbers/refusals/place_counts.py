"""A count behind a capitalised word: "In Borley 80 or more people", "Borley 80 and Corley 300 houses"."""

from __future__ import annotations

from claims.numbers.bounding.comparators import comparison_after
from claims.numbers.cardinals.following import counts_behind
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.refusals.listed import MaskWords
from claims.text.tokens import Token, adjacent


def goes_on_counting(tokens: list[Token], numeral: Numeral, known: MaskWords) -> bool:
    """What follows shows that the number counts: a plural, a unit, a plural verb ("In Hpa-An 12 were killed")."""
    if counts_behind(tokens, numeral.stop):
        return True
    if numeral.stop >= len(tokens):
        return False
    following = tokens[numeral.stop]
    if adjacent(tokens, numeral.stop - 1, numeral.stop) and following.text not in ".,;:":
        return following.kind == "word" or following.text in "%°+-–"
    if comparison_after(tokens, numeral.stop) is not None or _part_of_many(tokens, numeral.stop, known):
        return True
    return following.lower in known.plural_verbs or following.text in "%–" or following.lower in known.percent


def _part_of_many(tokens: list[Token], j: int, known: MaskWords) -> bool:
    """ "In Borley 80 of the 300 families", "80 to 90 people", "Borley 80 and Corley 300 houses": a count goes on."""
    word, k = tokens[j].lower, j + 1
    if word in known.page_chain:  # "of"
        while k < len(tokens) and tokens[k].kind == "word" and tokens[k].lower in known.stops:
            k += 1
        return k < len(tokens) and tokens[k].kind == "number" and counts_behind(tokens, k + 1)
    if word in known.range_words and k < len(tokens) and tokens[k].kind == "number":
        return counts_behind(tokens, k + 1)
    listed = word in known.and_or or word == ","
    return listed and _counts_at_last(tokens, k, known)


def _counts_at_last(tokens: list[Token], k: int, known: MaskWords) -> bool:
    """A run of names each with a number, of which the last says what is counted."""
    while (
        k + 1 < len(tokens)
        and tokens[k].kind == "word"
        and tokens[k].text[0].isupper()
        and tokens[k + 1].kind == "number"
    ):
        if counts_behind(tokens, k + 2):
            return True
        k += 2
        while k < len(tokens) and (tokens[k].text == "," or tokens[k].lower in known.and_or):
            k += 1
    return False
