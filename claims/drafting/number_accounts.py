"""The ledger of numbers: every number of a letter is claimed, ignored with its reason, or unread.

Numbers are counted as maximal spans: a date, a range, a number with its scale is one. Digits that no reader has seen,
such as those in a link's target, are found here, so that nothing is lost silently.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claims.model import Ignored, NumberAccount, Span
from claims.text.view import PlainView

_DIGITS = re.compile(r"\d[\d.,:/\u00a0\u2009\u202f-]{0,200}(?<=\d)|\d")


def account(
    text: str, view: PlainView, claimed: Sequence[Span], ignored: Iterable[Ignored], unread: Iterable[Ignored]
) -> NumberAccount:
    """The ledger of a letter's source text. A claim wins over an ignored span that it overlaps, a longer over a
    shorter.
    """
    kept: list[Ignored] = []
    taken = _merged(claimed)
    for item in sorted(
        [*((i, 0) for i in ignored), *((u, 1) for u in unread)], key=lambda p: (p[0].span.start, -p[0].span.end)
    ):
        if not _overlaps(item[0].span, taken) and not (kept and kept[-1].span.overlaps(item[0].span)):
            kept.append(item[0])
    missed = {id(u) for u in unread}
    rest = _unseen(text, view, _merged([*claimed, *(item.span for item in kept)]))
    left = [item for item in rest if item.reason == UNREAD]
    return NumberAccount(
        claimed=len(claimed),
        ignored=tuple(
            sorted([i for i in kept if id(i) not in missed] + [i for i in rest if i.reason != UNREAD], key=_place)
        ),
        unread=tuple(sorted([*(i for i in kept if id(i) in missed), *left], key=_place)),
    )


UNREAD = "a number that was not read"
MARKUP = "inside a link's target, a tag or other markup"


def _unseen(text: str, view: PlainView, covered: Sequence[Span]) -> list[Ignored]:
    """Every run of digits that nothing covers: markup where the reading view drops it, else unread."""
    found, at = [], 0
    for match in _DIGITS.finditer(text):
        span = Span(*match.span())
        while at < len(covered) and covered[at].end <= span.start:
            at += 1
        for piece in _uncovered(text, span, covered, at):
            reason = UNREAD if view.from_source(piece).of(view.text) == piece.of(text) else MARKUP
            found.append(Ignored(span=piece, text=piece.of(text), reason=reason))
    return found


def _uncovered(text: str, span: Span, covered: Sequence[Span], at: int) -> list[Span]:
    pieces, start = [], span.start
    while at < len(covered) and covered[at].start < span.end:
        pieces.append(Span(start, max(start, covered[at].start)))
        start = max(start, covered[at].end)
        at += 1
    pieces.append(Span(start, max(start, span.end)))
    return [trimmed for piece in pieces if (trimmed := _trimmed(text, piece)) is not None]


def _trimmed(text: str, span: Span) -> Span | None:
    """A run cut down to where its digits begin and end; None if none are left."""
    match = re.search(r"\d(?:.*\d)?", span.of(text), re.DOTALL)
    return Span(span.start + match.start(), span.start + match.end()) if match else None


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif len(span):
            merged.append(span)
    return merged


def _overlaps(span: Span, merged: Sequence[Span]) -> bool:
    at = bisect_right(merged, span.end - 1, key=lambda m: m.start)
    return at > 0 and merged[at - 1].end > span.start


def _place(item: Ignored) -> Span:
    return item.span
