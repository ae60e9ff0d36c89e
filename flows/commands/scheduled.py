"""`crossfoot serve`: a Prefect deployment of the flow over an inbox folder, served here until stopped."""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import sys
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from claims.errors import CrossfootError
from flows import serving, steps
from flows.prefect_home import server
from flows.runs import Layout
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
    with (
        at_once(layout.state / SERVE, lambda who: _taken_out(layout, who)),
        server(layout.state, lean=False, ui=arguments.ui) as started,
    ):
        schedule = _schedule(arguments, zone)
        started.ready()
        asyncio.run(_until_stopped(_runner(arguments, inbox.resolve(), layout, schedule), started.address, schedule))
    return 0


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


async def _until_stopped(runner: Any, address: str, schedule: Any) -> None:
    """Run `runner` until a signal, then let it stop its way: schedule paused, runs under way cancelled."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    # Prefect's own handler of SIGTERM calls a coroutine without awaiting it (3.8.8) and so never stops cleanly.
    runner.handle_sigterm = lambda *_: loop.call_soon_threadsafe(stop.set)
    running = asyncio.create_task(runner.start())
    stopping = asyncio.create_task(stop.wait())
    print(await _told(runner.name, address, schedule), file=sys.stderr, flush=True)
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not running.done():
        await runner.astop()
    stopping.cancel()
    await running


async def _told(name: str, address: str, schedule: Any) -> str:
    zone = os.environ[serving.VARIABLE]
    first = serving.shown(await first_run(schedule, zone), zone)
    return f"serving {_FLOW}/{name} at {address}; next run {first}; stop with Ctrl-C"


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
