"""Lines cut into cells, and the runs of lines that are cut alike."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.model import Span
from claims.parts.candidates.names import cells_of, tidy
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import is_group_label
from claims.quick_records import dataclass

RULE = re.compile(r"[|+:\-=\s]+")
QUOTED = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^,]*?))\s*(?:,|$)')
SEMICOLONS = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^;]*?))\s*(?:;|$)')


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells as spans of the view, empty ones too."""

    line: int
    cells: tuple[Span, ...]


def rows_from(page: Page, at: int, split: Callable[[Page, int], list[Span]]) -> list[Row]:
    found: list[Row] = []
    for i in range(at, len(page.lines)):
        text = page.lines[i].text
        if found and (not text or RULE.fullmatch(text)) and i - found[-1].line <= 2:
            continue
        if not text or page.features[i].prose and "|" not in text and "\t" not in text:
            break
        cells = split(page, i)
        if not cells or (len(cells) < 2 and not (found and _may_be_short(page, i, found))):
            break
        found.append(Row(i, tuple(cells)))
    while found and len(found[-1].cells) < 2 and is_group_label(page.lines[found[-1].line].text):
        found.pop()
    return found if found and sum(len(row.cells) > 1 for row in found) >= 0.5 * len(found) else []


def _may_be_short(page: Page, i: int, found: list[Row]) -> bool:
    """Whether a line of one cell may stand among rows: a label of a group, or the odd name of the last row."""
    here = page.features[i]
    free = not (here.stop or here.kind or here.dated or here.address or here.chrome or here.again)
    # "[1] Alder Watch, Annual report" below a table that has no marks is a note.
    free = free and (not here.marks or bool(page.features[found[0].line].marks))
    return free and len(page.lines[i].text) < 80 and i == page.below(found[-1].line)


def gaps(page: Page, i: int) -> list[Span]:
    span = page.lines[i].span
    text = span.of(page.text)
    lead = len(text) - len(text.lstrip("| \t"))
    return [
        tidy(page.text, c) for c in cells_of(page.text, Span(span.start + lead, span.end)) if c.of(page.text).strip()
    ]


def comma_fields(page: Page, i: int) -> list[Span]:
    """The fields of a comma-separated line, without their quotes."""
    return _fields(page, i, ",", QUOTED)


def semicolon_fields(page: Page, i: int) -> list[Span]:
    """The fields of a line separated by semicolons."""
    return _fields(page, i, ";", SEMICOLONS)


def _fields(page: Page, i: int, sign: str, pattern: re.Pattern[str]) -> list[Span]:
    line = page.lines[i]
    if sign not in line.text:
        return []
    found, at = [], 0
    while at < len(line.text):
        match = pattern.match(line.text, at)
        if match is None or match.end() == at:
            break
        group = "quoted" if match["quoted"] is not None else "plain"
        found.append(Span(*match.span(group)).shifted(line.span.start))
        at = match.end()
    return found
