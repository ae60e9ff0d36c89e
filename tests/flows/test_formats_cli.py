"""Formats at the command line: standard input, pasted text, skipped files, and what a plain text never loads."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows.cli import main
from tests.factories.documents import docx, para

LETTER = "Open letter on the ports\n\n4 May 2021\n\nDear minister,\n\nAt least 3,460 boats lie idle in the north.\n"
HEAVY = ("pypdfium2", "selectolax", "defusedxml", "markdown_it", "charset_normalizer",
         "subprocess", "claims.readers.confined", "claims.readers.dress")  # fmt: skip


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:  # type: ignore[type-arg]
    main(["check", *arguments, "--format", "json", "--fail-on", "never"])
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "data", [LETTER.encode(), docx("".join(para(line) for line in LETTER.split("\n")))], ids=["txt", "docx"]
)
def test_standard_input_in_any_format(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    (letter,) = _json(capsys, "-")["letters"]
    assert (letter["path"], letter["letter_id"]) == ("-", "stdin")
    assert [claim["value"] for claim in letter["claims"]] == [3460]


def test_a_pasted_text(capsys: pytest.CaptureFixture[str]) -> None:
    (letter,) = _json(capsys, "--text", LETTER)["letters"]
    assert (letter["path"], letter["letter_id"], letter["text"]) == ("--text", "text", LETTER)


def test_skipped_files_are_said_and_fail_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx("".join(para(line) for line in LETTER.split("\n"))))
    (tmp_path / "b.csv").write_text("a,b\n")
    document = _json(capsys, str(tmp_path))
    assert [Path(one["path"]).name for one in document["skipped"]] == ["b.csv"]
    claim = document["letters"][0]["claims"][0]
    assert (claim["page"], claim["paragraph"]) == (None, 4)
    assert main(["check", str(tmp_path), "--fail-on", "never"]) == 0
    assert "NOT TAKEN AS LETTERS" in capsys.readouterr().out


def test_one_unreadable_letter_costs_the_others_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LETTER)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    document = _json(capsys, str(tmp_path))
    assert len(document["letters"]) == 1
    assert "damaged PDF" in document["problems"][0]["message"]


def test_a_plain_text_loads_no_reader_of_another_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LETTER)
    code = (
        "import sys; from flows.cli import main; main(['check', sys.argv[1], '--fail-on', 'never']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"
