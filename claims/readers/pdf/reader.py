"""PDF files through PDFium: text with its places, read in the order in which a person reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pypdfium2.raw as pdfium

from claims.readers.dress import Dress
from claims.readers.pdf.continued import continued_tables
from claims.readers.pdf.footnotes import FootNotes
from claims.readers.pdf.furniture import without_furniture
from claims.readers.pdf.glyphs import Glyphs
from claims.readers.pdf.page_columns import Line, lines_of
from claims.readers.pdf.page_rows import Cell, common, rows_of
from claims.readers.pdf.paragraphs import Paragraphs
from claims.readers.pdf.scans import is_scan, recognised, tesseract
from claims.readers.raw_document import RawDocument, Refused

MOST_PAGES = 2000
REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "is encrypted: it opens only with a password; save it without one and try again",
    pdfium.FPDF_ERR_SECURITY: "is protected in a way that cannot be opened; save it without protection and try again",
}
DAMAGED = "is a damaged PDF: open it in a viewer and print or save it as PDF again"
SCAN = "run again with --ocr, which reads it through Tesseract, or give its text"
NO_TESSERACT = "--ocr needs the program Tesseract (Debian: tesseract-ocr), which is not there; install it and run again"


def read(data: bytes, ocr: bool = False) -> RawDocument:
    """The text of a PDF. Raises Refused for encrypted and damaged files, and for scans without `ocr`."""
    with suppress(AttributeError):
        pdfium.FPDF_InitLibrary()
    # PDFium reads from these bytes as long as the document is open: they must have a name that outlives it.
    held = data[max(0, data.find(b"%PDF-")) :]
    document = pdfium.FPDF_LoadMemDocument64(held, len(held), None)
    if not document:
        raise Refused(REASONS.get(pdfium.FPDF_GetLastError(), DAMAGED))
    count = pdfium.FPDF_GetPageCount(document)
    if not 0 < count <= MOST_PAGES:
        raise Refused(f"is a PDF of {count:,} pages; a letter has 1 to {MOST_PAGES:,}" if count else DAMAGED)
    dress = Dress()
    pages = _Pages(document, ocr)
    rows = [pages.rows(number) for number in range(count)]
    dress.warnings += pages.warnings()
    if not any(rows):
        raise Refused(pages.why_empty())
    _write(dress, without_furniture(rows), pages.width)
    return dress.document("application/pdf")


class _Pages:
    """The rows of each page, and what is to be said about pages that are pictures."""

    def __init__(self, document: Any, ocr: bool) -> None:
        self._document, self._ocr = document, ocr
        self._glyphs = Glyphs(document)
        self.width = 0.0
        self._scans: list[int] = []
        self._read: list[int] = []
        self._lost: list[int] = []

    def rows(self, number: int) -> list[list[Cell]]:
        page = pdfium.FPDF_LoadPage(self._document, number)
        if not page:
            self._lost.append(number + 1)
            return []
        try:
            return self._rows(page, number)
        finally:
            pdfium.FPDF_ClosePage(page)

    def _rows(self, page: Any, number: int) -> list[list[Cell]]:
        self.width = self.width or float(pdfium.FPDF_GetPageWidthF(page))
        textpage = pdfium.FPDFText_LoadPage(page)
        try:
            runs = self._glyphs.runs(page, textpage) if textpage else []
        finally:
            if textpage:
                pdfium.FPDFText_ClosePage(textpage)
        if is_scan(page, sum(len(run.text) for run in runs)):
            program = tesseract() if self._ocr else None
            runs = recognised(page, program) if program else runs
            (self._read if program else self._scans).append(number + 1)
        return rows_of(runs)

    def warnings(self) -> list[str]:
        """A sentence each on pages that were not read, or not from text."""
        said = []
        if self._scans:
            remedy = NO_TESSERACT if self._ocr else SCAN
            said.append(f"{_pages(self._scans)} a picture of text (a scan) and was not read: {remedy}")
        if self._read:
            said.append(f"{_pages(self._read)} a scan, read by machine (OCR): compare its figures with the page")
        if self._lost:
            said.append(f"{_pages(self._lost)} damaged and was not read")
        if self._glyphs.cut:
            said.append("a page holds more characters than a page can; the rest of it was not read")
        return said

    def why_empty(self) -> str:
        """What to say of a file without any text."""
        if self._scans:
            return f"is a scan: its pages are pictures of text; {NO_TESSERACT if self._ocr else SCAN}"
        if self._read:
            return "is a scan in which Tesseract recognised no text; give its text"
        return DAMAGED if self._lost else "holds no text; if its pages show some, " + SCAN


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:12]) + (" …" if len(numbers) > 12 else "")
    return f"page {shown} is" if len(numbers) == 1 else f"pages {shown}: each is"


def _write(dress: Dress, pages: Sequence[list[list[Cell]]], width: float) -> None:
    cells = [cell for rows in pages for row in rows for cell in row]
    body = _body_size(cells)
    long = [cell for cell in cells if len(cell.text) > 20] or cells
    left, right = _margins(long, width)
    notes = FootNotes(body)
    lines: list[Line] = []
    for number, rows in enumerate(pages):
        lines += notes.take(lines_of(rows, number, left, right))
    lines = continued_tables(lines)
    Paragraphs(dress, lines, body).write()
    for mark, said in notes.found:
        dress.note(mark, _note(said))
    for _ in range(len(pages) - 1 - max((line.page for line in lines), default=0)):
        dress.page()


def _body_size(cells: Sequence[Cell]) -> float:
    """The size in which most characters are set."""
    weights = [cell.size for cell in cells for _ in range(1 + min(200, len(cell.text)) // 8)]
    return common(weights, 0.25) or 12.0


def _margins(cells: Sequence[Cell], width: float) -> tuple[float, float]:
    """Where the body begins and ends; too few full lines to tell it end as far from the edge as they begin."""
    if not cells:  # whatever the pages held was furniture
        return 0.1 * width, 0.9 * width
    left = min(cell.left for cell in cells)
    ends = sorted(cell.right for cell in cells)
    right = ends[max(0, int(len(ends) * 0.98) - 1)]
    full = sum(1 for end in ends if end > right - 0.04 * width)
    return left, right if full >= 5 else max(right, width - left)


def _note(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        if (
            text
            and re.search(r"(?:https?://|www\.)\S{8,}$", text)
            and re.match(r"\S+(?:\s|$)", line)
            and text[-1] in "/-_=?&%."
        ):
            text += line
        else:
            text = f"{text[:-1]}{line}" if text.endswith("\u00ad") else f"{text} {line}"
    return text.replace("\u00ad", "").strip()
