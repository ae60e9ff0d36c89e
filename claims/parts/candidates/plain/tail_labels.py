"""Labels below their groups, set in: "    — Northern Province" or "        for the schools" under four names each."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.candidates.marked import MarkedRun
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import is_group_label

LEAST, LONGEST = 2, 5
DASHES = ("–", "—", "-")


def tail_labels(page: Page, marked: Sequence[MarkedRun]) -> frozenset[int]:
    """The lines that end each of several paragraphs of names, set in under them: behind a dash, where no other lines
    begin with one; or without, where they are words of a group and no names.
    """
    return _dashed(page, marked) or _worded(page)


def _dashed(page: Page, marked: Sequence[MarkedRun]) -> frozenset[int]:
    dashed = sorted({i for run in marked for i in run.items if page.lines[i].text.startswith(DASHES)})
    below = [i for i in dashed if i >= page.body]
    ends = all(_ends_paragraph(page, i) and page.lines[i].text.startswith(DASHES) for i in below)
    return frozenset(below if len(below) >= LEAST and ends else ())


def _worded(page: Page) -> frozenset[int]:
    """ "        for the schools": small letters, or a kind of signers, below all paragraphs of a stretch."""
    below = [i for i in range(page.body, len(page.lines)) if _ends_paragraph(page, i) and _is_of_group(page, i)]
    if len(below) < LEAST:
        return frozenset()
    deep = [i for i in range(below[0], below[-1] + 1) if page.lines[i].text and page.lines[i].indent > 0]
    last = [i for i in range(below[0], below[-1] + 1) if page.lines[i].text and _is_last(page, i)]
    return frozenset(below if deep == last == below else ())


def _is_of_group(page: Page, i: int) -> bool:
    text = page.lines[i].text
    names = page.lines[i - 2].text if i > 1 else ""
    return bool(names) and (text[0].islower() or is_group_label(text))


def without_dash(text: str) -> int:
    """How many characters of a label are its dash and the blanks behind it."""
    return len(text) - len(text.lstrip("–—- \t\u00a0"))


def _ends_paragraph(page: Page, i: int) -> bool:
    above, line = page.lines[i - 1] if i else None, page.lines[i]
    under = above is not None and bool(above.text) and above.indent < line.indent
    return under and _is_last(page, i) and len(line.text.split()) <= LONGEST + 1


def _is_last(page: Page, i: int) -> bool:
    return i + 1 == len(page.lines) or not page.lines[i + 1].text
