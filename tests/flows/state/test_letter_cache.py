"""What was made of a letter is kept by content: found for the same bytes, name and settings, and for no others."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claims.model import Field
from claims.readers.finding import FoundLetter
from expectations.model import AS_DECLARED, CheckedLetter, RuleSetting, RuleSettings
from flows import steps
from flows.state import letter_cache as cache
from sources.compare import compare_letter
from sources.model import ReferenceTable
from sources.settings import DEFAULTS
from sources.table.load import load_table

DATA = b"Dear minister,\n\nAt least 3,460 boats lie idle in the north.\n"
KILLED = b"Open letter\n\n12 June 2024\n\nSince the coup at least 4,900 people have been killed in Myanmar.\n"
NOTHING = Field(measures=(), events=(), producers=(), places=())
FOUND = FoundLetter("a.txt", "a", DATA)


def _made(state: Path, **changes: Any) -> cache.LetterCache:
    plain: dict[str, Any] = {"field": NOTHING, "table": None, "rules": AS_DECLARED, "comparing": DEFAULTS}
    return cache.letter_cache(state / cache.FOLDER, **{**plain, "language": "auto", **changes})


@pytest.fixture
def checked(tmp_path: Path) -> CheckedLetter:
    made = steps.check_one(FOUND, NOTHING, None, kept=_made(tmp_path))
    assert isinstance(made, CheckedLetter)
    return made


def test_the_same_letter_is_found_and_is_the_same(tmp_path: Path, checked: CheckedLetter) -> None:
    again = _made(tmp_path).find(FOUND, DATA)
    assert again is not None
    assert (again.extraction.claims, again.findings, again.verdicts) == (
        checked.extraction.claims,
        checked.findings,
        checked.verdicts,
    )
    assert again.extraction.letter == checked.extraction.letter


@pytest.mark.parametrize(
    ("found", "data"),
    [
        (FOUND, DATA + b" "),
        (FoundLetter("b.txt", "a"), DATA),
        (FoundLetter("a.txt", "b"), DATA),
        (FoundLetter("a.txt", "a", ocr=True), DATA),
    ],
)
def test_another_letter_is_not(tmp_path: Path, checked: CheckedLetter, found: FoundLetter, data: bytes) -> None:
    assert _made(tmp_path).find(found, data) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"language": "fr"},
        {"rules": RuleSettings(by_rule=(("ordinal", RuleSetting(on=False)),))},
        {"comparing": steps.comparison("letter")},
    ],
)
def test_nor_one_of_other_settings(tmp_path: Path, checked: CheckedLetter, changes: dict[str, Any]) -> None:
    assert _made(tmp_path, **changes).find(FOUND, DATA) is None


def test_nor_one_of_other_code(tmp_path: Path, checked: CheckedLetter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "code_digest", lambda: "other")
    assert _made(tmp_path).find(FOUND, DATA) is None


@pytest.mark.parametrize("spoil", [lambda data: data[:40], lambda _: b"", lambda data: b"x" + data[1:]])
def test_a_spoilt_result_is_made_again(tmp_path: Path, checked: CheckedLetter, spoil: Any) -> None:
    paths = [one for one in (tmp_path / "cache").rglob("*") if one.is_file()]
    assert len(paths) == 3  # the page, what was read of it, and the verdicts
    for path in paths:
        path.write_bytes(spoil(path.read_bytes()))
    again = steps.check_one(FOUND, NOTHING, None, kept=_made(tmp_path))
    assert isinstance(again, CheckedLetter)
    assert again.extraction.claims == checked.extraction.claims


def _figure(table: ReferenceTable, measure: str) -> int:
    return next(at for at, one in enumerate(table.observations) if one.measure_id == measure)


def _with_more(table: ReferenceTable, at: int) -> ReferenceTable:
    rows = list(table.observations)
    rows[at] = replace(rows[at], value=rows[at].value + 7)
    return replace(table, observations=tuple(rows), sha256=f"changed in {at}")


def test_a_figure_changed_has_only_letters_compared_that_it_may_speak_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, found = load_table(), FoundLetter("k.txt", "k", KILLED)
    steps.check_one(found, table.field, table, kept=_made(tmp_path, field=table.field, table=table))
    compared: list[str] = []

    def again(known: CheckedLetter, by: ReferenceTable, settings: Any) -> CheckedLetter:
        compared.append(by.sha256)
        return replace(known, verdicts=compare_letter(known.extraction, by, settings))

    monkeypatch.setattr(steps, "compared_again", again)
    asked = {one.measure_id: one for one in table.observations if one.place == "Myanmar"}
    others = next(at for at, one in enumerate(table.observations) if one.measure_id not in asked)
    for at in (others, _figure(table, "people_killed"), others):
        changed = _with_more(table, at)
        kept = _made(tmp_path, field=table.field, table=changed)
        one = steps.check_one(found, table.field, changed, kept=kept)
        assert isinstance(one, CheckedLetter)
        assert one.verdicts == compare_letter(one.extraction, changed)
    assert compared == [f"changed in {_figure(table, 'people_killed')}", f"changed in {others}"]


def test_where_nothing_can_be_kept_the_letter_is_checked(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert isinstance(steps.check_one(FOUND, NOTHING, None, kept=_made(tmp_path)), CheckedLetter)


def test_a_figure_more_in_the_table_has_a_letter_compared_again_and_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = load_table()
    found = FoundLetter("k.txt", "k", KILLED)
    first = steps.check_one(found, table.field, table, kept=_made(tmp_path, field=table.field, table=table))
    monkeypatch.setattr(steps, "letter_from_bytes", lambda *_, **__: pytest.fail("read again"))
    fewer = replace(table, observations=table.observations[:5], sha256="other")
    kept = _made(tmp_path, field=table.field, table=fewer)
    again = steps.check_one(found, fewer.field, fewer, kept=kept)
    assert isinstance(first, CheckedLetter)
    assert isinstance(again, CheckedLetter)
    assert again.extraction.claims == first.extraction.claims
    assert again.verdicts == compare_letter(first.extraction, fewer) != first.verdicts
    monkeypatch.setattr(steps, "compared_again", lambda *_: pytest.fail("compared again"))
    third = steps.check_one(found, fewer.field, fewer, kept=kept)
    assert isinstance(third, CheckedLetter)
    assert third.verdicts == again.verdicts


def test_the_digests_are_the_same_in_every_process(tmp_path: Path) -> None:
    """Python orders sets anew in each; a night that took yesterday's cache for another's would read all again."""
    told = (
        "from pathlib import Path; from flows.state.letter_cache import letter_cache; from sources.settings import "
        "DEFAULTS; from sources.table.load import load_table; from expectations.model import AS_DECLARED; t = "
        "load_table(); c = letter_cache(Path('x'), t.field, t, AS_DECLARED, DEFAULTS, 'auto'); print(c)"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", told], cwd=tmp_path,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(steps.__file__).parents[1])},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(seen) == 1


def test_another_field_has_it_read_again(tmp_path: Path, checked: CheckedLetter) -> None:
    assert _made(tmp_path, field=load_table().field).read_before(FOUND, DATA) is None


def test_a_kept_letter_is_not_read_again(
    tmp_path: Path, checked: CheckedLetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(steps, "letter_from_bytes", never)
    again = steps.check_one(FoundLetter("a.txt", "a", DATA, keep=str(tmp_path / "inputs")), NOTHING, None, kept=_made(tmp_path))  # fmt: skip # noqa: E501
    assert isinstance(again, CheckedLetter)
    assert [one.read_bytes() for one in (tmp_path / "inputs").iterdir()] == [DATA]
