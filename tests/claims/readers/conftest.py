"""What tests of several readers need: a scan of given lines, and one letter in every dress."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

LETTERS = Path(__file__).parent / "letters"
PANDOC = "markdown+hard_line_breaks-smart"
OFFICE = ("soffice", "--headless", "--convert-to")


@pytest.fixture(scope="session")
def scanned() -> Callable[[list[str]], bytes]:
    """A PDF of one page that is nothing but a picture of the lines given."""

    def make(lines: list[str]) -> bytes:
        import pypdfium2 as pdfium

        from tests.factories.documents import pdf

        drawn = pdfium.PdfDocument(pdf([[(72, 720 - 40 * i, 20, line) for i, line in enumerate(lines)]]))
        bitmap = drawn[0].render(scale=3, grayscale=True)
        picture = bytes(bitmap.buffer)
        rows = [picture[i * bitmap.stride :][: bitmap.width] for i in range(bitmap.height)]
        return _picture_page(bitmap.width, bitmap.height, b"".join(rows))

    return make


def _picture_page(width: int, height: int, grey: bytes) -> bytes:
    from tests.factories.documents import pdf

    grey_head = b"/Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8"
    page = pdf([[]], pictures=(0,))
    import zlib

    start = page.index(b"/Type /XObject")
    end = page.index(b"endstream", start)
    packed = zlib.compress(grey)
    head = grey_head.replace(b"/Width 2 /Height 2", b"/Width %d /Height %d" % (width, height))
    made = b"/Type /XObject /Subtype /Image %s /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (
        head,
        len(packed),
        packed,
    )
    return page[:start] + made + page[end:]  # its table of places no longer fits: PDFium finds the objects itself


@pytest.fixture(scope="session")
def dresses(tmp_path_factory: pytest.TempPathFactory, missing: Callable[[str], NoReturn]) -> Path:
    """A folder with every letter of `letters/` as .md, .txt, .html, .odt, .docx of two makers and .pdf of two."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    for tool in ("pandoc", "soffice"):
        if not shutil.which(tool):
            missing(f"no {tool}: make reader-tools, or install pandoc and libreoffice-writer-nogui")
    if not chromium:
        missing("no Chromium: make browser-tools")
    folder = tmp_path_factory.mktemp("dresses")
    (folder / "office").mkdir()
    for letter in LETTERS.glob("*.md"):
        shutil.copy(letter, folder)
        for ending, options in ((".txt", ["-t", "plain"]), (".html", ["-s"]), (".odt", []), (".docx", [])):
            made = folder / f"{letter.stem}{ending}"
            _run("pandoc", "-f", PANDOC, "--wrap=none", *options, "--metadata", "pagetitle=Letter", letter, "-o", made)
        page = (folder / f"{letter.stem}.html").as_uri()
        target = folder / f"{letter.stem}.pdf"
        _run(
            str(chromium),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--print-to-pdf={target}",
            page,
        )
    texts = sorted(folder.glob("*.odt"))
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind in ("docx:MS Word 2007 XML", "pdf"):
        _run(*OFFICE, kind, home, "--outdir", folder / "office", *texts)
    return folder


def _run(*command: str | Path) -> None:
    subprocess.run([str(one) for one in command], check=True, capture_output=True, timeout=180)
