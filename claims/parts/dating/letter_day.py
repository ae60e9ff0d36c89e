"""The day a letter was written, and that of the page it stands on: from datelines, the lead, the front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claims.language.words import vocabulary
from claims.model import Span
from claims.parts.dating.told_days import told_day
from claims.parts.head import Dateline, Head
from claims.parts.layout import Layout
from claims.text.lines import Line
from claims.times.full_dates import find_full_dates

_OF_PAGES = frozenset({"published", "changed"})
_HEADLINES = 3
"""A press release begins below its headlines."""
Dated = tuple[date, Span]


def days_of(plan: Layout) -> tuple[Dated | None, Dated | None, tuple[str, ...]]:
    """The letter's own date, that of the page it stands on, and what could not be told."""
    head, lines = plan.head, plan.datelines
    doubts = [d.date.problem for d in lines if d.date.problem]
    known = [d for d in lines if d.date.date is not None]
    labelled = next((d for d in known if d.label in _OF_PAGES), None)
    own = [d for d in known if d.label not in _OF_PAGES]
    written = _own_date(head, own)
    published = labelled or _page_date(head, own, written)
    if written is None and labelled is not None and labelled.label == "published" and labelled.line < head.body:
        # The only date that stands above a letter is its own, whatever it is called.
        written = labelled
    front = (head.front_date[0].date, head.front_date[1]) if head.front_date else None
    on_page = _pair(published) or ((front[0], front[1]) if front and front[0] else None)
    lead = (_lead_date(plan) or _sending_date(plan)) if written is None else None
    told = told_day(plan) if written is None and lead is None and on_page is None else None
    return _pair(written) or lead or told, on_page, tuple(d for d in doubts if d) if written is None else ()


def _own_date(head: Head, own: Sequence[Dateline]) -> Dateline | None:
    """A labelled date, else the one nearest above the salutation or the body, else the last one below it."""
    if labelled := next((d for d in own if d.label == "written"), None):
        return labelled
    above = [d for d in own if d.line < head.body and d.label != "first"]
    made = [d for d in own if d.label == "first"]
    return next(iter([*above[-1:], *made[:1], *own[-1:]]), None)


def _page_date(head: Head, own: Sequence[Dateline], written: Dateline | None) -> Dateline | None:
    """An unlabelled date above the letter's own, and different: the page's, as between a title and its repetition."""
    if written is None:
        return None
    first = next((d for d in own if d.line < min(written.line, head.body)), None)
    return first if first and first.date.date != written.date.date else None


def _pair(dateline: Dateline | None) -> Dated | None:
    if dateline is None or dateline.date.date is None:
        return None
    return dateline.date.date, dateline.span


LEAD = re.compile(r"[(\[]?(?:[^\W\d_][\w.'’-]*[,/ ]{1,3}){0,6}[(–—-]?[ ]*$")
# "Geneva, 24 February 2022 (19 organisations) — Ahead of …", "(Accra, 19 December 2021) Heads of State should …".
DASHED = re.compile(r"[\s)\].,:]{0,3}(?:[(\[][^()\[\]]{1,60}[)\]]\s?)?[–—:\-]+\s")
CLOSED = re.compile(r"\s?[)\]][:.]?\s+[^\W\d_]")


def _lead_date(plan: Layout) -> Dated | None:
    """The date a press release begins with: "(Brussels, 3 March 2022) – The undersigned …"."""
    written = (line for at in sorted({plan.head.front_end, plan.head.body}) for line in _next_lines(plan, at))
    return next((dated for line in written if (dated := _opening_date(line)) is not None), None)


def _next_lines(plan: Layout, at: int) -> list[Line]:
    return [line for line in plan.lines[at:] if not line.blank][:_HEADLINES]


def _opening_date(line: Line) -> Dated | None:
    opening = line.text[:180]
    found = next(iter(find_full_dates(opening[:120])), None)
    if found is None or found.date is None or not LEAD.fullmatch(opening[: found.span.start]):
        return None
    after = opening[found.span.end :]
    if DASHED.match(after) or (opening[0] in "([" and CLOSED.match(after)):
        return found.date, found.span.shifted(line.span.start)
    return None


def _sending_date(plan: Layout) -> Dated | None:
    """ "40 groups wrote to the Minister on 31 July 2023:" above the salutation: the day it went out."""
    if plan.head.salutation is None:
        return None
    above = [x for x in plan.lines[plan.head.front_end : plan.head.salutation] if x.text.endswith(":")]
    for line in above[-1:]:
        words = set(re.findall(r"[^\W\d_]+", line.text.casefold()))
        found = find_full_dates(line.text)
        if len(found) == 1 and found[0].date is not None and words & set(vocabulary("letter_dates")["went_out"]):
            return found[0].date, found[0].span.shifted(line.span.start)
    return None
