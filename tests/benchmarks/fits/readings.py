"""Letters as read, kept from one run to the next: `python -m tests.benchmarks.fits.readings [sets]` reads them ahead.

Reading is most of what learning costs. What was read of a text, without its relations and spans, lies in `out/fits`
under a name made of the text and of all code and words that read (the room of relations only looks at what was read).
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from collections.abc import Iterator
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from unittest.mock import patch

from claims import extracting
from claims.extraction import Extraction
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.figures import Figures
from claims.relations.told_figures import read_figures
from tests.benchmarks.fits.spent import letters

KEPT = Path("out/fits")
_BARE = Field(measures=(), events=(), producers=(), places=(), topics=())
_WORKERS = 2


def main() -> None:
    """Read every letter and copy of some sets, or of all."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    with Pool(_WORKERS) as pool:
        for _ in pool.imap_unordered(_read_ahead, list(_texts(wanted)), chunksize=8):
            pass


def figures_of(text: str) -> Figures:
    """The figures of a letter in plain text."""
    read = reading_of(text)
    return read_figures(read.document, read.readings, read.claims)


def reading_of(text: str) -> Extraction:
    """What is read of a letter in plain text; in a language that is in force."""
    kept = KEPT / f"{hashlib.sha256((_reader() + text).encode()).hexdigest()[:32]}.pickle"
    if kept.exists():
        found: Extraction = pickle.loads(kept.read_bytes())  # our own file, written below
        return found
    KEPT.mkdir(parents=True, exist_ok=True)
    read = _read(text)
    kept.write_bytes(pickle.dumps(read))
    return read


def _read(text: str) -> Extraction:
    """All that is read but relations and spans, which is what the learning goes over itself."""
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    with patch.object(extracting, "find_relations", _none), patch.object(extracting, "read_spans", _none):
        return extracting.extract(letter, _BARE)


def _none(*_: object) -> tuple[()]:
    return ()


@cache
def _reader() -> str:
    """A name for all code and words that read a letter."""
    told = hashlib.sha256()
    for path in sorted(Path("claims").rglob("*")):
        reads = path.suffix in (".py", ".yml") and path.parts[1] != "relations"
        if reads and not path.name.startswith(("fits", "relation", "shape")):
            told.update(path.read_bytes())
    return told.hexdigest()


def _texts(wanted: str) -> Iterator[str]:
    for letter in letters():
        if not wanted or letter.of in wanted:
            yield letter.text
            yield from (copy.text for copy in letter.planted)


def _read_ahead(text: str) -> None:
    with load_language("en").in_force():
        reading_of(text)


if __name__ == "__main__":
    main()
