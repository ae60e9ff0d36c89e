"""Whether a figure of a page is the figure of a claim: by value, by what each wording admits, by what is counted."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, Literal

from claims.model import Claim, Interval, Quantity, Span
from sources.evidence.misprints import digits
from sources.evidence.shared_words import own_part, root, roots_of
from sources.pages.page_figures import PageFigure
from sources.words import words

# "same": it is the figure; "differs": it is another number; the rest: why it may be the figure.
Likeness = Literal["same", "other_thing", "other_unit", "rounded", "scaled", "differs"]
_SCALES: Final = tuple(Decimal(10) ** power for power in (2, 3, 6, 9))
_PLAIN_MONEY: Final = frozenset({"dollar"})
_TELLING, _SURE = 3, 4  # significant digits
_TWO: Final = 2
_HUNDRED: Final = Decimal(100)
_MOST_ROUNDED: Final = Decimal("0.025")
_NEAR_SHARE: Final = 3  # percentage points: what "half" or "a third" leaves open
_GROUPED_BY_POINT: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")


def likeness(claim: Claim, figure: PageFigure) -> Likeness:
    """How like the claim's figure one of the page's is."""
    own, other = claim.quantity, figure.quantity
    kind = dimensions_fit(own, other)
    if kind is False:
        return _in_another_unit(own, other)
    if _same_value(own, other):
        return "same" if kind and fits(claim, figure) else "other_thing"
    if _leaves_room(own, other) and nouns_agree(own, other) is not False:
        return "rounded"
    bare = other.counted is None and other.dimension == "count"
    if (bare or _GROUPED_BY_POINT.fullmatch(other.as_written)) and any(
        _admits(own, other.value * scale) for scale in _SCALES
    ):
        return "scaled"
    return "differs"


def _in_another_unit(own: Quantity, other: Quantity) -> Likeness:
    if own.dimension == other.dimension:
        return "other_unit"
    return "other_thing" if own.value == other.value and significant(own.value) >= _TWO else "differs"


def dimensions_fit(own: Quantity, other: Quantity) -> bool | None:
    """Whether both are of one kind and unit; `None` where the page's is a bare number, as in a table."""
    shares = {"percentage", "share"}
    if own.dimension == other.dimension or {own.dimension, other.dimension} <= shares:
        return _one_unit(own, other)
    return None if other.dimension == "count" and other.counted is None and other.unit is None else False


def _one_unit(own: Quantity, other: Quantity) -> bool:
    if own.dimension == "money":
        return own.unit == other.unit or bool(_PLAIN_MONEY & {own.unit, other.unit})
    if own.dimension in ("physical", "duration"):
        return own.unit == other.unit
    return True


def _value(quantity: Quantity) -> Decimal:
    """The number; a share as the percentage it is."""
    return quantity.value * _HUNDRED if quantity.dimension == "share" else quantity.value


def _same_value(own: Quantity, other: Quantity) -> bool:
    """Whether the page prints the claim's number, or one that the claim's wording is a rounding of."""
    mine, printed = _value(own), _value(other)
    if mine == printed:
        return True
    if other.comparator in ("range", "~"):
        return False
    if own.dimension == "share":
        return abs(mine - printed) <= 1
    if own.comparator in ("~", "range") or own.interval.low != own.interval.high:
        closed = own.interval.low is not None and own.interval.high is not None
        return within(own.interval, printed) if closed else _cut_to(own, printed)
    return _rounds_to(printed, mine, _admitted_step(own))


def _admitted_step(own: Quantity) -> Decimal | None:
    """To what a claim's plain number may have been rounded: 1 for 62%, 100 for 3,900 people; `None` for 310."""
    if own.dimension in ("percentage", "share"):
        return min(_step(own.value), Decimal(1))
    step = _step(own.value)
    return step if step >= _HUNDRED or step < 1 else None


def _rounds_to(precise: Decimal, rough: Decimal, step: Decimal | None) -> bool:
    """Whether `rough` is `precise` rounded to `step`; of whole numbers at most 2.5% away."""
    if not step or (step > 1 and abs(precise - rough) > rough * _MOST_ROUNDED):
        return False
    return (precise / step).to_integral_value(ROUND_HALF_UP) * step == rough


def _cut_to(own: Quantity, printed: Decimal) -> bool:
    """ "More than 3,900" where the page prints 3,919: the printed number, cut or rounded as the claim's is."""
    if not within(own.interval, printed):
        return False
    step = _step(own.value)
    ways = (ROUND_HALF_UP, ROUND_FLOOR if own.interval.high is None else ROUND_CEILING)
    return any((printed / step).to_integral_value(way) * step == own.value for way in ways)


