"""Letters' pages a second, in one process, then in two at once: `python -m tests.benchmarks.letter_pages`.

Letters are read and compared beforehand; what is measured is a page from the checked letter to the file. The best of
several rounds is told: a machine that others work on only makes a round slower. Then one heavy letter.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, product
from pathlib import Path

from claims.readers.finding import FoundLetter, find_letters
from expectations.model import CheckedLetter
from flows import steps
from reports.deciding.decisions import NONE
from reports.site.write import write_letter
from reports.words.table_names import Names
from tests.benchmarks.scale.made_letters import BODIES, KINDS, TOWNS, write_letters

TABLE = Path(__file__).parents[2] / "sources" / "data" / "packs" / "myanmar"


def rounds(folder: str, count: int) -> tuple[int, float, float]:
    """Letters, and the fewest seconds of the clock and of the processor for all their pages."""
    table, field, _ = steps.load_references(str(TABLE))
    made = [steps.check_one(found, field, table) for found in find_letters([folder]).letters]
    letters = [one for one in made if isinstance(one, CheckedLetter)]
    names = Names.of(table)
    with tempfile.TemporaryDirectory() as out:
        took = [_round(letters, names, Path(out)) for _ in range(count)]
    return len(letters), min(clock for clock, _ in took), min(own for _, own in took)


def _round(letters: list[CheckedLetter], names: Names, out: Path) -> tuple[float, float]:
    clock, own = time.perf_counter(), time.process_time()
    for one in letters:
        write_letter(out, one, names, (), (), (None, None), NONE)
    return time.perf_counter() - clock, time.process_time() - own


def heavy(signatories: int, claims: int) -> str:
    """A letter of as many signatories and claims, in paragraphs of five sentences."""
    told = [f"In {TOWNS[number]} there were {1_000 + 7 * number:,} farms without water." for number in range(claims)]
    paragraphs = "\n\n".join(" ".join(told[at : at + 5]) for at in range(0, claims, 5))
    signed = islice((f"{body} {kind} of {town}" for town, kind, body in product(TOWNS, KINDS, BODIES)), signatories)
    names = "\n".join(f"{number}. {name}" for number, name in enumerate(signed, start=1))
    return (f"Open letter on the wells\n\n3 March 2024\n\n{paragraphs}\n\n"
            f"Signed by {signatories:,} organisations:\n\n{names}\n")  # fmt: skip


def _tell_heavy(out: Path) -> None:
    table, field, _ = steps.load_references(str(TABLE))
    data = heavy(5_000, 500).encode()
    one = steps.check_one(FoundLetter(path="heavy.txt", letter_id="heavy", data=data), field, table)
    if not isinstance(one, CheckedLetter):
        raise SystemExit(one.message)
    seconds = _round([one], Names.of(table), out)[1]
    size = (out / "heavy.html").stat().st_size
    print(f"5,000 signatories, {len(one.extraction.claims)} claims: {size / 1e6:.2f} MB, made in {seconds:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only-heavy", action="store_true")
    parser.add_argument("--keep", type=Path, help="folder for the heavy letter's page")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2) as pool:
        if asked.only_heavy:
            _tell_heavy(asked.keep or Path(folder))
            return
        write_letters(Path(folder) / "in", asked.letters)
        where = str(Path(folder) / "in")
        count, clock, own = pool.submit(rounds, where, asked.rounds).result()
        print(f"one process: {count / clock:.0f} a second by the clock, {count / own:.0f} by the processor")
        both = list(pool.map(rounds, [where] * 2, [asked.rounds] * 2))
        print(f"two at once: {sum(n / s for n, s, _ in both):.0f} a second by the clock, "
              f"{sum(n / s for n, _, s in both):.0f} by the processors")  # fmt: skip
        _tell_heavy(asked.keep or Path(folder))


if __name__ == "__main__":
    main()
