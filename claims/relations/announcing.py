"""Numbers of items and the items that follow: a list on lines of its own, or one in the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Span
from claims.relations.announced_behind import find_behind
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, Announced
from claims.relations.listed_items import MOST, announces, items_of
from claims.relations.phrasing import holds, words_of
from claims.text.item_lists import ItemList

_REACH = 14
"""How many words may stand between the number and its colon."""
_APART = ("signatories", "notes", "contact", "chrome")


def find_announced(figures: Figures) -> Iterator[Announced]:
    """Announced numbers, each with what is listed behind it."""
    taken: set[int] = set()
    for items in figures.document.lists:
        found = _above(figures, items)
        if found is not None and found[1].claim.quantity.number_span.start not in taken:
            taken.add(found[1].claim.quantity.number_span.start)
            yield _of_lines(figures, found[1], items)
    for told in figures.sentences:
        yield from _within(figures, told)
    yield from _ordered(figures, taken)
    yield from find_behind(figures)


def _above(figures: Figures, items: ItemList) -> tuple[Told, Figure] | None:
    """The sentence that ends in a colon directly above a list, and the one number in it that announces."""
    document = figures.document
    above = next((line for line in reversed(document.lines[: items.first_line]) if line.text), None)
    if above is None or document.kind_at(document.view.to_source(items.items[0].span)) in _APART:
        return None
    told = next((one for one in reversed(figures.sentences) if one.start < above.span.end), None)
    if told is None or told.start + len(told.text) < above.span.start or not told.norms or told.norms[-1] != ":":
        return None
    return _announcer(told, len(told.words))


def _announcer(told: Told, colon: int) -> tuple[Told, Figure] | None:
    if holds(told.norms[max(0, colon - _REACH) : colon], "list_open"):
        return None
    near = [one for one in told.counts if one.first < colon and announces(told, one) and _clear(told, one, colon)]
    return (told, near[0]) if len(near) == 1 else None


def _clear(told: Told, one: Figure, colon: int) -> bool:
    return colon - one.stop <= _REACH + 6


def _of_lines(figures: Figures, count: Figure, items: ItemList) -> Announced:
    view = figures.document.view
    spans = tuple(view.to_source(item.span) for item in items.items)
    short = tuple(Span(one.start, min(one.end, one.start + 60)) for one in spans)
    return Announced(count=count.claim, items=short, plain_end=items.plain_end, evidence=SURE)


def _within(figures: Figures, told: Told) -> Iterator[Announced]:
    """ "four things: water; land; peace; and law", "the eight villages (Alden, Borley and Corrow)", "(1) …, (2) …"."""
    for at, word in enumerate(told.words):
        if word.norm not in (":", "("):
            continue
        before = [one for one in told.counts if one.stop <= at]
        if not before or at - before[-1].stop > _REACH:
            continue
        count = before[-1]
        if before[0].first <= 1 and before[0].noun and not announces(told, count) and word.norm == ":":
            count = before[0]  # "Three towns alone mourn 240 of them, or 37 per cent: Alden with 112, …"
        items = items_of(told, at, count)
        if items and _is_count(told, count, at):
            spans = tuple(figures.document.view.to_source(one.shifted(told.start)) for one in items)
            yield Announced(count=count.claim, items=spans, plain_end=True, evidence=SURE)
            return


def _is_count(told: Told, count: Figure, at: int) -> bool:
    quantity = count.claim.quantity
    small = quantity.comparator == "=" and quantity.dimension == "count" and 1 < quantity.value <= MOST
    return small and count.noun is not None and not holds(told.norms[count.stop : at], "list_open")


def _ordered(figures: Figures, taken: set[int]) -> Iterator[Announced]:
    """ "four commitments: First, … Second, …": paragraphs that count themselves in words."""
    for at, told in enumerate(figures.sentences):
        if not told.norms or told.norms[-1] != ":":
            continue
        found = _announcer(told, len(told.words))
        if found is None or found[1].claim.quantity.number_span.start in taken:
            continue
        items = list(_counted_on(figures, at + 1))
        if len(items) > 1:
            yield Announced(count=found[1].claim, items=tuple(items), plain_end=True, evidence=SURE)


def _counted_on(figures: Figures, first: int) -> Iterator[Span]:
    order = 0
    orders = list(words_in_order())
    for told in figures.sentences[first:]:
        if order < len(orders) and told.norms and told.norms[0] in orders[order]:
            order += 1
            start = figures.document.view.to_source(Span(told.start, told.start + 1)).start
            yield Span(start, start + len(told.words[0].text))
        elif order == 0:
            return


def words_in_order() -> Iterator[frozenset[str]]:
    """The words that open the first, second, third … paragraph of a list."""
    for key in ("first_words", "second_words", "third_words", "fourth_words", "fifth_words", "sixth_words"):
        yield words_of(key)
