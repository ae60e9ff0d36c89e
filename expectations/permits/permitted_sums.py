"""Sums: all parts are counts of what the whole counts, each item of their list has its number, and no part is told
of another part.
"""

from __future__ import annotations

from decimal import Decimal

from claims.model import Claim
from claims.relations.fits.slips import Slip, slips_of
from claims.relations.kinds import PartOf, Split
from claims.relations.wordings.figure_subjects import Subject, is_a_whole, items_untold, numbers_left, one_kind
from expectations.permits.alarm import Alarm, split_told

_OF_AN_ITEM = 2
"""An item without a number counts one, or two: "a couple"."""


def why_no_sum(alarm: Alarm) -> str | None:
    """The reason why the parts need not make the whole; None where their subjects permit the alarm."""
    relation = alarm.relation
    if not isinstance(relation, PartOf) or not relation.closed:
        return None
    split = split_told(alarm, relation)
    parts = alarm.of(*split.parts)
    if not parts:
        return None
    if _lacks_an_item(split, parts):
        return "item_untold"
    if _is_of_each(split, parts) or any(map(is_a_whole, parts)):
        return "other_things"
    if "swap" not in _slips(split).values() and (_are_mixed(alarm, split, parts) or _is_any_digit(split)):
        return "other_things"
    return "all_fit_elsewhere" if _is_explained(alarm, split) else None


def _lacks_an_item(split: Split, parts: list[Subject]) -> bool:
    """ "eight in all: three widows, four miners and a priest"; "Alden 300, Borley 250, the Islands 40": 590 in all."""
    missing = split.whole.quantity.value - _sum(split.parts)
    return missing == numbers_left(parts) != 0 or 0 < missing <= _OF_AN_ITEM * items_untold(parts)


def _is_of_each(split: Split, parts: list[Subject]) -> bool:
    """ "1,128 (80 in every hundred)"; "of the 104": so much of each, or the whole itself, is no part."""
    whole = split.whole.quantity.value
    return any(part.role == "per" or part.figure.claim.quantity.value == whole for part in parts)


def _are_mixed(alarm: Alarm, split: Split, parts: list[Subject]) -> bool:
    """ "22 players from 11 countries: Alden 6, Borley 4": some parts count other things than the whole, some not."""
    whole = alarm.of(split.whole)
    named = [part for part in parts if part.noun is not None]
    if not whole or whole[0].noun is None or split.fitted:
        return False
    unlike = sum(not one_kind(whole[0], part) for part in named)
    return 0 < unlike < len(parts)


def _is_any_digit(split: Split) -> bool:
    """Whether no word binds the parts, and only some other digit would make them fit.

    Over 452 clean letters and 2,000 slips such sums told 7 errors, and 3 times figures that were no parts.
    """
    return split.fitted and set(_slips(split).values()) <= {"digit", "drop", "double"}


def _is_explained(alarm: Alarm, split: Split) -> bool:
    """Whether each figure that a slip could have spoiled holds in another sum of the letter: then none was."""
    spoiled = _slips(split)
    return bool(spoiled) and set(spoiled) <= set(alarm.holding)


def _slips(split: Split) -> dict[str | None, Slip]:
    """The figures of which one slip would make the sum exact, by their claims' ids, with the slip."""
    missing = split.whole.quantity.value - _sum(split.parts)
    wanted = [(part, part.quantity.value + missing) for part in split.parts]
    wanted.append((split.whole, split.whole.quantity.value - missing))
    found = ((one.claim_id, slips_of(one.quantity.value).get(right)) for one, right in wanted)
    return {claim: slip for claim, slip in found if slip is not None}


def _sum(parts: tuple[Claim, ...]) -> Decimal:
    return sum((part.quantity.value for part in parts), Decimal(0))
