"""Runs and their store as a whole, in processes of their own: remembered, told on the front page, made again."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from expectations.model import CheckedLetter
from flows.state.kept_values import load_value
from tests.factories.warm_commands import WarmCommands

LETTER = """Open letter on the harbour

12 June 2024

Since the coup of 1 February 2021 at least 4,100 people have been killed in Myanmar. Some 40 boats lie idle in Sittwe.

The delta has 23 villages: 12 in the north and 10 in the south.

Signed by 2 groups:
1. Ferry Workers of the Northern Quay
2. River Watch
"""
NAME = b"Ferry Workers of the Northern Quay"


Run = Callable[..., str]


@pytest.fixture(scope="module")
def crossfoot(warm: WarmCommands) -> Run:
    """The command line in a process of its own: what it says, after its exit code was looked at."""

    def run(*words: str, code: int = 0) -> str:
        done = warm(*words)
        assert "Traceback" not in done.stderr
        assert done.returncode == code, done.stderr
        return done.stdout + done.stderr

    return run


@pytest.fixture(scope="module")
def past(crossfoot: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three runs: a letter, the same again, the letter rewritten beside a new one."""
    folder = tmp_path_factory.mktemp("past")
    letters, out = folder / "letters", folder / "out"
    letters.mkdir()
    (letters / "harbour.txt").write_text(LETTER, encoding="utf-8")
    for _ in range(2):
        crossfoot("report", str(letters), "--out", str(out))
    changed = LETTER.replace("4,100", "4,900").replace("10 in", "11 in")
    (letters / "harbour.txt").write_text(changed, encoding="utf-8")
    (letters / "quay.txt").write_text("Open letter on the quay\n\nAt least 30 boats lie idle.\n", encoding="utf-8")
    (letters / "empty.txt").write_bytes(b"")
    crossfoot("report", str(letters), "--out", str(out), code=1)
    return out


def test_the_front_page_tells_what_changed(past: Path) -> None:
    first, second, third = (past / "runs" / name for name in sorted(os.listdir(past / "runs")) if name != "runs.html")
    texts = [re.sub(r"<[^>]+>", "", (run / "index.html").read_text("utf-8")) for run in (first, second, third)]
    assert "This is the first run that is remembered here." in texts[0]
    assert "Since the run of" in texts[1]
    assert "Nothing changed." in texts[1]
    for part in ("1 letter is new", "“4,100 people” → “4,900 people”", "settled Parts and whole: 23", "on the quay"):
        assert part in " ".join(texts[2].split()), part


def test_verdicts_over_the_runs_go_with_the_record(past: Path) -> None:
    runs = sorted(path.parent for path in past.glob("runs/2*/run.json"))
    since = [json.loads((run / "run.json").read_text("utf-8"))["since"] for run in runs]
    assert since[0] is None
    assert [[one["run_id"] for one in told["course"]] for told in since[1:]] == [[], [runs[0].name, runs[1].name]]


def test_links_between_runs_work_from_both_places(past: Path) -> None:
    for page in (past / "latest" / "index.html", *past.glob("runs/2*/index.html")):
        assert 'href="../runs.html"' in page.read_text("utf-8")
    for page in (past / "runs.html", past / "runs" / "runs.html"):
        links = re.findall(r'href="([^":#]+)"', page.read_text("utf-8"))
        assert len(links) == 4
        assert all((page.parent / link).is_file() for link in links), links


def test_runs_are_remembered(crossfoot: Run, past: Path) -> None:
    runs = json.loads(crossfoot("history", "--out", str(past), "--format", "json"))["runs"]
    assert [one["letters"] for one in runs] == [2, 1, 1]
    assert runs[1]["changed"] == {}
    text = crossfoot("history", "harbour.txt", "--out", str(past))
    assert "“4,100 people” → “4,900 people”" in text
    assert "Nothing changed." in crossfoot("diff", runs[2]["run_id"], runs[1]["run_id"], "--out", str(past))


@pytest.mark.parametrize("which", ["latest", "first"])
def test_a_run_is_made_again_byte_by_byte(crossfoot: Run, past: Path, which: str) -> None:
    run = "latest" if which == "latest" else min(one.name for one in past.glob("runs/2*"))
    assert "the same bytes" in crossfoot("reproduce", run, "--out", str(past))


def test_what_somebody_changed_in_a_run_is_found(crossfoot: Run, past: Path, tmp_path: Path) -> None:
    copy = tmp_path / "out" / "runs" / "copy"
    shutil.copytree((past / "latest").resolve(), copy)
    table = copy / "tables" / "claims.csv"
    table.write_bytes(table.read_bytes().replace(b"4900", b"4901", 1))
    (copy / "letters" / "quay.html").unlink()
    text = crossfoot("reproduce", str(copy / "run.json"), "--into", str(tmp_path / "again"), code=1)
    assert re.search(r"tables/claims\.csv: differs from byte \d+ \(line \d+\) on", text)
    assert "letters/quay.html: was not there" in text
    assert (tmp_path / "again" / "letters" / "quay.html").is_file()


def test_a_run_that_is_not_kept_is_told(crossfoot: Run, past: Path) -> None:
    assert "no run of that name is kept" in crossfoot("reproduce", "1999", "--out", str(past), code=2)


def test_a_store_that_cannot_be_written_costs_a_line_and_no_report(crossfoot: Run, past: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "state").mkdir(parents=True)
    (out / "state" / "crossfoot.db").write_bytes(b"no database " * 400)
    text = crossfoot("report", str(past.parent / "letters" / "quay.txt"), "--out", str(out))
    assert "the run is published, and not in the store" in text
    assert (out / "latest" / "index.html").is_file()


def test_no_name_outlives_the_runs_that_are_kept(crossfoot: Run, past: Path) -> None:
    """Last: it forgets what the others look at."""
    crossfoot("report", str(past.parent / "letters" / "quay.txt"), "--out", str(past), "--keep", "1")
    assert len(list(past.glob("runs/2*"))) == 1
    kept = [load_value(path) for path in past.glob("state/cache/*/*")]
    assert {one.extraction.letter.title for one in kept if isinstance(one, CheckedLetter)} == {
        "Open letter on the quay"
    }
    assert [path for path in past.rglob("*") if path.is_file() and NAME in path.read_bytes()] == []
    assert "consistent" in crossfoot("history", "harbour", "--out", str(past))
