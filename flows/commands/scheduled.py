"""`crossfoot serve`: Prefect deployments of the flows over an inbox folder, served here until stopped."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from flows import serving, steps
from flows.notices.json_lines import ask_for_json, is_json, json_line
from flows.prefect_home import server
from flows.reference.pulls_file import read_pulls
from flows.run_folders.runs import Layout
from flows.schedule import deployments
from flows.schedule.deployments import Deployment
from flows.schedule.when import NIGHTLY, WEEKLY, by_cron, every, first_run, zone_of
from flows.state.missed_runs import REFRESH, forget_due, keep_due, missed
from flows.state.one_at_a_time import SERVE, at_once
from flows.store.store_address import put_in_force

_POLL = 2.0


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve the deployments until SIGINT or SIGTERM; returns 0."""
    inbox = Path(arguments.inbox)
    if not inbox.is_dir():
        raise CrossfootError(str(inbox), "is no folder; make it, or name another with --inbox")
    steps.require_rules(arguments.rules)
    _require_refreshing(arguments)
    put_in_force(arguments.store)
    zone = zone_of(arguments.timezone)
    layout = Layout(out=Path(arguments.out).resolve())
    layout.prepare()
    os.environ[serving.VARIABLE] = zone
    if arguments.log_format == "json":
        ask_for_json()
    with (
        at_once(layout.state / SERVE, lambda who: _taken_out(layout, who)),
        server(layout.state, lean=False, ui=arguments.ui) as started,
    ):
        wanted = _deployments(arguments, inbox.resolve(), layout, zone)
        started.ready()
        asyncio.run(
            _until_stopped(_runner(wanted), [_due(layout.state, one) for one in wanted], started.address, layout)
        )
    return 0


@dataclass(frozen=True, slots=True)
class _Due:
    """A deployment, and when a run of it was due that nothing served."""

    deployment: Deployment
    missed: datetime | None


def _taken_out(layout: Layout, who: str) -> CrossfootError:
    return CrossfootError(str(layout.out), f"is served already by {who}; stop that one, or name another --out")


def _require_refreshing(arguments: argparse.Namespace) -> None:
    """Raise CrossfootError unless there is a table of one's own for what the providers send."""
    if arguments.refresh is None:
        return
    read_pulls(arguments.refresh)
    if arguments.references is None or not Path(arguments.references).is_dir():
        what = "needs a table of your own to put figures into: give its folder with --references"
        raise CrossfootError("--refresh", what)


def _deployments(arguments: argparse.Namespace, inbox: Path, layout: Layout, zone: str) -> list[Deployment]:
    """What is served. Raises CrossfootError for what is no schedule."""
    interval, cron = arguments.interval, arguments.cron or NIGHTLY
    name = arguments.name or deployments.deployment_name(inbox)
    parameters = deployments.check_parameters(arguments, inbox, layout)
    schedule = every(interval, zone) if interval else by_cron("--cron", cron, zone)
    found = [deployments.checking(name, parameters, schedule)]
    if arguments.refresh is None:
        forget_due(layout.state, REFRESH)
    else:
        weekly = by_cron("--refresh-cron", arguments.refresh_cron or WEEKLY, zone)
        found.append(deployments.refreshing(name, arguments.refresh, parameters, weekly))
    return found


def _runner(wanted: Sequence[Deployment]) -> Any:
    """One run at a time, of whichever flow."""
    from prefect.runner import Runner

    runner = Runner(name=wanted[0].name, limit=1, query_seconds=_POLL)
    for one in wanted:
        deployments.register(runner, one)
    return runner


def _due(state: Path, deployment: Deployment) -> _Due:
    """A deployment; one that missed a run has one now, in place of however many were missed."""
    from prefect.deployments import run_deployment

    due = missed(state, deployment.flow_name, datetime.now(UTC))
    if due is not None:
        start: Any = run_deployment
        start(f"{deployment.flow_name}/{deployment.name}", timeout=0, _sync=True)
    return _Due(deployment, due)


async def _until_stopped(runner: Any, served: Sequence[_Due], address: str, layout: Layout) -> None:
    """Run `runner` until a signal, then let it stop its way: schedule paused, runs under way cancelled."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    # Prefect's own handler of SIGTERM calls a coroutine without awaiting it (3.8.8) and so never stops cleanly.
    runner.handle_sigterm = lambda *_: loop.call_soon_threadsafe(stop.set)
    running = asyncio.create_task(runner.start())
    stopping = asyncio.create_task(stop.wait())
    for one in served:
        await _begin(one, address, layout.state)
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not running.done():
        await runner.astop()
    stopping.cancel()
    await running


async def _begin(served: _Due, address: str, state: Path) -> None:
    """Say that a deployment is served and when it runs next, and note that."""
    zone, one = os.environ[serving.VARIABLE], served.deployment
    first, name = await first_run(one.schedule, zone), f"{one.flow_name}/{one.name}"
    keep_due(state, one.flow_name, first)
    if is_json():
        what = {"deployment": name, "api": address, "next_run": first.isoformat()}
        what |= {"missed": served.missed.isoformat()} if served.missed else {}
        print(json_line("INFO", "crossfoot", "serving", what), file=sys.stderr, flush=True)
        return
    late = f"the run of {serving.shown(served.missed, zone)} was missed and begins now; " if served.missed else ""
    line = f"serving {name} at {address}; {late}next run {serving.shown(first, zone)}; stop with Ctrl-C"
    print(line, file=sys.stderr, flush=True)
