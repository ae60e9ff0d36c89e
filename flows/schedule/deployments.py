"""The deployments that `crossfoot serve` serves: their parameters, names, words for operators."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from flows.notices.channels import channels_of
from flows.run_folders.runs import Layout
from flows.state.kept_secrets import parameter_of
from flows.state.missed_runs import CHECK, REFRESH
from sources.table.where import absolute

TAGS = ["crossfoot"]
_CHECKING = """Checks every letter in `{inbox}` and publishes the report under `{out}`.

The name of a run's final state says how it went: `Completed`; `UnreadableLetters` (they are named in the log and the
report, all others are published); `NoReferenceTable` and `FailedGate` (failed); `Overtaken` (a run that began after it
was due has done its work). `crossfoot doctor --out {out}` looks for what is wrong and says what to do; docs/operate.md
has the rest.
"""
_REFRESHING = """Asks the providers of `{pulls}` for figures, puts them into the reference table `{into}` once it was
checked as it would be, and has the letters of `{inbox}` compared again if there is anything new.

The name of a run's final state says how it went: `Completed`; `ProvidersAtFault` (they are named in the log, what
others sent is used; failed if none could be used); else that of the check it ended with.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """A flow to serve under a name."""

    flow_name: str
    flow: Any
    name: str
    parameters: Mapping[str, Any]
    schedule: Any
    description: str


def check_parameters(arguments: argparse.Namespace, inbox: Path, layout: Layout) -> dict[str, Any]:
    """The parameters of the flow `fact-check`, of `serve`'s options; every path is absolute."""
    return {
        "paths": [str(inbox)],
        "out": str(layout.out),
        "references": parameter_of(arguments.references and absolute(arguments.references)),
        "rules": _resolved(arguments.rules),
        "as_known": arguments.as_known,
        "language": arguments.language,
        "keep": arguments.keep,
        "remember": arguments.remember,
        "run_name": inbox.name,
        "ocr": arguments.ocr,
        "pages": _resolved(arguments.pages),
        "notify": channels_of(arguments.notify),
        "site": arguments.site,
        "metrics": _resolved(arguments.metrics),
    }


def checking(name: str, parameters: Mapping[str, Any], schedule: Any) -> Deployment:
    """The inbox checked."""
    from flows.fact_check import fact_check

    words = _CHECKING.format(inbox=parameters["paths"][0], out=parameters["out"])
    return Deployment(
        flow_name=CHECK, flow=fact_check, name=name, parameters=parameters, schedule=schedule, description=words
    )


def refreshing(name: str, pulls: str, check: Mapping[str, Any], schedule: Any) -> Deployment:
    """The reference table refreshed, then the inbox compared again."""
    from flows.refresh_sources import refresh_sources

    file = str(Path(pulls).resolve())
    words = _REFRESHING.format(pulls=file, into=check["references"], inbox=check["paths"][0])
    parameters = {"pulls": file, "into": check["references"], "check": dict(check)}
    return Deployment(
        flow_name=REFRESH, flow=refresh_sources, name=name, parameters=parameters, schedule=schedule, description=words
    )


def register(runner: Any, deployment: Deployment) -> None:
    """Put a deployment on the server, served by `runner`. Raises CrossfootError where its name is another's."""
    refuse_taken(deployment)
    runner.add_flow(
        deployment.flow,
        name=deployment.name,
        parameters=dict(deployment.parameters),
        schedule=deployment.schedule,
        tags=TAGS,
        version=version("crossfoot"),
        description=deployment.description,
    )


def deployment_name(inbox: Path) -> str:
    """The name of a deployment for an inbox: that of its folder, as addresses can hold it."""
    return re.sub(r"[^\w.-]+", "-", inbox.name).strip("-.") or "inbox"


def refuse_taken(deployment: Deployment) -> None:
    """Raise CrossfootError if the server has a deployment of that name for another inbox or another --out."""
    from prefect.client.orchestration import get_client
    from prefect.exceptions import ObjectNotFound

    full = f"{deployment.flow_name}/{deployment.name}"
    with get_client(sync_client=True) as client:
        try:
            there = _served(client.read_deployment_by_name(full).parameters)
        except ObjectNotFound:
            return
    if there != _served(deployment.parameters):
        what = f"{', '.join(there[0] or ())} → {there[1]}"
        raise CrossfootError(
            f"--name {deployment.name}",
            f"is taken on this Prefect server ({what}); give another, or `prefect deployment delete {full}`",
        )


def _served(parameters: Mapping[str, Any]) -> tuple[Any, Any]:
    """Which letters go where."""
    check = parameters.get("check", parameters)
    return check.get("paths"), check.get("out")


def _resolved(path: str | None) -> str | None:
    return path and str(Path(path).resolve())
