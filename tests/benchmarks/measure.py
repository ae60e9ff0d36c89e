"""Whole processes, timed in turn: A B A B …, so that a machine whose speed drifts does not favour either."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Run:
    """Wall seconds, the largest resident set of a process in MB, and the seconds of the processors, children's too."""

    wall: float
    peak: float
    cpu: float = 0.0


def once(command: Sequence[str], *, stdin: Path | None = None, env: Mapping[str, str] | None = None) -> Run:
    """Run `command` to its end, output thrown away. Raises SystemExit naming it if it cannot be run at all."""
    with (stdin or Path(os.devnull)).open("rb") as source, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=source, stdout=subprocess.DEVNULL, stderr=errors, env={**os.environ, **(env or {})}
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        if process.returncode not in (0, 1):
            errors.seek(0)
            raise SystemExit(f"{command} exited with {process.returncode}:\n{errors.read().decode()[-2000:]}")
    return Run(wall, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def pair(ours: Sequence[str], theirs: Sequence[str], runs: int = 5) -> tuple[list[Run], list[Run]]:
    """`runs` runs of both commands in turn, after one of each that is not counted."""
    once(ours), once(theirs)
    pairs = [(once(ours), once(theirs)) for _ in range(runs)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def line(name: str, ours: Sequence[Run], theirs: Sequence[Run], bar: str) -> str:
    """One line of the report: medians, the median of the paired ratios with its range, peak memory."""
    ratios = sorted(a.wall / b.wall for a, b in zip(ours, theirs, strict=True))
    our, their = (statistics.median(run.wall for run in runs) for runs in (ours, theirs))
    spread = f"{statistics.median(ratios):5.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f})"
    peak = max(run.peak for run in ours)
    return f"{name:28} {our:6.2f} s against {their:6.2f} s   ratio {spread}   peak {peak:4.0f} MB   bar {bar}"
