"""The flow behind `crossfoot report` and `crossfoot serve`.

Thin tasks over plain functions: references, one task a batch of letters, gate, publish (`flows.running.run_tasks`).
Prefect gives what they need around them: retries, a record of every run, isolation of a failed batch, artifacts,
schedules. No type is defined here, because Prefect loads this file under a name of its own when a deployment runs it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger

from claims.language.choosing import AUTO
from flows.notices.run_metrics import measured
from flows.run_folders.runs import Layout
from flows.running import run_announced
from flows.running.asked import Asked
from flows.running.one_run import one_run
from flows.running.remembering import REMEMBERED
from flows.serving import end_told
from flows.state.missed_runs import CHECK, overtaken
from flows.state.one_at_a_time import RUN, alone


@flow(
    name=CHECK,
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
    remember: int = REMEMBERED,
    run_name: str = "of a folder of letters",
    ocr: bool = False,
    pasted: str | None = None,
    pages: str | None = None,
    cache: bool = True,
    notify: list[str] | None = None,
    site: str | None = None,
    metrics: str | None = None,
) -> Any:
    """Check every letter under `paths` and publish the run under `out`; another run under way there is waited for.

    The final state's name and message say what happened (`flows.running.run_announced`). Its data are
    `run_id`, `folder`, the counts, the `problems` as (path, message) and the tables that `failed_gates`, all plain
    values. Raises only where
    nothing can be published at all. Parameters are of built-in types alone: a deployment loads this file under a name
    by which no other type can be resolved.
    """
    layout = Layout(out=Path(out))
    layout.prepare()
    log, began = get_run_logger(), datetime.now(UTC)
    asked = Asked(
        paths=paths,
        references=references,
        rules=rules,
        as_known=as_known,
        language=language,
        keep=keep,
        remember=remember,
        ocr=ocr,
        pasted=pasted,
        pages=pages,
        cache=cache,
        notify=notify or [],
        site=site,
    )
    notes: list[str] = []
    with alone(layout.state / RUN, lambda who: log.warning("%s is at work on %s; this run waits for it", who, out)):
        if (earlier := overtaken(layout, paths)) is not None:
            return run_announced.overtaken_by(earlier)
        with measured(metrics, layout.out, began, notes.append) as done:
            summary = one_run(layout, asked, notes.append) | {"notes": notes}
            done(summary)
    run_announced.log_lines(log, summary)
    end_told(CHECK, run_announced.message(summary), run_announced.told(summary), layout.state)
    return run_announced.state_of(summary)
