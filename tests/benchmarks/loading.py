"""A table of a million rows in a folder of CSV (or Parquet) files: how long loading takes, in how much memory.

The rows are those of no real series: weekly running counts of a hundred and fifty districts and yearly totals, each
with its own id, title and address, as a team's collection over years would be.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

ROWS = 1_000_000
BAR_SECONDS, BAR_MB = 15, 1024
START = date(2015, 1, 1)
PRODUCERS, MEASURES, DISTRICTS = 8, 12, 150
HEADER = (
    "observation_id", "measure_id", "event", "place", "place_code", "period_start", "period_end", "period_end_text",
    "value", "low", "high", "comparator", "unit", "producer_id", "published_by", "title", "url", "published_on",
    "accessed_on", "licence", "as_printed", "grade", "coverage", "cites", "superseded_by", "note",
)  # fmt: skip
_TIMED = """
import json, resource, sys, time
from sources.table.load import load_table
clock, cpu = time.perf_counter(), time.process_time()
table = load_table(sys.argv[1])
taken = time.perf_counter() - clock, time.process_time() - cpu
rows = len(table.observations)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
clock = time.process_time()
said = " ".join(f"Watch {at} has counted {107 + at} counted{at} in District {at} by 8 January 2015." for at in range(8))
text = f"Open letter\\n\\n1 May 2016\\n\\n{said}\\n\\nYours,\\n"
extraction = extract(letter_from_bytes(text.encode(), path="l.txt", letter_id="l"), table.field)
verdicts = compare_letter(extraction, table)
matched = time.process_time() - clock
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"rows": rows, "seconds": round(taken[0], 1), "cpu": round(taken[1], 1), "peak": round(peak),
                  "a letter of claims": len(verdicts), "cpu for it": round(matched, 1), "peak with it": round(after)}))
"""


def write_table(folder: Path, rows: int) -> None:
    """A good table of so many observations, with its measures, producers and places, and no pack beneath it."""
    _write(folder / "observations.csv", HEADER, _observations(rows))
    _write(
        folder / "measures.csv",
        ("measure_id", "label", "kind", "unit", "definition", "surface_forms"),
        ((f"count_{at}", f"Count {at}", "cumulative", "person", f"What is count {at}.", f"counted{at}")
         for at in range(MEASURES)),
    )  # fmt: skip
    _write(
        folder / "producers.csv", ("producer_id", "name", "lag_days", "coverage"),
        ((f"watch_{at}", f"Watch {at}", "3", "register") for at in range(PRODUCERS)),
    )  # fmt: skip
    _write(folder / "places.csv", ("place_id", "name", "kind", "parent"), _places())
    _write(folder / "packs.csv", ("pack",), ())


def _places() -> Iterator[tuple[str, ...]]:
    yield "ORL", "Orlandia", "country", ""
    for at in range(DISTRICTS):
        yield f"ORL-{at}", f"District {at}", "district", "ORL"


def _observations(rows: int) -> Iterator[tuple[str, ...]]:
    for at in range(rows):
        series, week = at % (PRODUCERS * MEASURES * DISTRICTS), at // (PRODUCERS * MEASURES * DISTRICTS)
        producer, rest = series % PRODUCERS, series // PRODUCERS
        measure, place = rest % MEASURES, rest // MEASURES
        day = START + timedelta(weeks=week + 1)
        value = 100 + series % 977 + week * (7 + series % 13)
        yield (
            f"watch_{producer}-count_{measure}-{place}-{day}", f"count_{measure}", "", f"District {place}",
            f"ORL-{place}", START.isoformat(), day.isoformat(), "", str(value), "", "", "=", "person",
            f"watch_{producer}", f"Watch {producer}", f"Bulletin {week} of Watch {producer}",
            f"https://watch{producer}.example.org/bulletins/{week}/{place}", (day + timedelta(days=3)).isoformat(),
            "", "", f"{value} counted", "primary", "", "", "", "",
        )  # fmt: skip


def _write(file: Path, header: tuple[str, ...], rows: Iterator[tuple[str, ...]] | tuple[()]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(rows: int = ROWS) -> None:
    """Print the figures, each beside its bar; the loading is a process of its own, so that its peak is its own."""
    with TemporaryDirectory(prefix="crossfoot-loading-") as scratch:
        write_table(Path(scratch), rows)
        done = subprocess.run([sys.executable, "-c", _TIMED, scratch], capture_output=True, text=True, check=True)
        print(f"loading: {done.stdout.strip()}   bars < {BAR_SECONDS} s, < {BAR_MB} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    main(parser.parse_args().rows)
