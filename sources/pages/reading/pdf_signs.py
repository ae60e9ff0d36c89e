"""What of a PDF is not in its text: pages that are pictures, pictures and drawings on the others."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Final

import pypdfium2 as pdfium

from claims.readers.pdf.scans import is_scan, picture_share
from sources.pages.reading.page_child import cut

_MOST_PAGES: Final = 300
_DRAWN = 1.0  # the share that `picture_share` gives a page of drawings
_WHOLE_PAGE = 0.85
_A_PICTURE = 0.08  # of a page: larger than a logo


def signs(data: bytes) -> dict[str, Any]:
    """The signs of `PageText` for the PDF in `data`; none for one that does not open, which its reader tells."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return {}
    found = {"charts": 0, "pictures": 0, "scans": 0}
    said: list[str] = []
    for number in range(min(len(document), _MOST_PAGES)):
        with suppress(pdfium.PdfiumError):
            page = document[number]
            text = page.get_textpage().get_text_bounded()
            said.append(text)
            _count(page, len(text.strip()), found)
    return {**found, "more_pages": len(document) > _MOST_PAGES, "loose": cut("\n".join(said))}


def _count(page: Any, characters: int, found: dict[str, int]) -> None:
    share = picture_share(page.raw)
    if is_scan(page.raw, characters) or _WHOLE_PAGE <= share < _DRAWN:  # with a text that a machine recognised
        found["scans"] += 1
    elif share >= _DRAWN:
        found["charts"] += 1
    elif share > _A_PICTURE:
        found["pictures"] += 1
