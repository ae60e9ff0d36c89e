"""What a schedule missed: a run that was due while nothing served it is made up for once."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows.run_folders.runs import Layout
from flows.state import missed_runs
from flows.state.missed_runs import CHECK, REFRESH

NOW = datetime(2030, 1, 5, 10, tzinfo=UTC)
NIGHT = datetime(2030, 1, 5, 3, tzinfo=UTC)
OWN = "d", None


@pytest.mark.parametrize(
    ("kept", "missed"),
    [
        (None, None),  # nothing was ever served here
        ("", None),
        ("tomorrow", None),
        ("2030-01-05T03:00:00", None),
        ((NOW + timedelta(hours=17)).isoformat(), None),
        (NIGHT.isoformat(), NIGHT),
        ((NIGHT - timedelta(days=4)).isoformat(), NIGHT - timedelta(days=4)),
    ],
)
def test_a_run_that_was_due_and_nothing_served(tmp_path: Path, kept: str | None, missed: datetime | None) -> None:
    if kept is not None:
        (tmp_path / "due-fact-check").write_text(kept)
    assert missed_runs.missed(tmp_path, CHECK, NOW) == missed


def test_what_is_due_is_noted_whole(tmp_path: Path) -> None:
    missed_runs.keep_due(tmp_path, CHECK, NIGHT)
    assert missed_runs.missed(tmp_path, CHECK, NOW) == NIGHT
    assert missed_runs.missed(tmp_path, REFRESH, NOW) is None
    assert [path.name for path in tmp_path.iterdir()] == ["due-fact-check"]
    missed_runs.keep_due(tmp_path / "gone", CHECK, NIGHT)  # a folder that is not there loses no run
    missed_runs.forget_due(tmp_path, CHECK)
    missed_runs.forget_due(tmp_path, CHECK)
    assert missed_runs.missed(tmp_path, CHECK, NOW) is None


@pytest.mark.parametrize(
    ("due", "began", "paths", "run", "overtaken"),
    [
        (NIGHT, NIGHT - timedelta(days=1), ["in"], OWN, False),  # its own night: the last run was the day before
        (NIGHT, NOW, ["in"], OWN, True),  # three nights due at once, the first of them did the work
        (NIGHT, NOW, ["elsewhere"], OWN, False),
        (NIGHT, NOW, ["in"], (None, None), False),  # a report that somebody waits for
        (NIGHT, NOW, ["in"], ("d", "p"), False),  # within a run that refreshed the table
        (None, NOW, ["in"], OWN, False),
    ],
)
def test_of_many_runs_due_at_once_one_does_the_work(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    due: datetime | None,
    began: datetime,
    paths: list[str],
    run: tuple[str | None, str | None],
    overtaken: bool,
) -> None:
    import prefect.runtime

    layout = Layout(out=tmp_path)
    layout.prepare()
    (layout.runs / "r1").mkdir()
    (layout.runs / "r1" / "run.json").write_text(json.dumps({"started_at": began.isoformat(), "paths": paths}))
    layout.latest.symlink_to("runs/r1")
    monkeypatch.setattr(prefect.runtime, "deployment", SimpleNamespace(id=run[0]), raising=False)
    told = SimpleNamespace(scheduled_start_time=due, parent_flow_run_id=run[1])
    monkeypatch.setattr(prefect.runtime, "flow_run", told, raising=False)
    assert (missed_runs.overtaken(layout, ["in"]) is not None) == overtaken


def test_the_first_run_is_overtaken_by_none(tmp_path: Path) -> None:
    assert missed_runs.overtaken(Layout(out=tmp_path), ["in"]) is None
