"""Whether a figure of a page is the figure of a claim: by value, by what each wording admits, by what is counted."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, Literal

from claims.model import Claim, Interval, Quantity, Span
from sources.evidence.misprints import digits
from sources.evidence.shared_words import own_part, root, roots_of
from sources.pages.page_figures import PageFigure
from sources.words import words

# "same": it is the figure; "other_thing", "rounded", "scaled": why it may be; "differs": it is another number.
Likeness = Literal["same", "other_thing", "rounded", "scaled", "differs"]
_SCALES: Final = tuple(Decimal(10) ** power for power in (2, 3, 6, 9))
_PLAIN_MONEY: Final = frozenset({"dollar"})
_TELLING, _SURE = 3, 4  # significant digits
_HUNDRED: Final = Decimal(100)


def likeness(claim: Claim, figure: PageFigure) -> Likeness:
    """How like the claim's figure one of the page's is."""
    own, other = claim.quantity, figure.quantity
    kind = dimensions_fit(own, other)
    if kind is False:
        return "other_thing" if own.value == other.value and significant(own.value) >= _TELLING else "differs"
    if _same_value(own, other):
        return "same" if kind and fits(claim, figure) else "other_thing"
    if _leaves_room(own, other) and nouns_agree(own, other) is not False:
        return "rounded"
    bare = other.counted is None and other.dimension == "count"
    if bare and any(_admits(own, other.value * scale) for scale in _SCALES):
        return "scaled"
    return "differs"


def dimensions_fit(own: Quantity, other: Quantity) -> bool | None:
    """Whether both are of one kind; `None` where the page's is a bare number, as in a table."""
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
    if other.comparator == "range" or _is_rough(other):
        return False
    if own.comparator in ("~", "range") or own.interval.low != own.interval.high:
        closed = own.interval.low is not None and own.interval.high is not None
        return within(own.interval, printed, own) if closed else _rounds_to(own, printed)
    return False


def _is_rough(quantity: Quantity) -> bool:
    return quantity.comparator == "~"


def _rounds_to(own: Quantity, printed: Decimal) -> bool:
    """ "More than 3,900" where the page prints 3,919: the printed number, cut or rounded as the claim's is."""
    if not within(own.interval, printed, own):
        return False
    step = _step(own.value)
    ways = (ROUND_HALF_UP, ROUND_FLOOR if own.interval.high is None else ROUND_CEILING)
    return any((printed / step).to_integral_value(way) * step == own.value for way in ways)


def _step(value: Decimal) -> Decimal:
    """What the last digit that is no nought counts: 100 for 3,900."""
    return Decimal(10) ** int(value.normalize().as_tuple().exponent) if value else Decimal(1)


def within(interval: Interval, value: Decimal, own: Quantity) -> bool:
    """Whether `value` (a share as a percentage) lies within what a wording admits."""
    factor = _HUNDRED if own.dimension == "share" else Decimal(1)
    if interval.low is not None and (value < interval.low * factor or (interval.low_open and value == interval.low)):
        return False
    high = interval.high
    return high is None or value < high * factor or (not interval.high_open and value == high * factor)


def _admits(own: Quantity, printed: Decimal) -> bool:
    return _value(own) == printed or (
        own.interval.low is not None and own.interval.high is not None and within(own.interval, printed, own)
    )


def _leaves_room(own: Quantity, other: Quantity) -> bool:
    """Whether the page's own wording admits the claim's number: it prints "some 3,900" or "more than 3,900"."""
    mine, interval = _value(own), other.interval
    if interval.low == interval.high:
        return _is_round_of(mine, _value(other))
    if not within(interval, mine, other):
        return False
    # "At least 12" has room for every larger number; it is the claim's only where the size is alike.
    return (
        (interval.low is not None and interval.high is not None)
        or mine <= 2 * _value(other)
        and (2 * mine >= _value(other))
    )


def _is_round_of(mine: Decimal, printed: Decimal) -> bool:
    """Whether a whole printed number that ends in noughts is the claim's number, rounded or cut."""
    step = _step(printed)
    if step < 10 or not printed:
        return False
    ways = (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING)
    return any((mine / step).to_integral_value(way) * step == printed for way in ways)


def significant(value: Decimal) -> int:
    """How many digits of a number tell it from others: 2 for 3,900."""
    return len(digits(value))


def fits(claim: Claim, figure: PageFigure) -> bool:
    """Whether the page may speak of what the claim counts; the fewer digits the number has, the more is asked."""
    mine, theirs = _acts(claim_words(claim)), _acts(figure_words(figure))
    if mine and theirs and not mine & theirs:
        return False
    told = significant(claim.quantity.value)
    if told >= _SURE or claim.quantity.dimension in ("percentage", "money") and told >= _TELLING:
        return True
    shared = bool(claim_words(claim) & figure_words(figure))
    noun = nouns_agree(claim.quantity, figure.quantity)
    if noun is None:
        return shared
    return (noun and (shared or told > 1)) or (shared and told >= _TELLING)


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
