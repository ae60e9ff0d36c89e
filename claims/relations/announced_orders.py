"""Items that count themselves: sentences or clauses that open with "First", "The second", "Point three", "(4)"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.language.words import vocabulary
from claims.model import Span
from claims.relations.figures import Figures, Told
from claims.relations.phrasing import ends, starts, words_of
from claims.text.list_marks import marks_of

_BACK = 12
_GAP = 3
"""How many sentences may stand between the last item and the sentence that takes up their number."""
_ORDERS = ("first_words", "second_words", "third_words", "fourth_words", "fifth_words", "sixth_words")


def words_in_order() -> Iterator[frozenset[str]]:
    """The words that open the first, second, third … paragraph of a list."""
    for key in _ORDERS:
        yield words_of(key)


def counted_on(figures: Figures, first: int) -> Iterator[Span]:
    """The items that follow, from the sentence `first` on: the first of them must open it."""
    order, orders = 0, list(words_in_order())
    for told in figures.sentences[first:]:
        at = _opening(told)
        if order < len(orders) and at < len(told.norms) and told.norms[at] in orders[order]:
            order += 1
            yield _place(figures, told, at)
        elif order == 0:
            return


def ordered_within(told: Told, first: int, stop: int) -> list[Span] | None:
    """The items between two words of a sentence that words of order open: "the first …, the second …, and the third …";
    none where one of them is several or unnumbered ("the first two", "the last"), None without a word of order.
    """
    found: list[Span] = []
    orders = list(words_in_order())
    for at in range(first, stop):
        if len(found) < len(orders) and told.norms[at] in orders[len(found)] and _opens_item(told, first, at):
            found.append(told.words[at].span)
            if any(one.first == at + 1 and one.noun is not None for one in told.counts):
                return []
    if found and (len(found) == 1 or words_of("other_ones") & set(told.norms[first:stop])):
        return []
    return found or None


def _opens_item(told: Told, first: int, at: int) -> bool:
    """Whether a word opens a list or stands behind a comma or "and", its article aside."""
    before = told.norms[first:at]
    before = before[: len(before) - ends(before, "articles")]
    return not before or before[-1] in (",", ";", ".") or bool(ends(before, "and_words"))


def _opening(told: Told) -> int:
    """Where the word of order stands: behind the article of "The first: …"."""
    return starts(told.norms, "articles")


def _place(figures: Figures, told: Told, at: int) -> Span:
    start = figures.document.view.to_source(told.words[at].span.shifted(told.start)).start
    return Span(start, start + len(told.words[at].text))


def counted_before(figures: Figures, told: Told) -> list[Span]:
    """The items of the run that ends a little before `told`: by words of order, "Point one", or marks in brackets."""
    before = figures.sentences[max(0, told.number - _BACK) : told.number]
    for read in (_by_words, _by_points, _by_marks):
        found, last = read(figures, before)
        if len(found) > 1 and told.number - last <= _GAP:
            return found
    return []


_Run = tuple[list[Span], int]


def _by_words(figures: Figures, before: tuple[Told, ...]) -> _Run:
    """ "FIRST, that …; SECOND, that …": at the head of a sentence, or of a clause behind a colon or semicolon."""
    found: list[Span] = []
    last, orders = 0, list(words_in_order())
    for told in before:
        for at, norm in enumerate(told.norms):
            if len(found) < len(orders) and norm in orders[len(found)] and _heads(told, at):
                found.append(_place(figures, told, at))
                last = told.number
    return found, last


def _heads(told: Told, at: int) -> bool:
    behind = told.norms[at + 1 : at + 2]
    opens = at == _opening(told) or told.norms[at - 1] in (":", ";")
    return opens and bool(behind) and behind[0] in (",", ":")


def _by_points(figures: Figures, before: tuple[Told, ...]) -> _Run:
    """ "Point one. … Point two. …": a noun of items and a number at the head of a sentence."""
    found: list[Span] = []
    last = 0
    units = vocabulary("number_words")["units"]
    for told in before:
        named = len(told.norms) > 1 and told.norms[0] in words_of("items")
        if named and (told.norms[1] == str(len(found) + 1) or units.get(told.norms[1]) == len(found) + 1):
            found.append(_place(figures, told, 0))
            last = told.number
    return found, last


def _by_marks(figures: Figures, before: tuple[Told, ...]) -> _Run:
    """ "(1) That … . (2) That … .": a mark at the head of each sentence."""
    found: list[Span] = []
    last, style = 0, None
    for told in before:
        for mark in marks_of(figures.document.view.text[told.start : told.start + 12]):
            if mark.order == len(found) + 1 and style in (None, mark.style):
                style, last = mark.style, told.number
                found.append(figures.document.view.to_source(Span(told.start, told.start + mark.end)))
                break
    return found, last
