"""From runs to rows: what shares a baseline, raised digits with the word they belong to, cells apart by wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise
from statistics import median

from claims.quick_records import dataclass
from claims.readers.dress import guarded, linked
from claims.readers.pdf.glyphs import SPACE, Run
from claims.readers.pdf.marked_cells import grouped, marked, tables_begin
from claims.readers.pdf.printed_words import any_printed

ORDINAL = re.compile(rf"{any_printed('ordinals')}|[eoaª°º]")
GLUED_MARK = re.compile(r"^(\(?\d{1,3}[.)])(?=[^\W\d_])")
RAISED = re.compile(r"\d{1,3}(?:[,\s]{1,2}\d{1,3})*|[ivxl]{1,6}|[*†‡§]{1,3}")
SMALL = 0.82  # of the row's size


@dataclass(slots=True)
class Cell:
    """A piece of a row: its text with marks and links, and its place."""

    left: float
    right: float
    y: float
    size: float
    bold: bool
    text: str


@dataclass(slots=True)
class _Row:
    y: float
    size: float
    runs: list[Run] = field(default_factory=list)


def rows_of(runs: Sequence[Run]) -> list[list[Cell]]:
    """The rows of a page from top to bottom, each its cells from left to right."""
    rows: list[_Row] = []
    small: list[Run] = []
    body = median(run.size for run in runs) if runs else 0.0
    for run in runs:
        if run.size < 0.9 * body and (RAISED.fullmatch(run.text.strip()) or ORDINAL.fullmatch(run.text)):
            small.append(run)
        else:
            _place(rows, run)
    for run in small:
        _attach(rows, run)
    rows.sort(key=lambda row: -row.y)
    groups = [grouped(row.runs, row.size) for row in rows]
    tabled = tables_begin(groups)
    return [[_cell(group, row) for group in marked(parts, tabled)] for row, parts in zip(rows, groups, strict=True)]


def _place(rows: list[_Row], run: Run) -> None:
    for row in reversed(rows[-400:]):
        if abs(row.y - run.y) < 0.22 * max(row.size, run.size):
            row.runs.append(run)
            row.size = max(row.size, run.size)
            return
    rows.append(_Row(run.y, run.size, [run]))


def _attach(rows: list[_Row], run: Run) -> None:
    """A small number above the line belongs to the word before it, or to the note it begins."""
    for row in rows:
        up = (run.y - row.y) / row.size
        if not -0.05 < up < 0.75 or run.size > SMALL * row.size + 0.4:
            continue
        if any(
            abs(run.left - one.right) < 0.5 * row.size or 0 <= one.left - run.right < 1.2 * row.size for one in row.runs
        ):
            run.raised = up > 0.12 and RAISED.fullmatch(run.text.strip()) is not None
            row.runs.append(run)
            return
    _place(rows, run)


def _cell(group: Sequence[Run], row: _Row) -> Cell:
    parts: list[str] = []
    at = 0
    while at < len(group):
        end = at + 1
        while end < len(group) and group[end].link == group[at].link and not (group[end].raised or group[at].raised):
            end += 1
        words = _words(group[at:end])
        if at and _parted(group[at - 1], group[at]) and not group[at].raised:
            parts.append(" ")
        parts.append(linked(words, group[at].link) if group[at].link and not group[at].raised else words)
        at = end
    plain = [run for run in group if not run.raised]
    return Cell(
        left=group[0].left,
        right=max(run.right for run in group),
        y=row.y,
        size=max((run.size for run in plain), default=row.size),
        bold=bool(plain) and all(run.bold for run in plain),
        text=GLUED_MARK.sub(r"\1 ", "".join(parts).strip()),
    )


def _words(runs: Sequence[Run]) -> str:
    if runs[0].raised:
        return f"<sup>{runs[0].text.strip()}</sup>"
    text = guarded(runs[0].text)
    for before, run in pairwise(runs):
        text += (" " if _parted(before, run) else "") + guarded(run.text)
    return text


def _parted(before: Run, run: Run) -> bool:
    """Whether there is a blank between two runs: white space as wide, or a blank in the file."""
    gap = run.left - before.right
    return gap > SPACE * run.size or (run.spaced and gap > -0.2 * run.size)


def common(values: Sequence[float], step: float = 0.5) -> float:
    """The most frequent of some lengths, to half a point; 0 for none."""
    counts: dict[int, int] = {}
    for value in values:
        counts[round(value / step)] = counts.get(round(value / step), 0) + 1
    return max(counts.items(), key=lambda one: (one[1], -one[0]))[0] * step if counts else 0.0
