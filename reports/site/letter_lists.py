"""The list of letters in pages that any browser holds: the first on the front page, the others on their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.site.front_views import LetterRow

ROWS = 150  # letters a page: a row is about a kilobyte


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of the list: its rows, which letters they are (from 1), and the pages there are with their files."""

    number: int
    rows: tuple[LetterRow, ...]
    first: int
    last: int
    total: int
    pages: tuple[tuple[int, str], ...]

    @property
    def name(self) -> str:
        return list_file(self.number)


def list_file(number: int) -> str:
    """The file of the `number`th page of the list."""
    return "index.html" if number == 1 else f"letters-{number}.html"


def list_pages(rows: Sequence[LetterRow]) -> tuple[ListPage, ...]:
    """The list in pages, in the order given; one page, without rows, of no letters."""
    count = max(1, -(-len(rows) // ROWS))
    pages = tuple((number, list_file(number)) for number in range(1, count + 1))
    return tuple(
        ListPage(
            number=number,
            rows=tuple(rows[(number - 1) * ROWS : number * ROWS]),
            first=min((number - 1) * ROWS + 1, len(rows)),
            last=min(number * ROWS, len(rows)),
            total=len(rows),
            pages=pages,
        )
        for number, _ in pages
    )
