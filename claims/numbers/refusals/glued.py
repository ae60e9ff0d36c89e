"""Letters and signs glued in front of a number: a name, a document symbol, a footnote mark, or money after all."""

from __future__ import annotations

from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.token_steps import DASHES
from claims.numbers.refusals.listed import MaskWords, mask_words
from claims.numbers.refusals.shared import Finding, is_plain
from claims.text.tokens import Token, adjacent
from claims.units.unit_tables import glued_symbols

LONGEST_CHUNK = 300
CENTS = 2


def glued(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """Letters glued in front ("G7", "F-16", "A/HRC/32/L.20", "rights.12"): a name, a symbol or a footnote mark."""
    i = numeral.first
    if numeral.digits and _lettered_behind(tokens, numeral):
        return name_around(tokens, numeral)
    if not numeral.digits or not adjacent(tokens, i - 1, i):
        return None
    before = tokens[i - 1]
    if before.kind in ("word", "raised", "vulgar"):
        return None if _money_like(tokens, numeral) else name_around(tokens, numeral)
    if before.text in "”\"’'»" and adjacent(tokens, i - 2, i - 1) and numeral.end - numeral.start <= 2:
        return (
            ("glued-note-mark", i, numeral.stop)
            if tokens[i - 2].kind == "word" or tokens[i - 2].text in ".,!?"
            else None
        )
    if before.text not in known.joints or not adjacent(tokens, i - 2, i - 1):
        return None
    return _jointed(tokens, numeral, known)


def _lettered_behind(tokens: list[Token], numeral: Numeral) -> bool:
    """ "0417-B", "17-A": a lone capital hung on with a hyphen makes it the name of a file, a gate, a form."""
    dash, letter = numeral.first + 1, numeral.first + 2
    if letter >= len(tokens) or not adjacent(tokens, dash - 1, dash) or not adjacent(tokens, dash, letter):
        return False
    lone = len(tokens[letter].text) == 1 and tokens[letter].text.isupper()
    goes_on = adjacent(tokens, letter, letter + 1) and tokens[letter + 1].kind != "sign"
    return tokens[dash].text in DASHES and lone and not goes_on


def _money_like(tokens: list[Token], numeral: Numeral) -> bool:
    """ "RM79", "AUD1.5m", "PS6m": capitals that a currency may have, or that stand before an amount no name has."""
    code = tokens[numeral.first - 1].text
    glued = adjacent(tokens, numeral.first - 2, numeral.first - 1) and tokens[numeral.first - 2].kind != "sign"
    sign = tokens[numeral.first - 2].text if adjacent(tokens, numeral.first - 2, numeral.first - 1) else ""
    if not glued and sign and mask_words().is_money(sign + code):
        return True  # "$US30"
    if glued or not code[:1].isupper():
        return False
    if code.casefold() in mask_words().glued_names and is_plain(numeral) and numeral.value < 100:
        return False  # "COP28"
    digits = tokens[numeral.first].text
    amount = numeral.scale > 1 or "," in digits
    if code in glued_symbols() and (amount or _is_price(digits)):
        return True  # "R312 million", "R18.40"; "R2" is a name
    return mask_words().is_money(code) or (
        code.isupper() and len(code) <= 3 and amount and (len(code) > 1 or "," in digits)
    )


def _is_price(digits: str) -> bool:
    """ "18.40": two decimals, as prices have."""
    whole, _, cents = digits.partition(".")
    return whole.isdigit() and cents.isdigit() and len(cents) == CENTS


def _jointed(tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    i = numeral.first
    joint, word = tokens[i - 1].text, tokens[i - 2]
    if word.kind == "sign":
        return None
    if joint == "=":
        return None
    if joint in DASHES:
        if word.kind == "word" and (word.lower in known.dash_words or word.lower in known.months):
            return None
        alone = word.kind == "number" and not adjacent(tokens, i - 3, i - 2) and word.text.count(".") < 2
        return None if alone else name_around(tokens, numeral)  # "6.2.2-296613"
    if joint in ".," and word.kind == "word":
        if word.lower in known.strong or mask_words().is_money(word.text + joint):
            return None
        if len(word.text) > 2 and numeral.end - numeral.start <= 3 and word.text[-1].islower():
            return "glued-note-mark", i, numeral.stop
    return name_around(tokens, numeral)


def name_around(tokens: list[Token], numeral: Numeral) -> Finding:
    """The whole run of characters without a blank around the number, without its closing punctuation."""
    first, stop = numeral.first, numeral.stop
    while first > 0 and adjacent(tokens, first - 1, first) and numeral.first - first < LONGEST_CHUNK:
        first -= 1
    while stop < len(tokens) and adjacent(tokens, stop - 1, stop) and stop - numeral.stop < LONGEST_CHUNK:
        stop += 1
    while tokens[first].kind == "sign" and first < numeral.first:
        first += 1
    while stop > numeral.stop and tokens[stop - 1].kind == "sign":
        stop -= 1
    symbol = any(token.text == "/" for token in tokens[first:stop])
    return ("document-symbol" if symbol else "glued-name"), first, stop
