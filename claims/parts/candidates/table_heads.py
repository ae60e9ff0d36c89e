"""Which column of a table names those who sign, told by the row at its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.parts.announcers import announces
from claims.parts.candidates.cut_rows import Row
from claims.parts.candidates.surroundings import Page
from claims.text.openings import phrase_set

RULE = re.compile(r"[|+:\-=\s]+")
HEAD = 4


def names_column(page: Page, rows: Sequence[Row]) -> int | None:
    """The place of the column of names, if the first of `rows` is the head of a table of signatories."""
    told = _header(page, rows[0])
    return _signed_columns(page, rows) if told is None else told


def _is_ruled(page: Page, row: Row) -> bool:
    """Whether a line of dashes stands right below: "| Name | Village |" / "| --- | --- |" are the heads of columns."""
    below = page.lines[row.line + 1].text if row.line + 1 < len(page.lines) else ""
    return "--" in below and RULE.fullmatch(below) is not None


def _header(page: Page, row: Row) -> int | None:
    """Which cell of a first row heads the names, if every cell of it names a column, or it is ruled off."""
    cells = [_without_number(cell.of(page.text).casefold().strip(" .*|_")) for cell in row.cells]
    heads = phrase_set("signatories", "table_headers") | phrase_set("signatories", "name_headers")
    # "Name;Clan;Town", "Name,Type,Country,Shares (m)": a column of names, and others that may be of anything
    known = sum(not c or c in heads for c in cells)
    plain = all(len(c.split()) <= HEAD and not any(sign.isdigit() for sign in c) for c in cells)
    named = len(cells) > 2 and any(c in phrase_set("signatories", "name_headers") for c in cells)
    if len(cells) < 2 or not (_is_ruled(page, row) or plain and (named or 2 * known >= len(cells))):
        return None
    named_first = next((n for n, c in enumerate(cells) if c in phrase_set("signatories", "name_headers")), None)
    return _that_comes_again(cells) if named_first is None else named_first


def _that_comes_again(heads: Sequence[str]) -> int | None:
    """ "No. | Garden | No. | Garden": of heads that come again, the first that heads no numbers."""
    again = (n for n, head in enumerate(heads) if head and heads.count(head) > 1)
    return next((n for n in again if heads[n] not in phrase_set("signatories", "number_headers")), None)


def over_figures(rows: Sequence[Row], text: str) -> int | None:
    """Which column names those who sign where the first row alone has no figure in a column of figures:
    "Federation | Since | Seat" over "Albia | 1924 | Londham".
    """
    head, *below = rows
    if any(len(row.cells) != len(head.cells) for row in rows):
        return None
    figures = [all(_is_figure(row.cells[n].of(text)) for row in below) for n in range(len(head.cells))]
    plain = not any(_is_figure(cell.of(text)) for cell in head.cells)
    return figures.index(False) if plain and any(figures) and not all(figures) else None


def _without_number(head: str) -> str:
    """ "No. Institution" heads the names with their numbers."""
    first, _, rest = head.partition(" ")
    return rest if rest and first.strip(".") in phrase_set("signatories", "number_headers") else head


def _signed_columns(page: Page, rows: Sequence[Row]) -> int | None:
    """Which column names those who sign below a row that speaks of signing over a column of days or numbers:
    "Municipality | Signed for by | Passed" over "Dunmore | Mayor Katz | 04/11".
    """
    return over_figures(rows, page.text) if announces(page.lines[rows[0].line].text) else None


def _is_figure(cell: str) -> bool:
    return cell.strip()[:1].isdigit()
