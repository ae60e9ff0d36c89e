"""Cells of a row, and which of them are only the marks of what stands to their right: "1.", "•", "12" of a list, but no
figure of a table, whose first column may well be numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.readers.pdf.glyphs import WIDE, Run
from claims.text.list_marks import is_mark

SMALL_RING, RING = re.compile(r"^o$"), "◦"  # as word processors print the bullet of a list within a list
FIGURE = re.compile(r"\d{1,4}")
HEAD = re.compile(r"[^\W\d_]{2,7}\.")  # "No." reads like the letters of a mark
FAR = 5.0  # of the size: a word as far to the right of such a head is no item of it

Group = list[Run]
Edge = tuple[bool, int]


def grouped(runs: Sequence[Run], size: float) -> list[Group]:
    """The runs of a row from left to right, cut at wide gaps."""
    groups: list[Group] = []
    for run in sorted(runs, key=lambda one: one.left):
        if groups and run.left - groups[-1][-1].right <= WIDE * size:
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def tables_begin(rows: Sequence[Sequence[Group]]) -> frozenset[Edge]:
    """Where the bare numbers stand that rows of a table begin with: neither a number and its words nor several such."""
    return frozenset(edge for row in rows if _is_figure(row[0]) and not _in_pairs(row) for edge in _edges(row[0]))


def marked(row: Sequence[Group], tabled: frozenset[Edge]) -> list[Group]:
    """The groups of a row, its marks together with what they mark."""
    table = _is_figure(row[0]) and not tabled.isdisjoint(_edges(row[0]))
    found: list[Group] = []
    for group in row:
        if found and _marks(found[-1], group, table):
            found[-1][0].text = SMALL_RING.sub(RING, found[-1][0].text)
            found[-1] += group
        else:
            found.append(list(group))
    return found


def _marks(mark: Group, group: Group, table: bool) -> bool:
    """Whether `mark` is only a bullet or a number, however far before its text."""
    if len(mark) > 1 or not is_mark(_text(mark)):
        return False
    if HEAD.fullmatch(_text(mark)) and group[0].left - mark[0].right > FAR * mark[0].size:
        return False
    return not (_is_figure(mark) and (table or _is_figure(group)))


def _in_pairs(row: Sequence[Group]) -> bool:
    """Whether numbers and words take turns, as in a numbered list or in two of them side by side."""
    turns = [_is_figure(group) for group in row]
    return turns == [True, False] * (len(row) // 2)


def _is_figure(group: Group) -> bool:
    return len(group) == 1 and FIGURE.fullmatch(_text(group)) is not None


def _text(group: Group) -> str:
    return group[0].text.strip()


def _edges(group: Group) -> tuple[Edge, Edge]:
    """Numbers of a column have their left ends in line, or their right ones."""
    return (False, round(group[0].left)), (True, round(group[0].right))
