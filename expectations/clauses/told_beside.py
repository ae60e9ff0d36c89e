"""Whether a figure is rather told beside another than given again: what is taken up stands further on in a letter."""

from __future__ import annotations

from claims.model import Claim
from claims.relations.fits.slips import slips_of
from claims.relations.kinds import SURE, Same

_NEAR = 100
"""So many words on, a letter is still at the matter of the first figure, and another number is another figure."""
_LONG = 100
"""Numbers of three digits and more are seldom each other with two digits exchanged."""


def is_told_beside(text: str, same: Same) -> bool:
    """Whether two figures stand near each other and are likely two: "Circular 158 … Circular 151".

    Near by, only digits exchanged tell of one figure, and only where both count the same thing, or where one is told
    bare and they are long ("None of the 2,640 was heard"); or another digit where words tell the same long number
    again ("All of the 175 pairs") - unless the words surely point back ("these 38 weeks").
    """
    one, other = same.first, same.again
    if same.evidence > SURE or _words_between(text, one, other) >= _NEAR:
        return False
    if not _counts_one_thing(one, other):
        return True
    if _is_a_scale_off(one, other):
        return False
    return not (_is_exchanged(one, other) or (not same.fitted and _is_a_digit_off(one, other)))


def _words_between(text: str, one: Claim, other: Claim) -> int:
    first, last = sorted((one.span, other.span), key=lambda span: span.start)
    return len(text[first.end : last.start].split())


def _counts_one_thing(one: Claim, other: Claim) -> bool:
    ours, theirs = one.quantity, other.quantity
    if None in (ours.unit, theirs.unit):
        return min(ours.value, theirs.value) >= _LONG
    return ours.unit == theirs.unit and ours.dimension != "percentage"


def _is_exchanged(one: Claim, other: Claim) -> bool:
    return slips_of(one.quantity.value).get(other.quantity.value) in ("swap", "teen")


def _is_a_scale_off(one: Claim, other: Claim) -> bool:
    """ "800 dollars", "800 million dollars": one scale word more or less."""
    small, large = sorted((one.quantity.value, other.quantity.value))
    return small > 0 and large / small in _SCALES


_SCALES = (10**3, 10**6, 10**9)


def _is_a_digit_off(one: Claim, other: Claim) -> bool:
    named = one.quantity.unit is not None and other.quantity.unit is not None
    long = min(one.quantity.value, other.quantity.value) >= _LONG
    return named and long and slips_of(one.quantity.value).get(other.quantity.value) in ("one", "digit")
