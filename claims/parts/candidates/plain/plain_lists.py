"""Plain runs as lists of signatories, one block for each way to read them."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from claims.parts.blocks import Block, Entry, Evidence
from claims.parts.candidates.announcements import Announcement, announcement
from claims.parts.candidates.marked import MarkedRun
from claims.parts.candidates.marked_lists import placed
from claims.parts.candidates.names import counts_others
from claims.parts.candidates.plain.entry_shapes import Shape, shapes
from claims.parts.candidates.plain.joined_lines import PlainLine
from claims.parts.candidates.plain.lone_signatures import hands
from claims.parts.candidates.plain.plain_lines import PlainRun, plain_runs, standing_alone
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import counted_label, is_group_label, label_of
from claims.parts.naming.name_kinds import name_kind

MOST_LEFT = 5
LEAST_ABOVE = 4
ENDS = 0.3
LEAST_ALONE = 3
"""So few names below "Yours sincerely," or nothing are the hands of those who wrote, not a list."""


def plain_lists(page: Page, marked: Sequence[MarkedRun]) -> Iterator[Block]:
    """A block for each way to read each run of plain lines."""
    for run in plain_runs(page, marked):
        lines = run.lines
        told = announcement(page, lines[0].first)
        if told is None or _above(page, lines, told) and len(lines) < LEAST_ABOVE:
            continue
        if told.line is None and _leads_elsewhere(page, lines[0]):
            continue  # the run without its first line is read by itself
        for shape in shapes(lines):
            block = _block(page, run, shape, told)
            if block is not None:
                yield block
        if (signed := hands(page, run, told)) is not None:
            yield signed
        if told.sure and len(lines) > 2:
            yield Block(
                "signatories",
                lines[0].first,
                lines[-1].last + 1,
                (
                    ("unread", 1),
                    ("left", float(min(run.left, MOST_LEFT))),
                    *placed(page, lines[0].first, lines[-1].last + 1, len(lines), told),
                ),
                announcer=told.line,
                doubt="lines",
                late=told.late,
            )


def _block(page: Page, run: PlainRun, shape: Shape, told: Announcement) -> Block | None:
    lines = run.lines
    entries = [entry for entry in shape.entries if not counts_others(entry.text)]
    if not entries or not _is_list(page, shape, entries, told):
        return None
    first, end = lines[0].first, lines[-1].last + 1
    named = _named(lines, shape, entries, told)
    evidence = (
        *shape.evidence,
        ("left", float(min(run.left, MOST_LEFT))),
        *_alone(lines, {entry.first for entry in entries}),
        ("above_body", float(_above(page, lines, told) and len(entries) not in page.told.own)),
        ("above_copies", float(told.line is None and page.has_copies_below(end))),
        ("counted_groups", float(_counts_right(shape, named))),
        ("ruled", float(_is_ruled(page, lines, entries))),
        *placed(page, first, end, len(entries), told),
    )
    heads = tuple((label_of(head.text), head.first) for head in shape.heads)
    own = (told.label,) if told.label else ()
    return Block("signatories", first, end, evidence, tuple(named), (*own, *heads), told.line, late=told.late)


def _above(page: Page, lines: Sequence[PlainLine], told: Announcement) -> bool:
    """Whether a list that nothing announces stands above the letter, where mostly those stand whom it is for."""
    return lines[0].first < page.body and told.line is None


def _is_ruled(page: Page, lines: Sequence[PlainLine], entries: Sequence[PlainLine]) -> bool:
    """Whether rules part the entries, each with what stands below it: "-----" between one signature and the next."""
    opens = [at for at in range(1, len(lines)) if _rule_between(page, lines[at - 1].last, lines[at].first)]
    return len(opens) > 1 and [lines[at].first for at in (0, *opens)] == [entry.first for entry in entries]


def _rule_between(page: Page, above: int, below: int) -> bool:
    return any(page.features[i].rule for i in range(above + 1, below))


def _alone(lines: Sequence[PlainLine], entries: set[int]) -> Evidence:
    """Entries that stand alone above or below a paragraph of several: rather what closes the letter, or goes on."""
    alone = standing_alone(lines)
    above = list(takewhile(lambda n: n in alone, range(len(lines))))
    below = list(takewhile(lambda n: n in alone, range(len(lines) - 1, -1, -1)))
    return (
        ("alone_above", float(sum(lines[n].first in entries for n in above))),
        ("alone_below", float(sum(lines[n].first in entries for n in below))),
    )


def _leads_elsewhere(page: Page, line: PlainLine) -> bool:
    """Whether the first line of a run leads to something else than signers: "Those arrested so far:"."""
    label = is_group_label(line.text) or counted_label(line.text) or name_kind(line.text.rstrip(":")) == "place"
    return line.head and line.text[-1] == ":" and not label


def _is_list(page: Page, shape: Shape, entries: Sequence[PlainLine], told: Announcement) -> bool:
    if told.sure:
        # "Updated: 4 signatures were added" above the letter heads no "To the City Council"
        return len(entries) > 1 or told.late and page.goes_on(entries[-1].last + 1) < ENDS
    people = sum(entry.kind == "person" for entry in entries)
    return len(entries) >= LEAST_ALONE or (len(entries) == 2 and told.line is not None and not people)


def _named(lines: Sequence[PlainLine], shape: Shape, entries: Sequence[PlainLine], told: Announcement) -> list[Entry]:
    """The entries with the labels above them; where the last line is a label, each label is for those above it."""
    heads = shape.heads
    at = [head.first for head in heads]
    below = bool(at) and lines[-1].first == at[-1] and lines[0].first != at[0]
    found = []
    for entry in entries:
        n = bisect(at, entry.first) - (0 if below else 1)
        head = heads[n] if 0 <= n < len(heads) else None
        group = label_of(head.text) if head else told.label[0] if told.label else None
        found.append(Entry(None, entry.span, group, entry.first, entry.last))
    return found


def _counts_right(shape: Shape, entries: Sequence[Entry]) -> bool:
    """Whether headings that count what they head ("KENYA (3)") mostly do so rightly."""
    stated = [found for head in shape.heads if (found := counted_label(head.text))]
    held = Counter(entry.group for entry in entries)
    right = sum(held[label] == count for label, count in stated)
    return len(stated) >= 2 and 2 * right >= len(stated)
