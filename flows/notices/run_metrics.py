"""Figures of a run for a monitor: Prometheus' text format, for the textfile collector of its node exporter.

The file is replaced whole after each run, also after one that failed; a series is one `--out`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import CrossfootError

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

_LAST = "crossfoot_last_success_timestamp_seconds"
_COUNTS = {
    "letters": "Letters that were read and checked",
    "claims": "Numeric claims in them",
    "findings": "Checks of letters against themselves and one another",
    "items": "What asks for an editor",
    "unreadable": "Letters and folders that could not be read",
    "skipped": "Files that are no letters",
    "setup_faults": "Faults of the reference table and of rules",
}


@contextmanager
def measured(
    where: str | None, out: Path, began: datetime, say: Callable[[str], None]
) -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """Figures of the run within the block, to the file `where` if one is asked for; what is called with its summary.

    A run that raises has its figures too. No run is lost for its figures: what is wrong with them is a line to `say`.
    """
    ended: list[Mapping[str, Any]] = []
    try:
        yield ended.append
    finally:
        if where is not None:
            try:
                write_metrics(Path(where), out, datetime.now(UTC), began, ended[-1] if ended else None)
            except (CrossfootError, ValueError) as error:
                say(str(error))


def write_metrics(path: Path, out: Path, now: datetime, began: datetime, summary: Mapping[str, Any] | None) -> None:
    """Write the figures of a run; `summary` is `None` of one that published nothing. Raises CrossfootError.

    A run is a success if it published and no table of it failed, whatever its letters said.
    """
    from prometheus_client import CollectorRegistry, write_to_textfile

    registry = CollectorRegistry()
    labels = {"out": str(out.absolute())}
    well = summary is not None and not summary["failed_gates"] and not summary["no_table"]
    figures: dict[str, tuple[str, float | None]] = {
        "crossfoot_run_finished_timestamp_seconds": ("When the last run ended", now.timestamp()),
        "crossfoot_run_duration_seconds": ("How long the last run took", (now - began).total_seconds()),
        "crossfoot_run_success": ("Whether the last run published, and every table of it held", float(well)),
        _LAST: ("When the last run ended that was a success", now.timestamp() if well else _last_success(path, labels)),
    }
    if summary is not None:
        figures |= {f"crossfoot_run_{name}": (text, float(summary[name])) for name, text in _COUNTS.items()}
        figures["crossfoot_run_failed_tables"] = ("Tables that failed their suite", float(len(summary["failed_gates"])))
        _steps(registry, labels, Path(summary["folder"]))
    for name, (text, value) in figures.items():
        if value is not None:
            _gauge(registry, name, text, labels).set(value)
    _gauge(registry, "crossfoot_info", "The version at work", labels | {"version": version("crossfoot")}).set(1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_to_textfile(str(path), registry)
    except OSError as error:
        raise CrossfootError(
            str(path), f"the figures for the monitor could not be written ({error.strerror})"
        ) from None


def _steps(registry: CollectorRegistry, labels: Mapping[str, str], folder: Path) -> None:
    from prometheus_client import Gauge

    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    text = "Seconds that a step of the last run took"
    gauge = Gauge("crossfoot_run_step_seconds", text, [*labels, "step"], registry=registry)
    for step, seconds in record["seconds"].items():
        gauge.labels(**labels, step=step).set(seconds)


def _gauge(registry: CollectorRegistry, name: str, text: str, labels: Mapping[str, str]) -> Any:
    from prometheus_client import Gauge

    return Gauge(name, text, list(labels), registry=registry).labels(**labels)


def _last_success(path: Path, labels: Mapping[str, str]) -> float | None:
    """What the file said before, of the same `--out`."""
    from prometheus_client.parser import text_string_to_metric_families

    try:
        families = list(text_string_to_metric_families(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None
    samples = (sample for family in families for sample in family.samples)
    return next((one.value for one in samples if one.name == _LAST and one.labels == dict(labels)), None)
