"""Why a number is no quantity once its unit is known: part of a word, a bare "double", a share of nothing."""

from __future__ import annotations

from claims.numbers.bounding.comparators import comparison_after
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.token_steps import hyphen_at, lower_at
from claims.numbers.refusals.glued import name_around
from claims.numbers.refusals.listed import mask_words
from claims.numbers.refusals.shared import Finding
from claims.text.tokens import Token, adjacent
from claims.units.units import UnitReading


def reason_with_unit(tokens: list[Token], numeral: Numeral, unit: UnitReading | None) -> Finding | None:
    """(reason, first token, stop token), or `None` where the number stands as a quantity."""
    if numeral.kind == "unread":
        return None
    j = numeral.stop
    if numeral.kind == "ordinal" or j >= len(tokens):
        return None
    glued = numeral.digits and unit is None and adjacent(tokens, j - 1, j) and tokens[j].kind == "word"
    if glued and not _one_letter(tokens, j):
        return name_around(tokens, numeral)  # "4Front", "5G", "3D"
    if numeral.digits and unit is None and _coded(tokens, j):
        return name_around(tokens, numeral)  # "10.1016/j.abc"
    if not numeral.digits and hyphen_at(tokens, j) and not _measured(unit) and _is_compound(tokens, numeral):
        return "compound-word", numeral.first, j + 2  # "two-state solution"
    return None


def _is_compound(tokens: list[Token], numeral: Numeral) -> bool:
    """ "one-party rule", "two-state solution": a set word; "three-storey house" and "forty-odd men" count."""
    if numeral.kind == "multiple" or comparison_after(tokens, numeral.stop) is not None:
        return False
    behind = lower_at(tokens, numeral.stop + 1)
    return numeral.kind != "cardinal" or numeral.value <= 1 or behind in mask_words().compounds


def _coded(tokens: list[Token], j: int) -> bool:
    """A slash, a word and more of the same run behind the number: an identifier, no rate ("20/month")."""
    return all(adjacent(tokens, k - 1, k) for k in range(j, j + 3)) and tokens[j].text == "/"


def _one_letter(tokens: list[Token], j: int) -> bool:
    """ "200m", "5t": a small letter alone is a unit that has no reading here, and no name."""
    return (
        len(tokens[j].text) == 1
        and tokens[j].text.islower()
        and tokens[j].text != "s"
        and not adjacent(tokens, j, j + 1)
    )


def _measured(unit: UnitReading | None) -> bool:
    return unit is not None and unit.dimension in ("duration", "physical", "percentage", "money")
