"""Figures given twice: both say what they count, and the same; or the number is long enough to be known again."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Claim
from claims.relations.fits.slips import slips_of
from claims.relations.kinds import SURE, Same
from claims.relations.wordings.figure_subjects import Subject, one_kind
from expectations.permits.alarm import Alarm

_KNOWN_AGAIN = 100
"""From here on a number is known again without its noun, if its digits are exchanged. Below, over 452 clean letters and
2,000 slips, 5 errors were told of figures without one noun, and 6 clean letters alarmed; of other slips 2, and 2."""
_FINE, _TWO = 3, 2
_SCALES = (3, 6, 9)


def why_no_repeat(alarm: Alarm) -> str | None:
    """The reason why two figures are likely two; None where their subjects permit the alarm."""
    relation = alarm.relation
    if not isinstance(relation, Same):
        return None
    subjects = alarm.of(relation.first, relation.again)
    if len(subjects) == _TWO and one_kind(*subjects):
        if _is_of_thousands(relation):
            return None
        coarse = min(map(_digits, relation.claims)) < _FINE and relation.claims[0].quantity.dimension == "money"
        if coarse and relation.evidence < SURE:
            return "other_things"
        unbound = relation.fitted and not _is_swapped(relation)
        return "other_things" if unbound else "fits_beside" if _is_reckoned(alarm, relation) else None
    return None if _is_known_again(relation) else "other_things"


def may_be_known_again(subjects: Sequence[Subject]) -> bool:
    """Whether an alarm of two figures is permitted at all: they name one thing, or are long."""
    long = all(one.figure.claim.quantity.value >= _KNOWN_AGAIN for one in subjects)
    return long or (len(subjects) == _TWO and one_kind(*subjects))


def _is_reckoned(alarm: Alarm, same: Same) -> bool:
    """ "57 families … two have been paid … the 55 who have not": what parts two figures is told between them."""
    first, last = sorted(same.claims, key=lambda one: one.span.start)
    apart = abs(first.quantity.value - last.quantity.value)
    between = (one for one in alarm.extraction.claims if first.span.end <= one.span.start < last.span.start)
    return not _is_swapped(same) and any(
        one.quantity.value == apart and one.quantity.dimension == "count" for one in between
    )


def _is_known_again(same: Same) -> bool:
    return min(one.quantity.value for one in same.claims) >= _KNOWN_AGAIN and _is_swapped(same)


def _is_of_thousands(same: Same) -> bool:
    """ "60 dinars" and "60 million dinars": the scale alone parts them."""
    low, high = sorted(one.quantity.value for one in same.claims)
    return low > 0 and any(low * 10**power == high for power in _SCALES)


def _is_swapped(same: Same) -> bool:
    one, other = (claim.quantity.value for claim in same.claims)
    return slips_of(one).get(other) == "swap"


def _digits(claim: Claim) -> int:
    """The digits before the noughts: of 20,400 three."""
    return len(claim.quantity.value.normalize().as_tuple().digits)
