"""Wholes and parts that stand on lines of their own: rows above a total, items below "… 1,285 spills, thus:"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claims.relations.breakdowns.tables_added import across, added_rows
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, PartOf, Split
from claims.relations.phrasing import holds, words_of
from claims.text.lines import Line
from claims.text.phrases import norms

_LEAST = 2
_BOUND = SURE + 2


def find_columns(figures: Figures) -> Iterator[PartOf]:
    """Columns whose last row says that it is their total; items that a sentence with their whole announces."""
    yield from _tables(figures)
    for at, told in enumerate(figures.sentences):
        if told.norms and told.norms[-1] == ":":
            yield from _items(figures.sentences, at)


def _tables(figures: Figures) -> Iterator[PartOf]:
    counts = [(figures.place(one), one) for told in figures.sentences for one in told.counts]
    placed = sorted(counts, key=lambda item: item[0])
    rows: list[tuple[Line, list[Figure]]] = []
    for line in figures.document.lines:
        first = bisect_left(placed, line.span.start, key=lambda item: item[0])
        last = bisect_left(placed, line.span.end, key=lambda item: item[0])
        own = [one for _, one in placed[first:last]]
        table = [numbers for _, numbers in rows]
        if own and _is_total(line) and rows:
            yield from _columns(table, own)
            yield from across([*table, own])
            rows = []
        elif own and _is_row(line, own):
            rows.append((line, own))
        elif line.text:
            yield from added_rows(table)
            rows = []
    yield from added_rows([numbers for _, numbers in rows])


def _is_row(line: Line, own: Sequence[Figure]) -> bool:
    """A short line that ends in its numbers: "Alden … 40 12", "| Alden | 40 |"."""
    words = [word for word in norms(line.text) if word[0].isalnum()]
    numbers = sum(word[0].isdigit() for word in words)
    return numbers >= len(own) and bool(words) and words[-1][0].isdigit() and len(words) - numbers <= 8


def _is_total(line: Line) -> bool:
    words = [word for word in norms(line.text) if word[0].isalnum()]
    return bool(words) and words[0] in words_of("total_rows") and words[-1][0].isdigit()


def _columns(rows: Sequence[Sequence[Figure]], totals: Sequence[Figure]) -> Iterator[PartOf]:
    if len(rows) < _LEAST or any(len(row) != len(rows[0]) for row in rows) or len(totals) < len(rows[0]):
        return
    for at, whole in enumerate(totals[-len(rows[0]) :]):  # "All three | 4,400 | 597"
        if not whole.is_share:  # the share of all together is no sum of the shares
            yield _closed(whole, [row[at] for row in rows])


def _closed(whole: Figure, parts: Sequence[Figure]) -> PartOf:
    split = Split(whole=whole.claim, parts=tuple(one.claim for one in parts), evidence=_BOUND)
    return PartOf(readings=(split,), closed=True, evidence=_BOUND)


def _items(sentences: Sequence[Told], at: int) -> Iterator[PartOf]:
    """ "1,285 spills, thus:" above one number an item."""
    amounts = [one for one in sentences[at].figures if one.is_amount]
    parts = []
    for told in sentences[at + 1 :]:
        if told.kind == "list" and not told.figures:
            continue  # "2021 ..........", its number a sentence of its own
        if told.kind != "list" or len(told.figures) != 1 or not told.figures[0].is_amount:
            break
        parts.append(told.figures[0])
    if amounts and len(parts) > _LEAST and holds(sentences[at].norms[-4:], "openers"):
        yield _closed(amounts[-1], parts)
