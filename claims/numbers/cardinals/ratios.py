"""So many in so many: "one in four", "nine out of ten", "two of every five"."""

from __future__ import annotations

from decimal import Decimal

from claims.numbers.cardinals.cardinal import cardinal
from claims.numbers.cardinals.fractions import share
from claims.numbers.cardinals.number_forms import Forms
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.token_steps import lower_at
from claims.text.tokens import Token

LARGEST_SHARE_OF = 1000
LEAST_SHARE_OF = 3


def ratio(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "one in four", "2 out of 3", "nine of every ten": one share, its parts small whole numbers."""
    above, j = _small_whole(tokens, i, known)
    if above is None:
        return None
    if lower_at(tokens, j) not in known.ratio_starts:
        return _with_noun(tokens, i, j, above, known)
    for joiner in known.ratio_joiners:
        k = j + len(joiner)
        if k < len(tokens) and all(lower_at(tokens, j + n) == word for n, word in enumerate(joiner)):
            whole = cardinal(tokens, k, known)
            if whole is None or not _is_ratio(tokens, above, whole, joiner, known):
                return None
            return share(
                tokens, i, whole.stop, above / whole.value, digits=tokens[i].kind == "number", form="ratio-words"
            )
    return None


def _with_noun(tokens: list[Token], i: int, j: int, above: Decimal, known: Forms) -> Numeral | None:
    """ "one caller in eight was": the things stand between; "in two towns" counts towns."""
    if above != 1 or j >= len(tokens) or tokens[j].kind != "word":
        return None
    joiner = next((one for one in known.ratio_joiners if lower_at(tokens, j + 1) == one[0] and len(one) == 1), None)
    if joiner is None or joiner not in known.ratio_small or j + 2 >= len(tokens):
        return None
    whole = cardinal(tokens, j + 2, known)
    if whole is None or not _is_ratio(tokens, above, whole, joiner, known) or whole.value < LEAST_SHARE_OF:
        return None
    behind = lower_at(tokens, whole.stop)
    if whole.stop < len(tokens) and tokens[whole.stop].kind == "word" and behind not in known.share_next:
        return None
    return share(tokens, i, whole.stop, above / whole.value, digits=tokens[i].kind == "number", form="ratio-words")


def _small_whole(tokens: list[Token], i: int, known: Forms) -> tuple[Decimal | None, int]:
    token = tokens[i]
    if token.lower in known.small:
        return Decimal(known.small[token.lower]), i + 1
    if token.kind == "number" and token.text.isdecimal() and len(token.text) <= 3:
        return Decimal(int(token.text)), i + 1
    return None, i


def _is_ratio(tokens: list[Token], above: Decimal, whole: Numeral, joiner: tuple[str, ...], known: Forms) -> bool:
    """ "two in 300 raids" comes close: "in" therefore wants small numbers, "over" nothing behind."""
    if (
        whole.kind != "cardinal"
        or whole.value != whole.value.to_integral_value()
        or not 0 < above < whole.value <= LARGEST_SHARE_OF
    ):
        return False
    if joiner in known.ratio_closed:
        return whole.stop >= len(tokens) or tokens[whole.stop].kind == "sign"
    return joiner not in known.ratio_small or (above <= 10 and whole.value <= 100)
