"""What letters give to the files that they share, laid one behind the other, is the file as it was made of them all."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from expectations.gates.checks import TABLES
from expectations.gates.gated_rows import rows_of
from expectations.model import CheckedLetter
from reports.exports.asks import asks_of
from reports.exports.handing_on import FORMATS, Handed, hand_on
from reports.exports.letter_lines import JUNIT, TABLE, lines_of
from reports.exports.lists import sheet_book
from reports.exports.lists.list_rows import Sheet
from reports.exports.lists.sheet_book import as_xlsx, rows_xml, workbook
from reports.exports.programs.junit_report import as_junit, counts_of, suite_of
from reports.exports.spools import Spools
from reports.exports.tables.table_frames import frames, write_tables
from reports.words.table_names import Names
from tests.reports.conftest import Workshop


@pytest.fixture
def letters(make: Workshop) -> list[CheckedLetter]:
    odd = make.letter(letter_id="odd", title='=1+1, "so"\r\n<testcase ', path="a,b.txt")
    return [make.all_verdicts(), make.checked(odd, (make.claim(make.text, "14 placards & banners", "14"),))]


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_lines_at_hand_give_the_files_that_are_made_without_them(letters: list[CheckedLetter], tmp_path: Path) -> None:
    names = Names()
    with Spools(tmp_path / "aside") as spools:
        for one in letters:
            spools.add(lines_of(one, names))
        hand_on(tmp_path / "kept", Handed(checked=letters, names=names, lines=spools))
    hand_on(tmp_path / "made", Handed(checked=letters, names=names))
    assert _files(tmp_path / "kept") == _files(tmp_path / "made")
    assert _files(tmp_path / "aside") == {}


def test_the_rows_of_a_table_stand_in_its_file_as_those_of_its_frame(
    letters: list[CheckedLetter], tmp_path: Path
) -> None:
    made = frames(rows_of(letters))
    with Spools(tmp_path / "aside") as spools:
        for one in letters:
            spools.add(lines_of(one, Names(), formats=("tables",)))
        write_tables(made, tmp_path / "kept", lambda table: spools.parts(TABLE.format(table)))
    write_tables(made, tmp_path / "made")
    assert _files(tmp_path / "kept") == _files(tmp_path / "made")
    assert len(_files(tmp_path / "kept")) == 2 * len(TABLES)


def test_json_of_lines_is_json_with_letters_and_without(letters: list[CheckedLetter], tmp_path: Path) -> None:
    for checked in (letters, []):
        hand_on(tmp_path, Handed(checked=checked), ["json"])
        document = json.loads((tmp_path / "crossfoot.json").read_text(encoding="utf-8"))
        assert [one["letter_id"] for one in document["letters"]] == [one.extraction.letter.letter_id for one in checked]
        assert document["findings"] == document["problems"] == []


def test_words_that_look_like_a_tag_are_not_counted(letters: list[CheckedLetter]) -> None:
    odd = letters[1]
    asks = asks_of(odd, Names())
    cases = len(odd.extraction.claims) + len(odd.findings)
    assert counts_of(suite_of(odd, asks))[0] == cases
    assert f'tests="{cases}"'.encode() in as_junit([(odd, asks)])
    assert b'tests="0"' in as_junit([])


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_a_sheet_takes_no_more_rows_than_it_has_room_for(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Wherever the parts are cut."""
    monkeypatch.setattr(sheet_book, "MOST_ROWS", 2)
    sheet = Sheet("list", ("word",), (("one",), ("two",), ("three",)))
    data = rows_xml(sheet.rows).encode()
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    made = workbook([(sheet.name, sheet.headings)], [parts])
    assert made == as_xlsx([sheet])
    found = openpyxl.load_workbook(io.BytesIO(made))["list"]
    assert [row[0].value for row in found.iter_rows()] == ["word", "one", "two"]


def test_only_the_lines_that_are_asked_for_are_made(letters: list[CheckedLetter]) -> None:
    assert JUNIT not in lines_of(letters[0], Names(), formats=("json",))
    assert lines_of(letters[0], Names(), formats=FORMATS).keys() < lines_of(letters[0], Names()).keys()


def test_what_was_laid_down_comes_back_in_its_order(tmp_path: Path) -> None:
    with Spools(tmp_path) as spools:
        spools.add({"a": ", one", "b": "x"})
        spools.add({"a": ", zwölf"})
        assert b"".join(spools.parts("a", after=2)).decode() == "one, zwölf"
        assert b"".join(spools.parts("b")) == b"x"
        assert list(spools.parts("none")) == []
