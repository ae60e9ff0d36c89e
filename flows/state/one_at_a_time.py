"""One run at a time for one `--out`, by a lock of the system's that ends with the process, however it ends.

A record lock belongs to the process that took it: what a killed run started does not hold it on. Threads of one process
are kept apart by a lock of Python's.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import IO

RUN, SERVE = "run.lock", "serve.lock"
_PAUSE = 0.2
_OURS: dict[str, Lock] = defaultdict(Lock)


@contextmanager
def alone(path: Path, waiting: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock file `path` for the block; `waiting` is called once with who holds it, if somebody does."""
    told = False
    while (held := _taken(path)) is None:
        if not told:
            waiting(holder(path))
            told = True
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _release(path, held)


@contextmanager
def at_once(path: Path, refuse: Callable[[str], Exception]) -> Iterator[None]:
    """Hold the lock file `path` for the block, or raise what `refuse` makes of who holds it."""
    held = _taken(path)
    if held is None:
        raise refuse(holder(path))
    try:
        yield
    finally:
        _release(path, held)


def is_held(path: Path) -> bool:
    """Whether somebody holds the lock file `path` now."""
    if not path.exists():
        return False
    held = _taken(path)
    if held is not None:
        _release(path, held)
    return held is None


def holder(path: Path) -> str:
    """Who holds the lock, as its file says: "process 123"."""
    with suppress(OSError):
        return f"process {path.read_text(encoding='ascii', errors='replace').strip() or 'unknown'}"
    return "another process"


def _taken(path: Path) -> IO[bytes] | None:
    own = _OURS[str(path.resolve())]
    if not own.acquire(blocking=False):
        return None
    file = path.open("ab")
    try:
        _lock(file)
    except OSError:
        file.close()
        own.release()
        return None
    except BaseException:
        own.release()
        raise
    file.truncate(0)
    file.write(str(os.getpid()).encode())
    file.flush()
    return file


def _lock(file: IO[bytes]) -> None:
    try:
        import fcntl
    except ImportError:  # no record locks there: threads of one process are kept apart all the same
        return
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _release(path: Path, held: IO[bytes]) -> None:
    held.truncate(0)
    held.close()
    _OURS[str(path.resolve())].release()
