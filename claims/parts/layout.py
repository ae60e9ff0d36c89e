"""The plan of a letter, made once: its reading view, its lines, and which of them play which part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import of_language
from claims.model import SegmentKind, Span
from claims.parts.best_path import UNCOUNTED, Cover, best_cover
from claims.parts.blocks import Block
from claims.parts.candidates.proposals import propose
from claims.parts.candidates.running.unannounced import left_over
from claims.parts.candidates.surroundings import Page
from claims.parts.dating.datelines import read_dateline
from claims.parts.features import read_features
from claims.parts.head import Dateline, Head, is_prose, read_head
from claims.parts.looks.second_looks import doubts_on
from claims.parts.looks.unheeded import is_unheeded
from claims.parts.notes.note_lines import NoteLines, find_note_lines
from claims.parts.parts_of_lines import parts_of_lines
from claims.parts.wrapped import unwrapped
from claims.quick_records import dataclass
from claims.text.lines import Line, read_lines
from claims.text.marked.markdown import DEFINITION
from claims.text.view import PlainView, plain_view

PROSE = frozenset({"body", "list"})
LABEL = re.compile(r"\][ ]?\[(?P<label>[^\[\]\n]{1,100})\]")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the signatories cannot be counted, a name of the vocabulary `doubts`, and the counts it speaks of."""

    kind: str
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """Spans and offsets are those of `view.text`; `parts` has one kind a line (blank lines go with the line before).

    `leaning`: the lists are sure only because the letter tells of as many who sign.
    """

    view: PlainView
    lines: tuple[Line, ...]
    head: Head
    notes: tuple[NoteLines, ...]
    rosters: tuple[Block, ...]
    doubts: tuple[Doubt, ...]
    datelines: tuple[Dateline, ...]
    parts: tuple[SegmentKind, ...]
    leaning: bool = False


@of_language(maxsize=4)
def layout(text: str) -> Layout:
    """The plan of the letter whose text, as read, is `text`. Pure; the last few are kept."""
    view = plain_view(text)
    lines = unwrapped(read_lines(view, text))
    head = read_head(view.text, lines)
    definitions = _definitions(text, view, lines)
    page = Page(view.text, lines, read_features(lines, head.body), head.body)
    found, noted = find_note_lines(lines, head.body, definitions)
    proposed = propose(page, found, noted)
    cover = best_cover(proposed, len(lines), page.told)
    notes = tuple(note for note in found if any(_holds(block, note.first) for block in cover.blocks))
    rosters = tuple(block for block in cover.blocks if block.part == "signatories")
    parts = parts_of_lines(page, head, cover, definitions)
    last = max((i for i, line in enumerate(lines) if parts[i] in PROSE and line.text and is_prose(lines, i)), default=0)
    datelines = tuple(d for d in head.datelines if _is_own(d, lines[d.line], head, parts, last)) or _below_the_lead(
        page, head
    )
    doubts = _doubts(cover) or ((Doubt("lines"),) if left_over(page, cover.blocks) else ())
    doubts = doubts or tuple(Doubt(kind) for kind in doubts_on(page, rosters))
    doubts = doubts or ((Doubt("unheeded"),) if is_unheeded(page, proposed, cover.blocks) else ())
    return Layout(view, lines, head, notes, rosters, doubts, datelines, parts, cover.leaning)


def _holds(block: Block, line: int) -> bool:
    return block.part == "notes" and block.first <= line < block.end


def _doubts(cover: Cover) -> tuple[Doubt, ...]:
    """Why the names cannot be counted: a list that cannot be taken apart, another reading as likely as this one."""
    found = [Doubt(block.doubt) for block in cover.blocks if block.doubt is not None]
    if cover.rival is not None and not found:
        count = sum(len(block.entries) for block in cover.blocks)
        uncounted = "lines" if count else "uncounted"
        kind = uncounted if cover.rival == UNCOUNTED else "rival" if count and cover.rival else "perhaps"
        found.append(Doubt(kind, tuple(sorted({count, cover.rival} - {0, UNCOUNTED}))))
    return tuple(found)


def _below_the_lead(page: Page, head: Head) -> tuple[Dateline, ...]:
    """The only line of the letter that is a date, where it stands right below the first paragraph."""
    first = page.below(head.body)
    only = head.datelines if len(head.datelines) == 1 else ()
    return tuple(d for d in only if d.line == first)


def _definitions(text: str, view: PlainView, lines: Sequence[Line]) -> frozenset[int]:
    """The lines that only define targets of links used in the text: "[1]: https://…" where "[words][1]" stands."""
    used = {m["label"].casefold() for m in LABEL.finditer(text)}
    found = {
        view.from_source(Span(*m.span())).start for m in DEFINITION.finditer(text) if m["label"].casefold() in used
    }
    return frozenset(
        i for i, line in enumerate(lines) if line.text and {line.span.start, line.span.start - line.indent} & found
    )


def _is_own(dateline: Dateline, line: Line, head: Head, parts: Sequence[SegmentKind], last_prose: int) -> bool:
    """Whether a date on a line of its own may be the letter's: above the body, or below all of its prose."""
    if dateline.line < head.body:
        return True
    if parts[dateline.line] in {"notes", "chrome", "contact"} and dateline.label not in {"published", "changed"}:
        return False
    # "Victory in court! — 2 February 2021" below a letter is another text's.
    return dateline.line > last_prose and read_dateline(line.text, beside=False) is not None
