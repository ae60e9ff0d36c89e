"""A run that was killed between its place and the store is entered by the next one, and `doctor` tells of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.commands.doctor import examined
from flows.run_folders.runs import Layout
from flows.running.left_behind import enter_left_behind, is_remembered_now, lay_beside, left_behind
from flows.store.keep_run import keep_run, knows
from flows.store.letter_states import letter_state
from flows.store.open_store import open_store
from flows.store.past_runs import letters_of
from tests.factories import checked as make
from tests.factories.past_states import record_of

LETTERS = [letter_state(make.checked_letter())]


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    made = Layout(out=tmp_path / "out")
    made.prepare()
    return made


def _published(layout: Layout, number: int) -> str:
    """A run in its place; its id."""
    name = f"2024060{number}T000000.000000Z-1"
    (layout.runs / name).mkdir()
    record = record_of(number) | {"run_id": name}
    (layout.runs / name / "run.json").write_text(json.dumps(record), encoding="utf-8")
    return name


def _known(layout: Layout, run_id: str) -> list[str] | None:
    """The letters that the store has of a run; `None` where it does not know it."""
    store = open_store(layout.out)
    try:
        with store.reading() as connection:
            return sorted(letters_of(connection, run_id)) if knows(store, run_id) else None
    finally:
        store.close()


def test_a_run_left_behind_is_told_and_entered(layout: Layout) -> None:
    said: list[str] = []
    first = _published(layout, 1)
    lay_beside(layout, first, (LETTERS, ()))
    told = [one.says for one in examined(layout, None) if one.what == "store"]
    assert any(first in one and "next run" in one for one in told), told
    enter_left_behind(layout, said.append)
    assert (_known(layout, first), said, left_behind(layout)) == (["flood"], [], [])
    same = _published(layout, 2)
    lay_beside(layout, same, first)  # a run in which nothing had changed
    enter_left_behind(layout, said.append)
    assert (_known(layout, same), said, left_behind(layout)) == (["flood"], [], [])


def test_killed_before_its_place_or_right_after_the_store(layout: Layout) -> None:
    said: list[str] = []
    lay_beside(layout, "20240603T000000.000000Z-1", (LETTERS, ()))  # never took its place
    there = _published(layout, 4)
    lay_beside(layout, there, (LETTERS, ()))
    store = open_store(layout.out)
    keep_run(store, record_of(4) | {"run_id": there}, LETTERS, ())
    store.close()
    enter_left_behind(layout, said.append)
    assert (_known(layout, there), said) == (["flood"], [])
    assert list((layout.state / "to-remember").iterdir()) == []


def test_what_cannot_be_entered_is_said_and_stays(layout: Layout) -> None:
    said: list[str] = []
    name = _published(layout, 1)
    lay_beside(layout, name, (LETTERS, ()))
    (layout.state / "crossfoot.db").write_bytes(b"no database " * 400)
    enter_left_behind(layout, said.append)
    assert len(said) == 1
    assert left_behind(layout) == [name]
    is_remembered_now(layout, name)
    assert left_behind(layout) == []
