"""The schedule, for real: a run that was missed, three scheduled runs, a letter added between them; who is told, the
figures for a monitor, the log as JSON.
"""

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

from tests.factories.listening import Listening, web_server

LETTER = """Open letter on the wells of the valley

12 March 2022

Dear minister,

The drought has displaced at least 1,200 people since October 2021. We, the undersigned 3 organisations, ask for water.

Signed by:

1. Valley Water Committee
2. Friends of the Upper Springs
3. Farmers of the Plain
"""
DEADLINE = 600.0  # of a machine that many others use; a run there takes a minute


@pytest.fixture
def hook() -> Iterator[Listening]:
    with web_server() as server:
        yield server


@pytest.fixture
def served(tmp_path: Path, hook: Listening) -> Iterator[tuple[Path, Path, subprocess.Popen[bytes]]]:
    inbox, out = tmp_path / "inbox", tmp_path / "out"
    inbox.mkdir()
    (inbox / "first.txt").write_text(LETTER, encoding="utf-8")
    (out / "state").mkdir(parents=True)
    (out / "state" / "due-fact-check").write_text("2026-01-05T03:00:00+00:00")  # a night that nothing served
    env = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    env["HOOK"] = f"json://127.0.0.1:{hook.port}/"
    command = [sys.executable, "-m", "flows.cli", "serve", "--inbox", str(inbox), "--out", str(out), "--interval", "12"]
    command += ["--log-format", "json", "--metrics", str(tmp_path / "crossfoot.prom"), "--notify", "env:HOOK"]
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


def runs_told(log: Path) -> list[str]:
    """The runs that the log tells of, in lines that are whole."""
    lines = [line for line in log.read_text().splitlines(keepends=True) if line.endswith("\n")]
    return [told["run_id"] for line in lines if "run_id" in (told := json.loads(line))]


def test_three_scheduled_runs_with_a_letter_added_between_them(
    served: tuple[Path, Path, subprocess.Popen[bytes]], tmp_path: Path, hook: Listening
) -> None:
    inbox, out, process = served
    log = tmp_path / "log.txt"
    wait_for(lambda: len(runs_told(log)) >= 1, process, log)
    (inbox / "second.txt").write_text(LETTER.replace("1,200", "1,300"), encoding="utf-8")
    already = len(whole_runs(out))
    # What is waited for is told last of a run: one stopped between its place and that is no run that was told.
    wait_for(lambda: len(runs_told(log)) >= max(3, already + 2), process, log)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0, log.read_text()

    told_of = runs_told(log)
    records = [record for path in whole_runs(out) if (record := json.loads(path.read_text()))["run_id"] in told_of]
    assert [len(record["inputs"]) for record in (records[0], records[-1])] == [1, 2]
    assert (out / "latest" / "index.html").is_file()
    assert (out / "latest").resolve().name in {path.parent.name for path in whole_runs(out)[-2:]}
    assert "Traceback" not in log.read_text()

    told = [json.loads(line) for line in log.read_text().splitlines()]
    assert all({"at", "level", "logger", "message"} <= set(line) for line in told)
    (began,) = [line for line in told if line["message"] == "serving"]
    assert began["missed"] == "2026-01-05T03:00:00+00:00"
    assert told_of == [record["run_id"] for record in records]
    assert [path.parent.name for path in whole_runs(out)][: len(told_of)] == told_of
    first, second = [one["title"] for one in hook.got]  # of all these runs, two had something new
    assert first.startswith("crossfoot: 1 item")
    assert second.startswith("crossfoot: new: ")
    assert "crossfoot_run_letters" in (tmp_path / "crossfoot.prom").read_text()
