"""The tasks of a run: thin, over plain functions. Prefect gives what they need around them: retries, a record of each,
isolation of a failed batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.runtime import task_run
from prefect.utilities.annotations import quote

from claims.model import Field
from claims.readers.finding import FoundLetter
from claims.readers.raw_document import Skipped
from expectations.check import check_across
from expectations.model import CheckedLetter, Finding, RuleSettings
from flows import publishing, steps
from flows.command_line.progress import counting
from flows.state.letter_cache import LetterCache
from reports.deciding.decisions import Decisions
from reports.model import Problem
from sources.model import ReferenceTable
from sources.settings import Settings

BATCH = 50
TRIES = 3
_T = TypeVar("_T")
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
    first: int,
    last: int,
    batch: Sequence[FoundLetter],
    field: Field,
    table: ReferenceTable | None,
    rules: RuleSettings,
    comparing: Settings,
    language: str,
    pages: str | None,
    state: str,
    kept: LetterCache | None,
) -> list[CheckedLetter | Problem]:
    shelf = steps.load_pages(pages, Path(state))
    return steps.check_all(batch, field, table, rules, comparing, language, shelf, kept)


@task(name="check across letters", **_TASK)
def check_between(checked: list[CheckedLetter], field: Field, rules: RuleSettings) -> tuple[Finding, ...]:
    return check_across(checked, field, rules)


@task(name="gate and publish", **_TASK)
def publish(
    folder: Path,
    checked: list[CheckedLetter],
    across: tuple[Finding, ...],
    problems: list[Problem],
    table: ReferenceTable | None,
    record: dict[str, Any],
    skipped: list[Skipped],
    decisions: Decisions,
) -> dict[str, Any]:
    return publishing.publish(folder, checked, across, problems, table, record, skipped, decisions)


def check_letters(
    found: Sequence[FoundLetter],
    field: Field,
    table: ReferenceTable | None,
    rules: RuleSettings,
    comparing: Settings,
    reading: tuple[str, str | None, str, LetterCache | None],
) -> tuple[list[CheckedLetter], list[Problem]]:
    futures: list[tuple[Sequence[FoundLetter], PrefectFuture[Any]]] = []
    first = 1
    for batch in steps.batches(found, BATCH):
        last = first + len(batch) - 1
        given = (whole(batch), whole(field), whole(table), whole(rules), whole(comparing))
        futures.append((batch, check_batch.submit(first, last, *given, *reading)))
        first = last + 1
    results: list[CheckedLetter | Problem] = []
    with counting(len(found), "letters") as done:
        for batch, future in futures:
            results += _settled(batch, future)
            done(len(batch))
    return steps.parted(results)


def whole(value: _T) -> _T:
    """`value` as a task parameter that Prefect hands on as it is, instead of searching all of it for futures."""
    return cast(_T, quote(value))


def _settled(batch: Sequence[FoundLetter], future: PrefectFuture[Any]) -> list[CheckedLetter | Problem]:
    """The results of a batch; of a batch that was lost (a worker killed), each letter is named as a problem."""
    future.wait()
    if future.state.is_completed():
        return list(future.result())
    why = future.state.message
    what = f"was not checked: its batch was lost ({why}); run again, with fewer --workers if memory is short"
    return [Problem(path=str(found.path), message=what) for found in batch]
