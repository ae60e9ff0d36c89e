"""How far a run of a schedule has come: Prefect's progress artifact, which its pages draw as a bar."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

KEY = "crossfoot-progress"
_PAUSE = 5.0


@contextmanager
def followed(total: int, clock: Callable[[], float] = time.monotonic) -> Iterator[Callable[[int], None]]:
    """What is called with the number of letters that are done. Only a run of a deployment is followed, and its bar is
    moved every five seconds at most; a bar that cannot be drawn costs the run nothing.
    """
    from prefect.runtime import deployment

    if not deployment.id or not total:
        yield lambda _: None
        return
    bar, done, moved = _begun(total), 0, clock()

    def step(more: int) -> None:
        nonlocal done, moved
        done += more
        if clock() - moved >= _PAUSE:
            moved = clock()
            _move(bar, 100 * done / total)

    yield step
    _move(bar, 100.0)


def _begun(total: int) -> Any:
    from prefect.artifacts import create_progress_artifact

    with suppress(Exception):
        return create_progress_artifact(0.0, key=KEY, description=f"{total:,} letters, read and checked")
    return None


def _move(bar: Any, percent: float) -> None:
    from prefect.artifacts import update_progress_artifact

    with suppress(Exception):
        if bar is not None:
            update_progress_artifact(bar, percent)
