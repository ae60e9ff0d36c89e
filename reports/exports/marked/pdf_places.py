"""The words of a PDF with the place of each character on its page, in the order in which the file has them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import field
from typing import Any

import pypdfium2.raw as pdfium

from claims.quick_records import dataclass

MOST_CHARACTERS = 2_000_000
BREAKS = frozenset({0x02, 0xFFFE, 0xAD})  # a hyphen at the end of a line, in PDFium's three ways of saying so


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on page `page` (from 0), in points, y upwards."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    def joined(self, other: Box) -> Box:
        """The rectangle around both."""
        return Box(
            self.page,
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def on_line_of(self, other: Box) -> bool:
        """Whether it stands beside `other`, behind it, on the same line."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        lower = min(self.top - self.bottom, other.top - other.bottom)
        return self.page == other.page and shared > lower / 2 and self.left > other.left - lower


@dataclass(slots=True)
class PdfText:
    """The characters of all pages in a row; `boxes[i]` is the place of `text[i]`, `None` for what is not printed."""

    text: str = ""
    boxes: list[Box | None] = field(default_factory=list)

    @classmethod
    def of(cls, data: bytes) -> PdfText:
        with suppress(AttributeError):
            pdfium.FPDF_InitLibrary()
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        made, signs = cls(), list[str]()
        for number in range(pdfium.FPDF_GetPageCount(document)):
            page = pdfium.FPDF_LoadPage(document, number)
            words = pdfium.FPDFText_LoadPage(page) if page else None
            if words:
                made._page(number, words, signs)
                pdfium.FPDFText_ClosePage(words)
            if page:
                pdfium.FPDF_ClosePage(page)
        made.text = "".join(signs)
        return made

    def _page(self, number: int, words: Any, signs: list[str]) -> None:
        box = pdfium.FS_RECTF()
        for i in range(pdfium.FPDFText_CountChars(words)):
            if len(signs) >= MOST_CHARACTERS:
                return
            code = pdfium.FPDFText_GetUnicode(words, i)
            known = code not in BREAKS and (0 < code < 0xD800 or 0xE000 <= code < 0x110000)
            signs.append(chr(code) if known else "\u00ad")
            there = pdfium.FPDFText_GetLooseCharBox(words, i, box) and box.right > box.left and box.top > box.bottom
            self.boxes.append(Box(number, box.left, box.bottom, box.right, box.top) if there else None)
        signs.append("\n")
        self.boxes.append(None)

    def lines(self, start: int, end: int) -> list[Box]:
        """The rectangles of a stretch of `text`, one a line."""
        found: list[Box] = []
        for box in self.boxes[start:end]:
            if box is None:
                continue
            if found and box.on_line_of(found[-1]):
                found[-1] = found[-1].joined(box)
            else:
                found.append(box)
        return found
