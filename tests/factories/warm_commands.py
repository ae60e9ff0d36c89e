"""Commands of crossfoot, each in a process of its own that begins with the big libraries imported.

One process imports Prefect, pandas and Great Expectations, and forks for each command: what a command does is what it
does in a process started from nothing, but for some seconds of imports. Tests that start one from nothing prove those.
"""

from __future__ import annotations

import json
import os
import runpy
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class WarmCommands:
    """Runs `python -m flows WORDS …`. Prefect's settings are those of the environment it was started with."""

    def __init__(self, process: subprocess.Popen[str], environment: Mapping[str, str], folder: Path) -> None:
        self._process, self._environment, self._folder = process, environment, folder

    def __call__(
        self, *words: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None, timeout: float = 600
    ) -> subprocess.CompletedProcess[str]:
        """What `subprocess.run` with captured text would give."""
        said = {name: str(self._folder / name) for name in ("stdout", "stderr")}
        environment = dict(self._environment if env is None else env)
        order = {"words": words, "cwd": str(cwd), "environment": environment, **said}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(order), file=self._process.stdin, flush=True)
        if not select.select([self._process.stdout], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired(list(words), timeout)
        code = int(self._process.stdout.readline())
        texts = {name: Path(path).read_text(encoding="utf-8") for name, path in said.items()}
        return subprocess.CompletedProcess(list(words), code, **texts)


@contextmanager
def warmed(environment: Mapping[str, str], folder: Path) -> Iterator[WarmCommands]:
    """A process that forks for commands; its files are in `folder`."""
    command = [sys.executable, __file__]
    environment = {**environment, "PYTHONPATH": str(ROOT)}
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, start_new_session=True, **pipes) as process:
        try:
            yield WarmCommands(process, environment, folder)
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def _serve() -> None:
    """Carry out orders, a line of JSON each, until there are no more; answers with exit codes."""
    from flows.prefect_home import quiet

    quiet()  # as every command that is waited for does before it imports Prefect
    import expectations.suites.run  # noqa: F401
    import flows.cli
    import flows.fact_check  # noqa: F401

    while line := sys.stdin.readline():
        child = os.fork()
        if not child:
            _carry_out(json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _carry_out(order: dict[str, Any]) -> None:
    """Be the command: its output, folder and environment, and its end by SystemExit."""
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(order[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv[:] = ["crossfoot", *order["words"]]
    runpy.run_module("flows", run_name="__main__", alter_sys=True)
    sys.exit(0)


if __name__ == "__main__":
    _serve()