def _step(value: Decimal) -> Decimal:
    """What the last digit that is no nought counts: 100 for 3,900, 0.1 for 61.8."""
    return Decimal(10) ** int(value.normalize().as_tuple().exponent) if value else Decimal(1)


def within(interval: Interval, value: Decimal) -> bool:
    """Whether `value` lies within what a wording admits."""
    low, high = interval.low, interval.high
    if low is not None and (value < low or (interval.low_open and value == low)):
        return False
    return high is None or value < high or (not interval.high_open and value == high)


def _admits(own: Quantity, printed: Decimal) -> bool:
    return _value(own) == printed or (
        own.interval.low is not None and own.interval.high is not None and within(own.interval, printed)
    )


def _leaves_room(own: Quantity, other: Quantity) -> bool:
    """Whether the page's own wording admits the claim's number: it prints "some 3,900" or "more than 3,900"."""
    mine, printed, interval = _value(own), _value(other), other.interval
    if interval.low == interval.high or other.dimension in ("percentage", "share"):
        return _is_round_of(mine, printed, other)
    if not within(interval, mine):
        return False
    # "At least 12" has room for every larger number; it is the claim's only where the size is alike.
    return (interval.low is not None and interval.high is not None) or mine <= 2 * printed <= 4 * mine


def _is_round_of(mine: Decimal, printed: Decimal, other: Quantity) -> bool:
    """Whether the page's number may be the claim's, rounded or cut: 4,000 for 3,919, 62% for 61.8%, "half" for 49%."""
    if other.dimension == "share":
        return abs(mine - printed) <= _NEAR_SHARE
    step = min(_step(printed), Decimal(1)) if other.dimension == "percentage" else _step(printed)
    if not printed or (1 < step < 10) or (step == 1 and other.dimension != "percentage"):
        return False
    ways = (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING)
    return mine != printed and any((mine / step).to_integral_value(way) * step == printed for way in ways)


def significant(value: Decimal) -> int:
    """How many digits of a number tell it from others: 2 for 3,900."""
    return len(digits(value))


def fits(claim: Claim, figure: PageFigure) -> bool:
    """Whether the page may speak of what the claim counts; the fewer digits the number has, the more is asked."""
    mine, theirs = _acts(claim_words(claim)), _acts(figure_words(figure))
    if mine and theirs and not mine & theirs:
        return False
    told = significant(claim.quantity.value)
    noun, shared = nouns_agree(claim.quantity, figure.quantity), bool(claim_words(claim) & figure_words(figure))
    if told >= _SURE:
        return bool(noun) or shared or not figure.quantity.as_written.isdigit()
    if noun is None:
        return shared or (told >= _TELLING and claim.quantity.dimension in ("percentage", "money"))
    return noun and (shared or told > 1)


def nouns_agree(own: Quantity, other: Quantity) -> bool | None:
    """Whether both count one thing ("people", "persons"); `None` where one of them names none."""
    if own.dimension in ("percentage", "share", "money"):
        return None
    if not own.counted or not other.counted:
        return None
    if own.unit and own.unit == other.unit:
        return True
    return bool(_noun_roots(own) & _noun_roots(other)) or any(
        own.unit in group and other.unit in group for group in _one_kind()
    )


def _noun_roots(quantity: Quantity) -> frozenset[str]:
    return frozenset(root(word) for word in (quantity.counted or "").casefold().split())


def _one_kind() -> list[list[str]]:
    found: list[list[str]] = words("units")["one_kind"]
    return found


def claim_words(claim: Claim) -> frozenset[str]:
    """The roots of what the claim's sentence says of its figure."""
    inside = claim.quantity.number_span.shifted(-claim.sentence_span.start)
    return _own_words(claim.sentence, inside)


def figure_words(figure: PageFigure) -> frozenset[str]:
    """The roots of what the page says of a figure: of its own part of the sentence, or of its row."""
    return _own_words(figure.around, figure.quantity.number_span) | roots_of(figure.heading)


@lru_cache(maxsize=8192)
def _own_words(sentence: str, figure: Span) -> frozenset[str]:
    """Of its own part where that says something, else of the whole sentence."""
    if not 0 <= figure.start < figure.end <= len(sentence):
        return roots_of(sentence)
    own = roots_of(own_part(sentence, figure, ()).of(sentence))
    return own if _acts(own) else own | roots_of(sentence)


def _acts(told: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in told if each.startswith("«"))
