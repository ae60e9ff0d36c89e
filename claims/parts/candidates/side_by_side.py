"""Signatures side by side: a row of names, below each of them who it is: "Ana Ruiz    Ben Okoro" / "Chair    Clerk"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.model import Span
from claims.parts.blocks import Block, Entry, Evidence
from claims.parts.candidates.announcements import announcement
from claims.parts.candidates.cut_rows import gaps
from claims.parts.candidates.marked_lists import placed
from claims.parts.candidates.surroundings import Page
from claims.parts.naming.name_kinds import name_kind
from claims.parts.naming.name_lines import is_person
from claims.parts.naming.people import is_surely_person

RULE = re.compile(r"[\s_.\-–—…]+")
DEEPEST, LEAST = 6, 2

Rows = list[tuple[int, list[Span]]]


def side_by_side(page: Page) -> Iterator[Block]:
    """Every run of stacks of lines that stand side by side, each the signature of one person."""
    at = page.body
    while at < len(page.lines):
        stacks = list(_stacks(page, at))
        told = announcement(page, stacks[0][0][0]) if stacks else None
        if stacks and told is not None:
            first, end = stacks[0][0][0], stacks[-1][-1][0] + 1
            entries = tuple(Entry(None, cell, None, rows[0][0], rows[-1][0]) for rows in stacks for cell in rows[0][1])
            evidence: Evidence = (("fit", 1), ("pattern", 1), *placed(page, first, end, len(entries), told))
            yield Block("signatories", first, end, evidence, entries, (), told.line, late=told.late)
        at = stacks[-1][-1][0] + 1 if stacks else at + 1


def are_stacks(page: Page, first: int) -> bool:
    """Whether stacks of lines begin at line `first`."""
    return next(_stacks(page, first), None) is not None


def _stacks(page: Page, at: int) -> Iterator[Rows]:
    """The stacks from line `at` on, blank lines between them; none where the first lines are not such."""
    while at < len(page.lines) and (rows := _rows(page, at)):
        yield rows
        at = rows[-1][0] + 1
        while at < len(page.lines) and not page.lines[at].text:
            at += 1


def _rows(page: Page, at: int) -> Rows:
    found: Rows = []
    for i in range(at, min(len(page.lines), at + DEEPEST)):
        text = page.lines[i].text
        if not text:
            break
        cells = [cell for cell in gaps(page, i) if not RULE.fullmatch(cell.of(page.text))]
        if cells or not RULE.fullmatch(text):
            found.append((i, cells))
    wide = len(found) >= LEAST and len({len(cells) for _, cells in found}) == 1 and len(found[0][1]) >= LEAST
    return found if wide and _are_signatures(page, found) else []


def _are_signatures(page: Page, rows: Rows) -> bool:
    """Whether the top cells name people, the lower ones nobody else, and a row of them says what they are."""
    (_, top), *below = rows
    if not all(is_person(cell.of(page.text)) for cell in top):
        return False
    if any(is_surely_person(cell.of(page.text)) for _, cells in below for cell in cells):
        return False
    return any(not _few_roles([name_kind(cell.of(page.text)) for cell in cells]) for _, cells in below)


def _few_roles(row: Sequence[str]) -> bool:
    return 2 * sum(kind in {"role", "place", "small", "remark", "behalf"} for kind in row) < len(row)
