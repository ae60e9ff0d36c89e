"""Numbers of items behind the items: "These three demands …", "None of the five is new", "Those are four ideas"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Span
from claims.relations.announced_orders import counted_before
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, Announced
from claims.relations.listed_items import MOST, announces, marked, split_at
from claims.relations.phrasing import ends, holds, starts, words_of

_LEAD, _AHEAD = 2, 6
_APART = ("signatories", "notes", "contact", "chrome", "signature", "list")
"""No item of a list takes up the items before it: "3. For these 33 projects the sum was released"."""


def find_behind(figures: Figures) -> Iterator[Announced]:
    """Sentences that take up a number of items right behind the items themselves."""
    for told in figures.sentences:
        count = _opener(told) or _taken_up(told)
        if count is None:
            continue
        items = _in_sentence(figures, told) or _on_lines(figures, told) or counted_before(figures, told)
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


def _taken_up(told: Told) -> Figure | None:
    """The number that points back: "none of our four requests", "each of the six"; with a noun, one of items."""
    if told.kind in _APART:
        return None
    return next((one for one in told.counts if _is_small(one) and _points_back(told, one)), None)


def _is_small(one: Figure) -> bool:
    quantity = one.claim.quantity
    return quantity.comparator == "=" and quantity.dimension == "count" and 1 < quantity.value <= MOST


def _points_back(told: Told, one: Figure) -> bool:
    before = told.norms[: one.first]
    if ":" in told.norms[one.stop : one.stop + _AHEAD]:
        return False  # "these four steps: first, …" are those that follow
    if _stands_alone(told, one):
        return bool(ends(before, "of_all_items")) or (ends(before, "pointing_alone") == len(before) > 0)
    if ends(before, "pointing_are") == len(before) > 0:
        return True  # "Those are five ideas": whatever they are called
    return one.noun is not None and announces(told, one) and bool(ends(before, "pointing_back"))


def _stands_alone(told: Told, one: Figure) -> bool:
    """Whether no noun of its own follows: "each of the six was promised", "those five, and a cup of tea"."""
    after = told.norms[one.stop : one.stop + 1]
    return not after or not after[0].isalpha() or after[0] in words_of("number_ends")


def _in_sentence(figures: Figures, told: Told) -> list[Span]:
    """The items of the sentence before: marked ones, or clauses between semicolons behind a colon."""
    before = figures.sentences[told.number - 1] if told.number else None
    if before is None:
        return []
    view = figures.document.view
    found = marked(before, 0, before.words[1:])
    at = next((k for k, word in enumerate(before.words) if word.norm == ":"), None)
    same = before.paragraph == told.paragraph
    if same and not found and at is not None and sum(word.norm == ";" for word in before.words[at:]) >= _LEAD:
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
