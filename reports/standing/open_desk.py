"""The desk without what editors have dismissed."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.model import CheckedLetter
from reports.standing.decisions import NONE, Decisions
from reports.standing.desk import DeskItem, desk
from reports.standing.failing import open_findings


def open_desk(checked: CheckedLetter, decisions: Decisions = NONE) -> tuple[DeskItem, ...]:
    """The work that one letter still asks for, most pressing first."""
    return tuple(_open(checked, decisions))


def _open(checked: CheckedLetter, decisions: Decisions) -> Iterator[DeskItem]:
    letter_id = checked.extraction.letter.letter_id
    still = {id(one) for one in open_findings(checked, decisions)}
    for item in desk(checked):
        if item.finding is not None:
            if id(item.finding) in still:
                yield item
        elif item.verdict is not None and not decisions.dismisses_claim(letter_id, item.verdict):
            yield item
