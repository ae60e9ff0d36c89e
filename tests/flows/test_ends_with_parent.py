"""A run in processes that is killed leaves none of them behind."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL
from subprocess import PIPE

ROOT = Path(__file__).parents[2]
# The runner of `report --runner processes`, with a process that has worked and waits for more.
PROGRAM = """
import os, sys
from argparse import Namespace
from flows.commands.full_report import _runner

if __name__ == "__main__":
    with _runner(Namespace(runner="processes", workers=1)) as runner:
        print(runner._executor.submit(os.getpid).result(), flush=True)
        sys.stdin.read()
"""


def test_a_process_of_a_killed_run_ends(tmp_path: Path) -> None:
    program = tmp_path / "run.py"
    program.write_text(PROGRAM, encoding="utf-8")
    env = os.environ | {"PYTHONPATH": str(ROOT), "PREFECT_HOME": str(tmp_path)}
    with subprocess.Popen([sys.executable, str(program)], env=env, stdin=PIPE, stdout=PIPE, text=True) as run:
        assert run.stdout is not None
        worker = int(run.stdout.readline())
        try:
            os.kill(worker, 0)  # it lives
            run.kill()
            run.communicate(timeout=60)  # to the end of what was printed, which the worker could go on with: it ended
        finally:
            with suppress(OSError):
                os.kill(worker, SIGKILL)
