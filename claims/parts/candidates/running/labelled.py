"""Groups of names behind their labels: "Kenya: Alder; Beta" a line, or several such in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.model import Span
from claims.parts.blocks import Block, Entry, Evidence
from claims.parts.candidates.announcements import Announcement, announcement
from claims.parts.candidates.marked_lists import placed
from claims.parts.candidates.names import counts_others
from claims.parts.candidates.running.commas import split_at, split_paragraph
from claims.parts.candidates.running.run_ends import labelled_stretches
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import counted_label, label_of
from claims.parts.naming.name_kinds import nameness

LABELLED = re.compile(r"(?:[^\w\s]\s+)?(?P<label>[^\W\d_][^:;]{0,60}):\s+(?P<names>\S.*)")


def labelled(page: Page) -> Iterator[Block]:
    """Lines of "Kenya: Alder Watch; Beta Union", each a group with its names."""
    at = 0
    while at < len(page.lines):
        rows: list[tuple[int, str, Span]] = []
        while at < len(page.lines) and (found := _rows(page, at)):
            rows += found
            at = page.below(at) or len(page.lines)
        told = announcement(page, rows[0][0]) if len(rows) >= 2 else None
        if told is not None and (rows[0][0] >= page.body or told.line is not None):
            yield from _groups(page, rows, told)
        at += 1


def _rows(page: Page, at: int) -> list[tuple[int, str, Span]]:
    """The labels of a line with the names behind each; none if a stretch of it is anything else."""
    line, here = page.lines[at], page.features[at]
    if not line.text or here.kind or here.stop or here.dated or here.chrome:
        return []
    rows = [_row(page, at, stretch) for stretch in labelled_stretches(page.text, line.span)]
    found = [row for row in rows if row is not None]
    return found if len(found) == len(rows) else []


def _row(page: Page, at: int, stretch: Span) -> tuple[int, str, Span] | None:
    match = LABELLED.fullmatch(stretch.of(page.text))
    if match is None or len(match["label"].split()) > 5:
        return None
    if not any(piece.strip()[:1].isupper() for piece in re.split(r"[,;]", match["names"])):
        return None  # "Filed under: rivers, courts"
    return at, match["label"], Span(*match.span("names")).shifted(stretch.start)


def _of_row(page: Page, label: str, span: Span) -> tuple[Sequence[Span], str | None]:
    """The names of a row, and what is unsure of them: nothing where they are as many as its label counts."""
    names, unsure = split_paragraph(page.text, span)
    counted = counted_label(label)
    ways = (names, split_at(page.text, span, ",")) if counted is not None else ()
    return next(((way, None) for way in ways if counted is not None and len(way) == counted[1]), (names, unsure))


def _groups(page: Page, rows: list[tuple[int, str, Span]], told: Announcement) -> Iterator[Block]:
    entries: list[Entry] = []
    doubt = None
    for at, label, span in rows:
        names, unsure = _of_row(page, label, span)
        doubt = doubt or unsure
        entries += [Entry(None, n, label_of(label), at, at) for n in names if not counts_others(n.of(page.text))]
    held = [nameness(e.span.of(page.text)) for e in entries]
    if len(entries) <= len(rows) or sum(held) < 0.8 * len(held):
        return
    first, end = rows[0][0], rows[-1][0] + 1
    evidence: Evidence = (
        ("fit", sum(held) / len(held)),
        ("split", 1),
        ("pattern", 1),
        *placed(page, first, end, len(entries), told),
    )
    labels = tuple((label_of(label), at) for at, label, _ in rows)
    if doubt:
        yield Block("signatories", first, end, evidence, (), labels, told.line, doubt)
        evidence = (*evidence, ("unsure", 1))
    yield Block("signatories", first, end, evidence, tuple(entries), labels, told.line)
