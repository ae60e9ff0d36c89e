"""Marked runs as lists of signatories: an item an entry, or an item a group of names behind its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.model import Span
from claims.parts.blocks import Block, Entry, Evidence
from claims.parts.candidates.announcements import Announcement, announcement
from claims.parts.candidates.marked import MarkedRun
from claims.parts.candidates.names import breaks_off, cells_of, counts_others, had_no_room, line_length, tidy
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import label_of
from claims.parts.features import ENDED
from claims.parts.naming.name_kinds import is_source, nameness
from claims.parts.naming.name_lines import is_prose_line
from claims.text.list_marks import ListMark, entry_marks

FULL = 20
INLINE = re.compile(r"\s[(\[]?2[.)\]]\s")
FEW = 5


def marked_lists(page: Page, runs: Sequence[MarkedRun]) -> Iterator[Block]:
    """A block for each run that may list signatories; runs that lead on from demands are never any."""
    for run in runs:
        told = announcement(page, run.first, marked=True)
        if told is None or _above_the_body(page, run.first, told) or _is_inner(page, run):
            continue
        entries = [entry for entry in _entries(page, run, told) if not counts_others(entry.span.of(page.text))]
        if told.line is None and _are_ended([entry.span.of(page.text) for entry in entries]):
            continue
        if entries and (len(entries) > 1 or told.sure):
            yield _block(page, run, entries, told)


def _are_ended(texts: Sequence[str]) -> bool:
    """Whether half of the entries end as sentences do: "1. Gloves." / "2. Overtime paid." asks and names nobody."""
    return len(texts) > 1 and 2 * sum(ENDED.search(text) is not None for text in texts) >= len(texts)


def _above_the_body(page: Page, first: int, told: Announcement) -> bool:
    return first < page.body and told.line is None


def _is_inner(page: Page, run: MarkedRun) -> bool:
    """Whether a lone item is none: "i." may be a letter too, "ii." below it tells; "1. Alder 2. Beta" runs on, and so
    does "• Alder • Beta".
    """
    if len(run.items) > 1:
        return any(_counts_on(page, i, run.mark_of(page, i)) for i in run.items)
    if runs_on_by_bullets(page.lines[run.first].text, run.mark):
        return True
    return INLINE.search(page.lines[run.first].text) is not None or any(
        page.features[i].marks for i in run.hung.get(run.first, ())
    )


def _counts_on(page: Page, at: int, mark: ListMark | None) -> bool:
    """Whether the next number stands on the line itself, and no gap between columns before it: "1. Alder 2. Beta"."""
    if mark is None or mark.kind != "digit" or mark.order is None or len(mark.style) != len("#."):
        return False
    text = page.lines[at].text
    following = re.search(rf"\S {mark.order + 1}{re.escape(mark.style[1:])} [^\W\da-z]", text)
    return following is not None and mark.style[1] in ".)"


def runs_on_by_bullets(text: str, mark: ListMark) -> bool:
    """Whether the bullet at the head of a line stands between its names as well."""
    return mark.kind == "bullet" and text.count(f" {mark.style} ") > 1


def _block(page: Page, run: MarkedRun, entries: list[Entry], told: Announcement) -> Block:
    labels = tuple((label_of(page.lines[at].text), at) for _, at in run.labels)
    names = [entry.span.of(page.text) for entry in entries]
    evidence: Evidence = (
        ("marked", 1),
        ("numbered", min(len(names), FULL) / FULL if run.mark.kind != "bullet" else 0.0),
        ("sources", _share(is_source(_whole(page, run, n)) for n in range(len(run.items)))),
        ("cited", _share(_is_cited(page, run, line) for line in run.items[:FULL])),
        ("goes_on", float(_continues(page, run))),
        *judged(page, run.first, run.end, names, told),
    )
    own = told.label and ((told.label[0], told.label[1]),) or ()
    end = max([run.end, *(line + 1 for _, line in labels)])
    return Block("signatories", run.first, end, evidence, tuple(entries), (*own, *labels), told.line, late=told.late)


def judged(page: Page, first: int, end: int, names: Sequence[str], told: Announcement) -> Evidence:
    """The evidence that names and their place in the letter give, whatever marks they have."""
    fit = sum(nameness(name) for name in names) / len(names)
    return (
        ("fit", fit),
        ("sentences", _share(is_prose_line(name) and nameness(name) < 0 for name in names)),
        *placed(page, first, end, len(names), told),
    )


def placed(page: Page, first: int, end: int, count: int, told: Announcement) -> Evidence:
    """The evidence of where a list of `count` names stands and how long it is."""
    on = 0.0 if first < page.body and (told.sure or told.line is None) else page.goes_on(end)
    voice = told.line is None and page.voice_above(first)
    return (
        ("length", min(count, FULL) / FULL),
        ("short", 0.0 if told.sure else max(0, FEW - count) / FEW),
        ("prose_after_closing" if voice else told.prose_after, on),
        ("speaks", float(page.speaks and told.line is None)),
        ("voice", float(voice)),
        ("ends", float(not on and first >= page.body and told.line is None)),
        *told.evidence,
    )


def _share(found: Iterator[bool]) -> float:
    seen = list(found)
    return sum(seen) / len(seen) if seen else 0.0


def _continues(page: Page, run: MarkedRun) -> bool:
    """Whether an earlier line of the letter has the number before the first one of this run, in the same manner."""
    order = run.mark.order
    if run.mark.kind != "digit" or order is None or order < 2:
        return False
    return any(
        mark.style == run.mark.style and mark.order == order - 1
        for here in page.features[: run.first]
        for mark in here.marks
    )


def _is_cited(page: Page, run: MarkedRun, line: int) -> bool:
    """Whether the text above the run calls the mark of an item: "… lost their homes.[1]"."""
    if not run.mark.style.startswith("["):
        return False
    mark = page.lines[line].text.split("]")[0] + "]"
    return re.compile(rf"\S ?{re.escape(mark)}").search(page.text, 0, page.lines[run.first].span.start) is not None


def _whole(page: Page, run: MarkedRun, n: int) -> str:
    line = run.items[n]
    return " ".join(page.lines[i].text for i in (line, *run.hung.get(line, ())))


def _entries(page: Page, run: MarkedRun, told: Announcement) -> Iterator[Entry]:
    width = max(line_length(page.text, page.lines[i].span) for i in run.items)
    group = told.label[0] if told.label else None
    heads = dict(run.labels)
    found: list[Entry] = []
    for n, line in enumerate(run.items):
        group = label_of(page.lines[heads[n]].text) if n in heads else group
        mark = run.mark_of(page, line) or run.mark
        for number, span in _spans(page, line, mark):
            found.append(_with_rest(page, run, Entry(number, span, group, line, line), width))
    if sum(entry.number is not None for entry in found) > len(run.items):
        found.sort(key=lambda entry: entry.number or 0)  # two columns, one below the other
    yield from (entry for entry in found if len(entry.span))


def _spans(page: Page, line: int, mark: ListMark) -> Iterator[tuple[int | None, Span]]:
    """The names of one line with their numbers: one, or several side by side under marks of their own."""
    here = page.lines[line]
    number = mark.order if mark.kind == "digit" else None
    rest = Span(here.span.start + mark.end, here.span.end)
    cells = cells_of(page.text, rest)
    inner = [_same(entry_marks(cell.of(page.text)), mark) for cell in cells[1:]]
    if cells[1:] and all(inner):
        yield number, tidy(page.text, cells[0])
        for cell, one in zip(cells[1:], inner, strict=True):
            assert one is not None
            yield one.order if number is not None else None, tidy(page.text, Span(cell.start + one.end, cell.end))
    elif cells and number is not None:
        yield number, tidy(page.text, cells[0])
    else:
        yield number, tidy(page.text, rest)


def _same(marks: Sequence[ListMark], mark: ListMark) -> ListMark | None:
    return next((one for one in marks if (one.kind, one.style) == (mark.kind, mark.style)), None)


def _with_rest(page: Page, run: MarkedRun, entry: Entry, width: int) -> Entry:
    """The entry with the lines of its name: all where it was broken, the first one below a mark that stands alone."""
    span, last = entry.span, entry.line
    for line in run.hung.get(entry.line, ()):
        below = tidy(page.text, page.lines[line].span)
        if not len(span):
            span, last = below, line
        elif last == line - 1 and (
            breaks_off(span.of(page.text), below.of(page.text)) or had_no_room(page.text, span, below, width)
        ):
            span, last = Span(span.start, below.end), line
        else:
            break
    return Entry(entry.number, span, entry.group, entry.line, last)
