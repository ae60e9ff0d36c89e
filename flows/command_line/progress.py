"""How far a long command has come: letters done, a second, and the time left. For a person at a terminal alone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

FEWEST = 20
"""Letters below which nobody waits."""

_T = TypeVar("_T")


def over(things: Sequence[_T], what: str) -> Iterator[_T]:
    """`things`, one after the other, counted as they are done."""
    with counting(len(things), what) as done:
        for thing in things:
            yield thing
            done(1)


@contextmanager
def counting(total: int, what: str) -> Iterator[Callable[[int], None]]:
    """What is called with the number of letters that are done; it shows nothing where no terminal looks on."""
    if total < FEWEST or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=total, rate="")

        def done(more: int) -> None:
            shown.advance(task, more)
            speed = shown.tasks[0].speed
            shown.update(task, rate=f"{speed:,.0f} a second" if speed else "")

        yield done
