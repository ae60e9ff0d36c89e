"""Spans → marked, escaped text. Taking the tags away again gives back the text, character by character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from claims.model import Span
from claims.quick_records import dataclass
from reports.words.scripts import escaped


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One stretch to mark. Where marks overlap all their classes show, and the link of the lowest `rank` is kept.

    `badge` is shown behind the stretch by the style sheet, so that it is no part of the text; `label` is what a screen
    reader says in place of the bare number.
    """

    span: Span
    css: str
    rank: int = 0
    anchor: str | None = None
    href: str | None = None
    label: str | None = None
    badge: str = ""
    hint: str | None = None


def highlight(text: str, within: Span, marks: Iterable[Mark]) -> Markup:
    """The HTML of `text[within]` with `marks` (any order, overlapping or crossing the edges as they may) in it."""
    inside = sorted((m for m in marks if m.span.overlaps(within)), key=_order)
    edges = (_clip(edge, within) for m in inside for edge in (m.span.start, m.span.end))
    cuts = sorted({within.start, within.end, *edges})
    pieces: list[str] = []
    active: list[Mark] = []
    coming = 0
    for start, end in pairwise(cuts):
        active = [m for m in active if m.span.end > start]
        while coming < len(inside) and inside[coming].span.start <= start:
            active.append(inside[coming])
            coming += 1
        pieces.append(_piece(text, Span(start, end), active))
    return Markup("".join(pieces))  # noqa: S704 - every piece is escaped


def by_segment(marks: Sequence[Mark], segments: Sequence[Span]) -> list[list[Mark]]:
    """The marks that touch each of the sorted `segments`, in one sweep; a mark across an edge is in both."""
    starts = [segment.start for segment in segments]
    found: list[list[Mark]] = [[] for _ in segments]
    for mark in marks:
        at = max(bisect_right(starts, mark.span.start) - 1, 0)
        while at < len(segments) and starts[at] < mark.span.end:
            if segments[at].overlaps(mark.span):
                found[at].append(mark)
            at += 1
    return found


def _order(mark: Mark) -> tuple[int, int, int, str]:
    return mark.span.start, mark.rank, mark.span.end, mark.anchor or ""


def _clip(edge: int, within: Span) -> int:
    return min(max(edge, within.start), within.end)


def _piece(text: str, span: Span, active: Sequence[Mark]) -> str:
    """A stretch over which the same marks hold: one element, because links cannot stand in links."""
    content = escaped(span.of(text))
    if not active:
        return content
    winner = min(active, key=lambda m: (m.rank, m.span.start, m.span.end))
    beginning = [m for m in active if m.span.start == span.start]
    lost = [m.anchor for m in beginning if m.anchor and m is not winner]
    anchors = "".join(f'<span id="{escape(anchor)}"></span>' for anchor in lost)
    tag = "a" if winner.href else "mark"
    return f"{anchors}<{tag}{_attributes(winner, active, span)}>{content}</{tag}>"


def _attributes(winner: Mark, active: Sequence[Mark], span: Span) -> str:
    first = winner.span.start == span.start
    badges = " ".join(m.badge for m in active if m.badge and m.span.end == span.end)
    values = {
        "class": " ".join(dict.fromkeys(m.css for m in active)),
        "id": winner.anchor if first else None,
        "href": winner.href,
        "aria-label": winner.label if first and winner.href else None,
        "title": next((m.hint for m in active if m.hint), None),
        "data-badge": badges or None,
        # A link that another mark cuts in two is one stop on the keyboard.
        "tabindex": "-1" if winner.href and not first else None,
    }
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items() if value is not None)
