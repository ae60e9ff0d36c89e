"""Numbers of items behind the items: "These three demands …", "Four small things.", "All four had been paid"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Span
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, Announced
from claims.relations.listed_items import announces, marked, split_at
from claims.relations.phrasing import holds, starts

_LEAD = 2
_APART = ("signatories", "notes", "contact", "chrome", "signature")


def find_behind(figures: Figures) -> Iterator[Announced]:
    """Sentences that open with a number of items, right behind the items themselves."""
    for told in figures.sentences:
        count = _opener(told)
        if count is None:
            continue
        items = _in_sentence(figures, told) or _on_lines(figures, told)
        if len(items) > 1:
            yield Announced(count=count.claim, items=tuple(items), plain_end=True, evidence=SURE)


def _opener(told: Told) -> Figure | None:
    """The number of items a sentence begins with: "These three demands", "Four small things"; none that looks ahead."""
    if not told.counts or told.kind in _APART or ":" in told.norms:
        return None
    first = told.counts[0]
    pointed = bool(starts(told.norms, "pointing"))
    return (
        first
        if first.first <= pointed and announces(told, first) and not holds(told.norms, "points_ahead_only")
        else None
    )


def _in_sentence(figures: Figures, told: Told) -> list[Span]:
    """The items of the sentence before: marked ones, or clauses between semicolons behind a colon."""
    before = figures.sentences[told.number - 1] if told.number else None
    if before is None or before.paragraph != told.paragraph:
        return []
    view = figures.document.view
    found = marked(before, 0, before.words[1:])
    at = next((k for k, word in enumerate(before.words) if word.norm == ":"), None)
    if not found and at is not None and sum(word.norm == ";" for word in before.words[at:]) >= _LEAD:
        found = split_at(before.words[at + 1 :], (";",))
    return [view.to_source(one.shifted(before.start)) for one in found]


def _on_lines(figures: Figures, told: Told) -> list[Span]:
    """The items of the list that ends directly above the sentence."""
    view = figures.document.view
    for items in figures.document.lists:
        last = items.items[-1].span
        between = view.text[last.end : told.start] if last.end <= told.start else ""
        if last.end <= told.start and not between.strip():
            spans = [view.to_source(item.span) for item in items.items]
            return [Span(one.start, min(one.end, one.start + 60)) for one in spans]
    return []
