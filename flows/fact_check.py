"""The flow behind `crossfoot report` and `crossfoot serve`.

Thin tasks over plain functions: references, one task a batch of letters, gate, publish. Prefect gives what they need
around them: retries, a record of every run, isolation of a failed batch, artifacts, schedules. No type is defined here,
because Prefect loads this file under a name of its own when a deployment runs it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.utilities.annotations import quote

from claims.language.choosing import AUTO
from claims.model import Field
from claims.readers.finding import FoundLetter, find_letters
from claims.readers.raw_document import Skipped
from expectations.book.switches import settings_record
from expectations.check import check_across
from expectations.model import CheckedLetter, Finding, RuleSettings
from flows import publishing, steps
from flows.kept_inputs import INPUTS
from flows.kept_secrets import references_of
from flows.runs import Layout, building, new_run_id, retire
from reports.model import Problem
from sources.model import ReferenceTable
from sources.settings import Settings
from sources.table.where import shown as shown_reference

BATCH = 50
_T = TypeVar("_T")
_TASK: dict[str, Any] = {"cache_policy": NO_CACHE, "persist_result": False}


@task(name="load references", retries=2, retry_delay_seconds=1, **_TASK)
def load_references(where: str | None) -> tuple[ReferenceTable | None, Field, list[Problem]]:
    return steps.load_references(where)


@task(
    name="check a batch of letters",
    task_run_name="letters {first} to {last}",
    retries=2,
    retry_delay_seconds=1,
    **_TASK,
)
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
) -> list[CheckedLetter | Problem]:
    shelf = steps.load_pages(pages, Path(state))
    return steps.check_all(batch, field, table, rules, comparing, language, shelf)


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
) -> dict[str, Any]:
    return publishing.publish(folder, checked, across, problems, table, record, skipped)


@flow(name="fact-check", flow_run_name="fact-check {run_name}", validate_parameters=True, persist_result=False)
def fact_check(
    paths: list[str],
    out: str = "out",
    references: str | None = None,
    rules: str | None = None,
    as_known: str | None = None,
    language: str = AUTO,
    keep: int = 30,
    run_name: str = "of a folder of letters",
    ocr: bool = False,
    pasted: str | None = None,
    pages: str | None = None,
) -> dict[str, Any]:
    """Check every letter under `paths` and publish the run under `out`.

    Returns `run_id`, `folder`, the counts, the `problems` as (path, message) and the tables that `failed_gates`, all
    plain values. Raises only where nothing can be published at all. Parameters are of built-in types alone: a
    deployment loads this file under a name by which no other type can be resolved.
    """
    began = time.perf_counter()
    layout = Layout(out=Path(out))
    layout.prepare()
    run_id = new_run_id()
    log = get_run_logger()
    references = references_of(references)
    table, field, problems = load_references(references)
    inputs = layout.partial(run_id) / INPUTS
    found, unreadable, skipped = find_letters(paths, ocr=ocr, pasted=pasted, keep=str(inputs.absolute()))
    settings, at_fault = steps.load_rules(rules)
    checked, unchecked = _check_letters(
        found,
        field,
        table,
        settings,
        steps.comparison(as_known),
        (steps.require_language(language), pages, str(layout.state)),
    )
    problems = [*problems, *at_fault, *(Problem(path=p.path, message=p.message) for p in unreadable), *unchecked]
    across = check_between(_whole(checked), _whole(field), _whole(settings))
    record = _record(run_id, paths, references, began) | {
        "rules": settings_record(settings),
        "as_known": as_known,
        "language": language,
        "pages": pages,
    }
    with building(layout, run_id) as folder:
        results = (_whole(checked), _whole(across), _whole(problems), _whole(table))
        summary = publish(folder, *results, record, _whole(skipped))
    _announce(checked, run_id)
    for name in retire(layout, keep):
        log.info("retired run %s", name)
    return {**summary, "run_id": run_id, "folder": str(layout.runs / run_id)}


def _check_letters(
    found: Sequence[FoundLetter],
    field: Field,
    table: ReferenceTable | None,
    rules: RuleSettings,
    comparing: Settings,
    reading: tuple[str, str | None, str],
) -> tuple[list[CheckedLetter], list[Problem]]:
    futures: list[tuple[Sequence[FoundLetter], PrefectFuture[Any]]] = []
    first = 1
    for batch in steps.batches(found, BATCH):
        last = first + len(batch) - 1
        whole = (_whole(batch), _whole(field), _whole(table), _whole(rules), _whole(comparing))
        futures.append((batch, check_batch.submit(first, last, *whole, *reading)))
        first = last + 1
    results: list[CheckedLetter | Problem] = []
    for batch, future in futures:
        results += _settled(batch, future)
    return steps.parted(results)


def _whole(value: _T) -> _T:
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


def _record(run_id: str, paths: list[str], references: str | None, began: float) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {
        "run_id": run_id,
        "started_at": now.isoformat(timespec="seconds"),
        "paths": paths,
        "references": shown_reference(references) if references else "packaged",
        "seconds_reading": round(time.perf_counter() - began, 3),
    }


def _announce(checked: Sequence[CheckedLetter], run_id: str) -> None:
    """One artifact a letter, under a key that stays the same from run to run, so that Prefect keeps its history."""
    for letter in checked:
        name = letter.extraction.letter.letter_id
        create_markdown_artifact(
            key=publishing.artifact_key(name),
            markdown=publishing.artifact_text(letter),
            description=json.dumps({"letter": name, "run": run_id}),
        )
