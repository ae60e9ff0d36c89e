"""Prefect's settings, its home and its server, arranged before Prefect is imported: quiet, private, cheap.

A server that is already configured (`PREFECT_API_URL`, or the active profile of the user's Prefect home) is used as it
is. Else one is started for the run on a free port of this machine, on a home inside the project's state folder, and
stopped after it. It starts while this process imports its libraries, and on a home that was migrated before it skips
the migrations.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path

from claims.errors import CrossfootError

_QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLI_PROMPT": "false",
}
# What a server that lives for one run does not need; the scheduler of `crossfoot serve` does need its services.
_LEAN_SERVER = {
    "PREFECT_UI_ENABLED": "0",
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT__SERVER_FINAL": "1",
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_PAUSE_EXPIRATIONS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_CANCELLATION_CLEANUP_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_FOREMAN_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_REPOSSESSOR_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
}
# What a server that lives for months keeps: logs, artifacts and parameters of runs go after Prefect's ninety days.
_LASTING_SERVER = {"PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs"}
_START_TIMEOUT = 120.0
_LEAST_ROOM = 4_000_000  # bytes; its database alone takes more
FULL_WORDS = ("disk is full", "no space left on device", "disk quota exceeded")


def quiet(level: str = "CRITICAL") -> None:
    """Telemetry off, logs from `level` on, unless the user set these variables.

    Prefect prints a traceback for each layer a fault passes; where a run is waited for, ours is told once, in a line
    (`flows.cli`). Nobody waits for a scheduled run: there its errors are logged.
    """
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", level)
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)


def configured_server() -> str | None:
    """The API address the user has configured, in the environment or the active Prefect profile; else `None`."""
    if address := os.environ.get("PREFECT_API_URL"):
        return address
    home = Path(os.environ.get("PREFECT_HOME", Path.home() / ".prefect"))
    profiles = Path(os.environ.get("PREFECT_PROFILES_PATH", home / "profiles.toml"))
    try:
        content = tomllib.loads(profiles.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return None
    active = os.environ.get("PREFECT_PROFILE") or content.get("active")
    address = content.get("profiles", {}).get(active, {}).get("PREFECT_API_URL")
    return str(address) if address else None


@contextmanager
def server(state: Path, *, lean: bool = True, ui: bool = False) -> Iterator[ServerStart]:
    """A Prefect API for the time of the block, configured or our own; call `ready()` before the first flow runs.

    `lean` leaves out what only schedules need; `ui` adds Prefect's pages. Raises CrossfootError when the server does
    not come up.
    """
    if lean:
        quiet()
    else:  # nobody waits for a scheduled run: its log goes to the server, errors to the terminal too
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "ERROR")
        quiet("INFO")
    if address := configured_server():
        yield ServerStart(address, None, None)
        return
    home = (state / "prefect").resolve()
    home.mkdir(parents=True, exist_ok=True)
    with suppress(PermissionError):
        home.chmod(0o700)
    os.environ["PREFECT_HOME"] = str(home)
    started = _start(home, lean=lean, ui=ui)
    try:
        yield started
    finally:
        started.stop()


class ServerStart:
    """A server that is coming up, or one that was there before (`process` is None)."""

    def __init__(self, address: str, process: subprocess.Popen[bytes] | None, home: Path | None) -> None:
        self.address = address
        self._process = process
        self._home = home

    def ready(self) -> str:
        """Wait until the API answers; returns its address. Raises CrossfootError if it does not within two minutes."""
        if self._process is None:
            return self.address
        deadline = time.monotonic() + _START_TIMEOUT
        while time.monotonic() < deadline and self._process.poll() is None:
            if answers(self.address):
                _remember_migration(self._home)
                return self.address
            time.sleep(0.05)
        raise CrossfootError(str(self._home), _why_not_started(self._home))

    def stop(self) -> None:
        """Stop the server if it is ours, and reap it."""
        if self._process is None:
            return
        if self._process.stdin:
            self._process.stdin.close()
        self._process.terminate()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _why_not_started(home: Path | None) -> str:
    """A disk without room leaves no room for a log either, so that it is asked itself."""
    with suppress(OSError):
        if home is not None and shutil.disk_usage(home).free < _LEAST_ROOM:
            return "the Prefect server did not start: no space is left on this disk; make room, or name another --out"
    return "the Prefect server did not start; see server.log there, or remove this folder and run again"


def _start(home: Path, *, lean: bool, ui: bool) -> ServerStart:
    port = _free_port()
    address = f"http://127.0.0.1:{port}/api"
    shown = {"PREFECT_UI_ENABLED": "1" if ui else "0"} | _LASTING_SERVER
    env = {**os.environ, "PREFECT_HOME": str(home), **(_LEAN_SERVER if lean else shown)}
    if _migrated(home):
        env["PREFECT_API_DATABASE_MIGRATE_ON_START"] = "false"
    command = [sys.executable, "-m", "flows.api_server", str(port)]
    with (home / "server.log").open("wb") as log:
        # In a session of its own, so that Ctrl-C reaches us first and we can end the run before the server goes.
        process = subprocess.Popen(  # noqa: S603 - our own interpreter
            command, env=env, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True
        )
    os.environ["PREFECT_API_URL"] = address
    os.environ["CROSSFOOT_OWN_SERVER"] = "1"
    return ServerStart(address, process, home)


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Whether a Prefect API answers at the address."""
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _mark(home: Path) -> Path:
    return home / f"migrated-{version('prefect')}"


def _migrated(home: Path) -> bool:
    return _mark(home).exists() and (home / "prefect.db").exists()


def _remember_migration(home: Path | None) -> None:
    if home is not None:
        _mark(home).touch()
