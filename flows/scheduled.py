"""`crossfoot serve`: a Prefect deployment of the flow over an inbox folder, served here until stopped."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from flows.prefect_home import server
from flows.runs import Layout

_NIGHTLY = "0 3 * * *"


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve the deployment until SIGINT or SIGTERM; returns 0."""
    inbox = Path(arguments.inbox)
    if not inbox.is_dir():
        raise CrossfootError(str(inbox), "is no folder; make it, or name another with --inbox")
    layout = Layout(out=Path(arguments.out).resolve())
    layout.prepare()
    signal.signal(signal.SIGTERM, _interrupt)
    with server(layout.state, lean=False) as started:
        started.ready()
        # A second server of the same home would find this one's database; runs of ours find this server instead.
        os.environ.setdefault("PREFECT_RUNNER_POLL_FREQUENCY", "2")
        _serve(arguments, inbox.resolve(), layout)
    return 0


def _serve(arguments: argparse.Namespace, inbox: Path, layout: Layout) -> None:
    from flows.fact_check import fact_check

    when: dict[str, Any] = {"interval": arguments.interval} if arguments.interval else {"cron": _cron(arguments.cron)}
    parameters = {
        "paths": [str(inbox)],
        "out": str(layout.out),
        "references": arguments.references,
        "keep": arguments.keep,
        "run_name": inbox.name,
    }
    print(f"serving {inbox}; every run is published under {layout.latest}; stop with Ctrl-C", file=sys.stderr)
    fact_check.serve(name="inbox", parameters=parameters, limit=1, print_starting_message=False, **when)


def _cron(text: str | None) -> str:
    from prefect.client.schemas.schedules import CronSchedule

    cron = text or _NIGHTLY
    try:
        CronSchedule(cron=cron)
    except ValueError:
        raise CrossfootError("--cron", f"{cron!r} is no cron line; write five fields, e.g. '0 3 * * *'") from None
    return cron


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


