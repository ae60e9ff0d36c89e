"""The list of letters in pages that any browser holds: the first on the front page, the others on their own."""

from __future__ import annotations

import json
from collections.abc import Sequence

from claims.quick_records import dataclass
from reports.letter_page.rows import Tally
from reports.site.front_views import LetterRow
from reports.words.wording import counted

ROWS = 75  # letters a page: a row is about a kilobyte, and what needs an editor stands under them


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


def list_script(rows: Sequence[LetterRow]) -> str:
    """Every letter for the script that finds and sorts (`static/letters.js`): data, in an order that it knows."""
    told = json.dumps([_told(row) for row in rows], ensure_ascii=False, separators=(",", ":"))
    return f"window.crossfootLetters={told.replace('<', chr(92) + 'u003c')};\n"


def _told(row: LetterRow) -> list[object]:
    day = row.written_on.isoformat() if row.written_on else ""
    return [
        row.href,
        row.head.title,
        row.head.letter_id,
        day,
        row.head.dated,
        row.claims,
        sum(one.count for one in row.statuses),
        row.work,
        counted(row.unsourced, "unsourced") if row.unsourced else "",
        [_tally("v", one) for one in row.verdicts],
        [_tally("t", one) for one in row.statuses],
    ]


def _tally(css: str, one: Tally) -> list[str]:
    return [f"{css}-{one.word.key}", one.word.symbol, f"{one.count:,} {one.word.short}"]


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
