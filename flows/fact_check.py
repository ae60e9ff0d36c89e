"""The flow behind `crossfoot report` and `crossfoot serve`.

Thin tasks over plain functions: references, one task a batch of letters, gate, publish. Prefect gives what they need
around them: retries, a record of every run, isolation of a failed batch, artifacts, schedules. No type is defined here,
because Prefect loads this file under a name of its own when a deployment runs it.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger

from claims.language.choosing import AUTO
from claims.readers.finding import find_letters
from expectations.book.switches import settings_record
from expectations.model import CheckedLetter
from flows import publishing, run_announced, steps
from flows.batches.batch_tasks import as_it_is, check_between, check_letters, load_references, publish
from flows.kept_inputs import INPUTS
from flows.runs import Layout, building, new_run_id, retire
from flows.serving import end_told
from flows.state.kept_secrets import references_of
from flows.state.letter_cache import forget_unused, letter_cache
from flows.state.one_at_a_time import RUN, alone
from flows.state.unchanged import digest_of, taken_over
from reports.model import Problem
from sources.table.where import shown as shown_reference


@flow(
    name="fact-check",
    flow_run_name="fact-check {run_name}",
    description="Reads the letters of a folder, checks every figure, and publishes the report under --out.",
    version=version("crossfoot"),
    validate_parameters=True,
    persist_result=False,
)
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
    cache: bool = True,
) -> Any:
    """Check every letter under `paths` and publish the run under `out`; another run under way there is waited for.

    The final state's name and message say what happened (`flows.run_announced`). Its data are `run_id`, `folder`, the
    counts, the `problems` as (path, message) and the tables that `failed_gates`, all plain values. Raises only where
    nothing can be published at all. Parameters are of built-in types alone: a deployment loads this file under a name
    by which no other type can be resolved.
    """
    layout = Layout(out=Path(out))
    layout.prepare()
    log = get_run_logger()
    with alone(layout.state / RUN, lambda who: log.warning("%s is at work on %s; this run waits for it", who, out)):
        summary = _run(layout, paths, references, rules, as_known, language, keep, ocr, pasted, pages, cache)
    run_announced.log_lines(log, summary)
    end_told(run_announced.message(summary), summary["folder"])
    return run_announced.state_of(summary)


def _run(
    layout: Layout,
    paths: list[str],
    references: str | None,
    rules: str | None,
    as_known: str | None,
    language: str,
    keep: int,
    ocr: bool,
    pasted: str | None,
    pages: str | None,
    cache: bool,
) -> dict[str, Any]:
    began = time.perf_counter()
    run_id = new_run_id()
    references = references_of(references)
    table, field, at_fault = load_references(references)
    settings, unusable = steps.load_rules(rules)
    comparing, language = steps.comparison(as_known), steps.require_language(language)
    kept = letter_cache(layout.state, field, table, settings, comparing, language) if cache else None
    inputs = layout.partial(run_id) / INPUTS
    found = find_letters(paths, ocr=ocr, pasted=pasted, keep=str(inputs.absolute()))
    shelf = steps.load_pages(pages, layout.state)
    told = publishing.versions()
    digest = digest_of(found, kept, table, told) if kept and shelf is None and not unusable else None
    record = _record(run_id, paths, references, began) | {
        "rules": settings_record(settings),
        "as_known": as_known,
        "language": language,
        "pages": pages,
        "digest": digest,
    }
    if (before := taken_over(layout.latest, digest)) is not None:
        with building(layout, run_id) as folder:
            summary = publishing.publish_again(layout.latest.resolve(), folder, before, record)
        return _ended(layout, run_id, summary, (), at_fault=0, no_table=False, keep=keep)
    reading = (language, pages, str(layout.state), kept)
    checked, unchecked = check_letters(found.letters, field, table, settings, comparing, reading)
    unreadable = [Problem(path=one.path, message=one.message) for one in found.problems]
    problems = [*at_fault, *unusable, *unreadable, *unchecked]
    across = check_between(as_it_is(checked), as_it_is(field), as_it_is(settings))
    with building(layout, run_id) as folder:
        results = (as_it_is(checked), as_it_is(across), as_it_is(problems), as_it_is(table))
        summary = publish(folder, *results, record, as_it_is(found.skipped))
    faults = len(at_fault) + len(unusable)
    return _ended(layout, run_id, summary, checked, at_fault=faults, no_table=table is None, keep=keep)


def _ended(
    layout: Layout,
    run_id: str,
    summary: dict[str, Any],
    checked: Sequence[CheckedLetter],
    *,
    at_fault: int,
    no_table: bool,
    keep: int,
) -> dict[str, Any]:
    folder = layout.runs / run_id
    whole = {
        **summary,
        "run_id": run_id,
        "folder": str(folder),
        "no_table": no_table,
        "setup_faults": at_fault,
        "unreadable": len(summary["problems"]) - at_fault,
    }
    run_announced.announce(whole, checked, folder.absolute())
    retire(layout, keep)
    forget_unused(layout.state)
    return whole


def _record(run_id: str, paths: list[str], references: str | None, began: float) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {
        "run_id": run_id,
        "started_at": now.isoformat(timespec="seconds"),
        "paths": paths,
        "references": shown_reference(references) if references else "packaged",
        "seconds_reading": round(time.perf_counter() - began, 3),
    }
