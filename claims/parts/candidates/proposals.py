"""All that may be proposed for a letter, in one list."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.blocks import Block, weighed, weights
from claims.parts.candidates.cell_rows import cell_rows
from claims.parts.candidates.marked import marked_runs
from claims.parts.candidates.marked_lists import marked_lists
from claims.parts.candidates.plain.plain_lists import plain_lists
from claims.parts.candidates.running.in_prose import in_prose
from claims.parts.candidates.running.run_on import run_on
from claims.parts.candidates.side_by_side import side_by_side
from claims.parts.candidates.surroundings import Page
from claims.parts.candidates.tails import tails
from claims.parts.notes.note_lines import NoteLines


def propose(page: Page, notes: Sequence[NoteLines], noted: frozenset[int]) -> list[Block]:
    """Every block that any kind of candidate sees on the page; `noted` are the lines that belong to notes."""
    marked = list(marked_runs(page))
    found = [
        *marked_lists(page, marked),
        *plain_lists(page, marked),
        *cell_rows(page),
        *side_by_side(page),
        *run_on(page),
        *tails(page, notes, noted),
    ]
    kept = [block for block in found if not (block.signs and _is_of_numbers(page, block))]
    # Those named in a sentence mostly stand in the list below too; where there is none, they sign there.
    listed = any(block.signs and weighed(block.evidence) + weights()["open"] > 0 for block in kept)
    return kept if listed else [*kept, *in_prose(page)]


def _is_of_numbers(page: Page, block: Block) -> bool:
    """Whether half of the entries have no letter in them: the rows of a table of figures."""
    bare = sum(not any(sign.isalpha() for sign in entry.span.of(page.text)) for entry in block.entries)
    return bool(block.entries) and bare * 2 >= len(block.entries)
