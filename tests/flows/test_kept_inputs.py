"""The bytes that were checked are the bytes kept, whatever becomes of the file meanwhile."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from claims.letters import letter_from_bytes
from claims.model import Field
from claims.readers.finding import FoundLetter, find_letters
from expectations.model import CheckedLetter
from flows import steps
from reports.model import Problem
from tests.factories.documents import docx, para

LETTER = "Dear minister,\n\nAt least 3,460 boats lie idle in the north.\n"
NOTHING = Field(measures=(), events=(), producers=(), places=())


def _kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("a.txt", LETTER.encode(), ".txt"),
        ("a.txt", "Größe\n\n40 Boote".encode("cp1252"), ".txt"),
        ("a.docx", docx(para(LETTER)), ".docx"),
        ("no-ending", docx(para(LETTER)), ".docx"),
        ("letter.2021", LETTER.encode(), ".txt"),
    ],
)
def test_what_was_checked_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, ending: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (found,) = find_letters([str(path)], keep=str(tmp_path / "inputs")).letters
    whole = letter_from_bytes

    def meanwhile(*arguments: object, **named: object) -> object:
        path.write_bytes(b"Dear minister, other words.")
        return whole(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("flows.steps.letter_from_bytes", meanwhile)
    checked = steps.check_one(found, NOTHING, None)
    assert isinstance(checked, CheckedLetter)
    sha = hashlib.sha256(data).hexdigest()
    assert checked.extraction.letter.sha256 == sha
    assert _kept(tmp_path / "inputs") == {sha + ending: data}


def test_standard_input_is_kept_too(tmp_path: Path) -> None:
    data = docx(para(LETTER))
    found = FoundLetter("-", "stdin", data, keep=str(tmp_path / "inputs"))
    steps.check_one(found, NOTHING, None)
    assert list(_kept(tmp_path / "inputs").values()) == [data]


def test_where_nothing_can_be_kept_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "inputs").write_text("a file where the folder should be")
    found = FoundLetter("a.txt", "a", LETTER.encode(), keep=str(tmp_path / "inputs"))
    problem = steps.check_one(found, NOTHING, None)
    assert isinstance(problem, Problem)
    assert "could not be kept" in problem.message
