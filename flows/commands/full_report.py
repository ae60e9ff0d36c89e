"""`crossfoot report`: the Prefect flow, run here and now, on a server that costs as little as it can."""

from __future__ import annotations

import argparse
import logging
import sys
import threading
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from flows import steps
from flows.notices.channels import channels_of
from flows.prefect_home import server
from flows.run_folders.runs import Layout
from flows.running.ends_with_parent import begin_worker, settled
from flows.state.kept_secrets import parameter_of
from flows.state.pasted_text import parameter_of_text
from flows.store.store_address import put_in_force
from reports.words.wording import counted

_TOLD = {"letters": "letter", "claims": "claim", "findings": "check", "items": "item"}
"""The counts of a run that are said at its end, in the words of its front page."""
_ANSWER = 10  # seconds in which a scheduler answers


def run_report(arguments: argparse.Namespace) -> int:
    """Run the flow over `paths` and say where the pages are; 0, or 1 if a letter or a table was at fault."""
    steps.require_rules(arguments.rules)
    put_in_force(arguments.store)
    references, channels = parameter_of(arguments.references), channels_of(arguments.notify)
    steps.load_pages(arguments.pages, Path(arguments.out) / "state")
    layout = Layout(out=Path(arguments.out))
    layout.prepare()
    with server(layout.state) as started:
        _say("starting")
        runner = _runner(arguments)
        flow = _warm_flow().with_options(task_runner=runner)
        settled()
        started.ready()
        _say("reading and checking")
        summary = _run(flow, arguments, references, channels)
        _drain_events()
    return tell(summary, layout)


def tell(summary: dict[str, Any], layout: Layout) -> int:
    """Print what a run came to; returns the exit code."""
    for problem in summary["problems"]:
        print(f"crossfoot: {problem['path']}: {problem['message']}", file=sys.stderr)
    for fault in summary["gate_faults"]:
        print(f"crossfoot: {fault}", file=sys.stderr)
    for note in summary["notes"]:
        print(f"crossfoot: {note}", file=sys.stderr)
    print(", ".join(counted(summary[name], thing) for name, thing in _TOLD.items()))
    print(f"report     {layout.latest / 'index.html'}")
    print(f"data docs  {layout.latest / 'data-docs' / 'index.html'}")
    print(f"tables     {layout.latest / 'tables'}")
    print(f"exports    {layout.latest / 'exports'}")
    return 1 if summary["problems"] or summary["failed_gates"] else 0


def _warm_flow() -> Any:
    """Import the flow and what its tasks will need, while the server starts in its own process."""
    import expectations.suites.run  # noqa: F401
    from flows.fact_check import fact_check

    return fact_check


def _runner(arguments: argparse.Namespace) -> Any:
    from prefect.task_runners import ProcessPoolTaskRunner, ThreadPoolTaskRunner

    if arguments.runner == "threads":
        return ThreadPoolTaskRunner(max_workers=arguments.workers)
    if arguments.runner == "processes":
        return ProcessPoolTaskRunner(max_workers=arguments.workers, initializer=begin_worker)
    return _dask(arguments)


def _dask(arguments: argparse.Namespace) -> Any:
    """Workers of a cluster of our own here, or those of the scheduler at an address. Raises CrossfootError."""
    try:
        from prefect_dask import DaskTaskRunner
    except ImportError:
        raise CrossfootError("--runner dask", "needs crossfoot[dask]; install that, or use processes") from None
    if not (address := arguments.dask_address):
        return DaskTaskRunner(cluster_kwargs={"n_workers": arguments.workers, "threads_per_worker": 1})
    _require_scheduler(address)
    return DaskTaskRunner(address=address)


def _require_scheduler(address: str) -> None:
    """Raise CrossfootError unless a scheduler answers at `address`, with workers."""
    from distributed import Client

    try:
        with Client(address, timeout=_ANSWER) as client:
            workers = len(client.scheduler_info()["workers"])
    except (OSError, ValueError) as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise CrossfootError(f"--dask-address {address}", f"no Dask scheduler answers there ({why})") from None
    if not workers:
        raise CrossfootError(f"--dask-address {address}", "has no workers; start one with `dask worker`")


def _run(flow: Any, arguments: argparse.Namespace, references: str | None, channels: list[str]) -> dict[str, Any]:
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, PREFECT_LOGGING_TO_API_ENABLED, temporary_settings

    # The heartbeat's thread costs a second to join at the end of a flow, and nobody watches a run that is waited for.
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None, PREFECT_LOGGING_TO_API_ENABLED: False}):
        state = flow(
            return_state=True,
            paths=arguments.paths,
            out=arguments.out,
            references=references,
            rules=arguments.rules,
            as_known=arguments.as_known,
            language=arguments.language,
            keep=arguments.keep,
            remember=arguments.remember,
            run_name=", ".join(Path(path).name for path in arguments.paths)[:80] or "of a pasted text",
            ocr=arguments.ocr,
            pasted=parameter_of_text(arguments.text),
            pages=arguments.pages,
            cache=not arguments.no_cache,
            notify=channels,
            site=arguments.site,
            metrics=arguments.metrics,
        )
    return summary_of(state)


def summary_of(state: Any) -> dict[str, Any]:
    """What a finished flow came to. Raises what it raised."""
    result = state.result(raise_on_failure=False)
    if isinstance(result, BaseException):
        raise result
    summary: dict[str, Any] = result
    return summary


def _drain_events() -> None:
    """Let the run's last events reach the server before it stops, ten seconds at most; else they are logged as lost."""
    from prefect.events.worker import EventsWorker

    logging.getLogger("EventsWorker").setLevel(logging.ERROR)
    worker = EventsWorker.instance()
    emptied = threading.Thread(target=worker.wait_until_empty, daemon=True)
    emptied.start()
    emptied.join(timeout=10)
    EventsWorker.drain_all(timeout=10)


def _say(what: str) -> None:
    if sys.stderr.isatty():
        print(f"crossfoot: {what} …", file=sys.stderr)
