"""The reading view of a letter: its text without markup, with a map back to where everything stands.

`[conducted](#) more than 1,200 searches` reads "conducted more than 1,200 searches". Plain text passes through as
it is, so the view of a letter without markup is the letter.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from claims.model import Span
from claims.quick_records import dataclass
from claims.text.marked.edits import find_edits
from claims.text.marked.markdown import Edit


@dataclass(frozen=True, slots=True)
class PlainView:
    """`text` and where it comes from: runs of view and source offsets that advance together, sorted, without gaps.

    Run `i` is view `[view_starts[i], view_starts[i+1])`, source `[source_starts[i], source_starts[i+1])`; the two are
    equally long where `same[i]`, else the run stands for other characters (an entity, a tag) as a whole.
    """

    text: str
    view_starts: tuple[int, ...]
    source_starts: tuple[int, ...]
    same: tuple[bool, ...]

    def to_source(self, span: Span) -> Span:
        """The source stretch of a view span: from its first character's start to its last character's end."""
        if span.start >= span.end:
            at = self._source_start(span.start)
            return Span(at, at)
        return Span(self._source_start(span.start), self._source_end(span.end - 1))

    def from_source(self, span: Span) -> Span:
        """The view span of what is still visible of a source stretch (empty if all of it is markup)."""
        start, end = self._view_floor(span.start, after=True), self._view_floor(span.end, after=False)
        return Span(start, max(start, end))

    def _source_start(self, view: int) -> int:
        # Of several runs that start here, the last one holds the character; those before it are dropped markup.
        run = bisect_right(self.view_starts, view, hi=len(self.same)) - 1
        return self.source_starts[run] + (view - self.view_starts[run] if self.same[run] else 0)

    def _source_end(self, view: int) -> int:
        run = bisect_right(self.view_starts, view, hi=len(self.same)) - 1
        if self.same[run]:
            return self.source_starts[run] + view - self.view_starts[run] + 1
        return self.source_starts[run + 1]

    def _view_floor(self, source: int, *, after: bool) -> int:
        if source >= self.source_starts[-1]:
            return len(self.text)
        run = bisect_right(self.source_starts, source, hi=len(self.same)) - 1
        if self.same[run]:
            return self.view_starts[run] + source - self.source_starts[run]
        inside = source > self.source_starts[run]
        # A stretch that starts inside "&amp;" begins with it; one that ends inside it does so too.
        return self.view_starts[run + 1] if inside and not after else self.view_starts[run]


@lru_cache(maxsize=4)
def plain_view(text: str) -> PlainView:
    """The reading view of `text`: links show their words, tags and emphasis marks go, entities are decoded."""
    parts: list[str] = []
    views, sources, same = [], [], []
    view = at = 0
    for edit in _in_order(find_edits(text)):
        if edit.start > at:
            parts.append(text[at : edit.start])
            views.append(view)
            sources.append(at)
            same.append(True)
            view += edit.start - at
        parts.append(edit.new)
        views.append(view)
        sources.append(edit.start)
        same.append(False)
        view, at = view + len(edit.new), edit.end
    parts.append(text[at:])
    views += [view, view + len(text) - at]
    sources += [at, len(text)]
    same.append(True)
    return PlainView("".join(parts), tuple(views), tuple(sources), tuple(same))


def _in_order(edits: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    end = 0
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.start >= end:
            kept.append(edit)
            end = edit.end
    return kept
