"""The processes of a run: how they begin, that they end when it does, and how seldom they look for garbage."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading

_SELDOM = 20_000, 20, 20


def begin_worker() -> None:
    """The initializer of a pool's process: it ends with the process that spawned it, and has loaded what it needs."""
    end_with_parent()
    import flows.running.run_tasks  # noqa: F401

    settled()


def settled() -> None:
    """What is loaded by now stays, and is no more looked through for garbage; nor is what a run makes, so often.

    A run makes records by the hundred thousand and keeps most of them: Python looks through all that it has each time
    that there is a quarter more.
    """
    gc.freeze()
    gc.set_threshold(*_SELDOM)


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
