"""Part of `make soak`: each reader is given damaged files for a while; it must answer, in time, within its memory.

    python -m tests.benchmarks.fuzz_readers --minutes 20 --format pdf

Every file is read in a process with the limits of the readers' own (time, memory, size of the answer), forked from one
that has loaded them already; each fiftieth goes all the way through the program instead. What was read is then
extracted: no text may stop that either. A file that breaks a rule is kept in the folder named with it. The seed is
printed: the same seed, the same files.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from claims.errors import UnreadableLetter
from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.readers import containers
from claims.readers.raw_document import MOST_TEXT, RawDocument, Refused
from claims.readers.recognise import kind_of
from claims.readers.registry import FORMATS, read
from tests.benchmarks.forked_reader import Lost, read_forked, warm
from tests.benchmarks.fuzz_stock import stock_of
from tests.benchmarks.mutations import mutated

NAMES = ("pdf", "docx", "odt", "html", "md", "eml", "txt", "zip")
WHOLE_WAY = 50
SLOW = 10.0  # seconds for the extraction of what a damaged file of some hundred kilobytes says
NOTHING = Field(measures=(), events=(), producers=(), places=())


@dataclass(slots=True)
class _Tally:
    name: str
    tried: int = 0
    refused: int = 0
    slowest: float = 0.0
    unnamed: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[str]] = field(default_factory=dict)


def main() -> int:
    """Fuzz; 0 if every file was answered for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20, help="for each format")
    parser.add_argument("--format", choices=NAMES, action="append")
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    warm()
    tallies = [_fuzz(name, told.minutes, told.seed) for name in told.format or NAMES]
    for tally in tallies:
        for place, found in tally.faults.items():
            print(f"{tally.name}: {len(found) - 1} × {place}: {found[0]}", file=sys.stderr)
    return 1 if any(tally.faults for tally in tallies) else 0


def _fuzz(name: str, minutes: float, seed: int) -> _Tally:
    dice = random.Random(f"{seed}-{name}")
    stock = stock_of(name)
    tally = _Tally(name)
    until = time.monotonic() + 60 * minutes
    while time.monotonic() < until:
        _one(tally, mutated(dice, stock))
    print(
        f"{name:5} seed {seed}: {tally.tried} files, {tally.refused} refused, slowest {tally.slowest:.1f} s, "
        f"{len(tally.faults)} kinds of fault",
        flush=True,
    )
    for reason, count in tally.unnamed.most_common(8):
        print(f"      {count} × {reason}", flush=True)
    return tally


def _one(tally: _Tally, data: bytes) -> None:
    began = time.monotonic()
    tally.tried += 1
    try:
        found = _read(data, f"letter.{tally.name}", whole_way=tally.tried % WHOLE_WAY == 0)
        if found is not None:
            _require_sound(found)
            _extract(found.text)
    except (UnreadableLetter, Refused) as refused:
        tally.refused += 1
        if (reason := refused.message).startswith("could not be read (") and tally.unnamed[reason[:90]] == 0:
            _keep(data, tally.name)
        if reason.startswith("could not be read ("):
            tally.unnamed[reason[:90]] += 1
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} ({Path(where.filename).name}:{where.lineno})"
        if place not in tally.faults:
            tally.faults[place] = [f"{error}; kept as {_keep(data, tally.name)}"]
        tally.faults[place].append("")
    tally.slowest = max(tally.slowest, time.monotonic() - began)


def _read(data: bytes, path: str, *, whole_way: bool) -> RawDocument | None:
    """What is read of the file; `None` for an archive, whose members are taken out instead."""
    key = kind_of(data, path)
    if key == "zip":
        for name, reason in containers.members(data, key)[:20]:
            if reason is None:
                containers.extract(data, path, name)
        return None
    if whole_way or key == "text":
        return read(data, path=path)
    return read_forked(FORMATS[key], data)


def _require_sound(found: RawDocument) -> None:
    if len(found.text) > MOST_TEXT or not any(c.isalnum() for c in found.text):
        raise Lost("its text is empty or too long")
    for places in (found.pages, found.paragraphs):
        if list(places) != sorted(places) or any(not 0 <= at <= len(found.text) for at in places):
            raise Lost("a page or paragraph stands outside of the text")
    found.text.encode("utf-8")


def _extract(text: str) -> None:
    began = time.monotonic()
    letter = letter_from_bytes(text.encode("utf-8"), path="letter.txt", letter_id="letter")
    extraction = extract(letter, NOTHING)
    for claim in extraction.claims:
        if claim.span.of(letter.text) != claim.text:
            raise Lost(f"the claim {claim.text!r} does not stand where it says")
    if time.monotonic() - began > SLOW:
        raise Lost(f"its extraction took {time.monotonic() - began:.0f} s")


def _keep(data: bytes, name: str) -> str:
    folder = Path(tempfile.gettempdir()) / "crossfoot-fuzz"
    folder.mkdir(exist_ok=True)
    path = folder / f"{abs(hash(data)):x}.{name}"
    path.write_bytes(data)
    return str(path)


if __name__ == "__main__":
    sys.exit(main())
