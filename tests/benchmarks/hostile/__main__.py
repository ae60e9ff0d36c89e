"""Part of `make soak`: generated bad letters and odd paths through `check`, then the letters through one `report`.

python -m tests.benchmarks.hostile --letters 300 --seed 1

Each must be read or refused with a reason and the exit code of the contract, within ten seconds of the processors; none
costs the others anything. A file at fault is kept in the folder that is named with it.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from flows.cli import main as crossfoot
from tests.benchmarks.hostile.bad_files import bad_letters
from tests.benchmarks.hostile.bad_kinds import Bad
from tests.benchmarks.hostile.borne import OURS, Ended, ended, unsound
from tests.benchmarks.hostile.odd_paths import EITHER, READ, REFUSED, odd_paths

CODES = {"read": READ, "refused": REFUSED, "either": EITHER}
SHOWN = 4  # each so many is printed as text too
KEPT = Path(tempfile.gettempdir()) / "crossfoot-hostile"


def main() -> int:
    """Run all; 0 if every letter and path was borne."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="letters of one kind alone; paths: the odd paths alone")
    told = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _warm(root)
        letters = [one for one in bad_letters(told.letters, told.seed) if one.name.startswith(told.only or "")]
        faults = _letters(root / "letters", letters) if letters else []
        if told.only in (None, "paths"):
            faults += _paths(root / "paths")
        if told.only is None:
            faults += _told(_reported(root, letters))
    print(f"seed {told.seed}: {len(faults)} faults in {time.monotonic() - began:.0f} s")
    return 1 if faults else 0


def _warm(root: Path) -> None:
    (root / "one.txt").write_text("We ask for 3 boats.", encoding="utf-8")
    for form in ("json", "text"):
        with contextlib.redirect_stdout(io.StringIO()):
            crossfoot(["check", str(root / "one.txt"), "--format", form])


def _letters(folder: Path, letters: list[Bad]) -> list[str]:
    folder.mkdir()
    faults: list[str] = []
    slowest, kinds = (0.0, ""), Counter[str]()
    for number, one in enumerate(letters):
        path = folder / one.name
        path.write_bytes(one.data)
        run = ended(["check", str(path), "--format", "json"])
        found = [*run.faults(CODES[one.outcome]), *(unsound(run.out) if run.code in EITHER else ())]
        if number % SHOWN == 0:
            found += _shown(path, run)
        kinds[one.name.split("-")[0]] += 1
        faults += _told(f"{_kept(one)}: {fault}" for fault in found)
        slowest = max(slowest, (run.seconds, one.name))
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    lost = len({fault.split(":")[0] for fault in faults})
    print(
        f"{len(letters) - lost} of {len(letters)} letters borne ({told}); slowest {slowest[1]}, {slowest[0]:.1f} s",
        flush=True,
    )
    return faults


def _shown(path: Path, run: Ended) -> Iterator[str]:
    """What is wrong with the same letter as text for a terminal."""
    shown = ended(["check", str(path)])
    yield from shown.faults(EITHER)
    yield from shown.printed()
    if shown.code != run.code:
        yield f"exits with {run.code} as JSON and {shown.code} as text"


def _told(faults: Iterable[str]) -> list[str]:
    """Said at once: a run may be long."""
    told = list(faults)
    for fault in told:
        print(fault, file=sys.stderr, flush=True)
    return told


def _kept(one: Bad) -> str:
    KEPT.mkdir(exist_ok=True)
    (KEPT / one.name).write_bytes(one.data)
    return str(KEPT / one.name)


def _paths(root: Path) -> list[str]:
    faults, count, lost = [], 0, 0
    for odd in odd_paths(root):
        run = ended(["check", *odd.words], odd.stdin)
        found = [*run.faults(odd.codes), *run.printed()]
        count, lost = count + 1, lost + bool(found)
        faults += _told(f"{odd.name}: {fault}" for fault in found)
    for path in (root / "shut", root / "unread.txt"):
        path.chmod(0o700)
    print(f"{count - lost} of {count} paths borne", flush=True)
    return faults


def _reported(root: Path, letters: list[Bad]) -> list[str]:
    """All of them in one report: each has its page or is named, and the others are as they are without it."""
    began = time.monotonic()
    command = [sys.executable, "-m", "flows", "report", str(root / "letters"), "--out", str(root / "out")]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    run = subprocess.run(
        [*command, "--runner", "processes"], check=False, capture_output=True, text=True, env=env, errors="replace"
    )
    said = (run.stdout + run.stderr).casefold()
    faults = [f"report says {one!r}" for one in OURS if one in said]
    if run.returncode != 1:
        return [*faults, f"report exits with {run.returncode}: {run.stderr[-500:]}"]
    record = json.loads((root / "out" / "latest" / "run.json").read_text(encoding="utf-8"))
    told = json.dumps(record, ensure_ascii=False)
    faults += [f"report loses {one.name}" for one in letters if one.name not in told]
    pages = {path.stem for path in (root / "out" / "latest" / "letters").glob("*.html")}
    faults += [f"no page of {one['letter_id']}" for one in record["inputs"] if one["letter_id"] not in pages]
    faults += [
        f"report: {one['path']}: {one['message']}" for one in record["problems"] if "crossfoot (" in one["message"]
    ]
    faults += [f"gate {one}" for one in record["gate_faults"]]
    print(
        f"report of all: {len(pages)} pages, {len(record['problems'])} problems, {time.monotonic() - began:.0f} s",
        flush=True,
    )
    return faults


if __name__ == "__main__":
    sys.exit(main())
