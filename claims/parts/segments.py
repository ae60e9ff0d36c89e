"""The parts of a letter: title, address, body, list of signatories, notes …, together covering its text."""

from __future__ import annotations

from claims.model import Letter, Segment, SegmentKind, Span
from claims.parts.layout import layout


def segment(letter: Letter) -> tuple[Segment, ...]:
    """The segments of `letter`, sorted, without gaps or overlaps; neighbours of one kind are one segment."""
    return segment_text(letter.text)


def segment_text(text: str) -> tuple[Segment, ...]:
    """The segments of a letter's text; empty for an empty text."""
    plan = layout(text)
    starts: list[tuple[int, SegmentKind]] = []
    for line, part in zip(plan.lines, plan.parts, strict=True):
        if not starts or starts[-1][1] != part:
            at = plan.view.to_source(Span(line.span.start, line.span.start)).start
            starts.append((0 if not starts else _line_start(text, at), part))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    spans = ((Span(start, end), part) for (start, part), end in zip(starts, ends, strict=True))
    return tuple(Segment(kind=part, span=span) for span, part in spans if len(span))


def _line_start(text: str, at: int) -> int:
    """Back over the markup and the indent that a line begins with, to the start of its source line."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return start if at - start < 400 and _only_markup(text[start:at]) else at


def _only_markup(lead: str) -> bool:
    depth = 0
    for c in lead:
        if c == "<":
            depth += 1
        elif c == ">" and depth:
            depth -= 1
        elif not depth and not c.isspace() and c not in "#*_>-[":
            return False
    return True
