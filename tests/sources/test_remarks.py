"""Words of a table that can match nothing are told, and the table is used all the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from flows.cli import main
from sources.table.load import load_table, read_checked
from sources.table.remarks import remarks_on

FIELD = Path(__file__).parent / "fields" / "orlandia"


def remarks(folder: Path) -> list[tuple[str, int, str, str]]:
    where = str(folder)
    found = remarks_on(read_checked(where), load_table(where))
    return [(Path(each.file).stem, each.line, each.column, each.value) for each in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIELD, tmp_path / "own"))


def test_the_packaged_table_and_a_good_folder_have_none(folder: Path) -> None:
    assert list(remarks_on(read_checked(), load_table())) == []
    assert remarks(folder) == []


FORMS = [
    ("bulldozed|12 homes", "12 homes"),
    ("bulldozed|have been", "have been"),
    ("bulldozed|—", "—"),
    ("bulldozed|since the Housing Act", "since the Housing Act"),
    ("bulldozed|were torn down since 2022", None),
    ("bulldozed|homes", None),
]


@pytest.mark.parametrize(("forms", "dead"), FORMS)
def test_a_form_that_matches_nothing(folder: Path, forms: str, dead: str | None) -> None:
    file = folder / "measures.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("homes demolished|bulldozed|torn down|demolitions", forms), encoding="utf-8")
    assert remarks(folder) == ([("measures", 3, "surface_forms", dead)] if dead else [])


def test_topics_that_are_none_and_forms_of_topics(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "measures.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [f"{line},{'topics' if at == 0 else 'toss kill/heave' if at == 4 else ''}" for at, line in enumerate(lines)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "topics.csv").write_text("topic_id,kind,forms\nheave,act,heaved|* overboard\n", encoding="utf-8")
    assert remarks(folder) == [("measures", 5, "topics", "toss"), ("topics", 2, "forms", "* overboard")]
    assert main(["sources", "check", "--references", str(folder)]) == 0
    assert "remark: " in capsys.readouterr().out
