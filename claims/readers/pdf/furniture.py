"""Running heads, running feet and page numbers: what recurs at one place of several pages is not the letter's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from claims.readers.pdf.page_rows import Cell
from claims.readers.pdf.printed_words import any_printed

MOST_PAGES = 1000  # a greater number is a year, or a figure
EDGE = 3  # rows from the top and from the bottom that are looked at
SHARE = 0.3  # of the pages, and two at least
DIGITS = re.compile(r"\d+")
ROMAN = re.compile(r"[ivxl]+", re.IGNORECASE)
NUMBERED = re.compile(
    rf"[-–—|\s]*(?:{any_printed('page')}\s*)?(\d{{1,4}})(?:\s*{any_printed('of')}\s*(\d{{1,4}}))?[-–—|\s]*",
    re.IGNORECASE,
)

Page = list[list[Cell]]


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without what runs along their edges."""
    seen: dict[tuple[str, int, bool], list[tuple[int, int, tuple[int, ...]]]] = defaultdict(list)
    for number, rows in enumerate(pages):
        for index in _edge(rows):
            text = " ".join(cell.text for cell in rows[index])
            if _is_note(text, rows):
                continue
            top = index < len(rows) / 2
            key = (DIGITS.sub("#", text), round(rows[index][0].y / 6), top)
            seen[key].append((number, index, tuple(int(d[-9:]) for d in DIGITS.findall(text)[:6])))
    dropped: set[tuple[int, int]] = set()
    for places in seen.values():
        if len({place[0] for place in places}) >= max(2, SHARE * len(pages)) and _runs(places):
            dropped |= {(number, index) for number, index, _ in places}
    for number, rows in enumerate(pages):
        dropped |= {(number, index) for index in _lone_numbers(rows, number, len(pages))}
    dropped = {one for one in dropped if _reaches_edge(one, len(pages[one[0]]), dropped)}
    return [[row for i, row in enumerate(rows) if (n, i) not in dropped] for n, rows in enumerate(pages)]


def _is_note(text: str, rows: Page) -> bool:
    """Whether the row begins with a mark that the page calls: "2 Ibid." at the foot of page 2 is no running foot."""
    mark = re.match(r"(?:<sup>|\[)?(\d{1,3})\b", text)
    return mark is not None and any(
        f"<sup>{mark[1]}</sup>" in cell.text for row in rows for cell in row if cell.text != text
    )


def _reaches_edge(one: tuple[int, int], rows: int, dropped: set[tuple[int, int]]) -> bool:
    """Whether all rows between it and the page's edge go too: what stands inside the text is text."""
    page, index = one
    outside = range(index) if index < rows / 2 else range(index + 1, rows)
    return all((page, i) in dropped for i in outside)


def _edge(rows: Page) -> list[int]:
    return sorted({*range(min(EDGE, len(rows))), *range(max(0, len(rows) - EDGE), len(rows))})


def _runs(places: Sequence[tuple[int, int, tuple[int, ...]]]) -> bool:
    """Whether the numbers in it are the same on each page, or count the pages."""
    first_page, _, first = places[0]
    for page, _, numbers in places[1:]:
        for a, b in zip(first, numbers, strict=True):
            if b != a and (b != a + page - first_page or b > MOST_PAGES):
                return False
    return True


def _lone_numbers(rows: Page, page: int, pages: int) -> list[int]:
    """The outermost row if it is this page's number: "3", "– 3 –", "Page 3 of 7"."""
    found = []
    for index in {0, len(rows) - 1} if len(rows) > 1 else set[int]():
        text = " ".join(cell.text for cell in rows[index])
        match = NUMBERED.fullmatch(text)
        if match and int(match[1]) == page + 1 and (match[2] is None or int(match[2]) == pages):
            found.append(index)
    return found
