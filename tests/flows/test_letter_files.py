"""The files of single letters: made once, taken over while nothing that they depend on changes, the same made away."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from expectations.model import CheckedLetter
from flows import steps
from flows.laid.gists import Gist, Teller, lay
from flows.running.away import came_home, made_away
from flows.running.letter_files import Made, Making, Order, lines_path, make_all
from flows.running.page_orders import letters_made, page_orders
from flows.running.run_tasks import batch_size
from reports.deciding.decisions import NONE
from tests.factories import checked as make

LETTERS = [make.checked_letter(name) for name in ("first", "middle", "last")]


def _making(folder: Path, **changes: Any) -> Making:
    aside = str(Path(folder).parent / "aside")
    plain: dict[str, Any] = {"aside": aside, "table": make.reference_table(), "decisions": NONE}
    return Making(**{**plain, "folder": str(folder), **changes})


def _laid(folder: Path, letters: list[CheckedLetter], making: Making, reading: str = "r") -> list[Gist]:
    teller = Teller(reading, making.table, steps.comparison(None), making.decisions)
    return [lay(one, teller, folder / f"{at}") for at, one in enumerate(letters)]


def _orders(folder: Path, making: Making) -> list[Order]:
    return list(page_orders(_laid(folder, LETTERS, making), ()))


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class _Runs:
    """Runs one after the other, each beside the last; `orders` are those that the newest one had to make."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last: Path | None = None
        self.orders: list[str] = []

    def run(self, name: str, letters: list[CheckedLetter], reading: str = "r", **changes: Any) -> Path:
        def noting(orders: Any, making: Making) -> list[Made]:
            self.orders = sorted(one.letter_id for one in orders)
            return make_all(orders, making)

        folder = self._folder / f".{name}.partial"
        making = _making(folder, **changes)
        gists = _laid(self._folder / "laid", letters, making, reading)
        letters_made(gists, (), making, noting, self._last, self._folder / "noted")
        made = self._last = folder.rename(self._folder / name)
        return made

    def stands(self, folder: Path) -> None:
        """Another run's folder is the last one's now."""
        self._last = folder


@pytest.fixture
def runs(tmp_path: Path) -> _Runs:
    made = _Runs(tmp_path)
    made.run("1", LETTERS)
    return made


def test_nothing_changed_and_nothing_is_made(runs: _Runs, tmp_path: Path) -> None:
    second = runs.run("2", LETTERS)
    assert runs.orders == []
    assert _files(second) == _files(tmp_path / "1")
    page = "letters/first.html"
    assert (second / page).stat().st_ino == (tmp_path / "1" / page).stat().st_ino
    assert len(_files(second)) > len(LETTERS)  # what is handed on too


def _otherwise(one: CheckedLetter) -> CheckedLetter:
    return replace(one, findings=one.findings[:-1])


@pytest.mark.parametrize(
    ("letters", "changes", "made"),
    [
        ([LETTERS[0], _otherwise(LETTERS[1]), LETTERS[2]], {}, ["middle"]),
        (LETTERS[:2], {}, ["first", "middle"]),  # the list closes up around the one that is gone
        (LETTERS, {"reading": "other settings"}, ["first", "last", "middle"]),
        (LETTERS, {"table": None}, ["first", "last", "middle"]),
    ],
)
def test_what_changed_is_made_again(runs: _Runs, letters: Any, changes: Any, made: list[str]) -> None:
    runs.run("2", letters, **changes)
    assert runs.orders == made


def test_a_night_in_which_nothing_changed_leaves_the_pages_to_the_next(runs: _Runs, tmp_path: Path) -> None:
    """The run between has the files of the one before by links, and made none itself."""
    again = tmp_path / "2"
    shutil.copytree(tmp_path / "1", again)
    (again / "run.json").write_text(json.dumps({"as_run": "1"}), encoding="utf-8")
    runs.stands(again)
    runs.run("3", LETTERS)
    assert runs.orders == []


def test_a_page_that_is_gone_is_made_again(runs: _Runs, tmp_path: Path) -> None:
    (tmp_path / "1" / "letters" / "last.html").unlink()
    runs.run("2", LETTERS)
    assert runs.orders == ["last"]


def test_of_shared_lines_that_are_gone_the_letter_is_made_again(runs: _Runs, tmp_path: Path) -> None:
    first = _orders(tmp_path / "laid", _making(tmp_path / "x"))[0]
    lines_path(str(tmp_path / "aside"), first.key).unlink()
    runs.run("2", LETTERS)
    assert runs.orders == [first.letter_id]


def test_made_away_they_are_the_same_bytes(tmp_path: Path) -> None:
    here, home = tmp_path / "here", tmp_path / "home"
    orders = _orders(tmp_path / "laid", _making(here))
    make_all(orders, _making(here))
    came_home(made_away(orders, _making(Path(), aside="")), _making(home, aside=str(tmp_path / "other")))
    assert _files(home) == _files(here)
    assert _files(tmp_path / "other") == _files(tmp_path / "aside")


def test_the_key_of_an_order_is_the_same_in_every_process() -> None:
    code = (
        "from claims.language.load import put_in_force; put_in_force('en');"
        "from tests.flows.test_letter_files import _making, _orders; from pathlib import Path; import tempfile;"
        "print([one.key for one in _orders(Path(tempfile.mkdtemp()), _making('x'))])"
    )
    keys = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, cwd=Path(__file__).parents[2],
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(keys) == 1


@pytest.mark.parametrize("letters", [1, 49, 50, 51, 5_000, 10_000, 1_000_000])
def test_a_run_of_any_size_is_some_two_hundred_tasks(letters: int) -> None:
    batches = -(-letters // batch_size(letters))
    assert 2 * batches <= 200  # checked, and their files made
    assert batch_size(letters) >= 50
