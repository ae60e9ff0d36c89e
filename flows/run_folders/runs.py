"""The folder of a run: built aside, moved into place whole, `latest` switched to it by one rename.

    out/runs/<run_id>/   a whole run          out/latest -> runs/<run_id>
    out/state/           what outlives runs: Prefect's home, decisions, caches

A run that is killed leaves a hidden folder `runs/.<run_id>.partial` and the last good `latest`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from claims.quick_records import dataclass

RECORD = "run.json"
_DAY = 86_400.0
_MOMENT = "%Y%m%dT%H%M%S.%fZ"
_RUN_NAME = re.compile(r"\A\d{8}T\d{6}\.\d{6}Z-\d+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a run's things stand under `--out`."""

    out: Path

    @property
    def runs(self) -> Path:
        return self.out / "runs"

    @property
    def state(self) -> Path:
        return self.out / "state"

    @property
    def own_sources(self) -> Path:
        """Rows that editors add in a review to what the packaged table holds."""
        return self.state / "sources"

    @property
    def latest(self) -> Path:
        return self.out / "latest"

    def prepare(self) -> None:
        """Make the folders. Raises CrossfootError where `out` cannot be written."""
        try:
            self.runs.mkdir(parents=True, exist_ok=True)
            self.state.mkdir(parents=True, exist_ok=True)
            with suppress(PermissionError):  # somebody else's folder that we may write to
                self.state.chmod(0o700)  # decisions, letters in Prefect's database, caches: the owner's alone
        except OSError as error:
            raise CrossfootError(
                str(self.out), f"cannot be written ({error.strerror}); name another with --out"
            ) from None

    def partial(self, run_id: str) -> Path:
        """The folder a run is built in."""
        return self.runs / f".{run_id}.partial"


def new_run_id(now: datetime | None = None) -> str:
    """A name that sorts by time and that no other run here has: UTC to the microsecond, and the process id."""
    return f"{(now or datetime.now(UTC)).strftime(_MOMENT)}-{os.getpid()}"


@contextmanager
def building(layout: Layout, run_id: str) -> Iterator[Path]:
    """The folder to build a run in; on success it becomes `runs/<run_id>` and `latest`, on failure it is removed."""
    partial = layout.partial(run_id)
    partial.mkdir(parents=True, exist_ok=True)  # the letters' bytes are kept in it before the run is published
    try:
        yield partial
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    partial.rename(layout.runs / run_id)
    _point_latest(layout, run_id)


def _point_latest(layout: Layout, run_id: str) -> None:
    fresh = layout.out / f".latest.{run_id}"
    fresh.symlink_to(Path("runs") / run_id, target_is_directory=True)
    fresh.replace(layout.latest)


def run_record(layout: Layout, run_id: str) -> dict[str, Any]:
    """The `run.json` of a whole run. Raises OSError, ValueError where it cannot be read."""
    record: dict[str, Any] = json.loads((layout.runs / run_id / RECORD).read_text(encoding="utf-8"))
    return record


def whole_runs(layout: Layout) -> list[str]:
    """The ids of the runs whose folders are kept, the oldest first."""
    return sorted(path.name for path in layout.runs.iterdir() if path.is_dir() and _RUN_NAME.match(path.name))


def kept_since(layout: Layout) -> float:
    """When the oldest run that is kept read its letters (seconds since 1970), or the one whose pages it has again."""
    oldest = next(iter(whole_runs(layout)), None)
    if oldest is None:
        return 0.0
    try:
        as_run = str(run_record(layout, oldest).get("as_run") or oldest)
        return datetime.strptime(as_run.partition("-")[0], _MOMENT).replace(tzinfo=UTC).timestamp()
    except (OSError, ValueError):
        return 0.0


def retire(layout: Layout, keep: int) -> list[str]:
    """Remove the oldest whole runs beyond `keep`, never the latest, and what runs killed over a day ago left."""
    latest = layout.latest.resolve().name
    whole = whole_runs(layout)
    old = [name for name in whole[: max(0, len(whole) - keep)] if name != latest]
    left = [p.name for p in layout.runs.glob(".*.partial") if time.time() - p.stat().st_mtime > _DAY]
    for name in [*old, *left]:
        shutil.rmtree(layout.runs / name, ignore_errors=True)
    return [*old, *left]
