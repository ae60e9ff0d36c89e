"""A real PostgreSQL server for the tests that keep tables, runs or decisions in one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

PASSWORD = "open-sesame"
# PostgreSQL refuses to run as root
USER = "postgres" if os.geteuid() == 0 else None


def program(name: str, missing: Callable[[str], NoReturn]) -> str:
    found = shutil.which(name) or next(iter(sorted(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")))), None)
    if found is None:
        missing("PostgreSQL is not installed; `make database-tools` installs it as root on Debian and Ubuntu")
    return found


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, user=USER, cwd=tempfile.gettempdir())
    assert done.returncode == 0, done.stderr


def running(missing: Callable[[str], NoReturn]) -> Iterator[str]:
    """A server of the tests alone on a free port, its address with the password in it."""
    initdb, control = program("initdb", missing), program("pg_ctl", missing)
    folder = Path(tempfile.mkdtemp(prefix="crossfoot-pg-"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "password").write_text(PASSWORD, encoding="utf-8")
    if USER:
        for path in (folder, folder / "password"):
            shutil.chown(path, USER)
    data, log = str(folder / "data"), str(folder / "log")
    run(
        initdb,
        "-D",
        data,
        "-U",
        "editor",
        "-A",
        "scram-sha-256",
        f"--pwfile={folder}/password",
        "--no-locale",
        "-E",
        "UTF8",
        "-N",
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    run(control, "-D", data, "-l", log, "-o", options, "-w", "start")
    try:
        yield f"postgresql+psycopg://editor:{PASSWORD}@127.0.0.1:{port}/postgres"
    finally:
        run(control, "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
