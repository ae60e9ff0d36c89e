"""Runs of lines under one manner of marks: "1. Alder Watch", "• Beta Union", "a) Cedar", "xiv. Dune", "1" alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from claims.parts.announcers import is_plain_heading
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import is_group_label
from claims.parts.features import LONG
from claims.quick_records import dataclass
from claims.text.list_marks import BARE, CELL, ListMark

WIDEST_GAP, SKIPPED = 25, 3
AHEAD, FAR = 4, 16
# Behind so many numbers in a row a bare one may be left out: "121 Alder Watch", "123 Birch Union".
_SURE, _BARE_GAP = 10, 3


@dataclass(slots=True)
class MarkedRun:
    """Items by their lines, with the lines that hang on each, and the lines between them that head a group."""

    mark: ListMark
    items: list[int]
    hung: dict[int, list[int]] = field(default_factory=dict)
    labels: list[tuple[int, int]] = field(default_factory=list)
    last: int = 0
    lazy: bool = False

    @property
    def first(self) -> int:
        return self.items[0]

    @property
    def end(self) -> int:
        lines: list[int] = [self.items[-1], *self.hung.get(self.items[-1], ())]
        return max(lines) + 1

    def mark_of(self, page: Page, i: int) -> ListMark | None:
        """The mark of line `i` in the manner of the run, or in one that a typist may slip into: "9.", then "10)"."""
        marks = [m for m in page.features[i].marks if m.kind == self.mark.kind]
        own = next((m for m in marks if m.style == self.mark.style), None)
        return own or next((m for m in marks if _may_follow(self.mark.style, m.style)), None)

    @property
    def alone(self) -> bool:
        """Whether the marks stand on lines of their own, the names below them."""
        return self.mark.style in {"#", "alone"}


# What sets a number off: by blanks that a column has ("9  Alder", "10 Birch"), or by a sign ("9. Alder", "10) Birch").
_BY_BLANKS, _BY_SIGN = frozenset({BARE, CELL}), frozenset({"#.", "#)", "#:"})


def _may_follow(one: str, other: str) -> bool:
    return any({one, other} <= alike for alike in (_BY_BLANKS, _BY_SIGN))


def marked_runs(page: Page) -> Iterator[MarkedRun]:
    """Every run of two items or more, as far as it goes, and single items that a mark opens."""
    taken: set[tuple[int, str]] = set()
    for i, here in enumerate(page.features):
        for mark in here.marks:
            if (i, mark.style) not in taken and _may_begin(mark):
                run = _collect(page, i, mark)
                taken.update((item, own.style) for item in run.items if (own := run.mark_of(page, item)))
                yield run


def _may_begin(mark: ListMark) -> bool:
    """Letters begin with the first one, and so do bare numbers: "P. Moyo" is somebody's initial, "350 Kenya" a name."""
    return (mark.kind not in {"letter", "roman"} and mark.style != BARE) or mark.order == 1


def _collect(page: Page, first: int, mark: ListMark) -> MarkedRun:
    run = MarkedRun(mark, [first], last=mark.order or 0)
    blank = False
    for i in range(first + 1, len(page.lines)):
        if not page.lines[i].text:
            blank = True
            continue
        if (found := _next_item(page, run, i)) is not None:
            run.items.append(i)
            run.lazy = run.lazy or found == run.last
            run.last = found
        elif not _between(page, run, i, blank=blank):
            break
        blank = False
    run.labels = [(n, line) for n, line in run.labels if n < len(run.items)]
    return run


def _next_item(page: Page, run: MarkedRun, i: int) -> int | None:
    """The number of line `i` as the next item of the run (0 under bullets), or `None`."""
    mark = run.mark_of(page, i)
    if mark is None or mark.style != run.mark.style and mark.order != run.last + 1:
        return None
    if mark.order is None:
        return 0 if page.lines[i].indent <= page.lines[run.first].indent + 1 else None
    if mark.kind != "digit":
        # "iv." below "ii." skips one; "C. Lee" below "A. Khan" are two initials
        skips = SKIPPED if mark.kind == "roman" or len(run.items) > SKIPPED else 1
        return mark.order if run.last < mark.order <= run.last + skips else None
    if mark.order == run.last == 1 and (run.lazy or len(run.items) == 1) and i == page.below(run.items[-1]):
        return 1  # Markdown counts for itself where every number is 1.
    if mark.order == run.last and len(run.items) > 1 and not run.alone:
        return run.last  # "12." twice: a slip, the list goes on
    reach = _BARE_GAP if len(run.items) > _SURE else 1
    reach = reach if run.alone or mark.style == BARE else WIDEST_GAP
    if run.last < mark.order <= run.last + reach:
        return mark.order
    # "1. Alder Watch    12. Gull Bureau" … "11. Tern House": two columns, one below the other in the end.
    return None


def _between(page: Page, run: MarkedRun, i: int, *, blank: bool) -> bool:
    """Take a line between two items, or after the last one; `False` where the run ends above it."""
    here, text = page.features[i], page.lines[i].text
    ahead = _ahead(page, run, i)
    if run.alone and ahead is not None and not here.kind:
        run.hung.setdefault(run.items[-1], []).append(i)
        return True
    if here.again or here.chrome or here.dated:
        return ahead is not None and ahead < AHEAD
    if here.stop or here.kind is not None:
        return ahead == 1 and _label(run, i, is_plain_heading(text) and is_group_label(text))
    if ahead == 1 and _heads(page, i, blank=blank):
        return _label(run, i, True)
    item = run.items[-1]
    hung = run.hung.setdefault(item, [])
    if run.alone and not hung and len(text) < 2 * LONG:
        hung.append(i)
        return True
    if blank or len(hung) >= 6 or here.address:
        return ahead is not None and ahead < AHEAD and (not here.prose or page.features[item].prose)
    if here.prose and ahead is None and not page.features[item].prose and _ended(page, run, i):
        return False
    hung.append(i)
    return True


def _ended(page: Page, run: MarkedRun, i: int) -> bool:
    """Whether the line above has nothing left to say that line `i` could be the rest of."""
    return page.lines[i - 1].text[-1] not in ",-–—&" and not page.lines[i].text[0].islower()


def _label(run: MarkedRun, i: int, sure: bool) -> bool:
    if sure:
        run.labels.append((len(run.items), i))
    return sure


def _heads(page: Page, i: int, *, blank: bool) -> bool:
    """Whether a line above an item heads a group: it stands apart, or says so."""
    text = page.lines[i].text
    if len(text) > 80 or page.features[i].prose or page.features[i].marks:
        return False
    return blank or page.lines[i].heading or text[-1] == ":" or is_group_label(text) or page.counts_below(i)


def _ahead(page: Page, run: MarkedRun, i: int) -> int | None:
    """How many lines of words below line `i` the next item stands, if it is near."""
    seen = 0
    most = FAR if run.alone else AHEAD
    for j in range(i + 1, min(len(page.lines), i + 3 * most)):
        if page.lines[j].text:
            seen += 1
            if _next_item(page, run, j) is not None:
                return seen
            if seen == most:
                return None
    return None
