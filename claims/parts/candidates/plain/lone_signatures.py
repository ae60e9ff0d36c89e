"""The hand of one person below a closing: a name, and what and where they are."""

from __future__ import annotations

from claims.parts.blocks import Block, Entry, Evidence
from claims.parts.candidates.announcements import Announcement
from claims.parts.candidates.marked_lists import placed
from claims.parts.candidates.plain.joined_lines import PlainLine
from claims.parts.candidates.plain.plain_lines import PlainRun
from claims.parts.candidates.surroundings import Page
from claims.parts.features import DETAILS
from claims.parts.naming.people import is_surely_person

DEEPEST = 8


def lone_signature(page: Page, run: PlainRun, told: Announcement) -> Block | None:
    """The block of one signer, if the whole run below a closing names one person and nobody else."""
    closed = any(name == "closing" for name, _ in told.evidence)
    (first, *below), lines = run.lines, run.lines
    if not closed or run.left or len(lines) > DEEPEST or not is_surely_person(first.text) or first.foreign:
        return None
    if below and (not _says_what(below[0]) or any(is_surely_person(line.text) for line in below)):
        return None  # a house right below may sign for itself
    start, end = first.first, lines[-1].last + 1
    evidence: Evidence = (("fit", 1), ("lone", 1), *placed(page, start, end, 1, told))
    return Block("signatories", start, end, evidence, (Entry(None, first.span, None, start, first.last),), (), told.line)


def _says_what(line: PlainLine) -> bool:
    return line.kind in DETAILS or line.foreign
