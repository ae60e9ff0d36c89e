"""What a run leaves beside its folder goes with it: results of its letters, pages they cite, a text that was pasted."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.model import Citation
from flows.run_folders.runs import Layout, kept_since
from flows.state.kept_pages import FOLDER, forget_pages, has_pages, keep_pages, pages_of_run
from flows.state.letter_cache import forget_unused
from flows.state.pasted_text import parameter_of_text, pasted_text
from sources.pages.kept import KeptPage
from sources.pages.reading.page_text import PageText
from sources.pages.told import PageRecord
from tests.factories import checked as make

CITED, GONE = "https://counter.example/3", "https://counter.example/gone"
RUNS = ("20300101T030000.000000Z-1", "20300102T030000.000000Z-1")


class Page:
    record = PageRecord(address=CITED, fetched_at="2024-06-01T00:00:00+00:00", sha256="a" * 64)

    def text(self) -> PageText:
        return PageText(text="131 people have died", hidden=("7",), language="en")


class Shelf:
    @property
    def faults(self) -> list[tuple[str, str]]:
        return []

    def versions(self, address: str) -> tuple[KeptPage, ...]:
        return (Page(),) if address == CITED else ()

    def problem(self, address: str) -> str | None:
        return "the server said 404" if address == GONE else None


def citation(address: str) -> Citation:
    return Citation(kind="link", mark="", text="", url=address, producer=None, published_on=None, span=None)


def test_pages_as_they_were(tmp_path: Path) -> None:
    claims = [make.claim(citations=(citation(one),)) for one in (CITED, GONE)]
    keep_pages(tmp_path, RUNS[0], [make.checked_letter(claims=tuple(claims))], Shelf())
    shelf = pages_of_run(tmp_path, RUNS[0])
    assert shelf is not None
    (page,) = shelf.versions(CITED)
    assert (page.record, page.text()) == (Page.record, Page().text())
    assert (shelf.problem(CITED), shelf.problem(GONE), shelf.problem("https://other.example")) == (
        None, "the server said 404", None,
    )  # fmt: skip
    assert stat.S_IMODE((tmp_path / FOLDER).stat().st_mode) == 0o700


def test_pages_go_with_their_run(tmp_path: Path) -> None:
    for run in RUNS:
        keep_pages(tmp_path, run, [], Shelf())
    forget_pages(tmp_path, RUNS[1:])
    assert [has_pages(tmp_path, run) for run in RUNS] == [False, True]
    assert pages_of_run(tmp_path, RUNS[0]) is None


@pytest.mark.parametrize(
    ("as_run", "since"),
    [(None, datetime(2030, 1, 1, 3, tzinfo=UTC)), ("20291224T030000.000000Z-7", datetime(2029, 12, 24, 3, tzinfo=UTC))],
)
def test_results_go_with_the_last_run_that_read_them(tmp_path: Path, as_run: str | None, since: datetime) -> None:
    layout = Layout(out=tmp_path)
    layout.prepare()
    assert kept_since(layout) == 0.0
    for run in RUNS:
        (layout.runs / run).mkdir()
        (layout.runs / run / "run.json").write_text(json.dumps({"as_run": as_run}))
    assert kept_since(layout) == since.timestamp()
    used = {}
    for name, moment in (("ab/old", since.timestamp() - 60), ("ab/new", since.timestamp() + 60)):
        used[name] = layout.state / "cache" / name
        used[name].parent.mkdir(parents=True, exist_ok=True)
        used[name].touch()
        os.utime(used[name], (moment, moment))
    assert forget_unused(layout.state, kept_since(layout)) == 1
    assert [path.exists() for path in used.values()] == [False, True]


def test_a_pasted_letter_is_no_parameter() -> None:
    name = parameter_of_text("Dear minister, 40 boats.")
    assert name is not None
    assert "boats" not in name
    assert pasted_text(name) == "Dear minister, 40 boats."
    assert pasted_text("Dear minister.") == "Dear minister."  # told by a program, as it is
    assert (parameter_of_text(None), pasted_text(None)) == (None, None)


def test_an_address_that_is_cited_twice_is_kept_once(tmp_path: Path) -> None:
    letter = make.checked_letter(claims=(make.claim(citations=(citation(CITED), citation(CITED))),))
    keep_pages(tmp_path, RUNS[0], [letter, replace(letter)], Shelf())
    assert list(json.loads((tmp_path / FOLDER / f"{RUNS[0]}.json").read_text())) == [CITED]
