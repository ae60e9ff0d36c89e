"""Where a letter stands in the list: the most pressing work first, then by date and id."""

from __future__ import annotations

from collections.abc import Sequence

from expectations.model import CheckedLetter
from reports.deciding.decisions import NONE, Decisions
from reports.standing.desk import DeskItem
from reports.standing.open_desk import still_open

Order = tuple[int, int, str, str]
_NO_WORK = 100


def in_order(checked: Sequence[CheckedLetter], decisions: Decisions = NONE) -> list[CheckedLetter]:
    """Letters as the list has them."""
    return sorted(checked, key=lambda one: order_of(one, decisions))


def order_of(checked: CheckedLetter, decisions: Decisions = NONE) -> Order:
    """By what a letter finds its place in the list."""
    return order_with(checked, still_open(checked, decisions.of(checked)))


def order_with(checked: CheckedLetter, items: Sequence[DeskItem]) -> Order:
    """The same, where it is known what work it asks for."""
    letter = checked.extraction.letter
    worst = items[0].rank if items else _NO_WORK
    return worst, -len(items), letter.written_on.isoformat() if letter.written_on else "", letter.letter_id
