"""`crossfoot report` as a whole, in processes of its own: with a server of its own and with one that was there, clean
and with everything that can be wrong.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd
import pytest

from tests.factories.warm_commands import WarmCommands

SLIP = "Open letter\n\n12 March 2020\n\nSince the coup of 1 February 2021 at least 97 people died in Myanmar.\n"
ROOT = Path(__file__).parents[2]
Report = Callable[..., subprocess.CompletedProcess[str]]


def report(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A run in a process started from nothing."""
    command = [sys.executable, "-m", "flows.cli", "report", *arguments]
    env = environment_of(environment)
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=300)
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done


def environment_of(more: Mapping[str, str]) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "CROSSFOOT_"))} | dict(more)


@pytest.fixture(scope="module")
def there(warm: WarmCommands, shared_prefect: dict[str, str]) -> Report:
    """A run with the server that was there."""
    api = {name: shared_prefect[name] for name in ("PREFECT_API_URL", "PREFECT_HOME")}

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        done = warm("report", *arguments, env=environment_of(api | environment))
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        return done

    return run


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory, there: Report) -> Path:
    """A folder with two runs of the seeds in it: with a server of the run's own, and with one that was there."""
    folder = tmp_path_factory.mktemp("report") / "out"
    home = tmp_path_factory.mktemp("home")
    for again, run in (((), report), (("--no-cache",), there)):  # the second is made anew, not taken from what was kept
        done = run("seeds/", "--out", str(folder), *again, HOME=str(home))
        assert (done.returncode, done.stderr) == (0, "")
    assert list(home.iterdir()) == []  # nothing in the user's home
    return folder


def test_a_run_is_laid_out_as_the_contract_says(out: Path) -> None:
    latest = out / "latest"
    for name in ("index.html", "run.json", "data-docs/index.html", "exports/crossfoot.json", "exports/crossfoot.xlsx"):
        assert (latest / name).is_file(), name
    assert len(list((latest / "letters").glob("*.html"))) == 2
    assert len(list((latest / "inputs").iterdir())) == 2
    for table in ("letters", "claims", "findings", "verdicts", "signatories"):
        parquet = pd.read_parquet(latest / "tables" / f"{table}.parquet")
        assert len(parquet) == len(pd.read_csv(latest / "tables" / f"{table}.csv")) > 0
    assert (out / "state" / "prefect" / "prefect.db").is_file()


def test_the_pages_lead_to_what_is_handed_on(out: Path) -> None:
    latest = out / "latest"
    for page in (latest / "index.html", *(latest / "letters").glob("*.html")):
        links = re.findall(r'<a href="([^"]*exports/[^"]*)" download>', page.read_text(encoding="utf-8"))
        assert len(links) == (7 if page.name == "index.html" else 3)
        assert all((page.parent / link).is_file() for link in links)


def test_the_same_inputs_give_the_same_bytes(out: Path) -> None:
    first, second = sorted(out.glob("runs/[0-9]*"))
    for name in sorted(p.relative_to(first) for p in first.rglob("*") if p.is_file()):
        if name.parts[0] in ("data-docs", "run.json") or name.suffix == ".html":
            continue
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


def test_letter_pages_are_the_same_bytes_but_for_the_run(out: Path) -> None:
    first, second = sorted(out.glob("runs/[0-9]*"))
    for page in sorted(p.relative_to(first) for p in first.glob("letters/*.html")):
        one, two = ((run / page).read_text().replace(run.name, "RUN") for run in (first, second))
        assert one == two


def test_run_json_names_what_ran(out: Path) -> None:
    record = json.loads((out / "latest" / "run.json").read_text())
    assert record["run_id"] == (out / "latest").resolve().name
    assert record["failed_gates"] == []
    assert len(record["inputs"]) == 2
    assert record["reference_table"]["sha256"]
    assert {"prefect", "pandas", "great-expectations", "quantulum3", "dateparser"} <= set(record["versions"])


def test_what_is_wrong_is_named_and_the_rest_is_published(tmp_path: Path, out: Path, there: Report) -> None:
    letters, table = tmp_path / "letters", tmp_path / "table"
    letters.mkdir()
    shutil.copyfile(ROOT / "seeds" / "002_2cd62c704b68d50a.txt", letters / "good.txt")
    (letters / "empty.txt").write_bytes(b"")
    (letters / "binary.txt").write_bytes(bytes(range(256)) * 9)
    shutil.copytree(ROOT / "sources" / "data" / "packs" / "myanmar", table)
    content = (table / "observations.csv").read_text(encoding="utf-8")
    (table / "observations.csv").write_text(content.replace("2021-02-01", "2021-02-30", 1), encoding="utf-8")
    done = there(str(letters), "--out", str(out), "--references", str(table))
    assert done.returncode == 1
    for part in ("empty.txt", "binary.txt", "observations.csv", "2021-02-30"):
        assert part in done.stderr
    index = (out / "latest" / "index.html").read_text(encoding="utf-8")
    assert "good" in index
    assert "empty.txt" in index


def test_odd_names_and_a_letter_s_own_slip_cost_nothing(tmp_path: Path, out: Path, there: Report) -> None:
    folder = tmp_path / "letters"
    for inner in ("a" * 120, "b" * 120):
        (folder / inner).mkdir(parents=True)
        (folder / inner / f"{'z' * 240}.txt").write_text(SLIP, encoding="utf-8")
    for name in (b"bad\xff\xfename.txt", b"x" * 247 + b".txt"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(SLIP, encoding="utf-8")
    done = there(str(folder), "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    pages = [page.stem for page in (out / "latest" / "letters").iterdir()]
    assert len(pages) == 4
    assert all(len(os.fsencode(one)) < 130 and tmp_path.name not in one for one in pages)
    findings = pd.read_csv(out / "latest" / "tables" / "findings.csv")
    assert (findings[findings.rule == "date-order"].status == "inconsistent").all()


def test_no_password_stands_in_prefect_s_database(tmp_path: Path, out: Path) -> None:
    done = report("seeds/", "--out", str(out), "--references", "sqlite:///no.db?password=s3cr3tPw")
    assert done.returncode == 1
    assert "sqlite:///no.db" in done.stderr
    kept = [path for path in out.rglob("*") if path.is_file() and b"s3cr3tPw" in path.read_bytes()]
    assert (kept, "s3cr3tPw" in done.stdout + done.stderr) == ([], False)


def test_a_prefect_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = report("seeds/", "--out", str(tmp_path / "out"), PREFECT_API_URL="http://127.0.0.1:9/api")
    assert done.returncode == 2
    assert "http://127.0.0.1:9/api: no Prefect server answers there; start it" in done.stderr
    assert "fault in crossfoot" not in done.stderr


def test_a_folder_without_letters_exits_1_and_says_so(tmp_path: Path, out: Path, there: Report) -> None:
    done = there(str(tmp_path), "--out", str(out))
    assert done.returncode == 1
    assert str(tmp_path) in done.stderr
