"""`--runner dask`: two workers here, or those of a scheduler by address, give the bytes that threads give."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

from flows.running.run_tasks import BATCH
from tests.factories.warm_commands import WarmCommands

ROOT = Path(__file__).parents[2]
LETTER = """Open letter on the harbour

12 June 2024

Since the coup of 1 February 2021 at least {number} people have been killed in Myanmar. Some {boats} boats lie idle.

Signed by 2 groups:
1. Ferry Workers
2. River Watch
"""
pytestmark = pytest.mark.slow
Report = Callable[..., Path]


@pytest.fixture(scope="module", autouse=True)
def dask(missing: Callable[[str], NoReturn]) -> None:
    if find_spec("prefect_dask") is None:
        missing("prefect-dask is not installed; `make setup` installs it")


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dask") / "letters"
    folder.mkdir()
    for number in range(BATCH + 2):  # two batches
        text = LETTER.format(number=f"{4000 + number:,}", boats=number + 20)
        (folder / f"letter-{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(shared_prefect: dict[str, str]) -> Report:
    """Make a run of its own with a Prefect server that is there."""
    return lambda letters, *options: _report(shared_prefect, letters, *options)


def _report(environment: dict[str, str], letters: Path, *options: str) -> Path:
    out = letters.parent / "out"
    command = [sys.executable, "-m", "flows", "report", letters.name, "--out", str(out), "--no-cache", *options]
    done = subprocess.run(
        command, cwd=letters.parent, env=environment, capture_output=True, text=True, check=False, timeout=600
    )
    return _run_of(done, out)


def _run_of(done: subprocess.CompletedProcess[str], out: Path) -> Path:
    assert done.returncode == 1, done.stderr  # the empty letter
    assert "empty.txt" in done.stderr
    assert f"{BATCH + 2} letters" in done.stdout
    return (out / "latest").resolve()


@pytest.fixture(scope="module")
def by_threads(warm: WarmCommands, letters: Path) -> dict[str, bytes]:
    out = letters.parent / "threads"
    done = warm("report", letters.name, "--out", str(out), "--no-cache", cwd=letters.parent)
    return published(_run_of(done, out))


def published(run: Path) -> dict[str, bytes]:
    """The bytes of what depends on the letters alone: tables, pages of letters, exports, what was kept of them."""
    folders = ("tables", "letters", "exports", "inputs", "assets")
    files = [path for folder in folders for path in sorted((run / folder).rglob("*")) if path.is_file()]
    return {str(path.relative_to(run)): path.read_bytes() for path in files}


def test_a_cluster_of_two_workers_here(report: Report, letters: Path, by_threads: dict[str, bytes]) -> None:
    assert len(by_threads) > 3 * BATCH
    assert published(report(letters, "--runner", "dask", "--workers", "2")) == by_threads


def test_two_processes_here(report: Report, letters: Path, by_threads: dict[str, bytes]) -> None:
    assert published(report(letters, "--runner", "processes", "--workers", "2")) == by_threads


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A scheduler with a worker, started in a folder of their own, where no letter is."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    common = {"cwd": tmp_path, "env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    quiet = ["--no-dashboard"]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", "scheduler", "--host", "127.0.0.1", "--port", str(port), *quiet], **common
        )
    ]
    worker = [sys.executable, "-m", "dask", "worker", address, "--nthreads", "1", "--no-nanny", *quiet]
    started += [subprocess.Popen(worker, **common)]
    _wait_for_workers(address, 1)
    yield address
    for one in reversed(started):
        one.send_signal(signal.SIGTERM)
        one.wait(timeout=60)


def _wait_for_workers(address: str, wanted: int) -> None:
    from distributed import Client

    until = time.monotonic() + 120
    with Client(address, timeout=120) as client:
        while time.monotonic() < until and len(client.scheduler_info()["workers"]) < wanted:
            time.sleep(0.5)


def test_a_scheduler_by_address(report: Report, letters: Path, by_threads: dict[str, bytes], scheduler: str) -> None:
    run = report(letters, "--runner", "dask", "--dask-address", scheduler)
    assert published(run) == by_threads


def test_a_scheduler_that_is_not_there_is_told(warm: WarmCommands, letters: Path) -> None:
    away = ("--runner", "dask", "--dask-address", "tcp://127.0.0.1:9")
    done = warm("report", str(letters), "--out", str(letters.parent / "out"), *away)
    assert done.returncode == 2
    assert "--dask-address tcp://127.0.0.1:9: no Dask scheduler answers there" in done.stderr
    assert "Traceback" not in done.stderr
