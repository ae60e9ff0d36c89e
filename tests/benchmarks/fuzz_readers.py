"""Part of `make soak`: each reader is given damaged files for a while; it must answer, in time, within its memory.

    python -m tests.benchmarks.fuzz_readers --minutes 20 --format pdf

A file that breaks the rule is kept under the folder named at the end. The seed is printed: the same seed, the same files.
"""  # noqa: E501

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from claims.errors import UnreadableLetter
from claims.readers.confined import SECONDS
from claims.readers.registry import read
from tests.factories.malformed import GOOD, malformed

FORMATS = ("pdf", "docx", "odt", "html", "md", "eml", "txt")
LONGEST = SECONDS + 10
INTERESTING = (
    b"\x00",
    b"\xff",
    b"<",
    b">",
    b"&#0;",
    b"%PDF-",
    b"PK\x03\x04",
    b"endobj",
    b"<w:p>",
    b"\xe2\x80\xae",
    b"9" * 40,
)


def main() -> int:
    """Fuzz; 0 if every file was answered for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20, help="for each format")
    parser.add_argument("--format", choices=FORMATS, action="append")
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    faults = [fault for name in told.format or FORMATS for fault in _fuzz(name, told.minutes, told.seed)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _fuzz(name: str, minutes: float, seed: int) -> list[str]:
    dice = random.Random(f"{seed}-{name}")
    stock = [
        GOOD[name],
        *(one.data for one in malformed() if one.name.endswith("." + name) and len(one.data) < 200_000),
    ]
    until = time.monotonic() + 60 * minutes
    tried = refused = 0
    slowest = 0.0
    faults: list[str] = []
    while time.monotonic() < until:
        data = mutated(dice, stock)
        began = time.monotonic()
        try:
            read(data, path=f"letter.{name}")
        except UnreadableLetter:
            refused += 1
        except Exception as error:
            faults.append(f"{name}: {type(error).__name__}: {error}; kept as {_keep(data, name)}")
        slowest = max(slowest, time.monotonic() - began)
        if time.monotonic() - began > LONGEST:
            faults.append(f"{name}: took {time.monotonic() - began:.0f} s; kept as {_keep(data, name)}")
        tried += 1
    print(
        f"{name:5} seed {seed}: {tried} files, {refused} refused, slowest {slowest:.1f} s, {len(faults)} faults",
        flush=True,
    )
    return faults


def mutated(dice: random.Random, stock: list[bytes]) -> bytes:
    """One file of the stock with some stretches changed, cut, doubled or taken from another."""
    data = bytearray(dice.choice(stock))
    for _ in range(dice.randrange(1, 12)):
        at = dice.randrange(len(data) + 1)
        end = min(len(data), at + dice.randrange(1, 60))
        what = dice.randrange(6)
        if what == 0 and data:
            data[min(at, len(data) - 1)] = dice.randrange(256)
        elif what == 1:
            del data[at:end]
        elif what == 2:
            data[at:at] = data[at:end] * dice.randrange(1, 30)
        elif what == 3:
            data[at:at] = dice.choice(INTERESTING)
        elif what == 4:
            other = dice.choice(stock)
            start = dice.randrange(len(other) + 1)
            data[at:end] = other[start : start + dice.randrange(1, 400)]
        else:
            del data[dice.randrange(len(data) + 1) :]
    return bytes(data)


def _keep(data: bytes, name: str) -> str:
    folder = Path(tempfile.gettempdir()) / "crossfoot-fuzz"
    folder.mkdir(exist_ok=True)
    path = folder / f"{abs(hash(data)):x}.{name}"
    path.write_bytes(data)
    return str(path)


if __name__ == "__main__":
    sys.exit(main())
