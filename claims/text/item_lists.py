"""The lists of a letter: runs of items under one manner of marks, found once from its lines."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from claims.model import Span
from claims.quick_records import dataclass
from claims.text.lines import Line
from claims.text.list_marks import ListMark, item_marks


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: the line it begins on, and its span in the view, mark included, up to its last line's end."""

    line: int
    span: Span


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items that follow each other. `plain_end`: nothing that could be a further item comes later."""

    items: tuple[ListItem, ...]
    mark: ListMark
    plain_end: bool

    @property
    def first_line(self) -> int:
        return self.items[0].line


def read_lists(lines: Sequence[Line], parts: Sequence[Hashable] = ()) -> tuple[ItemList, ...]:
    """Every list of at least two items that begins with its first mark; lists inside items are lists too.

    `parts`, one a line: a list never goes on where another begins.
    """
    marks = [item_marks(line.text) for line in lines]
    found: list[ItemList] = []
    taken: set[tuple[int, str]] = set()
    for at, here in enumerate(marks):
        for mark in here:
            if (at, mark.style) in taken or mark.order not in (None, 1):
                continue
            one = _collect(lines, marks[: _part_end(parts, at, len(lines))], at, mark)
            if len(one.items) > 1:
                taken |= {(item.line, mark.style) for item in one.items}
                found.append(one)
                break
    return tuple(found)


def _part_end(parts: Sequence[Hashable], first: int, end: int) -> int:
    if not parts:
        return end
    return next((at for at in range(first, end) if parts[at] != parts[first]), end)


def _collect(lines: Sequence[Line], marks: Sequence[tuple[ListMark, ...]], first: int, mark: ListMark) -> ItemList:
    """The items from line `first` on. Bullets end with a paragraph behind a blank line; numbers go on while they
    count."""
    starts = [first]
    blank = closed = again = False
    for at in range(first + 1, len(marks)):
        if not lines[at].text:
            blank = True
            continue
        same = next((m for m in marks[at] if m.style == mark.style), None)
        if same is not None and same.order == 1 and mark.order is not None:
            break  # another list of the same manner begins
        if same is not None and _continues(lines, first, at, same, len(starts)):
            again = again or closed
            starts += [] if closed else [at]
        elif mark.kind == "bullet" and blank and not marks[at] and lines[at].indent <= lines[first].indent:
            closed = True  # a paragraph after the bullets
        blank = False
    items = tuple(ListItem(at, _extent(lines, at, stop)) for at, stop in zip(starts, [*starts[1:], None], strict=True))
    return ItemList(items, mark, plain_end=not again or mark.kind != "bullet")


def _continues(lines: Sequence[Line], first: int, at: int, mark: ListMark, count: int) -> bool:
    """Whether a line is the next item of the same list, not one of a list inside an item."""
    if mark.kind == "bullet":
        return lines[at].indent <= lines[first].indent + 1
    return mark.order == count + 1


def _extent(lines: Sequence[Line], at: int, stop: int | None) -> Span:
    """An item's lines up to the next item, or for the last one up to the first blank line."""
    last = at
    for i in range(at + 1, stop if stop is not None else len(lines)):
        if not lines[i].text:
            if stop is None:
                break
            continue
        last = i
    return Span(lines[at].span.start, lines[last].span.end)
