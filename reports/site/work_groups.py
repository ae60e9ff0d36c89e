"""What needs an editor over all letters: of each kind the first few, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from expectations.model import CheckedLetter
from reports.deciding.decisions import Decided
from reports.letter_page.page import head
from reports.letter_page.rows import about_kind, decided_row, kind_of
from reports.site.front_views import FirstRow, WorkGroup
from reports.standing.desk import DeskItem, ledger_order
from reports.words.addresses_shown import letter_href
from reports.words.table_names import Names

GROUPS = 12  # kinds of work shown
OF_A_KIND = 4  # pieces of each; every letter's own page shows all of its own

Piece = tuple[DeskItem, CheckedLetter, Decided]


def work_groups(
    ranked: Sequence[tuple[Sequence[DeskItem], CheckedLetter, Decided]], names: Names
) -> tuple[WorkGroup, ...]:
    """The kinds of work, that with the most pressing piece first; the first pieces of each, most pressing first."""
    pieces = [(item, checked, decided) for items, checked, decided in ranked for item in items]
    pieces.sort(key=lambda piece: piece[0].rank)
    by_kind: dict[tuple[str, str], list[Piece]] = {}
    for piece in pieces:
        by_kind.setdefault(kind_of(piece[0]), []).append(piece)
    return tuple(_group(found, names) for found in list(by_kind.values())[:GROUPS])


def _group(pieces: Sequence[Piece], names: Names) -> WorkGroup:
    rows = tuple(_row(*piece, names) for piece in pieces[:OF_A_KIND])
    return WorkGroup(
        css=rows[0].row.css,
        sign=rows[0].row.sign,
        about=about_kind(pieces[0][0]),
        count=len(pieces),
        letters=len({checked.extraction.letter.letter_id for _, checked, _ in pieces}),
        rows=rows,
    )


def _row(item: DeskItem, checked: CheckedLetter, decided: Decided, names: Names) -> FirstRow:
    letter = checked.extraction.letter
    row = decided_row(item, ledger_order(checked.findings), checked, decided, names)
    href = letter_href(letter.letter_id) + row.href
    return FirstRow(row=replace(row, href=href), title=head(letter).title)
