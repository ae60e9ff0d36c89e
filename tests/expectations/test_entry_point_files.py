"""What the files of installed packages tell of their entry points, without `importlib.metadata`."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

from expectations.book.entry_point_files import may_bring

GROUP = "acme.rules"


@pytest.fixture(autouse=True)
def only_our_own_finders(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that another test of this process took in may have brought a finder of packages of its own."""
    known = [one for one in sys.meta_path if one is PathFinder or not hasattr(one, "find_distributions")]
    monkeypatch.setattr(sys, "meta_path", known)


def test_a_finder_of_anothers_is_in_doubt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Finder:
        def find_distributions(self) -> None: ...

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert may_bring(GROUP, [str(tmp_path)])


def _lay(folder: Path, info: str, points: str | None) -> None:
    (folder / info).mkdir(parents=True)
    if points is not None:
        (folder / info / "entry_points.txt").write_text(points, encoding="utf-8")


@pytest.mark.parametrize(
    ("info", "points", "told"),
    [
        ("other-1.0.dist-info", None, False),
        ("other-1.0.dist-info", "[console_scripts]\nother = other:main\n", False),
        ("acme-1.0.dist-info", "[console_scripts]\na = a:b\n\n[acme.rules]\nround = acme:ROUND\n", True),
        ("acme.egg-info", "[acme.rules]\nround = acme:ROUND\n", True),
        ("acme-1.0.egg", None, True),
        ("acme", "[acme.rules]\nround = acme:ROUND\n", False),
    ],
)
def test_by_its_files(tmp_path: Path, info: str, points: str | None, told: bool) -> None:
    _lay(tmp_path, info, points)
    assert may_bring(GROUP, [str(tmp_path)]) is told


def test_a_folder_that_is_not_there_brings_none(tmp_path: Path) -> None:
    assert not may_bring(GROUP, [str(tmp_path / "none")])


def test_what_is_no_folder_is_left_to_the_library(tmp_path: Path) -> None:
    (tmp_path / "packed.zip").write_bytes(b"PK")
    assert may_bring(GROUP, [str(tmp_path / "packed.zip")])
