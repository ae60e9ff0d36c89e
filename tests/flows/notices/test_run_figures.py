"""Figures of a run for a monitor, and its log as JSON."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from claims.errors import CrossfootError
from flows.notices.json_lines import JsonLines
from flows.notices.run_metrics import measured, write_metrics

BEGAN = datetime(2030, 1, 1, 3, tzinfo=UTC)


def summary(folder: Path, **changes: Any) -> dict[str, Any]:
    folder.mkdir(exist_ok=True)
    (folder / "run.json").write_text(json.dumps({"seconds": {"gate": 1.5}}))
    return {
        "letters": 9, "claims": 40, "findings": 120, "items": 14, "unreadable": 1, "skipped": 2, "setup_faults": 0,
        "failed_gates": [], "no_table": False, "folder": str(folder),
    } | changes  # fmt: skip


def figures(path: Path) -> dict[str, float]:
    families = text_string_to_metric_families(path.read_text())
    return {"".join([one.name, *one.labels.get("step", "")]): one.value for all_ in families for one in all_.samples}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "crossfoot.prom"


def test_the_figures_of_a_run(file: Path, tmp_path: Path) -> None:
    write_metrics(file, tmp_path, BEGAN + timedelta(seconds=41), BEGAN, summary(tmp_path / "run"))
    found = figures(file)
    assert (found["crossfoot_run_letters"], found["crossfoot_run_unreadable"]) == (9, 1)
    assert (found["crossfoot_run_duration_seconds"], found["crossfoot_run_success"]) == (41, 1)
    assert found["crossfoot_run_step_secondsgate"] == 1.5
    assert found["crossfoot_last_success_timestamp_seconds"] == (BEGAN + timedelta(seconds=41)).timestamp()


@pytest.mark.parametrize("fault", [{"failed_gates": ["claims"]}, {"no_table": True}, None])
def test_a_run_that_failed_keeps_the_time_of_the_last_that_did_not(
    file: Path, tmp_path: Path, fault: dict[str, Any] | None
) -> None:
    write_metrics(file, tmp_path, BEGAN, BEGAN, summary(tmp_path / "run"))
    failed = None if fault is None else summary(tmp_path / "run", **fault)
    write_metrics(file, tmp_path, BEGAN + timedelta(days=1), BEGAN + timedelta(days=1), failed)
    found = figures(file)
    assert found["crossfoot_run_success"] == 0
    assert found["crossfoot_last_success_timestamp_seconds"] == BEGAN.timestamp()
    assert ("crossfoot_run_letters" in found) == (fault is not None)


def test_a_run_that_raises_has_its_figures_and_nothing_is_lost_for_them(file: Path, tmp_path: Path) -> None:
    said: list[str] = []
    with pytest.raises(CrossfootError), measured(str(file), tmp_path, BEGAN, said.append):
        raise CrossfootError("out", "cannot be written")
    assert figures(file)["crossfoot_run_success"] == 0
    (tmp_path / "is-a-file").write_text("")
    with measured(str(tmp_path / "is-a-file" / "x.prom"), tmp_path, BEGAN, said.append) as done:
        done(summary(tmp_path / "run"))
    assert "figures for the monitor could not be written" in said[0]
    with measured(None, tmp_path, BEGAN, said.append):
        pass
    assert len(said) == 1


def test_a_record_is_a_line_of_json() -> None:
    formatter = JsonLines("default", None, "%")
    record = logging.LogRecord("prefect.flow_runs", logging.WARNING, "x.py", 1, "%s: %s", ("a\n.txt", "is empty"), None)
    record.flow_run_name = "fact-check letters"
    line = formatter.format(record)
    assert "\n" not in line
    told = json.loads(line)
    assert (told["level"], told["message"], told["flow_run_name"]) == (
        "WARNING", "a\n.txt: is empty", "fact-check letters",
    )  # fmt: skip
    assert datetime.fromisoformat(told["at"]).tzinfo is not None


def test_a_fault_is_in_the_line() -> None:
    try:
        raise ValueError("x")
    except ValueError:
        record = logging.LogRecord("crossfoot", logging.ERROR, "x.py", 1, "failed", (), sys.exc_info())
    assert "ValueError: x" in json.loads(JsonLines().format(record))["exception"]
