"""`crossfoot export` at the command line: what it writes, what it says, how it exits."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.cli import main
from tests.factories.documents import para, pdf
from tests.factories.word_files import whole_docx

LETTER = (
    "Open letter on the ports\n\n4 May 2021\n\nDear minister,\n\nWe, the undersigned 12 organisations, write to you.\n"
    "This is the 22th year of the treaty, and the boats lie idle in the north of the bay.\n"
)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    lines = LETTER.split("\n")
    (folder / "a.txt").write_text(LETTER)
    (folder / "b.docx").write_bytes(whole_docx("".join(para(line) for line in lines)))
    (folder / "c.pdf").write_bytes(pdf([[(72, 700 - 24 * at, 11, line) for at, line in enumerate(lines) if line]]))
    return folder


def test_all_forms_of_three_formats(letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = tmp_path / "made"
    assert main(["export", str(letters), "--into", str(into)]) == 0
    said = capsys.readouterr().out
    for name in ("a.docx", "b.docx", "c.pdf"):
        assert (into / "letters" / name).is_file()
        assert f"{into / 'letters' / name}  1 of 1 comments at their words\n" in said
    names = {path.name for path in into.iterdir()}
    assert names == {"letters", "packets", "to-do.csv", "claims.csv", "crossfoot.xlsx", "crossfoot.json",
                     "annotations.jsonld", "crossfoot.sarif", "junit.xml"}  # fmt: skip
    assert "22th" in (into / "packets" / "b.md").read_text(encoding="utf-8")


def test_one_form_alone_and_reviews_on_request(letters: Path, tmp_path: Path) -> None:
    into = tmp_path / "made"
    told = ["--format", "sarif", "--claim-reviews", "https://example.org/check", "--by", "Desk"]
    assert main(["export", str(letters / "a.txt"), "--into", str(into), *told]) == 0
    assert sorted(path.name for path in into.iterdir()) == ["claim-reviews.jsonld", "crossfoot.sarif"]
    region = json.loads((into / "crossfoot.sarif").read_text())["runs"][0]["results"][0]["locations"][0]
    assert region["physicalLocation"]["region"]["startLine"] == 8


def test_an_unreadable_letter_is_named_and_the_others_are_written(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (letters / "d.pdf").write_bytes(b"%PDF-1.4 nothing")
    into = tmp_path / "made"
    assert main(["export", str(letters), "--into", str(into)]) == 1
    assert "d.pdf: is a damaged PDF" in capsys.readouterr().err
    assert (into / "letters" / "a.docx").is_file()
    assert "damaged PDF" in (into / "junit.xml").read_text()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (["--claim-reviews", "https://example.org"], "goes with --by"),
        (["--by", "Desk"], "goes with --by"),
        (["--claim-reviews", "javascript:alert(1)", "--by", "Desk"], "needs an address"),
        (["--claim-reviews", "https://example.org", "--by", " "], "and a name"),
        (["--decisions", "nowhere"], "is no folder of decisions"),
        (["--into", "letters/a.txt"], "cannot be written"),
        (["--format", "doc"], "invalid choice"),
    ],
)
def test_wrong_use_is_told_and_exits_with_2(
    letters: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], told: list[str], why: str
) -> None:
    monkeypatch.chdir(letters.parent)
    try:
        code = main(["export", "letters/a.txt", *told])
    except SystemExit as usage:
        code = int(str(usage.code))
    assert code == 2
    assert why in capsys.readouterr().err


def test_neither_prefect_nor_great_expectations_is_loaded(letters: Path, tmp_path: Path) -> None:
    told = ["export", str(letters / "a.txt"), "--into", str(tmp_path / "made"), "--format", "json"]
    code = f"import sys; from flows.cli import main; main({told!r}); print(sorted(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert not {name for name in ("prefect", "great_expectations", "docx", "pypdf", "openpyxl") if f"'{name}'" in said}
