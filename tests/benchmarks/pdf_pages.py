"""PDF pages a second of processor time in one process, and the memory of a PDF of 300 pages."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measure import once
from tests.factories.documents import Text, pdf

PAGES = 300
WORDS = [
    "the",
    "river",
    "ports",
    "of",
    "the",
    "north",
    "have",
    "been",
    "closed",
    "to",
    "all",
    "boats",
    "since",
    "the",
    "storms",
    "of",
    "last",
    "winter",
    "and",
    "nobody",
    "in",
    "the",
    "province",
    "has",
    "said",
    "why",
    "they",
    "stay",
    "closed",
    "or",
    "when",
    "the",
    "landings",
    "will",
    "be",
    "opened",
    "again",
    "to",
    "the",
    "fishing",
    "families",
]
READ = (
    "import sys, time; from claims.readers.pdf.reader import read; data = open(sys.argv[1], 'rb').read();"
    "began = time.process_time(); found = read(data); seconds = time.process_time() - began;"
    "open(sys.argv[2], 'w').write(f'{len(found.pages)} {seconds}')"
)


def main() -> None:
    """Print both, with their bars."""
    with tempfile.TemporaryDirectory() as folder:
        path, said = Path(folder) / "letter.pdf", Path(folder) / "said.txt"
        path.write_bytes(pdf([_page(number) for number in range(PAGES)]))
        runs = [once([sys.executable, "-c", READ, str(path), str(said)]) for _ in range(3)]
        pages, seconds = said.read_text().split()
    print(f"PDF of {pages} pages: {int(pages) / float(seconds):.0f} pages a second of one processor   bar >= 20")
    print(f"PDF of {pages} pages: peak {max(run.peak for run in runs):.0f} MB   bar < 400 MB")


def _page(number: int) -> list[Text]:
    lines: list[Text] = [(72, 760, 9, "Open letter on the ports"), (300, 30, 9, str(number + 1))]
    for i in range(48):
        words = [WORDS[(number + 7 * i + j) % len(WORDS)] for j in range(14)]
        lines.append((72, 730 - 14 * i, 11, f"{number * 48 + i} boats: " + " ".join(words)))
    return lines


if __name__ == "__main__":
    main()
