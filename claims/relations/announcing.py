"""Numbers of items and the items that follow: a list on lines of its own, or one in the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from claims.language.words import vocabulary
from claims.model import Span
from claims.relations.announced_behind import find_behind
from claims.relations.announced_orders import counted_on
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, Announced
from claims.relations.listed_items import MOST, announces, items_of
from claims.relations.phrasing import ends, holds, words_of
from claims.text.item_lists import ItemList

_REACH = 14
"""How many words may stand between the number and its colon."""
_TWICE = 2
"""Clauses of a sentence that are far fewer are no list of what was counted: "38 Saturdays (we close in July; …)"."""
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
    """The sentence directly above a list that ends in a colon, or points ahead, and the one number that announces."""
    document = figures.document
    above = next((line for line in reversed(document.lines[: items.first_line]) if line.text), None)
    if above is None or document.kind_at(document.view.to_source(items.items[0].span)) in _APART:
        return None
    told = next((one for one in reversed(figures.sentences) if one.start < above.span.end), None)
    if (
        told is None
        or told.start + len(told.text) < above.span.start
        or not told.norms
        or told.norms[-1] not in (":", ".")
    ):
        return None
    found = _announcer(told, len(told.words) - 1)
    plain = found is not None and bool(ends(told.before(found[1]), "points_ahead_only"))
    return found if told.norms[-1] == ":" or plain else None  # "We request the following four items."


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
        if items and _is_count(told, count, at) and count.claim.quantity.value <= _TWICE * len(items) + 1:
            spans = tuple(figures.document.view.to_source(one.shifted(told.start)) for one in items)
            yield Announced(count=count.claim, items=spans, plain_end=True, evidence=SURE)
            return


def _is_count(told: Told, count: Figure, at: int) -> bool:
    quantity = count.claim.quantity
    small = quantity.comparator == "=" and quantity.dimension == "count" and 1 < quantity.value <= MOST
    named = count.noun is not None or _is_boxed(told, count, at)
    return small and named and not holds(told.norms[count.stop : at], "list_open") and not _is_asking(told, count, at)


def _is_asking(told: Told, count: Figure, at: int) -> bool:
    """ "the 18 communities gathered here DEMAND: …": those counted ask for what follows, they are not it."""
    asked = told.norms[at - 1] in vocabulary("demands")["verbs"]
    own = (count.noun or "").split()[-1:]
    return asked and at - 1 > count.stop and not set(own) & words_of("items")


def _is_boxed(told: Told, count: Figure, at: int) -> bool:
    """ "The member groups (six): …": its noun stands before the bracket."""
    return told.norms[count.first - 1 : count.first] == ("(",) and told.norms[count.stop : at] == (")",)


def _ordered(figures: Figures, taken: set[int]) -> Iterator[Announced]:
    """ "four commitments: First, … Second, …": paragraphs that count themselves in words."""
    for at, told in enumerate(figures.sentences):
        if not told.norms:
            continue
        found = _announcer(told, len(told.words) - 1)
        if found is None or found[1].claim.quantity.number_span.start in taken:
            continue
        items = list(counted_on(figures, at + 1))
        if len(items) > 1:
            yield Announced(count=found[1].claim, items=tuple(items), plain_end=True, evidence=SURE)
