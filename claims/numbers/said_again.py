"""A number said twice side by side, in words and in digits: "twelve (12) days", "12 (twelve) days"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.numbers.cardinals.numeral import Numeral
from claims.text.tokens import Token


class Again(NamedTuple):
    """Where the brackets end in which a number is said again, and whether the two agree."""

    end: int
    agrees: bool


def said_again(tokens: Sequence[Token], numerals: Sequence[Numeral]) -> Mapping[int, Again]:
    """Both numbers of each such pair, by the offset at which each starts.

    What both count stands behind the brackets, whichever of them is in digits and whether they agree or not. Two that
    agree are a number beyond doubt, and no year or label: "1250 (one thousand two hundred and fifty)".
    """
    found: dict[int, Again] = {}
    for one, other in pairwise(numerals):
        if _is_pair(tokens, one, other):
            found[one.start] = found[other.start] = Again(tokens[other.stop].end, one.value == other.value)
    return found


def _is_pair(tokens: Sequence[Token], one: Numeral, other: Numeral) -> bool:
    boxed = other.first == one.stop + 1 and tokens[one.stop].text == "(" and other.stop < len(tokens)
    plain = one.kind == other.kind == "cardinal" and one.high is None and other.high is None
    return boxed and plain and tokens[other.stop].text == ")" and one.digits != other.digits
