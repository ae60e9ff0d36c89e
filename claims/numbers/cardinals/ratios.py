"""So many in so many: "one in four", "nine out of ten", "two of every five"."""

from __future__ import annotations

from decimal import Decimal

from claims.numbers.cardinals.cardinal import cardinal
from claims.numbers.cardinals.fractions import share
from claims.numbers.cardinals.number_forms import Forms, Numeral, lower_at
from claims.text.tokens import Token

LARGEST_SHARE_OF = 1000


def ratio(tokens: list[Token], i: int, known: Forms) -> Numeral | None:
    """ "one in four", "2 out of 3", "nine of every ten": one share, its parts small whole numbers."""
    if lower_at(tokens, i + 1) not in known.ratio_starts:
        return None
    above, j = _small_whole(tokens, i, known)
    if above is None:
        return None
    for joiner in known.ratio_joiners:
        k = j + len(joiner)
        if k < len(tokens) and all(lower_at(tokens, j + n) == word for n, word in enumerate(joiner)):
            whole = cardinal(tokens, k, known)
            if whole is None or not _is_ratio(tokens, above, whole, joiner):
                return None
            return share(
                tokens, i, whole.stop, above / whole.value, digits=tokens[i].kind == "number", form="ratio-words"
            )
    return None


def _small_whole(tokens: list[Token], i: int, known: Forms) -> tuple[Decimal | None, int]:
    token = tokens[i]
    if token.lower in known.small:
        return Decimal(known.small[token.lower]), i + 1
    if token.kind == "number" and token.text.isdigit() and len(token.text) <= 3:
        return Decimal(int(token.text)), i + 1
    return None, i


def _is_ratio(tokens: list[Token], above: Decimal, whole: Numeral, joiner: tuple[str, ...]) -> bool:
    """ "two in 300 raids" comes close: "in" therefore wants small numbers, "over" nothing behind."""
    if (
        whole.kind != "cardinal"
        or whole.value != whole.value.to_integral_value()
        or not 0 < above < whole.value <= LARGEST_SHARE_OF
    ):
        return False
    if joiner == ("over",):
        return whole.stop >= len(tokens) or tokens[whole.stop].kind == "sign"
    return joiner != ("in",) or (above <= 10 and whole.value <= 100)
