"""What was made of a letter is kept by content: found for the same bytes, name and settings, and for no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims.model import Field
from claims.readers.finding import FoundLetter
from expectations.model import AS_DECLARED, CheckedLetter, RuleSetting, RuleSettings
from flows import steps
from flows.state import letter_cache as cache
from sources.settings import DEFAULTS

DATA = b"Dear minister,\n\nAt least 3,460 boats lie idle in the north.\n"
NOTHING = Field(measures=(), events=(), producers=(), places=())
FOUND = FoundLetter("a.txt", "a", DATA)


def _made(state: Path, **changes: Any) -> cache.LetterCache:
    plain: dict[str, Any] = {"field": NOTHING, "table": None, "rules": AS_DECLARED, "comparing": DEFAULTS}
    return cache.letter_cache(state, **{**plain, "language": "auto", **changes})


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
    (path,) = [one for one in (tmp_path / "cache").rglob("*") if one.is_file()]
    path.write_bytes(spoil(path.read_bytes()))
    again = steps.check_one(FOUND, NOTHING, None, kept=_made(tmp_path))
    assert isinstance(again, CheckedLetter)
    assert again.extraction.claims == checked.extraction.claims


def test_where_nothing_can_be_kept_the_letter_is_checked(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert isinstance(steps.check_one(FOUND, NOTHING, None, kept=_made(tmp_path)), CheckedLetter)


def test_a_kept_letter_is_not_read_again(
    tmp_path: Path, checked: CheckedLetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(steps, "letter_from_bytes", never)
    again = steps.check_one(FoundLetter("a.txt", "a", DATA, keep=str(tmp_path / "inputs")), NOTHING, None, kept=_made(tmp_path))  # fmt: skip # noqa: E501
    assert isinstance(again, CheckedLetter)
    assert [one.read_bytes() for one in (tmp_path / "inputs").iterdir()] == [DATA]
