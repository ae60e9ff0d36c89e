"""`crossfoot serve`: a Prefect deployment of the flow over an inbox folder, served here until stopped."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from flows import steps
from flows.prefect_home import server
from flows.runs import Layout
from flows.state.kept_secrets import parameter_of
from sources.table.where import absolute

_NIGHTLY = "0 3 * * *"
_POLL = 2.0


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve the deployment until SIGINT or SIGTERM; returns 0."""
    inbox = Path(arguments.inbox)
    if not inbox.is_dir():
        raise CrossfootError(str(inbox), "is no folder; make it, or name another with --inbox")
    steps.require_rules(arguments.rules)
    layout = Layout(out=Path(arguments.out).resolve())
    layout.prepare()
    with server(layout.state, lean=False) as started:
        when = {"interval": arguments.interval} if arguments.interval else {"cron": _cron(arguments.cron)}
        started.ready()
        runner = _runner(arguments, inbox.resolve(), layout, when)
        print(f"serving {inbox}; every run is published under {layout.latest}; stop with Ctrl-C", file=sys.stderr)
        asyncio.run(_until_stopped(runner))
    return 0


def _runner(arguments: argparse.Namespace, inbox: Path, layout: Layout, when: dict[str, Any]) -> Any:
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
        "run_name": inbox.name,
        "ocr": arguments.ocr,
        "pages": arguments.pages and str(Path(arguments.pages).resolve()),
    }
    runner = Runner(name="inbox", limit=1, query_seconds=_POLL)
    runner.add_flow(fact_check, name="inbox", parameters=parameters, **when)
    return runner


async def _until_stopped(runner: Any) -> None:
    """Run `runner` until a signal, then let it stop its way: schedule paused, runs under way cancelled."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    # Prefect's own handler of SIGTERM calls a coroutine without awaiting it (3.8.8) and so never stops cleanly.
    runner.handle_sigterm = lambda *_: loop.call_soon_threadsafe(stop.set)
    running = asyncio.create_task(runner.start())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not running.done():
        await runner.astop()
    stopping.cancel()
    await running


def _cron(text: str | None) -> str:
    from prefect.client.schemas.schedules import CronSchedule

    cron = text or _NIGHTLY
    try:
        CronSchedule(cron=cron)
    except ValueError:
        raise CrossfootError("--cron", f"{cron!r} is no cron line; write five fields, e.g. '0 3 * * *'") from None
    return cron
