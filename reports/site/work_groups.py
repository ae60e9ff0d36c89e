"""What needs an editor over all letters: of each kind the first few, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from heapq import nsmallest

from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from reports.deciding.decisions import Decided
from reports.letter_page.page import head
from reports.letter_page.rows import about_kind, decided_row, kind_of
from reports.site.front_views import FirstRow, WorkGroup
from reports.standing.desk import DeskItem, ledger_order
from reports.standing.list_order import Order
from reports.words.addresses_shown import letter_href
from reports.words.table_names import Names

GROUPS = 12  # kinds of work shown
OF_A_KIND = 4  # pieces of each; every letter's own page shows all of its own

Place = tuple[int, Order, int]
"""Where a piece of work stands among all: its rank, its letter's place in the list, and which of the letter's it is."""


@dataclass(frozen=True, slots=True)
class _Piece:
    place: Place
    item: DeskItem
    checked: CheckedLetter
    decided: Decided


@dataclass(slots=True)
class _Kind:
    """Work of one kind so far: the first pieces of it, how many there are, and in how many letters."""

    first: list[_Piece]
    count: int = 0
    letters: int = 0


class Work:
    """The work of all letters by its kind; of each kind the first pieces are kept, and of the others their number."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._kinds: dict[tuple[str, str], _Kind] = {}

    def take(self, order: Order, items: Sequence[DeskItem], checked: CheckedLetter, decided: Decided) -> None:
        """The work of a letter, which stands at `order` in the list."""
        by_kind: dict[tuple[str, str], list[_Piece]] = {}
        for at, item in enumerate(items):
            piece = _Piece((item.rank, order, at), item, checked, decided)
            by_kind.setdefault(kind_of(item), []).append(piece)
        for kind, pieces in by_kind.items():
            known = self._kinds.setdefault(kind, _Kind([]))
            known.first = nsmallest(OF_A_KIND, [*known.first, *pieces], key=_place)
            known.count += len(pieces)
            known.letters += 1

    def groups(self) -> tuple[WorkGroup, ...]:
        """The kinds of work, that with the most pressing piece first; the first pieces of each, most pressing first."""
        kinds = nsmallest(GROUPS, self._kinds.values(), key=lambda kind: kind.first[0].place)
        return tuple(_group(kind, self._names) for kind in kinds)


def _place(piece: _Piece) -> Place:
    return piece.place


def _group(kind: _Kind, names: Names) -> WorkGroup:
    rows = tuple(_row(one.item, one.checked, one.decided, names) for one in kind.first)
    return WorkGroup(
        css=rows[0].row.css,
        sign=rows[0].row.sign,
        about=about_kind(kind.first[0].item),
        count=kind.count,
        letters=kind.letters,
        rows=rows,
    )


def _row(item: DeskItem, checked: CheckedLetter, decided: Decided, names: Names) -> FirstRow:
    letter = checked.extraction.letter
    row = decided_row(item, ledger_order(checked.findings), checked, decided, names)
    href = letter_href(letter.letter_id) + row.href
    return FirstRow(row=replace(row, href=href), title=head(letter).title)
