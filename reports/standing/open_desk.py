"""The desk without what editors have put aside."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.model import CheckedLetter
from reports.deciding.decisions import NONE, Decided, Decisions
from reports.standing.desk import DeskItem, desk
from reports.standing.failing import open_findings


def open_desk(checked: CheckedLetter, decisions: Decisions = NONE) -> tuple[DeskItem, ...]:
    """The work that one letter still asks for, most pressing first."""
    return still_open(checked, decisions.of(checked))


def still_open(checked: CheckedLetter, decided: Decided) -> tuple[DeskItem, ...]:
    """The same, where it is known how the letter's things stand."""
    return tuple(_open(checked, decided))


def _open(checked: CheckedLetter, decided: Decided) -> Iterator[DeskItem]:
    still = {id(one) for one in open_findings(checked, decided)}
    for item in desk(checked):
        if item.finding is not None:
            if id(item.finding) in still:
                yield item
        elif item.claim is not None and not decided.clears_claim(item.claim.claim_id):
            yield item
