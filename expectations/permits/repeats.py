"""Figures given twice: both say what they count, and the same; or the number is long enough to be known again."""

from __future__ import annotations

from claims.model import Claim
from claims.relations.kinds import Same
from claims.relations.subjects import one_kind
from expectations.permits.alarm import Alarm

_KNOWN_AGAIN = 3
"""Numbers of so many digits are known again without their noun. Of two digits, over 452 clean letters and 2,000 slips,
11 errors were told and 6 clean letters alarmed."""


def why_no_repeat(alarm: Alarm) -> str | None:
    """The reason why two figures are likely two; None where their subjects permit the alarm."""
    relation = alarm.relation
    if not isinstance(relation, Same):
        return None
    subjects = alarm.of(relation.first, relation.again)
    if len(subjects) == 2 and subjects[0].role != subjects[1].role:
        return "other_things"
    long = min(_digits(relation.first), _digits(relation.again)) >= _KNOWN_AGAIN
    same = len(subjects) == 2 and one_kind(*subjects)
    return None if long or same else "other_things"


def _digits(claim: Claim) -> int:
    """The digits before the noughts: of 20,400 three."""
    return len(claim.quantity.value.normalize().as_tuple().digits)
