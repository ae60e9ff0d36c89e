"""Faults found by attack: what is no letter is told by content, what is damaged is read and said, names are told."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from claims.errors import UnreadableLetter
from claims.readers.finding import find_letters
from claims.readers.registry import read
from tests.factories.documents import docx, para, pdf
from tests.factories.malformed import LINE


def _mail(cte: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Ports"
    mail.set_content(f"Dear minister,\n\n{LINE} Süß.\n", cte=cte)
    return mail.as_bytes()


def _without(data: bytes, *fields: bytes) -> bytes:
    return b"".join(line for line in data.splitlines(True) if not line.startswith(fields))


ENCODED = _mail(cte="base64")
PRINTED = pdf([[(72, 700, 11, LINE)]])
PAGE = f"<!doctype html><body><p>{LINE}</p></body>"
TOLD = {
    "a mail in base64": (ENCODED, "message/rfc822"),
    "without a version": (_without(ENCODED, b"MIME-Version"), "message/rfc822"),
    "behind a blank line": (b"\r\n" + ENCODED, "message/rfc822"),
    "from a mailbox": (b"From a@example.org Tue May  4 10:00:00 2021\n" + ENCODED, "message/rfc822"),
    "a PDF": (b"\n" + PRINTED, "application/pdf"),
    "a PDF behind a mark": (b"\xef\xbb\xbf\r\n" + PRINTED, "application/pdf"),
    "a Word document": (b"\n\n" + docx(para(LINE)), "wordprocessingml.document"),
    "a page": (b" \n" + PAGE.encode(), "text/html"),
    "a page in UTF-16": (PAGE.encode("utf-16"), "text/html"),
    "a letter that speaks of PDF": (b"The %PDF-file was lost. " + LINE.encode(), "text/plain"),
    "a memo": (b"From: Alder\nDate: 4 May 2021\nSubject: Ports\n\n" + LINE.encode(), "text/plain"),
    "a letter with a long address": (b"https://example.org/" + b"a1B" * 40 + b"\n" + LINE.encode(), "text/plain"),
}


@pytest.mark.parametrize(("data", "media_type"), TOLD.values(), ids=TOLD)
def test_the_content_tells_what_a_text_is(data: bytes, media_type: str) -> None:
    found = read(data, path="letter.txt")
    assert found.media_type.endswith(media_type)
    assert "people fled" in " ".join(found.text.split())


@pytest.mark.parametrize(
    "data",
    [
        base64.encodebytes(LINE.encode() * 20),
        b"-----BEGIN PGP MESSAGE-----\n\n" + base64.encodebytes(bytes(range(256)) * 3) + b"-----END PGP MESSAGE-----\n",
        b"\n{\\rtf1 " + LINE.encode(),
        b"\xef\xbb\xbf\n%!PS-Adobe " + LINE.encode(),
    ],
)
def test_code_is_no_letter(data: bytes) -> None:
    with pytest.raises(UnreadableLetter):
        read(data, path="letter.txt")


DAMAGED = {
    "one accent and one damaged byte": ("Größe: 40 ".encode() + b"\xff boats\n", "40 \ufffd boats", "line 1 (byte 13"),
    "a byte cut out": ("40 süße Boote – 30 Häfen".encode().replace(b"\xc3\xbc", b"\xc3"), "Boote – 30 Häfen", "byte 5"),
    "after a mark": (b"\xef\xbb\xbf40 boats\n\xff 30 nets\n", "40 boats\n\ufffd 30 nets", "line 2 (byte 13: ff)"),
    "one byte in plain letters": (b"40 boats\n30 \xff nets\n", "40 boats\n30 ", "line 2 (byte 13: ff)"),
    "an older encoding": ("Größe, süß, Äpfel, Öl: 40".encode("cp1252"), "Größe, süß, Äpfel, Öl: 40", "Windows-1252"),
}


@pytest.mark.parametrize(("data", "shown", "says"), DAMAGED.values(), ids=DAMAGED)
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_damage_is_read_and_said(data: bytes, shown: str, says: str, ending: str) -> None:
    found = read(data, path=f"letter{ending}")
    assert shown in found.text
    assert any(says in warning for warning in found.warnings), found.warnings


def test_damage_in_a_mail_and_on_a_page_is_said() -> None:
    mail = _mail(cte="8bit").replace("Süß".encode(), "Süß \xff".encode().replace(b"\xc3\xbf", b"\xff"))
    page = PAGE.encode().replace(b"</p>", "süß".encode() + b"\xff</p>")
    for data in (mail, page):
        assert any("damaged UTF-8: line" in warning for warning in read(data, path="letter.txt").warnings)


def test_an_unreadable_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.txt").write_text(LINE)
    real: Callable[..., Any] = os.scandir

    def closed(path: str) -> Any:
        if Path(path).name == "inner":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = find_letters([str(tmp_path)])
    assert [Path(one.path).name for one in found.letters] == ["a.txt"]
    assert [(Path(one.path).name, "permissions" in one.message) for one in found.problems] == [("inner", True)]


@pytest.mark.parametrize("name", ["", " ", "\t"])
def test_an_empty_name_is_no_folder(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(LINE)
    monkeypatch.chdir(tmp_path)
    found = find_letters([name])
    assert (found.letters, len(found.problems)) == ([], 1)
    assert "an empty name" in found.problems[0].message


def test_a_pipe_that_a_shell_has_opened_is_read(tmp_path: Path) -> None:
    ends = os.pipe()
    os.write(ends[1], LINE.encode())
    os.close(ends[1])
    try:
        (letter,) = find_letters([f"/dev/fd/{ends[0]}"]).letters
    finally:
        os.close(ends[0])
    assert letter.data == LINE.encode()


def test_a_file_written_while_it_is_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claims.readers import opening

    path = tmp_path / "a.txt"
    path.write_text(LINE)
    real = os.fstat
    calls = iter(range(100))

    def moving(number: int) -> os.stat_result:
        path.write_text(LINE * (2 + next(calls)))
        return real(number)

    monkeypatch.setattr("claims.readers.opening.os.fstat", moving)
    with pytest.raises(UnreadableLetter, match="was being written"):
        opening.read_file(str(path))
