"""The day of a letter that bears no dateline: from a line of its head that says so, or from what it calls today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claims.language.words import vocabulary
from claims.model import Span
from claims.parts.layout import Layout
from claims.text.lines import Line
from claims.times.full_dates import FullDate, find_full_dates

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIRST, _LEAD, _LONGEST = 8, 10, 140
"""So many lines of a letter's beginning may say when it was issued, in so many words before the day."""
Told = tuple[date, Span]


def told_day(plan: Layout) -> Told | None:
    """ "Issued on 31 October 2023, two days after the vote", "Today is 8 April 2021": the one day that is said so."""
    return next(iter(_alone(plan)), None) or next(iter(_issued(plan)), None) or _today(plan)


def _alone(plan: Layout) -> Iterator[Told]:
    """A line near the top that is a dateline, in a letter whose body could not be told from its head."""
    lines = plan.head.datelines if plan.head.salutation is None else ()
    if len(lines) == 1 and lines[0].line < _FIRST and lines[0].date.date is not None and not lines[0].label:
        yield lines[0].date.date, lines[0].span


def _issued(plan: Layout) -> Iterator[Told]:
    written = [at for at in range(plan.head.front_end, len(plan.lines)) if not plan.lines[at].blank]
    for at in written[:_FIRST]:
        line = plan.lines[at]
        found = find_full_dates(line.text) if len(line.text) <= _LONGEST else []
        lead = _words(line.text[: found[0].span.start]) if len(found) == 1 else []
        opens = lead[: _LEAD if at < plan.head.body else 2]
        said = len(lead) <= _LEAD and bool(set(opens) & _listed("issued"))
        if len(found) == 1 and (said or (at < plan.head.body and _ends(line, found[0]))):
            yield from _placed(line, found[0])


def _ends(line: Line, found: FullDate) -> bool:
    """ "An open letter for World Water Day, 22 March 2023": a line that a day set off by a comma ends."""
    return line.text[: found.span.start].rstrip().endswith(",") and not line.text[found.span.end :].strip(" .")


def _today(plan: Layout) -> Told | None:
    """Only where all that is called today is one day."""
    said = ((line, found) for line in plan.lines for found in _full(line) if _is_today(line, found))
    days = [told for line, found in said for told in _placed(line, found)]
    return days[0] if len({day for day, _ in days}) == 1 else None


def _full(line: Line) -> list[FullDate]:
    text = line.text.casefold()
    marked = any(word in text for word in (*_listed("today"), *_listed("writing_behind")))
    return find_full_dates(line.text) if marked else []


def _is_today(line: Line, found: FullDate) -> bool:
    """ "Until today, 1 June 2023", "Today is 8 April 2021"; "10 June 2014, when we write this"."""
    lead = line.text[: found.span.start].rpartition(".")[2]
    words = _words(lead)
    while words and words[-1] in _listed("before_date") | _listed("today_is"):
        words.pop()
    behind = " ".join(_words(line.text[found.span.end :])[:4])
    return bool(words and words[-1] in _listed("today")) or any(map(behind.startswith, _listed("writing_behind")))


def _placed(line: Line, found: FullDate) -> Iterator[Told]:
    if found.date is not None:
        yield found.date, found.span.shifted(line.span.start)


def _words(text: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(text)]


def _listed(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in vocabulary("letter_dates")[name])
