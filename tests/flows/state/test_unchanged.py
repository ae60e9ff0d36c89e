"""A run over unchanged letters takes over the last one's files; whatever changed, it does not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.readers.finding import Found, FoundLetter, Problem
from flows.state.letter_cache import LetterCache
from flows.state.unchanged import digest_of, link_run, run_info, taken_over
from reports.model import RunInfo
from reports.site.front import index_page
from reports.site.letter_lists import list_pages
from reports.site.render import render_index, restamped
from tests.factories import checked as make

KEPT, VERSIONS = LetterCache("x", "settings", "table"), {"crossfoot": "1"}
LETTERS = [FoundLetter("a.txt", "a", b"40 boats"), FoundLetter("b.txt", "b", b"30 boats")]
OLD, NEW = (
    RunInfo(run_id=f"2024060{n}T000000.000000Z-1", started_on=date(2024, 6, n), versions=VERSIONS) for n in (3, 4)
)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is noted of tables under "x" stays out of the project."""
    monkeypatch.chdir(tmp_path)


def _front(run):
    page = index_page([make.checked_letter()], (), (), None, run=run)
    return render_index(page, list_pages(page.letters)[0])


def _digest(letters: list[FoundLetter], **changes: Any) -> str | None:
    table = make.reference_table()
    given = {"kept": KEPT, "table": table, "versions": VERSIONS} | changes
    return digest_of(Found(letters, changes.pop("problems", []), []), given["kept"], given["table"], given["versions"])


def test_the_digest_is_of_everything() -> None:
    same = _digest(LETTERS)
    assert same == _digest(LETTERS)
    others = [
        _digest(LETTERS[:1]),
        _digest([replace(LETTERS[0], data=b"41 boats"), LETTERS[1]]),
        _digest([replace(LETTERS[0], letter_id="c"), LETTERS[1]]),
        _digest(LETTERS, kept=LetterCache("x", "others", "table")),
        _digest(LETTERS, kept=LetterCache("x", "settings", "another")),
        _digest(LETTERS, kept=LetterCache("x", "settings", "table", "other rows")),
        _digest(LETTERS, versions={"crossfoot": "2"}),
    ]
    assert len({same, *others}) == len(others) + 1
    assert _digest(LETTERS, problems=[Problem("c.txt", "is empty")]) is None
    assert _digest(LETTERS, table=None) is None
    assert _digest([replace(LETTERS[0], path="no such file", data=None)]) is None


def _run(folder: Path, **changes: Any) -> dict[str, Any]:
    record = {
        "run_id": OLD.run_id, "started_at": "2024-06-03T00:00:00+00:00", "versions": VERSIONS, "digest": "d",
        "problems": [], "failed_gates": [], "inputs": [{"letter_id": "flood"}], **changes,
    }  # fmt: skip
    (folder / "letters").mkdir(parents=True)
    (folder / "letters" / "flood.html").write_text("the page")
    (folder / "index.html").write_text(_front(OLD))
    (folder / "run.json").write_text(json.dumps(record))
    return record


def test_links_and_a_front_page_of_its_own(tmp_path: Path) -> None:
    record = _run(tmp_path / "old")
    assert taken_over(tmp_path / "old", "d") == record
    (tmp_path / "new").mkdir()
    link_run(tmp_path / "old", tmp_path / "new", run_info(record), NEW)
    assert (tmp_path / "new" / "letters" / "flood.html").samefile(tmp_path / "old" / "letters" / "flood.html")
    expected = _front(NEW)
    assert (tmp_path / "new" / "index.html").read_text() == expected
    assert restamped(expected, NEW, OLD) == (tmp_path / "old" / "index.html").read_text()


@pytest.mark.parametrize(
    "changes",
    [{"digest": "e"}, {"digest": None}, {"problems": [{"path": "x", "message": "y"}]}, {"failed_gates": ["claims"]}],
)
def test_another_run_is_not_taken_over(tmp_path: Path, changes: dict[str, Any]) -> None:
    _run(tmp_path / "old", **changes)
    assert taken_over(tmp_path / "old", changes.get("digest") and "d") is None
    assert taken_over(tmp_path / "none", "d") is None


def test_a_run_that_somebody_has_cut_is_not_taken_over(tmp_path: Path) -> None:
    _run(tmp_path / "old")
    (tmp_path / "old" / "letters" / "flood.html").unlink()
    assert taken_over(tmp_path / "old", "d") is None
