"""The items of a list within a sentence, and the numbers that announce items."""

from __future__ import annotations

from itertools import pairwise

from claims.model import Span
from claims.relations.announced_orders import ordered_within
from claims.relations.breakdowns.part_runs import kin_parts
from claims.relations.figures import Figure, Told
from claims.relations.phrasing import holds, words_of
from claims.text.list_marks import marks_of
from claims.text.phrases import Word

MOST = 40
_REACH = 14
_FEWEST = 2
_BEHIND = 3


def announces(told: Told, one: Figure) -> bool:
    """ "three demands", "the following twelve ministers": a small exact number of items."""
    quantity = one.claim.quantity
    if quantity.comparator != "=" or quantity.dimension != "count" or not 1 < quantity.value <= MOST:
        return False
    noun = (one.noun or "").split()
    return bool(noun and noun[-1].lower() in words_of("items")) or holds(told.before(one)[-3:], "points_ahead")


def items_of(told: Told, at: int, count: Figure) -> list[Span]:
    """The items behind a colon or in a bracket, if their manner leaves no doubt how many there are."""
    rest = told.words[at + 1 :]
    if told.words[at].norm == "(":
        stop = next((k for k, word in enumerate(rest) if word.norm == ")"), 0)
        rest = rest[:stop]
    if not rest or holds([word.norm for word in rest], "list_open"):
        return []
    found = marked(told, at, rest)
    if found:
        return found
    ordered = ordered_within(told, at + 1, at + 1 + len(rest))
    if ordered is not None:
        return ordered
    if any(word.norm == ";" for word in rest):
        pieces = split_at(rest, (";",))
        capitals = all(told.text[one.start : one.start + 1].isupper() for one in pieces[:-1])
        named = capitals and bool(pieces) and holds([_first_word(told, pieces[-1])], "and_words")
        return pieces if announces(told, count) or told.words[at].norm == "(" or named else []
    return _names(rest) or _numbered(told, at, rest, count)


def _numbered(told: Told, at: int, rest: tuple[Word, ...], count: Figure) -> list[Span]:
    """ "three instalments: 50,000 on signing, 150,000 at the plinth and 100,000 at roof level": a figure an item."""
    inside = [one for one in told.figures if one.first > at and one.is_amount]
    if len(inside) > _FEWEST and _adds_up(told, inside[:-1], inside[-1]):
        rest, inside = rest[: inside[-2].stop - at], inside[:-1]
    breakdown = any(one.claim.quantity.value <= count.claim.quantity.value for one in inside)
    if breakdown or len(inside) < 2 or told.words[at].norm == "(" or any(word.norm == ";" for word in rest):
        return []
    if not _one_each(told, at + 1, at + 1 + len(rest), inside):
        return []
    gaps = [told.between(a, b) for a, b in pairwise(inside)]
    listed = all("," in gap or holds(gap, "and_words") for gap in gaps) and all(len(gap) <= _REACH for gap in gaps)
    one_kind = all(kin_parts(inside[0], one) for one in inside)
    closed = holds(gaps[-1], "and_words") or len(gaps) > 1
    return [told.words[one.first].span for one in inside] if listed and one_kind and closed else []


def _adds_up(told: Told, items: list[Figure], last: Figure) -> bool:
    """ "…, in all 800 families", "40 beds altogether": the last figure is the sum of the items and none of them."""
    worded = holds([*told.between(items[-1], last), *told.norms[last.stop : last.stop + _BEHIND]], "sum_words")
    return worded or last.claim.quantity.value == sum(one.claim.quantity.value for one in items)


def _one_each(told: Told, first: int, stop: int, inside: list[Figure]) -> bool:
    """Whether each piece between commas and "and" holds one of the figures: else no one knows where an item ends."""
    figures = {one.first for one in inside}
    within = {k for one in told.figures for k in range(one.first + 1, one.stop)}  # the comma of "50,000"
    pieces, begun = [0], False
    for k in sorted({*range(first, stop)} - within):
        if told.norms[k] == "," or told.norms[k] in words_of("and_words"):
            pieces, begun = (pieces, False) if not begun else ([*pieces, 0], False)
        begun = begun or told.words[k].is_word
        pieces[-1] += k in figures
    return set(pieces) == {1}


def _first_word(told: Told, span: Span) -> str:
    return next((word.norm for word in told.words if word.span.start >= span.start), "")


def marked(told: Told, at: int, rest: tuple[Word, ...]) -> list[Span]:
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


def split_at(rest: tuple[Word, ...], signs: tuple[str, ...]) -> list[Span]:
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
