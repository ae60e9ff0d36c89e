"""Finding and reading letters: encodings, files that are none, titles and dates."""

from __future__ import annotations

import contextlib
import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import UnreadableLetter
from claims.letters import letter_from_bytes, read_letter
from claims.model import Letter
from claims.readers.finding import find_letters

SEEDS = Path(__file__).parents[2] / "seeds"
PROSE = "The river ports have been closed to all fishing boats since the winter storms, and nobody has said why.\n"


def letter(text: str | bytes) -> Letter:
    data = text.encode() if isinstance(text, str) else text
    found = letter_from_bytes(data, path="letter.txt", letter_id="letter")
    for span, value in ((found.title_span, found.title), (found.written_on_span, found.written_on)):
        assert (span is None) == (value is None)
    return found


UNREADABLE = {
    "empty": (b"", "empty"),
    "white space": (b" \n\t\r\n", "empty"),
    "zero bytes": (b"abc\x00\x01\x02def" * 20, "not text"),
    "control characters": (bytes(range(1, 9)) * 50, "not text"),
    "pdf": (b"%PDF-1.4 some", "PDF"),
    "docx": (b"PK\x03\x04 some", "Word"),
    "picture": (b"\x89PNG\r\n", "picture"),
    "damaged utf-16": (b"\xff\xfea\x00b", "damaged"),
}


