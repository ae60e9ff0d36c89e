"""Groups of three digits with plain blanks between them ("1 200 000"), and one that a break of the line tore."""

from __future__ import annotations

from decimal import Decimal

from claims.numbers.cardinals.token_steps import DASHES
from claims.text.tokens import Token, adjacent

PLAIN_GROUP = 3
MOST_GROUPS = 6
NOUGHTS = "000"


def plain_groups(tokens: list[Token], j: int, value: Decimal) -> tuple[Decimal, int]:
    """ "40 000", "1 234 567": groups of three digits behind one plain space each."""
    stop = j + 1
    if not tokens[j].text.isdigit() or len(tokens[j].text) > PLAIN_GROUP or tokens[j].text.startswith("0"):
        return value, stop
    if j and tokens[j - 1].text in DASHES or (j and adjacent(tokens, j - 1, j) and tokens[j - 1].kind == "word"):
        return value, stop
    while _torn_group(tokens, stop) and stop - j < MOST_GROUPS:
        value, stop = value * 1000, stop + 2
    while _is_group(tokens, stop) and stop - j < MOST_GROUPS:
        value = value * 1000 + int(tokens[stop].text)
        stop += 1
    return value, stop


def _is_group(tokens: list[Token], i: int) -> bool:
    if (
        i >= len(tokens)
        or tokens[i].kind != "number"
        or len(tokens[i].text) != PLAIN_GROUP
        or not tokens[i].text.isdigit()
    ):
        return False
    glued = i + 1 < len(tokens) and adjacent(tokens, i, i + 1) and tokens[i + 1].kind == "word"
    return tokens[i - 1].end + 1 == tokens[i].start and not glued


def _torn_group(tokens: list[Token], i: int) -> bool:
    """ "80, 000 people": three noughts behind a comma and a blank are no number of their own."""
    return (
        i + 1 < len(tokens)
        and tokens[i].text == ","
        and adjacent(tokens, i - 1, i)
        and tokens[i + 1].text == NOUGHTS
        and tokens[i].end + 1 == tokens[i + 1].start
    )
