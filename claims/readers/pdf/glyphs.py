"""Characters of a PDF page with their places, put together to runs: what stands in a row without a wide gap.

All lengths are points; y grows upwards, and a run's y is its baseline.
"""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any

import pypdfium2.raw as pdfium

from claims.quick_records import dataclass

MOST_CHARACTERS = 60_000  # a page; a printed page has three thousand
MOST_LINKS = 500
SPACE = 0.22  # of the size: a gap as wide is a blank, printed or not
WIDE = 0.75  # of the size: a gap as wide parts two runs, and two cells where others stand so too
BLANKS = frozenset({0, 9, 10, 13, 32, 160})
HYPHENS = dict.fromkeys([0x02, 0xFFFE, 0xAD], "\u00ad")
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)


@dataclass(slots=True)
class Run:
    """Text from `left` to `right`; `size` is that of its font, `height` the room its letters take,
    `link` the address it leads to."""

    left: float
    right: float
    y: float
    size: float
    text: str
    bold: bool = False
    link: str = ""
    raised: bool = False
    height: float = 0.0
    weight: int = 0
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class PageLink:
    """A rectangle of the page that leads to an address."""

    left: float
    bottom: float
    right: float
    top: float
    target: str

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Glyphs:
    """Reads runs, page after page, with the same few buffers."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self.cut = False

    def runs(self, page: Any, textpage: Any) -> list[Run]:
        """The runs of a page in the order in which the file has them."""
        links = page_links(self._document, page)
        count = pdfium.FPDFText_CountChars(textpage)
        self.cut = self.cut or count > MOST_CHARACTERS
        made: list[Run] = []
        blank = False
        box, unicode, place = self._box, pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        top = bottom = math.nan
        for i in range(min(count, MOST_CHARACTERS)):
            code = unicode(textpage, i)
            if code in BLANKS:
                blank = blank or code != 0
                continue
            if not place(textpage, i, box):
                continue
            # Most characters stand right behind the last one, as high and as low: no more is asked of those.
            if (
                not blank
                and not links
                and box.top == top
                and box.bottom == bottom
                and code < 0xD800
                and code not in HYPHENS
            ):
                last = made[-1]
                if -0.2 * last.size < box.left - last.right < SPACE * last.size:
                    last.text += chr(code)
                    last.right = box.right
                    continue
            blank = self._add(made, textpage, i, code, links, blank)
            top, bottom = (box.top, box.bottom) if made else (math.nan, math.nan)
        return [run for run in made if run.text.strip()]

    def _add(self, made: list[Run], textpage: Any, i: int, code: int, links: list[PageLink], blank: bool) -> bool:
        box = self._box
        pdfium.FPDFText_GetCharOrigin(textpage, i, self._x, self._y)
        left, right, height, y = box.left, box.right, box.top - box.bottom, self._y.value
        if height <= 0 or not math.isfinite(left + right + height + y):
            return blank
        text = HYPHENS.get(code) or (chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd")
        link = next((one.target for one in links if one.holds((left + right) / 2, (box.top + box.bottom) / 2)), "")
        last = made[-1] if made else None
        gap, size = (left - last.right, last.size) if last else (0.0, height)
        same = last is not None and last.link == link and abs(last.y - y) < 0.1 * size and _alike(last.height, height)
        if same and last is not None and blank:  # type changes at the start of a word, if it does
            same = pdfium.FPDFText_GetFontWeight(textpage, i) == last.weight
        if last is None or not same or gap > WIDE * size or gap < -0.7 * size:
            if pdfium.FPDFText_GetCharAngle(textpage, i) % (2 * math.pi) % 6.2 > 0.1:  # a watermark, a margin's note
                return False
            size = self._size(textpage, i, height)
            made.append(Run(left, right, y, size, text, self._bold(textpage, i), link, height=height, spaced=blank))
            made[-1].weight = pdfium.FPDFText_GetFontWeight(textpage, i)
            return False
        last.text += (" " if gap > SPACE * size or (blank and gap > -0.2 * size) else "") + text
        last.right = max(last.right, right)
        return False

    def _size(self, textpage: Any, i: int, height: float) -> float:
        """The font's size on the page; where the file does not tell it, what its letters are high."""
        matrix = pdfium.FS_MATRIX()
        if not pdfium.FPDFText_GetMatrix(textpage, i, matrix):
            return height
        size = float(pdfium.FPDFText_GetFontSize(textpage, i)) * math.hypot(matrix.b, matrix.d)
        return size if 0.3 * height < size < 3 * height else height

    def _bold(self, textpage: Any, i: int) -> bool:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(textpage, i, name, 128, flags)
        if name.value:  # the weight is guessed from the strokes, and wrong for many fonts
            return BOLD.search(name.value.decode("latin-1")) is not None
        return bool(pdfium.FPDFText_GetFontWeight(textpage, i) >= 600)


def _alike(one: float, other: float) -> bool:
    return abs(one - other) < 0.08 * max(one, other)


def page_links(document: Any, page: Any) -> list[PageLink]:
    """The web addresses that rectangles of the page lead to."""
    found: list[PageLink] = []
    place, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(found) < MOST_LINKS and pdfium.FPDFLink_Enumerate(page, place, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = min(pdfium.FPDFAction_GetURIPath(document, action, None, 0), 4000)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
        target = buffer.value.decode("utf-8", "replace")
        if target.startswith(("http://", "https://")) and pdfium.FPDFLink_GetAnnotRect(link, box):
            low, high = sorted((box.bottom, box.top))
            found.append(PageLink(box.left, low, box.right, high, target))
    return found
