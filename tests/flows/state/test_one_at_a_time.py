"""One run at a time for one `--out`, by a lock that no killed process leaves."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flows.state.one_at_a_time import alone, at_once, holder, is_held

HOLD = """
import sys, time, subprocess
from pathlib import Path
from flows.state.one_at_a_time import alone
with alone(Path(sys.argv[1]), print):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"])
    print(child.pid, flush=True)
    time.sleep(30)
"""


def test_a_killed_run_leaves_no_lock_even_if_its_children_live(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    held = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert held.stdout is not None
    child = int(held.stdout.readline())
    try:
        assert is_held(path)
        assert holder(path) == f"process {held.pid}"
        with pytest.raises(RuntimeError, match=f"process {held.pid}"), at_once(path, RuntimeError):
            pass
        held.kill()
        held.wait()
        os.kill(child, 0)  # it lives
        assert not is_held(path)
        with at_once(path, RuntimeError):
            assert is_held(path)
    finally:
        os.kill(child, signal.SIGKILL)
        held.stdout.close()
    assert not is_held(path)


def test_threads_of_one_process_wait_for_each_other(tmp_path: Path) -> None:
    """What the threads do is told by what they wait for, never by a clock: a loaded machine starts them late."""
    path, inside = tmp_path / "run.lock", [0]
    told: queue.SimpleQueue[str] = queue.SimpleQueue()

    def run() -> None:
        with alone(path, told.put):
            inside[0] += 1
            assert inside == [1]
            inside[0] -= 1

    with ThreadPoolExecutor(3) as pool:
        with alone(path, told.put):
            waiting = [pool.submit(run) for _ in range(3)]
            assert {told.get(timeout=60) for _ in waiting} == {f"process {os.getpid()}"}
            assert not any(one.done() for one in waiting)
        for one in waiting:
            one.result(timeout=60)
    assert told.empty()
    assert not is_held(path)


def test_a_failing_run_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no"), alone(tmp_path / "run.lock", print):
        raise ValueError("no")
    assert not is_held(tmp_path / "run.lock")