@pytest.mark.parametrize(("data", "says"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_is_no_letter(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableLetter, match=says) as caught:
        letter(data)
    assert str(caught.value).startswith("letter.txt: ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(encoding: str) -> None:
    text = "Größe “3,897” people – ကရင်\r\n"
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    data = mark + text.encode(encoding)
    found = letter(data)
    assert found.text == text
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.warnings == ()


@pytest.mark.parametrize(("encoding", "named"), [("cp1252", "Windows-1252"), ("latin-1", "Windows-1252")])
def test_western_encodings_give_a_warning(encoding: str, named: str) -> None:
    found = letter("Société – café".replace("–", "-" if encoding == "latin-1" else "–").encode(encoding))
    assert "Société" in found.text
    assert named in found.warnings[0]


def test_latin_1_where_windows_1252_has_no_character() -> None:
    found = letter("Société des amis de la mer et des ports".encode("latin-1") + b"\x81")
    assert "Latin-1" in found.warnings[0]


@settings(deadline=None)  # what begins like another format is read in a process of its own
@given(st.binary(max_size=200))
def test_any_bytes_give_a_letter_or_a_message(data: bytes) -> None:
    with contextlib.suppress(UnreadableLetter):
        assert letter_from_bytes(data, path="x", letter_id="x").text


def test_files_and_folders(tmp_path: Path) -> None:
    for name in ("b/2021/letter.txt", "a/2021/letter.txt", "a/note.md", "a/.hidden/x.txt", "a/table.csv", "alone.dat"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    (tmp_path / "empty").mkdir()
    given = [str(tmp_path / n) for n in ("a", "b", "alone.dat", "a/note.md", "empty", "missing.txt")]
    letters, problems, skipped = find_letters(given)
    assert [found.letter_id for found in letters] == ["a--2021--letter", "note", "b--2021--letter", "alone"]
    assert [problem.path for problem in problems] == given[4:]
    assert all(problem.message for problem in problems)
    assert [one.path.removeprefix(str(tmp_path)) for one in skipped] == ["/a/.hidden", "/a/table.csv"]


def test_two_endings_of_one_name(tmp_path: Path) -> None:
    for name in ("x.txt", "x.md"):
        (tmp_path / name).write_text(PROSE)
    letters, _, _ = find_letters([str(tmp_path)])
    assert len({found.letter_id for found in letters}) == 2


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(UnreadableLetter):
            read_letter(str(path))
    assert find_letters(["bad\x00name"])[1][0].message


DATED = [
    ("21 May 2025", date(2025, 5, 21)),
    ("August 15, 2023", date(2023, 8, 15)),
    ("Aug. 15, 2023", date(2023, 8, 15)),
    ("Tuesday, 15th August 2023", date(2023, 8, 15)),
    ("the 15th of August, 2023", date(2023, 8, 15)),
    ("2023-08-15", date(2023, 8, 15)),
    ("15/08/2023", date(2023, 8, 15)),
    ("08/15/2023", date(2023, 8, 15)),
    ("15.08.2023", date(2023, 8, 15)),
    ("Dated: 15 August 2023", date(2023, 8, 15)),
    ("Date: August 15, 2023", date(2023, 8, 15)),
    ("Brussels, 3 March 2022", date(2022, 3, 3)),
    ("Chiang Mai, Thailand – March 3, 2022", date(2022, 3, 3)),
    ("**3 March 2022**", date(2022, 3, 3)),
    ("<p>3&nbsp;March 2022</p>", date(2022, 3, 3)),
    ("(3 March 2022)", date(2022, 3, 3)),
]


@pytest.mark.parametrize(("line", "when"), DATED)
def test_datelines(line: str, when: date) -> None:
    found = letter(f"Open letter on the ports\n\n{line}\n\nDear Minister,\n\n{PROSE}")
    assert found.written_on == when
    assert found.published_on is None
    assert found.written_on_span is not None
    assert str(when.year) in found.written_on_span.of(found.text)


UNDATED = [
    "On 3 March 2022 the ports were closed",
    "3 March 2022 was the day on which the ports were closed to all boats",
    "March 2022",
    "28 March – 29 April 2025",
    "Meeting of 3 March 2022",
    "31 June 2022",
    "5/2022",
]


@pytest.mark.parametrize("line", UNDATED)
def test_lines_that_are_no_datelines(line: str) -> None:
    assert letter(f"Open letter on the ports\n\n{line}\n\nDear Minister,\n\n{PROSE}").written_on is None


def test_an_ambiguous_date_is_none_and_says_so() -> None:
    found = letter(f"Open letter on the ports\n\n03/04/2021\n\nDear Minister,\n\n{PROSE}")
    assert found.written_on is None
    assert "03/04/2021" in found.warnings[0]


def test_the_page_has_another_date_than_the_letter() -> None:
    title = "Open letter on the ports"
    text = f"{title}\n\nAugust 29, 2023\n\n{title}\n\n15 August 2023\n\nDear Sir,\n\n{PROSE}"
    found = letter(text)
    assert (found.written_on, found.published_on) == (date(2023, 8, 15), date(2023, 8, 29))


def test_a_labelled_publication_date() -> None:
    found = letter(
        f"Open letter on the ports\n\nPublished on August 29, 2023\n\n15 August 2023\n\nDear Sir,\n\n{PROSE}"
    )
    assert (found.written_on, found.published_on) == (date(2023, 8, 15), date(2023, 8, 29))


def test_a_date_below_the_letter() -> None:
    found = letter(
        f"Open letter on the ports\n\nDear Minister,\n\n{PROSE}\nYours sincerely,\n\nElm, 3 March 2022\n\nAlder Watch\n"
    )
    assert found.written_on == date(2022, 3, 3)


def test_a_chronology_is_not_the_letters_date() -> None:
    found = letter(f"Open letter on the ports\n\nDear Minister,\n\n3 March 2022\n\n{PROSE}\n4 May 2022\n\n{PROSE}")
    assert found.written_on is None


@pytest.mark.parametrize(
    "lead", ["(Brussels, 3 March 2022) – ", "BRUSSELS, 3 March 2022 — ", "Yangon / March 3, 2022: "]
)
def test_the_date_of_a_press_release(lead: str) -> None:
    assert letter(f"Ports still closed to boats\n\n{lead}{PROSE}").written_on == date(2022, 3, 3)


def test_front_matter() -> None:
    text = f'---\ntitle: "Open ports: now"\ndate: 2018-07-17T02:32:20+00:00\ntags:\n  - ports\n---\n{PROSE}'
    found = letter(text)
    assert found.title == "Open ports: now"
    assert found.title_span is not None
    assert found.title_span.of(text) == "Open ports: now"
    assert (found.written_on, found.published_on) == (None, date(2018, 7, 17))


TITLES = [
    (f"Open letter on the ports\n\nDear Minister,\n\n{PROSE}", "Open letter on the ports"),
    (f"To:\nThe Minister\n\n3 May 2021\n\nOpen letter: open ports\n\nDear Sir,\n\n{PROSE}", "Open letter: open ports"),
    (f"# Ports must open\n\n{PROSE}", "Ports must open"),
    (f"Joint statement of the river ports and\ntheir unions\n3 May 2021\n{PROSE}",
     "Joint statement of the river ports and their unions"),
    (f"Ports stay closed in spring\n3 May 2021\n{PROSE}", "Ports stay closed in spring"),
    (f"Subject: Opening of the ports\n\nDear Sir,\n\n{PROSE}", "Opening of the ports"),
    (f"Senator Ana Ruiz\nPresident of the Senate\nPO Box 6100\nTo whom it may concern:\n{PROSE}", None),
    (f"Dear Minister,\n\n{PROSE}", None),
    (f"<html><head><title>Open ports now</title></head><body><h1>Open ports now</h1><p>{PROSE}</p>", "Open ports now"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(text: str, title: str | None) -> None:
    assert letter(text).title == title


def test_seeds() -> None:
    first, second = (read_letter(str(path)) for path in sorted(SEEDS.glob("*.txt")))
    assert (first.written_on, first.published_on) == (date(2025, 5, 21), None)
    assert (second.written_on, second.published_on) == (date(2023, 8, 15), date(2023, 8, 29))
    assert first.title is not None
    assert first.title.startswith("Open letter: Malaysia must lead")
    assert second.title is not None
    assert second.title.startswith("Joint Open Letter urging")
    assert first.title_span is not None
    assert first.title_span.of(first.text) == first.title
