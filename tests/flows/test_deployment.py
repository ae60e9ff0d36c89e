"""Against a Prefect server of one's own: the steps of docs/operate.md for a work pool, and names that are taken."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.factories.prefect_servers import started

ROOT = Path(__file__).parents[2]
LETTER = "Open letter\n\n12 March 2022\n\nDear minister,\n\nThe drought has displaced at least 1,200 people.\n"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A Prefect server on this machine, and the environment in which commands find it."""
    with started(tmp_path_factory.mktemp("prefect")) as environment:
        yield environment


def _run(environment: dict[str, str], *command: str, cwd: Path = ROOT, **more: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=environment | more,
        check=False,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def _tried(environment: dict[str, str], command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, check=False, capture_output=True, text=True, timeout=200
    )


def _asked(environment: dict[str, str], path: str, body: Any) -> Any:
    request = urllib.request.Request(
        environment["PREFECT_API_URL"] + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_the_steps_for_a_work_pool(environment: dict[str, str], tmp_path: Path) -> None:
    inbox, out = tmp_path / "inbox", tmp_path / "out"
    inbox.mkdir()
    (inbox / "a.txt").write_text(LETTER)
    (inbox / "b.txt").write_bytes(bytes(range(256)) * 8)
    told = {"CROSSFOOT_INBOX": str(inbox), "CROSSFOOT_OUT": str(out), "CROSSFOOT_POOL": "letters"}
    _run(environment, "prefect", "work-pool", "create", "letters", "--type", "process")
    _run(environment, "prefect", "deploy", "--all", "--prefect-file", str(ROOT / "prefect.yaml"), **told)
    _run(environment, "prefect", "deployment", "run", "fact-check/nightly")
    _run(environment, "prefect", "worker", "start", "--pool", "letters", "--run-once", cwd=tmp_path)
    (run,) = [one for one in _asked(environment, "/flow_runs/filter", {}) if one["state"]["type"] != "SCHEDULED"]
    assert (run["state"]["name"], run["state"]["message"]) == ("UnreadableLetters", "1 letter, 1 item, 1 unreadable")
    assert json.loads((out / "latest" / "run.json").read_text())["letters"] == 1
    keys = {one["key"] for one in _asked(environment, "/artifacts/filter", {})}
    assert keys == {"crossfoot-run", "crossfoot-letters-001", "crossfoot-progress"}
    lines = [one["message"] for one in _asked(environment, "/logs/filter", {})]
    assert any("b.txt" in line and "not text" in line for line in lines), lines


def test_a_name_that_is_taken_is_refused(environment: dict[str, str], tmp_path: Path) -> None:
    for name in ("n/inbox", "s/inbox"):
        (tmp_path / name).mkdir(parents=True)
    serve = ["-m", "flows.cli", "serve", "--interval", "900", "--timezone", "Europe/Berlin"]
    first = [*serve, "--inbox", str(tmp_path / "n" / "inbox"), "--out", str(tmp_path / "first")]
    second = [*serve, "--inbox", str(tmp_path / "s" / "inbox"), "--out", str(tmp_path / "second")]
    with subprocess.Popen([sys.executable, *first], cwd=ROOT, env=environment, stderr=subprocess.PIPE) as served:
        assert served.stderr is not None
        line = served.stderr.readline().decode()
        try:
            assert "serving fact-check/inbox at" in line
            assert "Europe/Berlin" in line
            done = subprocess.run(
                [sys.executable, *second],
                cwd=ROOT,
                env=environment,
                check=False,
                capture_output=True,
                text=True,
                timeout=200,
            )
            assert done.returncode == 2
            assert "--name inbox: is taken on this Prefect server" in done.stderr
            assert str(tmp_path / "first") in done.stderr
        finally:
            served.terminate()
            served.wait(timeout=60)


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [("--timezone", "Nowhere/Town", "is no time zone"), ("--cron", "every night", "is no cron line")],
)
def test_what_is_no_schedule_is_refused(
    environment: dict[str, str], tmp_path: Path, option: str, value: str, says: str
) -> None:
    command = ["-m", "flows.cli", "serve", "--inbox", str(tmp_path), "--out", str(tmp_path / "out")]
    done = _tried(environment, [*command, option, value])
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr
