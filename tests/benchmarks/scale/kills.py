"""Kills at random moments: after each, the next run must give the tables and pages of an undisturbed one.

python -m tests.benchmarks.scale.kills 60 [SEED]

Runs are forked from one process that has everything imported, against one Prefect server, so that a kill costs seconds.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.scale.made_letters import letter, write_letters

LETTERS = 8
SPOILT = ("tables", "letters", "exports", "inputs", "assets", "measures", "producers")


def main(kills: int, seed: int = 1) -> int:
    """Print how many of `kills` were borne; 0 if all were."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, _prefect(Path(folder)):
        root, faults = Path(folder), list[str]()
        write_letters(root / "letters", LETTERS)
        _run(root, "out")
        lasted = _run(root, "out", fresh=True)
        for number in range(1, kills + 1):
            changed = dice.randrange(LETTERS)
            (root / "letters" / f"letter-{changed:05}.txt").write_text(letter(seed + 1000 * number), encoding="utf-8")
            at = _run(root, "out", kill=dice.uniform(0.05, 1.1) * lasted, fresh=dice.random() < 0.5)
            faults += [f"kill {number} at {at:.2f} s: {one}" for one in _faults(root)]
            print(f"{number} kills, the last at {at:.2f} of {lasted:.2f} s, {len(faults)} faults", flush=True)
    print(f"{kills - len({one.split(':')[0] for one in faults})} of {kills} kills borne")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _faults(root: Path) -> Iterator[str]:
    """What is wrong after a kill: at once, and with the run that comes next."""
    if not (root / "out" / "latest" / "run.json").is_file():
        yield "the last good report is gone"
    _run(root, "out")
    shutil.rmtree(root / "undisturbed", ignore_errors=True)
    _run(root, "undisturbed")
    ours, theirs = (_files((root / name / "latest").resolve()) for name in ("out", "undisturbed"))
    yield from (
        f"{name} is another" for name in sorted(ours.keys() | theirs.keys()) if ours.get(name) != theirs.get(name)
    )
    runs = [path.name for path in (root / "out" / "runs").glob("2*")]
    yield from (f"the run {name} is not remembered" for name in runs if not _is_known(root / "out", name))


def _is_known(out: Path, run_id: str) -> bool:
    from flows.store.keep_run import knows
    from flows.store.open_store import open_store

    store = open_store(out)
    try:
        return knows(store, run_id)
    finally:
        store.close()


def _files(run: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(run)): path.read_bytes()
        for folder in SPOILT
        for path in sorted((run / folder).rglob("*"))
        if path.is_file()
    }


def _run(root: Path, out: str, *, kill: float | None = None, fresh: bool = False) -> float:
    """A run in a process of its own, killed after `kill` seconds; how long it lasted."""
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.setsid()
        _flow(root, out, fresh=fresh)
        os._exit(0)
    if kill is None:
        os.waitpid(child, 0)
        return time.perf_counter() - began
    while time.perf_counter() - began < kill and os.waitpid(child, os.WNOHANG) == (0, 0):
        time.sleep(0.01)
    lasted = time.perf_counter() - began
    try:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        pass  # it had ended
    return lasted


def _flow(root: Path, out: str, *, fresh: bool) -> None:
    from prefect.settings import PREFECT_LOGGING_TO_API_ENABLED, temporary_settings

    from flows.fact_check import fact_check

    with temporary_settings({PREFECT_LOGGING_TO_API_ENABLED: False}):
        fact_check(paths=[str(root / "letters")], out=str(root / out), cache=not fresh)


@contextmanager
def _prefect(folder: Path) -> Iterator[None]:
    """A server for all runs, and everything that they need imported."""
    import expectations.suites.run  # noqa: F401
    import flows.fact_check  # noqa: F401
    from flows.prefect_home import server

    with server(folder / "state") as started:
        started.ready()
        yield


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
