"""What is taken as a letter, what is skipped and said, and what cannot be opened; encodings of plain text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claims.letters import read_letter
from claims.readers.finding import find_letters
from claims.readers.registry import read
from tests.factories.documents import docx, para, zipped

LETTER = "At least 40 boats lie idle in the ports of the north.\n"


def test_a_folder_names_what_it_skips(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    (inbox / ".git").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text(LETTER)
    (inbox / "a.txt").write_text(LETTER)
    (inbox / "b.docx").write_bytes(docx(para(LETTER)))
    (inbox / "no-ending").write_bytes(docx(para(LETTER)))
    (inbox / "data.csv").write_text("a,b\n")
    (inbox / "photo.jpg").write_bytes(b"\xff\xd8\xff" + bytes(50))
    (inbox / "~$b.docx").write_bytes(b"x")
    (inbox / "out.txt").symlink_to(tmp_path / "secret.txt")
    (inbox / "in.txt").symlink_to(inbox / "a.txt")
    (inbox / "gone.txt").symlink_to(inbox / "nothing.txt")
    os.mkfifo(inbox / "pipe.txt")
    found = find_letters([str(inbox)])
    assert [Path(one.path).name for one in found.letters] == ["a.txt", "b.docx", "no-ending"]
    assert found.problems == []
    said = {Path(one.path).name: one.reason for one in found.skipped}
    assert set(said) == {".git", "data.csv", "photo.jpg", "~$b.docx", "out.txt", "in.txt", "gone.txt", "pipe.txt"}
    assert "leads out" in said["out.txt"]
    assert "picture" in said["photo.jpg"]


def test_an_archive_is_opened_and_nothing_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "week.zip"
    path.write_bytes(
        zipped({"a/letter.txt": LETTER, "../evil.txt": LETTER, "b.png": "x", "c.docx": docx(para(LETTER))})
    )
    found = find_letters([str(path)])
    assert [one.path.removeprefix(str(path)) for one in found.letters] == ["/a/letter.txt", "/c.docx"]
    assert [one.path.removeprefix(str(path)) for one in found.skipped] == ["/../evil.txt", "/b.png"]
    assert [read_letter(one.path).text for one in found.letters] == [LETTER, LETTER]
    assert find_letters([f"{path}/a/letter.txt"]).letters[0].letter_id == "letter"


@pytest.mark.parametrize("name", ["pipe", "device"])
def test_pipes_and_devices_are_never_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / "pipe" if name == "pipe" else Path("/dev/zero")
    if name == "pipe":
        os.mkfifo(path)
    assert "is a pipe, a device" in find_letters([str(path)]).problems[0].message


def test_a_file_of_another_encoding_is_read_and_said() -> None:
    def text(data: bytes) -> tuple[str, tuple[str, ...]]:
        found = read(data, path="a.txt")
        return found.text, found.warnings

    assert text("Größe: 40 Boote".encode("utf-16-le")) == ("Größe: 40 Boote", ())
    assert text("Größe: 40 Boote".encode("utf-16-be"))[0] == "Größe: 40 Boote"
    russian = "В мае 2021 года закрыты 46 причалов на реке, и никто не сказал почему. " * 5
    assert text(russian.encode("cp1251"))[0] == russian
    mac = "It’s closed, “he” said: the harbour’s 40 boats lie idle. "
    assert text(mac.encode("mac_roman"))[0] == mac


def test_one_damaged_byte_is_named_with_its_line_and_place() -> None:
    data = "Größe\nsüß\n".encode() + b"40 \xff boats\n"
    found = read(data, path="a.txt")
    assert found.text == "Größe\nsüß\n40 \ufffd boats\n"
    assert "line 3 (byte 18: ff)" in found.warnings[0]
