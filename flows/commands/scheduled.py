"""`crossfoot serve`: a Prefect deployment of the flow over an inbox folder, served here until stopped."""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from claims.errors import CrossfootError
from flows import serving, steps
from flows.notices.channels import channels_of
from flows.notices.json_lines import ask_for_json, is_json, json_line
from flows.prefect_home import server
from flows.run_folders.runs import Layout
from flows.state.kept_secrets import parameter_of
from flows.state.one_at_a_time import SERVE, at_once
from flows.store.store_address import put_in_force
from sources.table.where import absolute

_NIGHTLY = "0 3 * * *"
_POLL = 2.0
_FLOW = "fact-check"
_DESCRIPTION = """Checks every letter in `{inbox}` and publishes the report under `{out}`.

The name of a run's final state says how it went: `Completed`; `UnreadableLetters` (they are named in the log and the
report, all others are published); `NoReferenceTable` and `FailedGate` (failed). `crossfoot doctor --out {out}` looks
for what is wrong and says what to do; docs/operate.md has the rest.
"""


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve the deployment until SIGINT or SIGTERM; returns 0."""
    inbox = Path(arguments.inbox)
    if not inbox.is_dir():
        raise CrossfootError(str(inbox), "is no folder; make it, or name another with --inbox")
    steps.require_rules(arguments.rules)
    put_in_force(arguments.store)
    zone = _zone(arguments.timezone)
    layout = Layout(out=Path(arguments.out).resolve())
    layout.prepare()
    os.environ[serving.VARIABLE] = zone
    if arguments.log_format == "json":
        ask_for_json()
    with (
        at_once(layout.state / SERVE, lambda who: _taken_out(layout, who)),
        server(layout.state, lean=False, ui=arguments.ui) as started,
    ):
        schedule = _schedule(arguments, zone)
        started.ready()
        runner = _runner(arguments, inbox.resolve(), layout, schedule)
        due = serving.missed(layout.state, datetime.now(UTC))
        if due is not None:
            _catch_up(runner.name)
        asyncio.run(_until_stopped(runner, layout.state, _Told(started.address, schedule, due)))
    return 0


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told when serving begins; `missed` is when a run was due that nothing served."""

    address: str
    schedule: Any
    missed: datetime | None


def _catch_up(name: str) -> None:
    """One run now, in place of however many were missed."""
    from prefect.deployments import run_deployment

    run_deployment(f"{_FLOW}/{name}", timeout=0)


def _taken_out(layout: Layout, who: str) -> CrossfootError:
    return CrossfootError(str(layout.out), f"is served already by {who}; stop that one, or name another --out")


def _runner(arguments: argparse.Namespace, inbox: Path, layout: Layout, schedule: Any) -> Any:
    from prefect.runner import Runner

    from flows.fact_check import fact_check

    parameters = {
        "paths": [str(inbox)],
        "out": str(layout.out),
        "references": parameter_of(arguments.references and absolute(arguments.references)),
        "rules": arguments.rules and str(Path(arguments.rules).resolve()),
        "as_known": arguments.as_known,
        "language": arguments.language,
        "keep": arguments.keep,
        "remember": arguments.remember,
        "run_name": inbox.name,
        "ocr": arguments.ocr,
        "notify": channels_of(arguments.notify),
        "site": arguments.site,
        "metrics": arguments.metrics and str(Path(arguments.metrics).resolve()),
        "pages": arguments.pages and str(Path(arguments.pages).resolve()),
    }
    name = arguments.name or deployment_name(inbox)
    _refuse_taken(name, parameters)
    runner = Runner(name=name, limit=1, query_seconds=_POLL)
    runner.add_flow(
        fact_check,
        name=name,
        parameters=parameters,
        schedule=schedule,
        tags=["crossfoot"],
        version=version("crossfoot"),
        description=_DESCRIPTION.format(inbox=inbox, out=layout.out),
    )
    return runner


def deployment_name(inbox: Path) -> str:
    """The name of a deployment for an inbox: that of its folder, as addresses can hold it."""
    return re.sub(r"[^\w.-]+", "-", inbox.name).strip("-.") or "inbox"


def _refuse_taken(name: str, parameters: dict[str, Any]) -> None:
    """Raise CrossfootError if the server has a deployment of that name for another inbox or another --out."""
    from prefect.client.orchestration import get_client
    from prefect.exceptions import ObjectNotFound

    with get_client(sync_client=True) as client:
        try:
            there = client.read_deployment_by_name(f"{_FLOW}/{name}").parameters
        except ObjectNotFound:
            return
    if any(there.get(one) != parameters[one] for one in ("paths", "out")):
        what = f"{', '.join(there.get('paths', ()))} → {there.get('out')}"
        raise CrossfootError(
            f"--name {name}",
            f"is taken on this Prefect server ({what}); give another, or `prefect deployment delete {_FLOW}/{name}`",
        )


async def _until_stopped(runner: Any, state: Path, told: _Told) -> None:
    """Run `runner` until a signal, then let it stop its way: schedule paused, runs under way cancelled."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    # Prefect's own handler of SIGTERM calls a coroutine without awaiting it (3.8.8) and so never stops cleanly.
    runner.handle_sigterm = lambda *_: loop.call_soon_threadsafe(stop.set)
    running = asyncio.create_task(runner.start())
    stopping = asyncio.create_task(stop.wait())
    await _begin(runner.name, state, told)
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not running.done():
        await runner.astop()
    stopping.cancel()
    await running


async def _begin(name: str, state: Path, told: _Told) -> None:
    """Say that serving has begun and when it runs next, and note that."""
    zone = os.environ[serving.VARIABLE]
    first = await first_run(told.schedule, zone)
    serving.keep_due(state, first)
    if is_json():
        what = {"deployment": f"{_FLOW}/{name}", "api": told.address, "next_run": first.isoformat()}
        what |= {"missed": told.missed.isoformat()} if told.missed else {}
        print(json_line("INFO", "crossfoot", "serving", what), file=sys.stderr, flush=True)
        return
    missed = f"the run of {serving.shown(told.missed, zone)} was missed and begins now; " if told.missed else ""
    line = f"serving {_FLOW}/{name} at {told.address}; {missed}next run {serving.shown(first, zone)}; stop with Ctrl-C"
    print(line, file=sys.stderr, flush=True)


async def first_run(schedule: Any, zone: str, now: datetime | None = None) -> datetime:
    """When a schedule runs next, as Prefect's scheduler reckons it."""
    from prefect.server.schemas.schedules import CronSchedule

    now = now or datetime.now(UTC)
    if schedule.interval is not None:
        return now + timedelta(seconds=schedule.interval.total_seconds())
    dates = await CronSchedule(cron=schedule.cron, timezone=zone).get_dates(1, start=now)
    first: datetime = dates[0]
    return first


def _schedule(arguments: argparse.Namespace, zone: str) -> Any:
    from prefect.schedules import Cron, Interval

    if arguments.interval:
        return Interval(timedelta(seconds=arguments.interval), timezone=zone)
    return Cron(_cron(arguments.cron), timezone=zone)


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        raise CrossfootError("--timezone", f"{name!r} is no time zone; write one such as Europe/Berlin") from None


def _cron(text: str | None) -> str:
    from prefect.client.schemas.schedules import CronSchedule

    cron = text or _NIGHTLY
    try:
        CronSchedule(cron=cron)
    except ValueError:
        raise CrossfootError("--cron", f"{cron!r} is no cron line; write five fields, e.g. '0 3 * * *'") from None
    return cron
