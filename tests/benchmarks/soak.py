"""`make soak`: the schedule for ten minutes, a letter added before every run, some of them bad.

Watches what must hold at every moment: `latest` is a whole run with a page for every letter it read, and nothing is
left behind at the end. Prints the memory of the server and the runner as it goes.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LETTER = """Open letter number {number} on the wells of the valley

{day} March 2022

Dear minister,

The drought has displaced at least {people:,} people since October 2021. We, the undersigned 3 organisations, ask for
water.

Signed by:

1. Valley Water Committee
2. Friends of the Upper Springs
3. Farmers of the Plain
"""


def main() -> int:
    """Run the soak; 0 if all held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    minutes = parser.parse_args().minutes
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "inbox").mkdir()
        process = _serve(root)
        faults = _watch(root, process, time.monotonic() + 60 * minutes)
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=60)
        faults += [f"serve ended with {code}"] if code else []
        faults += [f"left behind: {name}" for name in _left_behind(root)]
        runs = sorted((root / "out" / "runs").glob("[0-9]*/run.json"))
        print(
            f"{len(runs)} whole runs, {len(list((root / 'inbox').iterdir()))} files in the inbox, {len(faults)} faults"
        )
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults or len(runs) < 3 else 0


def _serve(root: Path) -> subprocess.Popen[bytes]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    command = [sys.executable, "-m", "flows.cli", "serve", "--inbox", str(root / "inbox"), "--out", str(root / "out")]
    with (root / "log.txt").open("wb") as log:
        return subprocess.Popen([*command, "--interval", "15", "--keep", "5"], env=env, stdout=log, stderr=log)


def _watch(root: Path, process: subprocess.Popen[bytes], until: float) -> list[str]:
    faults: list[str] = []
    number, began = 0, time.monotonic()
    while time.monotonic() < until:
        number += 1
        _add(root / "inbox", number)
        time.sleep(10)
        if process.poll() is not None:
            return [*faults, f"serve stopped by itself:\n{(root / 'log.txt').read_text()[-2000:]}"]
        faults += _whole(root / "out" / "latest")
        print(f"{time.monotonic() - began:5.0f} s  {number} files  {_memory(process.pid):.0f} MB", flush=True)
    return faults


def _add(inbox: Path, number: int) -> None:
    if number % 7 == 0:
        (inbox / f"bad-{number}.txt").write_bytes(bytes(range(256)) * 8)
        return
    text = LETTER.format(number=number, day=1 + number % 28, people=1000 + 37 * number)
    (inbox / f"letter-{number}.txt").write_text(text, encoding="utf-8")


def _whole(latest: Path) -> list[str]:
    """What is missing of the newest run; nothing before the first."""
    if not latest.exists():
        return []
    run = latest.resolve()
    record = json.loads((run / "run.json").read_text())
    pages = {path.stem for path in (run / "letters").glob("*.html")}
    missing = [entry["letter_id"] for entry in record["inputs"] if entry["letter_id"] not in pages]
    return [f"{run.name} lacks the page of {name}" for name in missing]


def _memory(pid: int) -> float:
    """Resident MB of the process and its children, as the kernel has it; 0 where it cannot be told."""
    done = subprocess.run(["ps", "-o", "rss=", "--pid", str(pid), "--ppid", str(pid)], capture_output=True, check=False)
    return sum(int(number) for number in done.stdout.split()) / 1024


def _left_behind(root: Path) -> list[str]:
    done = subprocess.run(["pgrep", "-af", str(root)], capture_output=True, text=True, check=False)
    return [line for line in done.stdout.splitlines() if "pgrep" not in line]


if __name__ == "__main__":
    sys.exit(main())
