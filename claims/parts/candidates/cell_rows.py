"""Rows of cells as lists of signatories: pipe, tab and comma tables, and columns parted by wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.parts.blocks import Block, Entry, Evidence
from claims.parts.candidates.announcements import Announcement, announcement
from claims.parts.candidates.cut_rows import Row, comma_fields, gaps, rows_from, semicolon_fields
from claims.parts.candidates.marked_lists import judged
from claims.parts.candidates.names import cells_of, is_alphabetical, sort_key, tidy
from claims.parts.candidates.side_by_side import are_stacks
from claims.parts.candidates.surroundings import Page
from claims.parts.candidates.table_heads import names_column, over_figures
from claims.parts.candidates.twin_columns import side_by_side_names
from claims.parts.counting.group_labels import is_group_label, label_of
from claims.parts.naming.name_kinds import name_kind
from claims.parts.naming.name_lines import names_a_body
from claims.parts.naming.people import is_surely_person
from claims.text.openings import phrase_set

ACRONYM = re.compile(r"\([A-Z][A-Za-z&-]*[A-Z]\)$")
RULE = re.compile(r"[|+:\-=\s]+")
QUOTED = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^,]*?))\s*(?:,|$)')
LEAST_ROWS, HEAD = 3, 4
# Places and offices beside names have fewer words than houses have.
LONG_NAMES = 2.5


def cell_rows(page: Page) -> Iterator[Block]:
    """Every run of rows, as many ways as it can be read."""
    at = 0
    while at < len(page.lines):
        for cut in (gaps, comma_fields, semicolon_fields):
            rows = rows_from(page, at, cut)
            if len(rows) >= LEAST_ROWS:
                yield from _table(page, rows)
                at = rows[-1].line
                break
        at += 1


def _table(page: Page, rows: list[Row]) -> Iterator[Block]:
    told = announcement(page, rows[0].line)
    if told is None or rows[0].line < page.body and told.line is None and not names_column(page, rows):
        return
    header = names_column(page, rows)
    if header is None and told.line is not None and len(rows) > LEAST_ROWS:
        header = over_figures(rows, page.text)
    told = replace(told, sure=told.sure or header is not None)
    if header is not None:
        yield from _below_header(page, rows, header, told)
    elif not _is_comma_run(page, rows) and not are_stacks(page, rows[0].line):
        yield from _without_header(page, rows, told)


def _is_comma_run(page: Page, rows: list[Row]) -> bool:
    # Without a head, commas at the same places may be those of names: only pipes, tabs and gaps make columns.
    return not cells_of(page.text, page.lines[rows[0].line].span)[1:]


def _runs_on(first: Sequence[str]) -> bool:
    """Whether the first cells begin with 1, 2, 3, …: the other ones are no names then."""
    numbers = [cell.split(maxsplit=1)[0].strip(".)") for cell in first if cell.split()]
    return [int(n) for n in numbers if n.isdecimal()] == list(range(1, len(numbers) + 1))


def _below_header(page: Page, rows: list[Row], at: int, told: Announcement) -> Iterator[Block]:
    found: list[Entry] = []
    heads: list[tuple[str, int]] = []
    group = told.label[0] if told.label else None
    numbered = rows[0].cells[0].of(page.text).casefold().strip(" .*|#") in phrase_set("signatories", "number_headers")
    width = len(rows[0].cells)
    for row in rows[1:]:
        text = page.lines[row.line].text
        if len(row.cells) < 2 and (is_group_label(text) or name_kind(text) == "place"):
            group = label_of(text)
            heads.append((group, row.line))
        elif len(row.cells) >= 2 or width <= 2:
            number = row.cells[0].of(page.text).strip(" .")
            cell = row.cells[min(at, len(row.cells) - 1)]
            printed = int(number) if at and number.isdecimal() and len(number) < 5 else None
            if numbered and at and printed is None and len(row.cells) == width - 1:
                cell = row.cells[max(0, at - 1)]
            found.append(Entry(printed, tidy(page.text, cell), group, row.line, row.line))
    found = side_by_side_names(page, rows, at) or found
    if found:
        evidence: Evidence = (("header", 1),)
        yield _made(page, rows, found, told, evidence, tuple(heads))


def _without_header(page: Page, rows: list[Row], told: Announcement) -> Iterator[Block]:
    wide = [row for row in rows if len(row.cells) >= 2]
    first = [row.cells[0].of(page.text) for row in rows]
    if sum(_is_numbered(page, row) for row in rows) >= 0.5 * len(rows):
        return  # numbered rows are read as items
    heads = tuple(
        (label_of(page.lines[r.line].text), r.line)
        for r in rows
        if len(r.cells) < 2 and _labels(page.lines[r.line].text)
    )
    lines = {line for _, line in heads}
    names = [row for row in rows if row.line not in lines]
    second = [row.cells[1].of(page.text) for row in wide]
    figures = sum(not any(c.isalpha() for c in cell) for cell in second) >= 0.5 * len(second)
    if figures and told.line is None:
        return  # "| Alden | 40 |": a table of figures
    detail = 1.0 if figures or _people_and_houses(first, second) else _details(second)
    detail = 0.0 if _are_alike(first, second) else detail
    detail = 1.0 if _runs_on(first) else detail
    if detail < 1.0:
        both = [
            Entry(None, r.cells[n], None, r.line, r.line) for n in range(_most(wide)) for r in names if n < len(r.cells)
        ]
        apart: Evidence = (("pattern", 1.0 - 2 * detail), ("alphabet", _ordered(page, both)))
        yield _made(page, rows, both, told, apart, heads)
    one = [Entry(None, r.cells[0], None, r.line, r.line) for r in names]
    yield _made(page, rows, one, told, (("pattern", 2 * detail - 1.0),), heads)


def _is_numbered(page: Page, row: Row) -> bool:
    cell = row.cells[0].of(page.text)
    return cell.strip(" .").isdecimal() or any(mark.kind == "digit" for mark in page.features[row.line].marks)


def _labels(text: str) -> bool:
    """Whether a line of one cell heads a group: "Organisations", "Midwives", "Kenya:"."""
    words = [word.casefold().strip(":,") for word in text.split()]
    return (
        is_group_label(text) or text[-1] == ":" or all(word in phrase_set("signatories", "signers") for word in words)
    )


def _most(rows: Sequence[Row]) -> int:
    return max(len(row.cells) for row in rows)


def _ordered(page: Page, entries: list[Entry]) -> float:
    names = [e.span.of(page.text) for e in entries]
    by_line = [e.span.of(page.text) for e in sorted(entries, key=lambda e: e.span)]
    return float(is_alphabetical(names) or is_alphabetical(by_line)) if sort_key(names[0]) else 0.0


def _details(cells: Sequence[str]) -> float:
    """How far a second column tells of the first one (1: places, roles, words that recur) or names others (0)."""
    kinds = [name_kind(cell) for cell in cells]
    sure = sum(kind in {"place", "role", "small", "remark"} for kind in kinds) / len(cells)
    recurring = 1 - len({cell.casefold() for cell in cells}) / len(cells)
    if sure >= 0.5 or recurring >= 0.3:
        return 1.0
    bodies = sum(names_a_body(cell) or bool(ACRONYM.search(cell)) for cell in cells) / len(cells)
    names = bodies >= 0.3 or sum(len(cell.split()) for cell in cells) >= LONG_NAMES * len(cells)
    return 0.0 if names and sure + recurring <= 0.1 else 0.5


def _are_alike(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether both columns name people, so that none of them says where those of the other belong."""
    return all(2 * sum(map(is_surely_person, cells)) > len(cells) for cells in (first, second))


def _people_and_houses(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether a first column names people and the second none: it then says where they belong."""
    people = sum(name_kind(cell) == "person" for cell in first)
    if people >= 0.7 * len(first) and 2 * sum(map(is_surely_person, first)) > len(first):
        return not any(map(is_surely_person, second))
    return people >= 0.7 * len(first) and sum(name_kind(cell) == "person" for cell in second) <= 0.2 * len(second)


def _made(
    page: Page,
    rows: list[Row],
    entries: list[Entry],
    told: Announcement,
    evidence: Evidence,
    heads: tuple[tuple[str, int], ...],
) -> Block:
    first, end = rows[0].line, rows[-1].line + 1
    names = [entry.span.of(page.text) for entry in entries]
    own = (told.label,) if told.label else ()
    shown = (*evidence, *judged(page, first, end, names, told))
    return Block("signatories", first, end, shown, tuple(entries), (*own, *heads), told.line, late=told.late)
