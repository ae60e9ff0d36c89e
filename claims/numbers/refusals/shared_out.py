"""Whether a number is a share of a count told before a colon: "40 clerks: Kem 12, Ostrow 25 and Pell 3"."""

from __future__ import annotations

from claims.numbers.cardinals.following import counts_behind
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.refusals.listed import MaskWords
from claims.text.tokens import Token

_FEWEST = 3
"""Two names with a number may be two models or two roads."""
_REACH = 8
_NAME = 5


def is_shared_out(tokens: list[Token], numeral: Numeral, known: MaskWords) -> bool:
    """Whether a number ends one of three or more names in a row, none larger than what is counted before the colon.

    "We flew three planes: Boeing 747, Airbus 320 and Embraer 190" are no shares of three.
    """
    first = _opened(tokens, numeral.first, known)
    if first is None or (whole := _whole_before(tokens, first - 1)) is None:
        return False
    row = _row(tokens, first, known)
    return len(row) >= _FEWEST and numeral.first in row and all(_value(tokens[at]) <= whole for at in row)


def _opened(tokens: list[Token], i: int, known: MaskWords) -> int | None:
    """The first token behind the colon that opens a row of names, seen from number `i` in it."""
    while (start := _name_start(tokens, i, known)) is not None:
        j = start - 1
        while j > 0 and (tokens[j].text == "," or tokens[j].lower in known.and_or):
            j -= 1
        if tokens[j].text == ":":
            return j + 1
        if j == start - 1 or tokens[j].kind != "number":
            return None
        i = j
    return None


def _name_start(tokens: list[Token], i: int, known: MaskWords) -> int | None:
    """Where the name before number `i` begins: capitalised words, an article among them."""
    j = i
    while j > 0 and i - j < _NAME and _in_name(tokens[j - 1], known):
        j -= 1
    return j if 0 < j < i else None


def _in_name(token: Token, known: MaskWords) -> bool:
    return token.kind == "word" and (token.text[0].isupper() or token.lower in known.function_words - known.and_or)


def _row(tokens: list[Token], j: int, known: MaskWords) -> list[int]:
    """The numbers of the names in a row from token `j` on."""
    row = []
    while j < len(tokens):
        name = j
        while j < len(tokens) and _in_name(tokens[j], known):
            j += 1
        if j == name or j >= len(tokens) or tokens[j].kind != "number" or _is_label(tokens[name:j], known):
            break
        row.append(j)
        j += 1
        while j < len(tokens) and (tokens[j].text == "," or tokens[j].lower in known.and_or):
            j += 1
    return row


def _is_label(name: list[Token], known: MaskWords) -> bool:
    """ "Article 19", "Room 7", but "Lower Bay 20"."""
    return len(name) == 1 and name[0].lower in known.strong | known.weak | known.pointed | known.streets


def _whole_before(tokens: list[Token], colon: int) -> int | None:
    """What is counted in the words before the colon; `None` where nothing is."""
    for j in range(colon - 1, max(colon - _REACH, 0) - 1, -1):
        if tokens[j].kind == "number":
            return _value(tokens[j]) if counts_behind(tokens, j + 1) else None
        if tokens[j].kind != "word":
            return None
    return None


def _value(token: Token) -> int:
    digits = token.text.replace(",", "")
    return int(digits) if digits.isdecimal() else 0
