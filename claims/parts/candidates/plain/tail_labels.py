"""Labels below their groups, set apart by a dash and further in: "    — Northern Province" under each four names."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.candidates.marked import MarkedRun
from claims.parts.candidates.surroundings import Page

LEAST, LONGEST = 2, 5
DASHES = ("–", "—", "-")


def tail_labels(page: Page, marked: Sequence[MarkedRun]) -> frozenset[int]:
    """The lines that end each of several paragraphs of names, set in under them behind a dash; none where other lines
    begin with a dash too.
    """
    dashed = sorted({i for run in marked for i in run.items if page.lines[i].text.startswith(DASHES)})
    below = [i for i in dashed if i >= page.body]
    return frozenset(below if len(below) >= LEAST and all(_ends_paragraph(page, i) for i in below) else ())


def without_dash(text: str) -> int:
    """How many characters of a label are its dash and the blanks behind it."""
    return len(text) - len(text.lstrip("–—- \t\u00a0"))


def _ends_paragraph(page: Page, i: int) -> bool:
    above, line = page.lines[i - 1] if i else None, page.lines[i]
    ends = i + 1 == len(page.lines) or not page.lines[i + 1].text
    under = above is not None and bool(above.text) and above.indent < line.indent
    return under and ends and line.text.startswith(DASHES) and len(line.text.split()) <= LONGEST + 1
