"""The hands of one or two people below a closing: a name each, and what and where they are."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.blocks import Block, Entry, Evidence
from claims.parts.candidates.announcements import Announcement
from claims.parts.candidates.marked_lists import placed
from claims.parts.candidates.plain.joined_lines import PlainLine
from claims.parts.candidates.plain.plain_lines import PlainRun
from claims.parts.candidates.surroundings import Page
from claims.parts.naming.name_kinds import DETAILS
from claims.parts.naming.name_lines import is_person
from claims.parts.naming.people import is_surely_person

DEEPEST, MOST = 8, 2


def hands(page: Page, run: PlainRun, told: Announcement) -> Block | None:
    """The block of those who sign by hand, if each paragraph of a run below a closing names one person, nobody else."""
    closed = any(name == "closing" for name, _ in told.evidence)
    found = _paragraphs(run.lines)
    if not closed or run.left or len(found) > MOST or not all(_is_hand(one, len(found)) for one in found):
        return None
    start, end = run.lines[0].first, run.lines[-1].last + 1
    entries = tuple(Entry(None, one[0].span, None, one[0].first, one[0].last) for one in found)
    evidence: Evidence = (("fit", 1), ("lone", 1), *placed(page, start, end, len(entries), told))
    return Block("signatories", start, end, evidence, entries, (), told.line)


def _paragraphs(lines: Sequence[PlainLine]) -> list[list[PlainLine]]:
    found: dict[int, list[PlainLine]] = {}
    for line in lines:
        found.setdefault(line.block, []).append(line)
    return list(found.values())


def _is_hand(lines: Sequence[PlainLine], hands: int) -> bool:
    """Whether the first line names a person and those below say what they are; a house right below may sign itself."""
    first, *below = lines
    if len(lines) > DEEPEST or first.foreign or not is_person(first.text) or any(is_person(b.text) for b in below):
        return False
    said = bool(below) and (below[0].kind in DETAILS or below[0].foreign)
    return (
        said
        and (hands > 1 or is_surely_person(first.text))
        or not below
        and hands == 1
        and is_surely_person(first.text)
    )
