"""Whether a misprint of a length, an anniversary or an age would have been seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from claims.relations.fits.slips import teens
from claims.relations.spans.spans_model import Moment, SpanRelation

Fits = Callable[[SpanRelation, Decimal, tuple[Moment, Moment]], bool]


def misprints(number: Decimal) -> Iterable[Decimal]:
    """The least misprints of a figure: one off, two digits exchanged."""
    yield number + 1
    if number > 1:
        yield number - 1
    digits = str(int(number))
    if number == int(number):
        for at in range(len(digits) - 1):
            swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            if swapped != digits and swapped[0] != "0":
                yield Decimal(swapped)


def one_slip(number: Decimal) -> Iterable[Decimal]:
    """What a number may have been before a slip: another digit in one place, two exchanged, "thirty" for thirteen."""
    yield from misprints(number)
    yield from teens(number)
    if number != int(number):
        return
    digits = str(int(number))
    for at, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and (other != "0" or at):
                yield Decimal(digits[:at] + other + digits[at + 1 :])


def would_turn(relation: SpanRelation, fits: Fits) -> bool:
    """Whether a misprint of the figure would have been found: the reading is bound, the wrong figure fits nothing."""
    number = relation.length.number
    return relation.bound and any(
        not any(fits(relation, wrong, pair) for pair in relation.pairs) for wrong in misprints(number)
    )
