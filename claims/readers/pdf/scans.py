"""Pages that are pictures: telling them, and reading them through Tesseract where it is wanted and there."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from typing import Any

import pypdfium2.raw as pdfium

from claims.readers.dress import guarded
from claims.readers.pdf.glyphs import Run

DPI = 300
LARGEST_SIDE = 5000  # pixels
FEW = 25  # characters; a scan may bear a stamp
COVERED = 0.35  # of the page
MOST_OBJECTS = 2000
SECONDS = 120
LEAST_SURE = 20  # per cent, as Tesseract puts it


def is_scan(page: Any, characters: int) -> bool:
    """Whether the page shows a picture and next to no text."""
    return characters < FEW and picture_share(page) > COVERED


def picture_share(page: Any) -> float:
    """The share of the page that its largest picture covers; drawn letters (paths) count as one picture too."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    largest, paths = 0.0, 0
    count = min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)
    edges = [ctypes.c_float() for _ in range(4)]
    for i in range(count):
        one = pdfium.FPDFPage_GetObject(page, i)
        kind = pdfium.FPDFPageObj_GetType(one)
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM} and pdfium.FPDFPageObj_GetBounds(one, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            largest = max(largest, abs((right - left) * (top - bottom)))
    share = largest / (width * height) if width > 0 and height > 0 else 0.0
    return max(share, 1.0 if paths > 300 else 0.0)


def tesseract() -> str | None:
    """Where the program is, if it is."""
    return shutil.which("tesseract")


def recognised(page: Any, program: str) -> list[Run]:
    """The words on a picture of a page, as runs at their places; empty where none were recognised."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(DPI / 72, LARGEST_SIDE / max(width, height, 1))
    picture = _picture(page, max(1, int(width * scale)), max(1, int(height * scale)))
    done = subprocess.run(  # noqa: S603 - a program of the machine, with nothing of the user's among its arguments
        [program, "stdin", "stdout", "--dpi", str(int(72 * scale)), "-l", "eng", "tsv"],
        input=picture,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    rows = [line.split("\t") for line in done.stdout.decode("utf-8", "replace").splitlines()[1:]]
    return _runs(rows, scale, height)


def _picture(page: Any, width: int, height: int) -> bytes:
    """The page in shades of grey, as PGM."""
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        first = pdfium.FPDFBitmap_GetBuffer(bitmap)
        raw = ctypes.string_at(first, stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    lines = raw if stride == width else b"".join(raw[i * stride : i * stride + width] for i in range(height))
    return b"P5 %d %d 255\n" % (width, height) + lines


def _runs(rows: list[list[str]], scale: float, height: float) -> list[Run]:
    """One run a line that Tesseract saw: its words joined, its baseline the bottom of its words."""
    lines: dict[tuple[str, ...], list[list[str]]] = {}
    for row in rows:
        if len(row) == 12 and row[0] == "5" and row[11].strip() and float(row[10]) >= LEAST_SURE:
            lines.setdefault(tuple(row[1:5]), []).append(row)
    found = []
    for words in lines.values():
        boxes = [[int(value) / scale for value in word[6:10]] for word in words]
        size = sorted(box[3] for box in boxes)[len(boxes) // 2] * 1.15
        y = height - sorted(box[1] + box[3] for box in boxes)[len(boxes) // 2]
        pairs = [(word[11], box) for word, box in zip(words, boxes, strict=True)]
        found += _split(pairs, y, size)
    return found


def _split(words: list[tuple[str, list[float]]], y: float, size: float) -> list[Run]:
    runs: list[Run] = []
    for text, (left, _, width, _) in words:
        if runs and left - runs[-1].right < 1.5 * size:
            runs[-1].text += " " + guarded(text)
            runs[-1].right = left + width
        else:
            runs.append(Run(left, left + width, y, size, guarded(text)))
    return runs
