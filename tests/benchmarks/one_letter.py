"""One letter: processor seconds a megabyte of ordinary letters, and the texts that made time grow faster than length.

All of it in this process, start-up and the loading of the tables left out; processor time, for the machine is shared.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path

from flows.cli import main as crossfoot

SEEDS = sorted(Path("seeds").glob("*.txt"))
COPIES = 6
BAR_A_MEGABYTE, BAR_ODD = 7.0, 1.0
LETTER = "Open letter\n\nDear Minister,\n\n{}\n\nYours sincerely,\n\nAlder Watch\n"
WARDS = ("Alden", "Borley", "Cawston", "Dunmere")
MONTHS = ("January", "March", "May", "July", "August", "October")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _seconds(_written(Path(folder), "warm", SEEDS[0].read_text(encoding="utf-8")))
        _ordinary(Path(folder))
        for name, text in odd_texts():
            seconds = _seconds(_written(Path(folder), name, text))
            print(f"{name:34} {len(text) / 1000:6.1f} kB  {seconds:6.2f} s   bar <= {BAR_ODD:.0f} s")


def _ordinary(folder: Path) -> None:
    """The seeds, each several times with other figures, so that no answer of the one serves the other."""
    dice = random.Random(1)
    texts = [_other_figures(path.read_text(encoding="utf-8"), dice) for path in SEEDS for _ in range(COPIES)]
    seconds = sum(_seconds(_written(folder, f"ordinary-{at}", text)) for at, text in enumerate(texts))
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"ordinary letters: {seconds / size:.1f} s a MB ({size:.2f} MB)   bar <= {BAR_A_MEGABYTE:.0f} s")


def _other_figures(text: str, dice: random.Random) -> str:
    return "".join(str(dice.randrange(1, 9)) if sign in "3456789" else sign for sign in text)


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name.replace(' ', '-')}.txt"
    path.write_text(text, encoding="utf-8")
    return path


def _seconds(path: Path) -> float:
    began = time.process_time()
    with redirect_stdout(StringIO()), suppress(SystemExit):
        crossfoot(["check", "--format", "json", str(path)])
    return time.process_time() - began


def odd_texts() -> Iterator[tuple[str, str]]:
    """Each a name and a letter."""
    dice = random.Random(3)
    days = ", ".join(f"{dice.randrange(1, 28)} {dice.choice(MONTHS)} {dice.randrange(2015, 2024)}" for _ in range(300))
    counted = ", ".join(f"{dice.randrange(10, 9000):,} houses in {dice.choice(WARDS)}" for _ in range(300))
    bare = ", ".join(str(dice.randrange(10, 9000)) for _ in range(300))
    items = "\n".join(f"- {dice.randrange(10, 9000):,} houses burned in ward {at}" for at in range(400))
    row = " ".join(f"| Ward {at} | {dice.randrange(10, 9000)} | {dice.randrange(1, 99)}% |" for at in range(800))
    names = "\n".join(sorted(f"{dice.choice(WARDS)} {dice.choice(MONTHS)} Union {at}" for at in range(5000)))
    yield "8 kB of (1", LETTER.format("(1" * 4000)
    yield "a table of 16 kB on one line", LETTER.format(row[:16_000])
    yield "300 dates in a sentence", LETTER.format(f"Attacks were recorded on {days} in the valley.")
    yield "300 figures in a sentence", LETTER.format(f"The monitors counted {counted} in all.")
    yield "300 bare figures in a sentence", LETTER.format(f"The wells held {bare} litres.")
    yield "a list of 400 like figures", LETTER.format(f"We counted these losses:\n\n{items}")
    yield "a list of 5,000 names", f"Open letter\n\nWe ask for peace.\n\nSigned by:\n\n{names}\n"
