"""Whether the marks and the notes of a letter run on in turn: numbers left out, first uses that go back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from claims.extraction import Extraction
from claims.model import Mark, Note
from claims.references.doubtful_notes import possible_notes
from claims.text.numbering import order_of, series_gaps
from expectations.declaring import say
from expectations.findings import broken, listing
from expectations.model import Finding


def marked(marks: Iterable[str], rule: str) -> str:
    """Marks as they are printed, listed: "[1], [2] and [5]"."""
    return listing(say(rule, "mark", mark=mark) for mark in marks)


def gaps(extraction: Extraction, rule: str) -> list[Finding]:
    """Notes that the series of the others leaves out; `rule` is the rule that speaks."""
    notes = extraction.notes
    known = {mark.mark for mark in extraction.marks}
    missing = [mark for mark in series_gaps([note.mark for note in notes]) if mark not in known]
    missing = [mark for mark in missing if mark not in possible_notes(extraction.letter.text, extraction.notes)]
    if not missing:
        return []
    ends = say(rule, "from_to", first=notes[0].mark, last=notes[-1].mark)
    return [
        broken(
            rule,
            "warning",
            say(rule, "left_out", marks=marked(missing, rule), ends=ends, count=str(len(notes))),
            stated=ends,
            expected=say(rule, "notes", count=str(len(notes) + len(missing))),
            spans=[note.span for note in notes],
        )
    ]


def disorder(marks: Sequence[Mark], notes: Sequence[Note], rule: str) -> list[Finding]:
    """First uses that do not run upwards: one or two are a slip, many are a numbered list of sources."""
    first: dict[str, Mark] = {}
    for mark in marks:
        first.setdefault(mark.mark, mark)
    known = {note.mark for note in notes}
    ordered = [(order_of(name), mark) for name, mark in first.items() if order_of(name) is not None and name in known]
    back = [(a[1], b[1]) for a, b in pairwise(ordered) if (b[0] or 0) < (a[0] or 0)]
    if not back:
        return []
    before, after = (say(rule, "mark", mark=mark.mark) for mark in back[0])
    return [
        broken(
            rule,
            "warning" if len(back) * 4 <= len(ordered) else "info",
            say(rule, "disorder", before=before, after=after),
            stated=say(rule, "in_turn", first=before, second=after),
            expected=say(rule, "in_turn", first=after, second=before),
            spans=[mark.span for mark in back[0]],
        )
    ]
