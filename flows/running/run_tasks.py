"""The tasks of a run: thin, over plain functions. Prefect gives what they need around them: retries, a record of each,
isolation of a failed batch.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.runtime import task_run

from claims.model import Field
from claims.readers.finding import FoundLetter
from expectations.check import check_between as checked_between
from expectations.model import CheckedLetter, Finding, RuleSettings
from flows import steps
from flows.command_line.progress import counting
from flows.laid.gists import Gist
from flows.laid.known_letters import Reading, known_before, laid_batch
from flows.laid.laid_letters import forget_read
from flows.running import publishing
from flows.running.away import came_home, came_whole, made_away, sent_away, with_bytes, workers_are_away
from flows.running.letter_files import Made, Making, Order, make_all
from flows.running.run_progress import followed
from flows.state.wholes import Whole
from reports.model import Problem
from sources.model import ReferenceTable

BATCH, LARGE, MOST = 50, 200, 100
"""Letters a task: so many at least; a tenth of them, but no more than `LARGE`; more only where there would be more than
`MOST` tasks of a kind. A task costs Prefect as much as some four letters: a run of any size is two hundred at most.
"""
TRIES = 3
_UNDER_WAY = 16
"""Batches of letters that are with machines elsewhere at once."""
_TASK: dict[str, Any] = {"cache_policy": NO_CACHE, "persist_result": False}


@task(name="load references", retries=TRIES - 1, retry_delay_seconds=10, **_TASK)
def load_references(where: str | None) -> tuple[ReferenceTable | None, Field, list[Problem]]:
    """A database that does not answer is asked again; a file that is at fault is no better the second time."""
    loaded = steps.load_references(where)
    if loaded[0] is None and steps.is_far(where) and task_run.run_count < TRIES:
        raise ConnectionError(loaded[2][0].message)
    return loaded


@task(name="check a batch of letters", task_run_name="letters {first} to {last}", **_TASK)
def check_batch(
    first: int, last: int, batch: Whole[Sequence[FoundLetter]], reading: Whole[Reading]
) -> Whole[list[Gist | Problem]]:
    return Whole(laid_batch(batch.value, reading.value))


@task(name="check a batch of letters", task_run_name="letters {first} to {last}", **_TASK)
def check_batch_away(
    first: int, last: int, batch: Whole[Sequence[FoundLetter]], reading: Whole[Reading]
) -> Whole[list[CheckedLetter | Problem]]:
    told = reading.value
    shelf = told.shelf()
    return Whole([told.check(one, shelf) for one in batch.value])


@task(name="check across letters", **_TASK)
def check_between(gists: Whole[list[Gist]], field: Whole[Field], rules: Whole[RuleSettings]) -> tuple[Finding, ...]:
    found = checked_between([one.extraction() for one in gists.value], field.value, rules.value)
    forget_read()
    return found


@task(name="gate and publish", **_TASK)
def publish(folder: Path, published: Whole[publishing.Published], record: Whole[dict[str, Any]]) -> dict[str, Any]:
    return publishing.publish_all(folder, published.value, record.value)


def check_letters(found: Sequence[FoundLetter], reading: Reading) -> tuple[list[Gist], list[Problem]]:
    """Every letter checked and laid on the disk, in batches side by side, in the order given; those that could not be
    are problems.

    Those that were kept whole are told here: to a worker and back is further than to the disk.
    """
    away = workers_are_away()
    known = [None] * len(found) if away else known_before(found, reading)
    wanted = [one for one, before in zip(found, known, strict=True) if before is None]
    fresh = iter(_checked_anew(wanted, reading, away=away))
    results = [next(fresh) if before is None else before for before in known]
    problems = [one for one in results if isinstance(one, Problem)]
    return [one for one in results if isinstance(one, Gist)], problems


def _checked_anew(found: Sequence[FoundLetter], reading: Reading, *, away: bool) -> Iterator[Gist | Problem]:
    told = Whole(replace(reading, kept=None) if away else reading, shared=True)
    futures: deque[tuple[Sequence[FoundLetter], PrefectFuture[Any]]] = deque()
    first, check = 1, check_batch_away if away else check_batch
    with counting(len(found), "letters") as done, followed(len(found)) as step:
        for batch in steps.batches(found, batch_size(len(found))):
            last = first + len(batch) - 1
            sent = with_bytes(batch) if away else batch
            futures.append((sent, check.submit(first, last, Whole(sent), told)))
            first = last + 1
        while futures:  # one after the other let go of: a future holds its results
            sent, future = futures.popleft()
            results = _settled(sent, future)
            yield from came_whole(sent, found, results, reading) if away else results
            done(len(sent))
            step(len(sent))


def batch_size(letters: int) -> int:
    """Letters a task."""
    return max(BATCH, min(LARGE, -(-letters // 10)), -(-letters // MOST))


@task(name="make the files of letters", task_run_name="files of letters {first} to {last}", **_TASK)
def make_batch(first: int, last: int, orders: Whole[Sequence[Order]], making: Whole[Making]) -> Whole[list[Made]]:
    make = make_all if making.value.folder else made_away
    return Whole(make(orders.value, making.value))


def make_files(orders: Sequence[Order], making: Making) -> list[Made]:
    """The files of letters made in batches side by side; a batch that was lost is made here."""
    away = workers_are_away()
    told = Whole(replace(making, folder="", aside="") if away else making, shared=True)
    waiting: deque[tuple[Sequence[Order], PrefectFuture[Any]]] = deque()
    made: list[Made] = []
    first = 1
    with counting(len(orders), "pages") as done:

        def settle() -> None:
            batch, future = waiting.popleft()
            future.wait()
            of_batch = future.result().value if future.state.is_completed() else make_all(batch, making)
            made.extend(came_home(of_batch, making) if away else of_batch)
            done(len(batch))

        for batch in steps.batches(orders, batch_size(len(orders))):
            last = first + len(batch) - 1
            while away and len(waiting) >= _UNDER_WAY:  # letters that are sent whole are in memory until they are back
                settle()
            sent = sent_away(batch, Path(making.folder)) if away else batch
            waiting.append((batch, make_batch.submit(first, last, Whole(sent), told)))
            first = last + 1
        while waiting:
            settle()
    return made


def _settled(batch: Sequence[FoundLetter], future: PrefectFuture[Any]) -> list[Any]:
    """The results of a batch; of a batch that was lost (a worker killed), each letter is named as a problem."""
    future.wait()
    if future.state.is_completed():
        return list(future.result().value)
    why = future.state.message
    what = f"was not checked: its batch was lost ({why}); run again, with fewer --workers if memory is short"
    return [Problem(path=str(found.path), message=what) for found in batch]
