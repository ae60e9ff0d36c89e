"""`sources fetch`, and `check` and `report` with the pages it keeps: one errand from end to end, on a real server."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from flows.cli import main
from flows.reference.sources_fetch import add_arguments, run_fetch
from reports.exports.contract import contract_schema
from sources.pages.asking.fetching import Limits
from sources.pages.asking.reach import Reach
from tests.factories.cited_pages import article

ROOT = Path(__file__).parents[2]
PAGE = article("As of 11 August 2023, Alder Watch has has verified that 3,919 people have been killed shelling.")
SECRET = "The register is open to those who were there"
LETTER = """Open letter

15 August 2023

To the Council,

Alder Watch has documented that 3,991 people have been killed by shelling.[1] In June a further
[24,123 people]({url}/gone) were arrested. More than 3,900 people have been killed by shelling.[1]

Yours,
The undersigned

[1] Alder Watch, Briefing, 11 August 2023, {url}/report
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = PAGE if self.path == "/report" else b"nothing"
            self.send_response(200 if self.path == "/report" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Last-Modified", "Fri, 11 Aug 2023 10:00:00 GMT")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """No noise."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="module")
def desk(server: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a letter, and the pages it cites under out/state/pages."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "letter.txt").write_text(LETTER.format(url=server))
    assert fetch(str(folder / "letter.txt"), "--into", str(folder / "out" / "state" / "pages")) == 1
    return folder


def fetch(*arguments: str, reach: Reach | None = None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--references")
    add_arguments(parser)
    quick = Limits(connect=2.0, read=2.0, total=5.0, interval=0.0)
    return run_fetch(parser.parse_args(arguments), reach=reach or Reach(loopback_for_tests=True), limits=quick)


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(list(arguments))
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err


def test_without_the_setting_of_the_tests_nothing_on_this_machine_is_asked(server, tmp_path, capsys):
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER.format(url=server))
    code, out, _ = call(capsys, "sources", "fetch", str(letter), "--into", str(tmp_path / "pages"))
    assert code == 1
    assert out.count("private network") == 2
    assert "2 not fetched" in out


def test_a_dry_run_lists_and_asks_nothing(server, tmp_path, capsys):
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER.format(url=server))
    code, out, _ = call(capsys, "sources", "fetch", str(letter), "--into", str(tmp_path / "pages"), "--dry-run")
    assert (code, sorted(out.split())) == (0, [f"{server}/gone", f"{server}/report"])
    assert not (tmp_path / "pages").exists()


def test_what_was_fetched_is_told_line_by_line(server, tmp_path, capsys):
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER.format(url=server))
    assert fetch(str(letter), "--into", str(tmp_path / "pages")) == 1
    out = capsys.readouterr().out
    assert f"kept       {server}/report (text/html, {len(PAGE):,} bytes)" in out
    assert f"failed     {server}/gone: answers 404" in out
    assert out.rstrip().endswith(f"{tmp_path / 'pages'}: 1 kept, 1 not fetched")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--host", "https://alder.example/a"], "host's name"),
        (["--copies", "also", "--timegate", "nonsense", "--host", "alder.example"], "--timegate"),
        (["--seconds", "0"], "--seconds"),
    ],
)
def test_usage(tmp_path, capsys, arguments, what):
    (tmp_path / "letter.txt").write_text("Open letter\n\nWe are 12 people.\n")
    code, _, err = call(capsys, "sources", "fetch", str(tmp_path / "letter.txt"), *arguments)
    assert code == 2
    assert what in err


def test_a_letter_that_cannot_be_read(tmp_path, capsys):
    code, _, err = call(capsys, "sources", "fetch", str(tmp_path / "none.txt"), "--dry-run")
    assert code == 2
    assert "none.txt" in err


def test_check_finds_what_was_fetched_where_it_is_kept(desk, monkeypatch, capsys):
    monkeypatch.chdir(desk)
    _, out, _ = call(capsys, "check", "letter.txt", "--fail-on", "never")
    plain = " ".join(out.split())
    assert "The page you cite prints 3,919, not 3,991" in plain
    assert "The page you cite prints it: “has verified that 3,919 people have been killed”" in plain
    assert "cannot be told: the page was not fetched: it answers 404" in plain


def test_the_json_is_that_of_the_contract_and_holds_no_more_than_eight_words_of_the_page(desk, server, capsys):
    pages = str(desk / "out" / "state" / "pages")
    _, out, _ = call(capsys, "check", str(desk / "letter.txt"), "--pages", pages, "--format", "json")
    document = json.loads(out)
    Draft202012Validator(contract_schema()).validate(document)
    first, gone, third = (claim["citations"][0] for claim in document["letters"][0]["claims"])
    assert first["fetched"] | {"sha256": 0, "fetched_at": 0} == {
        "sha256": 0,
        "fetched_at": 0,
        "media_type": "text/html",
        "prints": False,
        "as_printed": "has verified that 3,919 people have been killed",
        "nearest": ["3,919"],
        "why": None,
        "address": f"{server}/report",
        "archived_at": None,
        "grade": "cited",
    }
    assert first["not_fetched"] is None
    assert gone["fetched"] is None
    assert gone["not_fetched"] == "the page was not fetched: it answers 404"
    assert third["fetched"]["prints"] is True
    assert SECRET not in out


def test_without_pages_nothing_is_said_of_them(desk, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    _, out, _ = call(capsys, "check", str(desk / "letter.txt"), "--format", "json")
    citations = [each for claim in json.loads(out)["letters"][0]["claims"] for each in claim["citations"]]
    assert [(each["fetched"], each["not_fetched"]) for each in citations] == [(None, None)] * 4


def test_pages_that_are_not_there(desk, capsys):
    code, _, err = call(capsys, "check", str(desk / "letter.txt"), "--pages", str(desk / "nowhere"))
    assert code == 2
    assert "no folder of pages" in err


def test_check_without_pages_loads_none_of_their_room(desk, tmp_path):
    """Neither the readers of pages nor a library of the network: `check` starts as fast as before."""
    code = (
        "import sys; from flows.cli import main; main(['check', sys.argv[1], '--fail-on', 'never']);"
        "heavy = ('httpx', 'httpcore', 'warcio', 'protego', 'selectolax', 'sources.pages.kept', 'sources.pages.cited');"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(desk / "letter.txt")],
        capture_output=True, text=True, check=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )  # fmt: skip
    assert done.stderr.strip().endswith("[]")


def test_the_report_shows_it_on_the_card_and_in_the_export(desk, warm):
    done = warm("report", str(desk / "letter.txt"), "--out", str(desk / "out"))
    assert done.returncode == 0, done.stderr
    page = next((desk / "out" / "latest" / "letters").glob("*.html")).read_text()
    assert "The page you cite prints 3,919, not 3,991" in page
    assert "The page cited prints otherwise" in page
    assert "was not fetched: it answers 404" in page
    written = [path for path in (desk / "out" / "latest").rglob("*") if path.is_file()]
    told = [path for path in written if SECRET.encode() in path.read_bytes()]
    assert told == []
    exported = json.loads((desk / "out" / "latest" / "exports" / "crossfoot.json").read_text())
    assert exported["letters"][0]["claims"][0]["citations"][0]["fetched"]["prints"] is False
