"""The numbers of lines that are no sentences: headings of lists, the sum below them, a counter above the letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.model import Quantity, Span
from claims.parts.announcers import announces
from claims.parts.layout import Layout
from claims.signers.counted_signers import Count, counts_in
from claims.signers.counts_told import Total
from claims.signers.label_totals import sums_up, total_of_label
from claims.text.lines import Line
from claims.text.passages import Passage

CELLS, NUMBER = re.compile(r"\t|\||\s{2,}"), re.compile(r"\d")
Reads = Sequence[tuple[Passage, Sequence[Quantity]]]


def counters(plan: Layout, passage: Passage, quantities: Sequence[Quantity]) -> Iterator[tuple[Total, int]]:
    """Lines of a title that count signers, each with its offset: "Signatories so far: 22"."""
    for i in _lines_of(plan, passage.span):
        line = plan.lines[i]
        total = total_of_label(line.text, _on_line(line, passage, quantities)) if announces(line.text) else None
        if total is not None and total.role == "total":
            yield total, line.span.start


def _on_line(line: Line, passage: Passage, quantities: Sequence[Quantity]) -> list[Count]:
    """The counts of a passage that stand on `line`, their offsets those of the line."""
    counts = [moved(c, passage.span.start - line.span.start) for c in counts_in(passage.text, quantities)]
    return [c for c in counts if c.number.start >= 0 and c.number.end <= len(line.text)]


def moved(count: Count, by: int) -> Count:
    return replace(count, span=count.span.shifted(by), number=count.number.shifted(by), lead=count.lead + by)


def of_labels(plan: Layout, reads: Reads) -> Iterator[tuple[Total, int, str]]:
    """The numbers in the headings of the lists, and in lines that announce one."""
    labels = {line for roster in plan.rosters for _, line in roster.labels}
    below = {i for roster in plan.rosters if (i := _below(plan, roster.end)) is not None}
    # The last row of a table may count it in one cell ("| | Total: 16 | |"); "Total | 1,350" sums a column.
    entries = {entry.line for roster in plan.rosters for entry in roster.entries}
    last = {roster.end - 1 for roster in plan.rosters} - entries
    below |= {i for i in last if any(sums_up(cell) and NUMBER.search(cell) for cell in CELLS.split(plan.lines[i].text))}
    for passage, quantities in reads:
        if not quantities or passage.kind not in {"signature", "signatories", "body", "list"}:
            continue
        for i in _lines_of(plan, passage.span):
            line = plan.lines[i]
            tells = i in labels or plan.parts[i] == "signature" or i in below and sums_up(line.text)
            total = total_of_label(line.text, _on_line(line, passage, quantities)) if tells else None
            if total is not None:
                yield _of_its_group(total, i, plan), line.span.start, "signature"


def _of_its_group(total: Total, line: int, plan: Layout) -> Total:
    """ "Co-signatories (22)" is a group where "Initiators (4)" heads others of the same list."""
    if total.role != "total":
        return total
    for roster in plan.rosters:
        heads = dict(roster.labels)
        own = next((label for label, at in roster.labels if at == line), None)
        held = {entry.group for entry in roster.entries}
        if own in held and len(held & heads.keys()) > 1:
            return replace(total, role="group", group=own)
    return total


def _below(plan: Layout, end: int) -> int | None:
    return next((i for i in range(end, len(plan.lines)) if plan.lines[i].text), None)


def _lines_of(plan: Layout, span: Span) -> Iterator[int]:
    first = bisect_right(plan.lines, span.start, key=lambda line: line.span.end)
    for i in range(first, len(plan.lines)):
        if plan.lines[i].span.start >= span.end:
            return
        if plan.lines[i].text:
            yield i
