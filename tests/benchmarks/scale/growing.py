"""`make bench BENCH=scale`: full reports of growing numbers of letters against a bare loop, and runs in which little
changed against full ones; in seconds of the clock and of the processors, start-up (a run of one letter) off.

python -m tests.benchmarks.scale.growing 300 1000
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.measure import BIN, Run, once
from tests.benchmarks.scale.made_letters import write_letters

CROSSFOOT = [sys.executable, "-m", "flows"]
BARE = [sys.executable, "-m", "tests.benchmarks.scale.bare_loop"]
TABLE = Path(__file__).parents[3] / "sources" / "data" / "packs" / "myanmar"
ARRESTED = "people_arrested"
SIZES = (300, 1000)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for count in sizes:
            _of(Path(folder) / str(count), count)


def _of(root: Path, count: int) -> None:
    letters, table = root / "letters", root / "table"
    write_letters(letters, count)
    write_letters(root / "one", 1)
    shutil.copytree(TABLE, table)
    start, warm = _report(root, "one", "start"), _warm_start(root)
    full = _report(root, "letters", "out")
    bare_start, bare = once([*BARE, str(root / "one")]), once([*BARE, str(letters)])
    _told(f"{count} letters, full", full, start, bare, bare_start, count)
    record = json.loads((root / "out" / "latest" / "run.json").read_text(encoding="utf-8"))
    pages = _count(root / "out", "letters/*.html")
    print(f"  {pages} pages, {record['items']} items, largest list page {_largest(root)} KB")
    _again(root, "nothing changed", full, start, warm)
    page = letters / "letter-00007.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("Dear minister", "Dear old minister"), encoding="utf-8")
    _again(root, "one letter changed", full, start, warm)
    _change_a_figure(table / "observations.csv")
    _again(root, "one observation changed", full, start, warm)


def _report(root: Path, letters: str, out: str) -> Run:
    options = ["--references", str(root / "table"), "--runner", "processes", "--workers", "2"]
    return once([*CROSSFOOT, "report", str(root / letters), "--out", str(root / out), *options])


def _warm_start(root: Path) -> Run:
    """A run of one letter, changed, where there was one before: what a second run costs before it does anything."""
    page = root / "one" / "letter-00000.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("Dear minister", "Dear old minister"), encoding="utf-8")
    return _report(root, "one", "start")


def _again(root: Path, what: str, full: Run, start: Run, warm: Run) -> None:
    before = time.perf_counter()
    run = _report(root, "letters", "out")
    wall, cpu = (run.wall - warm.wall) / (full.wall - start.wall), (run.cpu - warm.cpu) / (full.cpu - start.cpu)
    print(
        f"  {what}: {time.perf_counter() - before:.1f} s; start-up off {wall:.1%} by the clock, {cpu:.1%} of processors"
    )
    sys.stdout.flush()


def _told(name: str, ours: Run, start: Run, bare: Run, bare_start: Run, count: int) -> None:
    wall, bare_wall = ours.wall - start.wall, bare.wall - bare_start.wall
    cpu, bare_cpu = ours.cpu - start.cpu, bare.cpu - bare_start.cpu
    print(
        f"{name}: {wall:.1f} s (start {start.wall:.1f} s), bare loop {bare_wall:.1f} s; {count / wall:.1f} letters a"
        f" second, {bare_wall / wall:.2f}x the bare loop; processors {cpu:.0f} s and {bare_cpu:.0f} s,"
        f" {bare_cpu / cpu:.2f}x; peak {ours.peak:.0f} MB"
    )
    sys.stdout.flush()


def _count(out: Path, pattern: str) -> int:
    return len(list((out / "latest").glob(pattern)))


def _largest(root: Path) -> int:
    pages = [root / "out" / "latest" / "index.html", *(root / "out" / "latest").glob("letters-*.html")]
    return max(page.stat().st_size for page in pages) // 1000


def _change_a_figure(path: Path) -> None:
    """Another last digit in one figure of arrests, which one letter of twelve speaks of."""
    lines = path.read_text(encoding="utf-8").split("\n")
    names = lines[0].split(",")
    at = next(at for at, line in enumerate(lines) if ARRESTED in line.split(",")[names.index("measure_id")])
    cells = lines[at].split(",")
    value = names.index("value")
    cells[value] = cells[value][:-1] + str((int(cells[value][-1]) + 1) % 10)
    path.write_text("\n".join([*lines[:at], ",".join(cells), *lines[at + 1 :]]), encoding="utf-8")


if __name__ == "__main__":
    assert BIN
    main(tuple(int(one) for one in sys.argv[1:]) or SIZES)
