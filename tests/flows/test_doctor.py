"""`crossfoot doctor`: what is wanting is told with what to do, and a look that fails hides no other."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from flows.commands.doctor import examined
from flows.run_folders.runs import Layout
from flows.state.missed_runs import CHECK, keep_due
from flows.state.one_at_a_time import SERVE, at_once
from flows.store.open_store import open_store


def _told(out: Path, references: str | None = None) -> dict[str, list[tuple[str, str]]]:
    told: dict[str, list[tuple[str, str]]] = {}
    for one in examined(Layout(out=out), references):
        told.setdefault(one.what, []).append((one.standing, one.says))
    return told


@pytest.fixture(autouse=True)
def _no_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "home"))


def _record(out: Path, **changes: Any) -> None:
    layout = Layout(out=out)
    layout.prepare()
    layout.latest.mkdir()
    record = {"run_id": "r", "letters": 3, "problems": [], "failed_gates": [], **changes}
    (layout.latest / "run.json").write_text(json.dumps(record))


def test_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _record(tmp_path / "out")
    assert main(["doctor", "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "WRONG" not in said
    for what in ("installation", "table", "folder", "disk", "prefect", "schedule", "last run"):
        assert what in said


def test_what_the_settings_come_to_is_told_command_by_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["doctor"]) == 0
    assert "no crossfoot.toml here" in capsys.readouterr().out
    told = 'paths = ["our letters/"]\nout = "kept"\n[check]\nsummary = true\n[export]\nformat = ["csv", "xlsx"]\n'
    (tmp_path / "crossfoot.toml").write_text(told)
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "crossfoot.toml makes of it: crossfoot check 'our letters' --summary" in said
    assert "crossfoot export 'our letters' --format=csv --format=xlsx" in said
    assert "--out=kept" in said
    assert "kept is not there yet" in said  # the folder that the file names is the one looked at
    assert main(["doctor", "--out", "other"]) == 0
    assert "other is not there yet" in capsys.readouterr().out
    (tmp_path / "desk.toml").write_text("keep = 4\n")
    assert main(["--settings", "desk.toml", "doctor"]) == 0
    assert "desk.toml makes of it: crossfoot report --keep=4" in capsys.readouterr().out


def test_every_fault_of_the_settings_is_told_and_the_rest_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crossfoot.toml").write_text('kep = 3\n[check]\nsumary = true\n[report]\nworkers = "many"\n')
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert said.count("kep: is no setting; do you mean keep?") == 1
    assert "[check] sumary: is no setting; do you mean summary?" in said
    assert "workers: " in said
    assert "table" in said
    (tmp_path / "crossfoot.toml").write_text("= no")
    assert main(["doctor"]) == 1
    assert "is no TOML" in capsys.readouterr().out


def test_before_the_first_run(tmp_path: Path) -> None:
    told = _told(tmp_path / "out")
    assert not [one for ones in told.values() for one in ones if one[0] == "wrong"]
    assert not (tmp_path / "out").exists()


def test_what_is_wanting_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    problem = {"path": "in/a.txt", "message": "is empty"}
    _record(tmp_path / "out", problems=[problem], failed_gates=["claims"])
    told = _told(tmp_path / "out", references=str(tmp_path / "none"))
    wrong = {what: says for what, ones in told.items() for standing, says in ones if standing == "wrong"}
    assert set(wrong) == {"table", "prefect", "last run"}
    assert "unset PREFECT_API_URL" in wrong["prefect"]
    assert "in/a.txt: is empty" in wrong["last run"]


def test_a_look_that_fails_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    told = _told(tmp_path / "out", references="env:NO_SUCH_VARIABLE")
    assert told["folder"][0][0] == told["table"][0][0] == "wrong"
    assert told["installation"][0][0] == "well"


def test_a_schedule_at_work_is_seen(tmp_path: Path) -> None:
    layout = Layout(out=tmp_path / "out")
    layout.prepare()
    assert _told(layout.out)["schedule"][0][0] == "note"
    keep_due(layout.state, CHECK, datetime(2026, 1, 5, 3, tzinfo=UTC))
    assert "the run of 2026-01-05 03:00 UTC was missed" in _told(layout.out)["schedule"][0][1]
    with at_once(layout.state / SERVE, RuntimeError):
        assert _told(layout.out)["schedule"][0][0] == "well"


def test_past_runs_are_counted_and_asking_begins_no_store(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert _told(out)["store"] == [("note", "past runs are not kept yet; the first report begins it")]
    assert not (out / "state" / "crossfoot.db").exists()
    (out / "state").mkdir(parents=True)
    open_store(out).close()
    assert _told(out)["store"] == [("well", f"{out / 'state' / 'crossfoot.db'}: 0 runs kept")]


def test_a_damaged_store_is_wrong_and_hides_no_other_look(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "state").mkdir(parents=True)
    (out / "state" / "crossfoot.db").write_bytes(b"no database" * 500)
    told = _told(out)
    ((standing, says),) = told["store"]
    assert standing == "wrong"
    assert "moved away" in says
    assert told["last run"] == [("note", "there was none yet")]
