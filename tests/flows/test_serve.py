"""The schedule, for real: a served deployment, three scheduled runs, a letter added between them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

LETTER = """Open letter on the wells of the valley

12 March 2022

Dear minister,

The drought has displaced at least 1,200 people since October 2021. We, the undersigned 3 organisations, ask for water.

Signed by:

1. Valley Water Committee
2. Friends of the Upper Springs
3. Farmers of the Plain
"""
DEADLINE = 150.0


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, Path, subprocess.Popen[bytes]]]:
    inbox, out = tmp_path / "inbox", tmp_path / "out"
    inbox.mkdir()
    (inbox / "first.txt").write_text(LETTER, encoding="utf-8")
    env = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    command = [sys.executable, "-m", "flows.cli", "serve", "--inbox", str(inbox), "--out", str(out), "--interval", "12"]
    with (tmp_path / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, env=env, stdout=log, stderr=log)
    try:
        yield inbox, out, process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def wait_for(what: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + DEADLINE
    while not what():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.5)


def whole_runs(out: Path) -> list[Path]:
    return sorted(out.glob("runs/[0-9]*/run.json"))


def test_three_scheduled_runs_with_a_letter_added_between_them(
    served: tuple[Path, Path, subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    inbox, out, process = served
    log = tmp_path / "log.txt"
    wait_for(lambda: len(whole_runs(out)) >= 1, process, log)
    (inbox / "second.txt").write_text(LETTER.replace("1,200", "1,300"), encoding="utf-8")
    already = len(whole_runs(out))
    wait_for(lambda: len(whole_runs(out)) >= max(3, already + 2), process, log)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0, log.read_text()

    records = [json.loads(path.read_text()) for path in whole_runs(out)]
    assert [len(record["inputs"]) for record in (records[0], records[-1])] == [1, 2]
    assert (out / "latest" / "index.html").is_file()
    assert (out / "latest").resolve().name == records[-1]["run_id"]
    assert "Traceback" not in log.read_text()
