"""Numbers of items and the items that follow: a list on lines of its own, or one in the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.model import Span
from claims.relations.breakdowns.part_runs import kin_parts
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, Announced
from claims.relations.phrasing import holds, words_of
from claims.text.item_lists import ItemList
from claims.text.list_marks import marks_of
from claims.text.phrases import Word

_MOST = 40
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
    return colon - one.stop <= _REACH


def announces(told: Told, one: Figure) -> bool:
    """ "three demands", "the following twelve ministers": a small exact number of items."""
    quantity = one.claim.quantity
    if quantity.comparator != "=" or quantity.dimension != "count" or not 1 < quantity.value <= _MOST:
        return False
    noun = (one.noun or "").split()
    return bool(noun and noun[-1].lower() in words_of("items")) or holds(told.before(one)[-3:], "points_ahead")


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
        items = _items(told, at, count)
        if items and _is_count(told, count, at):
            spans = tuple(figures.document.view.to_source(one.shifted(told.start)) for one in items)
            yield Announced(count=count.claim, items=spans, plain_end=True, evidence=SURE)
            return


def _is_count(told: Told, count: Figure, at: int) -> bool:
    quantity = count.claim.quantity
    small = quantity.comparator == "=" and quantity.dimension == "count" and 1 < quantity.value <= _MOST
    return small and count.noun is not None and not holds(told.norms[count.stop : at], "list_open")


def _items(told: Told, at: int, count: Figure) -> list[Span]:
    """The items behind a colon or in a bracket, if their manner leaves no doubt how many there are."""
    rest = told.words[at + 1 :]
    if told.words[at].norm == "(":
        stop = next((k for k, word in enumerate(rest) if word.norm == ")"), 0)
        rest = rest[:stop]
    if not rest or holds([word.norm for word in rest], "list_open"):
        return []
    marked = _marked(told, at, rest)
    if marked:
        return marked
    if any(word.norm == ";" for word in rest):
        return _split(rest, (";",)) if announces(told, count) or told.words[at].norm == "(" else []
    return _names(rest) or _numbered(told, at, rest, count)


def _numbered(told: Told, at: int, rest: tuple[Word, ...], count: Figure) -> list[Span]:
    """ "three instalments: 50,000 on signing, 150,000 at the plinth and 100,000 at roof level": a figure an item."""
    inside = [one for one in told.figures if one.first > at and one.is_amount]
    breakdown = any(one.claim.quantity.value <= count.claim.quantity.value for one in inside)
    if breakdown or len(inside) < 2 or told.words[at].norm == "(" or any(word.norm == ";" for word in rest):
        return []
    gaps = [told.between(a, b) for a, b in pairwise(inside)]
    listed = all("," in gap or holds(gap, "and_words") for gap in gaps) and all(len(gap) <= _REACH for gap in gaps)
    one_kind = all(kin_parts(inside[0], one) for one in inside)
    closed = holds(gaps[-1], "and_words") or len(gaps) > 1
    return [told.words[one.first].span for one in inside] if listed and one_kind and closed else []


def _marked(told: Told, at: int, rest: tuple[Word, ...]) -> list[Span]:
    """ "(1) open the sluices, (2) pay the families": marks that count on from one."""
    text = told.text
    found: list[Span] = []
    style = None
    start = told.words[at].span.start
    for word in (told.words[at], *rest):
        if word.norm != "(" or word.span.start < start:
            continue
        for mark in marks_of(text[word.span.start : word.span.start + 12]):
            if mark.order == len(found) + 1 and style in (None, mark.style):
                style = mark.style
                found.append(Span(word.span.start, word.span.start + mark.end))
                break
    return found if len(found) > 1 else []


def _split(rest: tuple[Word, ...], signs: tuple[str, ...]) -> list[Span]:
    edges = [-1, *(k for k, word in enumerate(rest) if word.norm in signs), len(rest)]
    pieces = [rest[a + 1 : b] for a, b in pairwise(edges)]
    return [Span(piece[0].span.start, piece[-1].span.end) for piece in pieces if any(word.is_word for word in piece)]


def _names(rest: tuple[Word, ...]) -> list[Span]:
    """Names between commas and a last "and": each begins with a capital and holds neither a number nor an "and"."""
    words = [word for word in rest if word.norm != "."]
    last = max((k for k, word in enumerate(words) if word.norm in words_of("and_words")), default=-1)
    commas = sum(word.norm == "," for word in words)
    if last < 0 or commas < 1 or sum(word.norm in words_of("and_words") for word in words) != 1:
        return []
    edges = sorted({-1, *(k for k, word in enumerate(words) if word.norm == "," or k == last), len(words)})
    pieces = [words[a + 1 : b] for a, b in pairwise(edges) if b - a > 1]
    proper = all(piece[0].text[0].isupper() and len(piece) <= _SHORT for piece in pieces)
    return [Span(piece[0].span.start, piece[-1].span.end) for piece in pieces] if proper else []


_SHORT = 5


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
