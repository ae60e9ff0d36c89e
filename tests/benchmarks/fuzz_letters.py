"""Part of `make soak`: letters torn up and put together anew go the whole way; none may end in an exception.

    python -m tests.benchmarks.fuzz_letters --minutes 20 --seed 1

The spent letters of our examiners, invented, are mixed by lines, by clauses and by words. What falls is told once a
place, with the text that brought it. The seed is printed: the same seed, the same letters.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from claims.errors import UnreadableLetter
from claims.letters import letter_from_bytes
from expectations import check_letter
from sources import load_table
from tests.benchmarks.fits.spent import letters

KEPT_WORDS = 0.85
MOST_LINES, MOST_CLAUSES = 12, 40


def mixed(stock: list[str], rng: random.Random) -> str:
    """One text: lines of a letter in another order, clauses of two letters, or a letter with words left out."""
    one, other = rng.choice(stock), rng.choice(stock)
    how = rng.randrange(3)
    if how == 0:
        lines = one.split("\n")
        return "\n".join(rng.sample(lines, min(len(lines), rng.randint(1, MOST_LINES))))
    if how == 1:
        clauses = re.split(r"(?<=[.;:,])\s", f"{one} {other}")
        return " ".join(rng.sample(clauses, min(len(clauses), rng.randint(3, MOST_CLAUSES))))
    return " ".join(word for word in one.split(" ") if rng.random() < KEPT_WORDS)


def falls(texts: Iterator[str]) -> Iterator[tuple[str, str]]:
    """The texts that end in an exception, each with its last place and kind; only the first of each."""
    table, seen = load_table(), set()
    for text in texts:
        try:
            letter = letter_from_bytes(text.encode(), path="mixed.txt", letter_id="mixed")
            check_letter(letter, table.field, table)
        except UnreadableLetter:
            continue  # a mixture without words
        except Exception as error:  # what falls here would lose a letter
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
            if where not in seen:
                seen.add(where)
                yield where, text


def main() -> int:
    """Mix for so many minutes; 0 if nothing fell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    rng, stock = random.Random(told.seed), [one.text for one in letters()]
    until, tried = time.monotonic() + 60 * told.minutes, 0

    def texts() -> Iterator[str]:
        nonlocal tried
        while time.monotonic() < until:
            tried += 1
            yield mixed(stock, rng)

    kept = Path(tempfile.mkdtemp(prefix="crossfoot-letters-"))
    found = 0
    for where, text in falls(texts()):
        found += 1
        path = kept / f"{found}.txt"
        path.write_text(text, encoding="utf-8")
        print(f"{where}: {path}", flush=True)
    print(f"seed {told.seed}: {tried} letters, {found} places where one fell")
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
