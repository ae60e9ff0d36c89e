"""Against a Prefect server of one's own: the steps of docs/operate.md for a work pool, and names that are taken."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
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


_COMMANDS = """
import json, sys
from prefect.cli import app
for words in json.loads(sys.argv[1]):
    sys.argv = ["prefect", *words]
    try:
        app()
    except SystemExit as end:
        if end.code:
            raise
"""


def _prefect(environment: dict[str, str], *commands: list[str], cwd: Path = ROOT) -> str:
    """Commands of Prefect's one after the other, in one process: its start takes longer than they do."""
    done = subprocess.run(
        [sys.executable, "-c", _COMMANDS, json.dumps(commands)],
        cwd=cwd,
        env=environment,
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


def _steps(heading: str) -> list[list[str]]:
    """The lines of the code blocks under a heading of the page, in words."""
    page = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    blocks = re.findall(r"^```\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]


MAPPING = """
name: watch
url: {url}
format: csv
figure:
  measure_id: people_killed
  producer_id: aapp
  place: {{field: place}}
  period_start: {{field: from}}
  period_end: {{field: to}}
  value: {{field: people}}
  unit: person
  published_by: Watch
  title: Figures for a test
  as_printed: {{text: "{{people}} people"}}
  grade: quoted
  licence: CC0
"""
FIGURES = b"place,from,to,people\nMyanmar,2021-02-01,2022-03-01,1650\n"


class _Figures(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/csv")
        self.send_header("Content-Length", str(len(FIGURES)))
        self.end_headers()
        self.wfile.write(FIGURES)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def provider() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Figures)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/figures.csv"
    server.shutdown()
    server.server_close()


@pytest.fixture
def desk(tmp_path: Path, provider: str) -> dict[str, str]:
    """What the page's variables stand for: an inbox of a letter and a file that is none, a table, its providers."""
    for name in ("inbox", "table"):
        (tmp_path / name).mkdir()
    (tmp_path / "inbox" / "a.txt").write_text(LETTER)
    (tmp_path / "inbox" / "b.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "watch.yml").write_text(MAPPING.format(url=provider))
    (tmp_path / "pulls.toml").write_text('[[pull]]\nprovider = "generic"\nmapping = "watch.yml"\n')
    places = {"INBOX": "inbox", "OUT": "out", "TABLE": "table", "PULLS": "pulls.toml"}
    told = {f"CROSSFOOT_{name}": str(tmp_path / place) for name, place in places.items()}
    return told | {"CROSSFOOT_POOL": "letters", "CROSSFOOT_CONTAINERS": "containers"}


def test_the_steps_for_work_pools(environment: dict[str, str], desk: dict[str, str], tmp_path: Path) -> None:
    """The page's own lines, against a server: what they deploy, and what a worker makes of it. The worker that starts
    containers needs an engine for them, and is left out.
    """
    steps = _steps("On a Prefect server of your own")
    set_ = {word.partition("=")[0] for words in steps if words[0] == "export" for word in words[1:]}
    assert set_ == {"PREFECT_API_URL", *desk}
    commands = [words[1:] for words in steps if words[0] == "prefect"]
    workers = [words for words in commands if words[:2] == ["worker", "start"]]
    _prefect(environment | desk, *(words for words in commands if words not in workers))
    assert workers == [["worker", "start", "--pool", "letters"],
                       ["worker", "start", "--pool", "containers", "--type", "docker"]]  # fmt: skip
    _prefect(environment, [*workers[0], "--run-once"], cwd=tmp_path)
    runs = [one for one in _asked(environment, "/flow_runs/filter", {}) if one["state"]["type"] != "SCHEDULED"]
    ended = {one["name"]: (one["state"]["name"], one["state"]["message"]) for one in runs}
    checked = ("UnreadableLetters", "1 letter, 1 item, 1 unreadable")
    assert ended.pop(f"refresh-sources {desk['CROSSFOOT_TABLE']}") == (
        "UnreadableLetters", f"1 figure added (generic 1); {checked[1]}",
    )  # fmt: skip
    # which of two that are due at once goes first is the worker's: the other finds its work done
    assert ended
    assert all(one == checked or one[0] == "Overtaken" for one in ended.values())
    record = json.loads((tmp_path / "out" / "latest" / "run.json").read_text())
    assert (record["letters"], record["references"]) == (1, desk["CROSSFOOT_TABLE"])
    keys = {one["key"] for one in _asked(environment, "/artifacts/filter", {})}
    assert keys == {"crossfoot-run", "crossfoot-letters-001", "crossfoot-progress"}
    lines = [one["message"] for one in _asked(environment, "/logs/filter", {})]
    assert any("b.txt" in line and "not text" in line for line in lines), lines
    _what_was_deployed(environment, desk)


def _what_was_deployed(environment: dict[str, str], desk: dict[str, str]) -> None:
    found = {one["name"]: one for one in _asked(environment, "/deployments/filter", {})}
    assert set(found) == {"nightly", "weekly", "nightly-in-a-container"}
    for one in found.values():
        assert (one["tags"], bool(one["description"])) == (["crossfoot"], True)
        assert one["version"]  # ours, or in a checkout the commit that Prefect finds there
        assert [schedule["schedule"]["timezone"] for schedule in one["schedules"]] == ["UTC"]
    variables = found["nightly-in-a-container"]["job_variables"]
    assert variables["image"] == "crossfoot"
    assert variables["volumes"] == [f"{desk['CROSSFOOT_INBOX']}:/letters:ro", f"{desk['CROSSFOOT_OUT']}:/report"]


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
