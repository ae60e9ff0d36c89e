"""A run is published whole or not at all, and nothing already written is lost."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.errors import CrossfootError
from flows.run_folders.runs import Layout, building, new_run_id, retire


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    made = Layout(out=tmp_path / "out")
    made.prepare()
    return made


def publish(layout: Layout, run_id: str, text: str) -> None:
    with building(layout, run_id) as folder:
        (folder / "index.html").write_text(text)


def run_id(second: int) -> str:
    return new_run_id(datetime(2025, 1, 1, 0, 0, second, tzinfo=UTC))


def test_a_failed_run_leaves_the_last_good_one(layout: Layout) -> None:
    publish(layout, run_id(1), "good")

    def half_a_run() -> None:
        with building(layout, run_id(2)) as folder:
            (folder / "index.html").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_a_run()
    assert (layout.latest / "index.html").read_text() == "good"
    assert [p.name for p in layout.runs.iterdir()] == [run_id(1)]


def test_latest_is_a_relative_link_switched_to_the_newest_whole_run(layout: Layout) -> None:
    publish(layout, run_id(1), "first")
    publish(layout, run_id(2), "second")
    assert (layout.latest / "index.html").read_text() == "second"
    assert os.readlink(layout.latest) == f"runs/{run_id(2)}"
    assert (layout.runs / run_id(1) / "index.html").read_text() == "first"


def test_latest_is_not_switched_before_the_run_is_whole(layout: Layout) -> None:
    publish(layout, run_id(1), "first")
    with building(layout, run_id(2)) as folder:
        (folder / "index.html").write_text("second")
        assert (layout.latest / "index.html").read_text() == "first"


def test_run_ids_sort_by_time() -> None:
    assert run_id(1) < run_id(2) < new_run_id()


def test_retiring_keeps_the_newest_and_never_the_latest(layout: Layout) -> None:
    for second in range(5):
        publish(layout, run_id(second), str(second))
    stray = layout.runs / "notes-of-mine"
    stray.mkdir()
    assert retire(layout, keep=2) == [run_id(second) for second in range(3)]
    assert sorted(p.name for p in layout.runs.iterdir()) == sorted([run_id(3), run_id(4), stray.name])
    assert (layout.latest / "index.html").read_text() == "4"


def test_a_partial_run_is_removed_only_when_it_is_a_day_old(layout: Layout) -> None:
    publish(layout, run_id(1), "whole")
    old, fresh = layout.runs / ".a.partial", layout.runs / ".b.partial"
    for folder in (old, fresh):
        folder.mkdir()
    os.utime(old, (0, 0))
    assert retire(layout, keep=9) == [".a.partial"]
    assert fresh.is_dir()


def test_an_out_folder_that_is_a_file_is_an_error_for_people(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(CrossfootError, match=r"out.*--out"):
        Layout(out=tmp_path / "out").prepare()
