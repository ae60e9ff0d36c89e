"""Processes of a pool that end when the run that started them does, also when it was killed."""

from __future__ import annotations

import multiprocessing
import os
import threading


def end_with_parent() -> None:
    """The initializer of a pool's process: from now on it ends with the process that spawned it.

    A process of a pool waits for work at a pipe whose other end it holds itself, so it never sees that nobody will
    send any more.
    """
    threading.Thread(target=_end_when_alone, name="ends with its parent", daemon=True).start()


def _end_when_alone() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # at a pipe that the parent alone holds: it closes however the parent ends
        os._exit(1)
